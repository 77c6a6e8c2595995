import { extension } from '../base/paths.js';
import type { Span } from '../base/text.js';

/** The value at a span as the default of a placeholder: `${NAME:old}` with the quotes of the old value; YAML flow collections need some. */
export function withPlaceholder(file: string, text: string, { start, end }: Span, variable: string): string {
  const written = text.slice(start, end);
  const quote = extension(file) === 'properties' ? undefined : /^(['"])[^]*\1$/.exec(written)?.[1];
  const inFlow = /^ya?ml$/.test(extension(file)) && /[[{]/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  const inner = quote ? written.slice(1, -1) : written;
  const use = quote ?? (inFlow ? '"' : '');
  return `${use}\${${variable}:${inner}}${use}`;
}

/** A value of properties, YAML, XML or code as the application reads it, quotes and escapes undone; `undefined` when only code can tell. */
export function plainValue(file: string, text: string, { start, end }: Span): string | undefined {
  const written = text.slice(start, end);
  if (extension(file) === 'properties') return written.replace(/\\(.)/g, '$1');
  if (extension(file) === 'xml') return written.replace(/&amp;/g, '&');
  const inner = /^(["'`])([^]*)\1$/.exec(written)?.[2] ?? written;
  return /[\\\r\n]|\$\{/.test(inner) ? undefined : inner;
}
