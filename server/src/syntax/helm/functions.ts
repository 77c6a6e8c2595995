import { stringify } from 'yaml';
import { holdsUnknown, isDict, isEmpty, isList, merged, unknown, type Value } from './values.js';

type Fn = (...args: readonly Value[]) => Value;

/** A value as Go prints it. */
export function printed(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (isList(value)) return `[${value.map(printed).join(' ')}]`;
  if (isDict(value)) return `map[${Object.entries(value).map(([key, each]) => `${key}:${printed(each)}`).join(' ')}]`;
  return String(value);
}

function number(value: Value | undefined): number {
  return typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : 0;
}

function indented(spaces: Value | undefined, text: Value | undefined): string {
  return printed(text ?? '').split('\n').map((line) => ' '.repeat(number(spaces)) + line).join('\n');
}

/** `%s`, `%d`, `%v`, `%q` and `%%`; another verb is unknown. */
function formatted(format: string, args: readonly Value[]): Value {
  if (/%(?![sdvq%])/.test(format)) return unknown;
  let at = 0;
  return format.replace(/%([sdvq%])/g, (_whole, verb: string) => (verb === '%' ? '%' : verb === 'q' ? JSON.stringify(printed(args[at++] ?? null)) : printed(args[at++] ?? null)));
}

function cut(length: Value | undefined, text: Value | undefined): string {
  const written = printed(text ?? '');
  const wanted = number(length);
  return wanted < 0 ? written.slice(Math.max(0, written.length + wanted)) : written.slice(0, wanted);
}

/** Follows keys and numbers; what is not there is nothing. */
function indexed(of: Value | undefined, ...keys: readonly Value[]): Value {
  return keys.reduce<Value>((here, key) => (isDict(here) ? here[printed(key)] ?? null : isList(here) ? here[number(key)] ?? null : null), of ?? null);
}

function pairs(args: readonly Value[]): Value {
  return Object.fromEntries(args.flatMap((key, index) => (index % 2 === 0 ? [[printed(key), args[index + 1] ?? null] as const] : [])));
}

function withSuffix(end: Value | undefined, text: Value | undefined): string {
  const [suffix, written] = [printed(end ?? ''), printed(text ?? '')];
  return suffix !== '' && written.endsWith(suffix) ? written.slice(0, -suffix.length) : written;
}

function withoutPrefix(start: Value | undefined, text: Value | undefined): string {
  const [prefix, written] = [printed(start ?? ''), printed(text ?? '')];
  return prefix !== '' && written.startsWith(prefix) ? written.slice(prefix.length) : written;
}

const equal = (a: Value | undefined, b: Value | undefined): boolean => printed(a ?? null) === printed(b ?? null);
const text = (value: Value | undefined): string => printed(value ?? '');

/**
 * Functions of Helm, Sprig and Go's templates that depend on nothing but their arguments. They are called with known
 * values only; everything that is not here is unknown.
 */
export const functions: Readonly<Record<string, Fn>> = {
  quote: (...args) => args.filter((each) => each !== null).map((each) => JSON.stringify(printed(each))).join(' '),
  squote: (...args) => args.filter((each) => each !== null).map((each) => `'${printed(each)}'`).join(' '),
  toYaml: (value = null) => stringify(value, { lineWidth: 0, sortMapEntries: true, indentSeq: false }).trimEnd(),
  toJson: (value = null) => JSON.stringify(value),
  toString: text,
  indent: indented,
  nindent: (spaces, value) => `\n${indented(spaces, value)}`,
  printf: (format, ...args) => formatted(text(format), args),
  print: (...args) => args.map(printed).join(''),
  trunc: cut,
  trim: (value) => text(value).trim(),
  trimSuffix: withSuffix,
  trimPrefix: withoutPrefix,
  replace: (from, to, value) => text(value).replaceAll(text(from), text(to)),
  lower: (value) => text(value).toLowerCase(),
  upper: (value) => text(value).toUpperCase(),
  kebabcase: (value) => text(value).replace(/([a-z\d])([A-Z])/g, '$1-$2').replaceAll(/[\s_]+/g, '-').toLowerCase(),
  contains: (part, value) => text(value).includes(text(part)),
  hasPrefix: (start, value) => text(value).startsWith(text(start)),
  hasSuffix: (end, value) => text(value).endsWith(text(end)),
  join: (between, list) => (isList(list) ? list.map(printed).join(text(between)) : text(list)),
  splitList: (between, value) => text(value).split(text(between)),
  first: (list) => (isList(list) ? list[0] ?? null : null),
  last: (list) => (isList(list) ? list.at(-1) ?? null : null),
  len: (value = null) => (isList(value) ? value.length : isDict(value) ? Object.keys(value).length : text(value).length),
  list: (...args) => args,
  tuple: (...args) => args,
  dict: (...args) => pairs(args),
  merge: (...args) => args.reduceRight<Value>((over, base) => merged(over, base), {}),
  mergeOverwrite: (...args) => args.reduce<Value>((base, over) => merged(base, over), {}),
  deepCopy: (value = null) => value,
  index: indexed,
  get: (of, key) => indexed(of, key ?? ''),
  hasKey: (of, key) => isDict(of) && Object.hasOwn(of, text(key)),
  keys: (...args) => args.flatMap((each) => (isDict(each) ? Object.keys(each) : [])),
  has: (wanted, list) => isList(list) && list.some((each) => equal(each, wanted)),
  kindIs: (kind, value = null) => text(kind) === (isList(value) ? 'slice' : isDict(value) ? 'map' : typeof value === 'boolean' ? 'bool' : typeof value === 'string' ? 'string' : value === null ? 'invalid' : 'float64'),
  typeIs: (kind, value = null) => text(kind) === (typeof value === 'boolean' ? 'bool' : typeof value === 'string' ? 'string' : 'float64'),
  eq: (a, ...others) => others.some((each) => equal(a, each)),
  ne: (a, b) => !equal(a, b),
  lt: (a, b) => number(a) < number(b),
  le: (a, b) => number(a) <= number(b),
  gt: (a, b) => number(a) > number(b),
  ge: (a, b) => number(a) >= number(b),
  not: (value = null) => isEmpty(value),
  empty: (value = null) => isEmpty(value),
  int: number, int64: number, float64: number, atoi: number,
  add: (...args) => args.reduce<number>((sum, each) => sum + number(each), 0),
  add1: (value) => number(value) + 1,
  sub: (a, b) => number(a) - number(b),
  mul: (...args) => args.reduce<number>((product, each) => product * number(each), 1),
  div: (a, b) => (number(b) === 0 ? unknown : Math.trunc(number(a) / number(b))),
  max: (...args) => Math.max(...args.map(number)),
  min: (...args) => Math.min(...args.map(number)),
};

/** The result of a function that takes known values only; `undefined` for one that is not known. */
export function called(name: string, args: readonly Value[]): Value {
  const fn = Object.hasOwn(functions, name) ? functions[name] : undefined;
  return !fn || args.some(holdsUnknown) ? unknown : fn(...args);
}
