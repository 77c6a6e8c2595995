import { keptCheck } from '../../../facts/dotnet/kept.js';

/** Tokens in collections of C# objects that live as long as the process. */
export const csharpTokens = keptCheck(['token'], ({ type, field, proven }) => ({ say: 'code', args: { field, type }, severity: proven ? 'error' : 'warning', confidence: 'medium' }));
