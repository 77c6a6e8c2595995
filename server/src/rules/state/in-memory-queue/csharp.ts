import { keptCheck } from '../../../facts/dotnet/kept.js';

/** Queues and channels of C# whose work is done by the same process. */
export const csharpQueue = keptCheck(['queue'], ({ type, field, proven }) => ({ say: 'queue', args: { field, type }, severity: 'warning', confidence: proven ? 'high' : 'medium' }));
