import type { Edit, FixInput } from '../../../contract/rule.js';
import { withoutKey } from '../../../facts/compose/edit.js';
import { lastColon } from '../../../facts/compose/ports.js';
import { pairOf } from '../../../syntax/yaml/ask.js';
import { keyAt } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';

/** A mapping as written: quotes around, the part before the container's port, and that port. */
function shortForm({ finding, text }: FixInput): { readonly start: number; readonly host: string } | undefined {
  const written = text(finding.file)?.slice(finding.range.start, finding.range.end) ?? '';
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const colon = lastColon(written);
  return colon < 0 || (quote !== '' && !written.endsWith(quote)) ? undefined : { start: finding.range.start + quote.length, host: written.slice(quote.length, colon) };
}

/** An address in front of the host's port, with its colon. */
function addressOf(host: string): string {
  return /^(?:\[[^\]]*\]|\d+\.\d+\.\d+\.\d+|\$\{[^}]*\}):(?=.)/.exec(host)?.[0] ?? '';
}

/** The mapping without the port of the host; an address stays, as in `127.0.0.1::8080`. */
export function containerOnly(input: FixInput): readonly Edit[] | undefined {
  const { finding } = input;
  if ((finding.data as { form: string }).form === 'long') return withoutKey(input, 'published');
  const found = shortForm(input);
  if (!found) return undefined;
  const address = addressOf(found.host);
  const start = found.start + address.length;
  const end = found.start + found.host.length;
  return [{ do: 'replace', file: finding.file, span: { start, end: address === '' ? end + 1 : end }, text: '' }];
}

/** The mapping with a range in place of the one port, up to `last`. */
export function ranged(input: FixInput, last: number): readonly Edit[] | undefined {
  const { finding, text } = input;
  if ((finding.data as { form: string }).form === 'long') {
    for (const { doc } of readStream(text(finding.file) ?? '').documents) {
      const found = keyAt(doc, finding.range.start);
      const value = found && pairOf(doc, found.map, found.key)?.value;
      if (value) return [{ do: 'replace', file: finding.file, span: { start: value.range[0], end: value.range[1] }, text: `"${finding.args['port'] ?? ''}-${last}"` }];
    }
    return undefined;
  }
  const found = shortForm(input);
  const at = found && found.start + found.host.length;
  return at === undefined || !/\d$/.test(found?.host ?? '') ? undefined : [{ do: 'replace', file: finding.file, span: { start: at, end: at }, text: `-${last}` }];
}
