import type { Edit, FixInput } from '../../contract/rule.js';
import { addImports, addRequirements, afterStatement, bracketsAround, indentAt, redisClient, redisUrl } from './edit.js';

type Input = Pick<FixInput, 'finding' | 'text'>;

function at(file: string, start: number, end: number, text: string): Edit {
  return { do: 'replace', file, span: { start, end }, text };
}

/** One entry of `CACHES`, written over several lines. */
function cacheEntry(indent: string): string {
  return `{\n${indent}    "BACKEND": "django.core.cache.backends.redis.RedisCache",\n${indent}    "LOCATION": ${redisUrl},\n${indent}}`;
}

/** The dictionary of one alias of `CACHES` around an offset becomes one on Redis, what else it says (key prefix, timeout) kept. */
export function djangoCacheEdits({ finding, text }: Input): readonly Edit[] | undefined {
  const { file, range } = finding;
  const now = text(file);
  const written = now?.slice(range.start, range.end) ?? '';
  if (now === undefined || !/^["'][\w.]*(?:LocMem|FileBased)\w*["']$/.test(written)) return undefined;
  const [entry] = bracketsAround(now, range.start);
  if (!entry || now[entry.open] !== '{') return undefined;
  const inside = now.slice(entry.open, entry.close);
  const location = /(["'])LOCATION\1[ \t]*:[ \t]*/.exec(inside);
  const backend = at(file, range.start, range.end, '"django.core.cache.backends.redis.RedisCache"');
  // Options of the old backend mean nothing to the new one.
  if (/["']OPTIONS["']/.test(inside)) return undefined;
  if (!location) return [backend, at(file, range.end, range.end, `${separator(now, range.end, entry.close)}"LOCATION": ${redisUrl}`), ...rest(file, now, text)];
  const start = entry.open + location.index + location[0].length;
  return [backend, at(file, start, valueEnd(now, start, entry.close), redisUrl), ...rest(file, now, text)];
}

function rest(file: string, now: string, text: FixInput['text'], ...more: readonly string[]): readonly Edit[] {
  return [...addImports(file, now, 'import os'), ...addRequirements(file, text, redisClient, ...more)];
}

/** `, ` or a comma and a new line with the indent of what stands there. */
function separator(text: string, offset: number, close: number): string {
  return text.slice(offset, close).includes('\n') ? `,\n${indentAt(text, offset)}` : ', ';
}

/** End of the value that begins at an offset: the comma or bracket that no brackets hold. */
function valueEnd(text: string, start: number, close: number): number {
  const outer = bracketsAround(text, start)[0]?.open;
  for (let offset = start; offset < close; offset++) {
    if (text[offset] === ',' && bracketsAround(text, offset)[0]?.open === outer && !isInString(text, start, offset)) return offset;
  }
  return start + text.slice(start, close).trimEnd().length;
}

function isInString(text: string, start: number, offset: number): boolean {
  const before = text.slice(start, offset).replace(/\\./g, '');
  return (before.match(/"/g) ?? []).length % 2 === 1 || (before.match(/'/g) ?? []).length % 2 === 1;
}

/** `CACHES` for a settings module that has none. */
export function newCaches(): string {
  return `CACHES = {\n    "default": ${cacheEntry('    ')},\n}\n`;
}

/** Django's sessions go to the cache, and the cache to Redis where the module shows another or none. */
export function djangoSessionEdits({ finding, text }: Input): readonly Edit[] | undefined {
  const { file, range } = finding;
  const now = text(file);
  if (now === undefined || !/^["']django\.contrib\.sessions\.backends\.\w+["']$/.test(now.slice(range.start, range.end))) return undefined;
  const engine = { do: 'replace' as const, file, span: { start: range.start, end: range.end }, text: '"django.contrib.sessions.backends.cache"' };
  const caches = /^CACHES\b[^\n]*=/m.exec(now);
  if (!caches) {
    const end = afterStatement(now, range.start);
    return [engine, at(file, end, end, `${now.endsWith('\n') || end < now.length ? '' : '\n'}${newCaches()}`), ...rest(file, now, text)];
  }
  const backend = /(["'])BACKEND\1[ \t]*:[ \t]*(["'])([\w.]*)\2/g;
  backend.lastIndex = caches.index;
  const found = backend.exec(now.slice(0, afterStatement(now, caches.index)));
  if (!found) return undefined;
  if (!/LocMem|FileBased/.test(found[3] ?? '')) return now.slice(range.start, range.end) === engine.text ? undefined : [engine];
  const start = found.index + found[0].length - (found[3]?.length ?? 0) - 2;
  const cache = djangoCacheEdits({ finding: { ...finding, range: { ...range, start, end: found.index + found[0].length } }, text });
  return cache && [engine, ...cache];
}

/** Ways in which Flask is given a setting, each with how one more is added beside it. */
function beside(now: string, file: string, start: number, end: number, key: string, name: string, value: string): Edit | undefined {
  const lineStart = now.lastIndexOf('\n', start - 1) + 1;
  const before = now.slice(lineStart, start);
  const indent = indentAt(now, start);
  const item = new RegExp(`^([ \\t]*[\\w.]+\\.config)\\[(["'])${key}\\2\\][ \\t]*=[ \\t]*$`).exec(before);
  const next = afterStatement(now, start);
  const lead = next === now.length && !now.endsWith('\n') ? '\n' : '';
  if (item) return at(file, next, next, `${lead}${item[1]}["${name}"] = ${value}\n`);
  if (new RegExp(`^[ \\t]*${key}[ \\t]*(?::[^=]+)?=[ \\t]*$`).test(before) && bracketsAround(now, start).length === 0) return at(file, next, next, `${lead}${indent}${name} = ${value}\n`);
  const [around] = bracketsAround(now, start);
  if (!around) return undefined;
  if (new RegExp(`\\b${key}[ \\t]*=[ \\t]*$`).test(before)) return at(file, end, end, `${separator(now, end, around.close)}${name}=${value}`);
  return new RegExp(`(["'])${key}\\1[ \\t]*:[ \\t]*$`).test(before) ? at(file, end, end, `${separator(now, end, around.close)}"${name}": ${value}`) : undefined;
}

/** A setting of a Flask extension gets a new value and another setting beside it. */
export function flaskSettingEdits({ finding, text }: Input, change: { readonly key: string; readonly value: string; readonly name: string; readonly given: string; readonly imports: readonly string[]; readonly requirements: readonly string[] }): readonly Edit[] | undefined {
  const { file, range } = finding;
  const now = text(file);
  if (now === undefined || !/^["']\w*["']$/.test(now.slice(range.start, range.end)) || new RegExp(`\\b${change.name}\\b`).test(now)) return undefined;
  const added = beside(now, file, range.start, range.end, change.key, change.name, change.given);
  return added && [at(file, range.start, range.end, `"${change.value}"`), added, ...addImports(file, now, 'import os', ...change.imports), ...addRequirements(file, text, redisClient, ...change.requirements)];
}

/** An argument is added to a call whose callee a finding points to, or takes the place of the one of that name. */
export function argumentEdits({ finding, text }: Input, name: string, value: string, more: { readonly imports?: readonly string[]; readonly requirements?: readonly string[] } = {}): readonly Edit[] | undefined {
  const { file, range } = finding;
  const now = text(file);
  if (now === undefined || now[range.end] !== '(') return undefined;
  const [call] = bracketsAround(now, range.end + 1);
  if (!call || call.open !== range.end) return undefined;
  const inside = now.slice(call.open + 1, call.close);
  const given = new RegExp(`\\b${name}[ \\t]*=[ \\t]*`).exec(inside);
  const start = given ? call.open + 1 + given.index + given[0].length : 0;
  const kept = inside.trimEnd();
  const end = call.open + 1 + kept.length;
  const comma = kept === '' || kept.endsWith(',') ? '' : ',';
  const isTall = inside.includes('\n');
  const change = given ? at(file, start, valueEnd(now, start, call.close), value)
    : at(file, end, end, isTall ? `${comma}\n${indentAt(now, end)}${name}=${value},` : `${comma}${kept === '' ? '' : ' '}${name}=${value}`);
  return [change, ...addImports(file, now, 'import os', ...(more.imports ?? [])), ...addRequirements(file, text, redisClient, ...(more.requirements ?? []))];
}
