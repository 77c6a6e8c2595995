import { keptCheck } from '../../../facts/dotnet/kept.js';

/** Counters of C# whose numbers become ids. */
export const csharpSequence = keptCheck(['sequence'], ({ type, field, proven }) => ({ say: 'numbers', args: { field, type }, severity: 'error', confidence: proven ? 'high' : 'medium' }));
