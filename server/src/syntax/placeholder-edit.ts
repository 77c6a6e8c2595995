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
