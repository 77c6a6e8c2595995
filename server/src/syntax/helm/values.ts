/** What only the deployment knows. Whatever is worked out of it is unknown as well. */
export const unknown = Symbol('unknown');

export type Value = string | number | boolean | null | typeof unknown | readonly Value[] | { readonly [key: string]: Value };

export function isDict(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value, or anything inside it, is unknown. */
export function holdsUnknown(value: Value): boolean {
  if (value === unknown) return true;
  if (isList(value)) return value.some(holdsUnknown);
  return isDict(value) && Object.values(value).some(holdsUnknown);
}

/** Go's idea of false: zero, nothing, and what is empty. */
export function isEmpty(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  if (isDict(value)) return Object.keys(value).length === 0;
  return value === null || value === '' || value === 0 || value === false;
}

/** Values over defaults, map by map, as Helm merges value files. */
export function merged(base: Value, over: Value | undefined): Value {
  if (over === undefined) return base;
  if (!isDict(base) || !isDict(over)) return over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, Object.hasOwn(base, key) ? merged(base[key] ?? null, over[key]) : over[key] ?? null]));
}
