import { keptCheck } from '../../../facts/dotnet/kept.js';

/** Data in static members, and in fields of objects of which the process has one. Only what code of a request changes is proven; a singleton may as well gather what each process has to know. */
export const csharpState = keptCheck(['data', 'value', 'cache'], ({ topic, type, field, proven, life }) => ({
  say: topic === 'cache' ? 'cache' : !proven && life !== 'static' ? 'single' : 'shared', args: { field, type },
  severity: topic !== 'cache' && proven ? 'error' : proven || life === 'static' ? 'warning' : 'info', confidence: proven ? 'high' : 'medium', cause: `state of ${type}`,
}));
