import type { Span } from '../base/text.js';

/** A part of a configured value that is filled in later. */
export interface Placeholder extends Span {
  /** `property`: `${…}`, looked up in the environment and in other properties; `expression`: `#{…}`; `build`: `@…@`, filled by the build. */
  readonly kind: 'property' | 'expression' | 'build';
  /** What stands between the delimiters, without the default. */
  readonly name: string;
  /** Text after the first `:`; `undefined` when there is no default. */
  readonly fallback: string | undefined;
}

/** Stands for text that is filled in later; no value of a real setting holds it. */
const unknown = '\u2047';

function closing(value: string, from: number): number {
  let depth = 0;
  for (let at = from; at < value.length; at++) {
    if (value[at] === '{') depth++;
    else if (value[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** Outermost placeholders of a value, from left to right. Spring, Quarkus, Micronaut, Maven and shell-like `${…}` are alike here. */
export function placeholdersIn(value: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const opener = /[$#]\{|(?<![\w!%])@(?=[A-Za-z][\w.-]*@)/g;
  for (let match = opener.exec(value); match; match = opener.exec(value)) {
    const start = match.index;
    const end = match[0] === '@' ? value.indexOf('@', start + 1) : closing(value, start + 1);
    if (end < 0) continue;
    const inner = value.slice(start + match[0].length, end);
    const colon = match[0] === '${' ? inner.indexOf(':') : -1;
    found.push({
      kind: match[0] === '${' ? 'property' : match[0] === '@' ? 'build' : 'expression',
      name: colon < 0 ? inner : inner.slice(0, colon),
      fallback: colon < 0 ? undefined : inner.slice(colon + 1).replace(/^-/, ''),
      start, end: end + 1,
    });
    opener.lastIndex = end + 1;
  }
  return found;
}

/** The placeholder that is the whole value; `undefined` when there is none or other text stands beside it. */
export function wholePlaceholder(value: string): Placeholder | undefined {
  const [only] = placeholdersIn(value.trim());
  return only && only.start === 0 && only.end === value.trim().length ? only : undefined;
}

/** The value with every placeholder replaced by a mark of the same length, so that offsets stay true and no host or path is read from it. */
export function maskPlaceholders(value: string): string {
  let masked = value;
  for (const { start, end } of placeholdersIn(value)) masked = masked.slice(0, start) + unknown.repeat(end - start) + masked.slice(end);
  return masked;
}

/** What the value is when nothing is set outside: defaults filled in (also nested ones), what has none left as a mark. */
export function withFallbacks(value: string): string {
  let filled = value;
  for (const { start, end, fallback } of [...placeholdersIn(value)].reverse()) {
    filled = filled.slice(0, start) + (fallback === undefined ? unknown : withFallbacks(fallback)) + filled.slice(end);
  }
  return filled;
}
