import { lineEnding } from '../../base/text.js';
import type { PropertyEntry } from '../../contract/nodes.js';
import type { Edit } from '../../contract/rule.js';
import { propertiesAdapter } from './adapter.js';

function entriesOf(text: string): readonly PropertyEntry[] {
  const found: PropertyEntry[] = [];
  propertiesAdapter.parse(text, '').visit(new Set(['entry']), (_key, entry) => found.push(entry));
  return found;
}

/** Offset behind the first document of the file: `#---` begins the next one. */
function firstDocumentEnd(text: string): number {
  return /^[#!]---[ \t]*$/m.exec(text)?.index ?? text.length;
}

/**
 * Adds settings to the first document of a properties file, behind the last key with the same first word, or at its
 * end, each below its reason. Keys that are set anywhere in the file are left out; no edits when none is left.
 */
export function addSettings(file: string, text: string, settings: readonly (readonly [key: string, value: string, why?: string])[]): readonly Edit[] {
  const present = entriesOf(text);
  const missing = settings.filter(([key]) => !present.some((entry) => entry.key === key));
  const [first] = missing;
  if (!first) return [];
  const end = firstDocumentEnd(text);
  const family = `${first[0].split('.')[0] ?? ''}.`;
  const own = present.filter((entry) => entry.keySpan.start < end);
  const anchor = own.filter((entry) => entry.key.startsWith(family)).at(-1) ?? own.at(-1);
  const separator = anchor ? (/^[ \t]*[=:][ \t]*/.exec(text.slice(anchor.keySpan.end))?.[0] ?? '=') : '=';
  const eol = lineEnding(text);
  const lines = missing.map(([key, value, why]) => `${why === undefined ? '' : `# ${why}${eol}`}${key}${separator}${value}${eol}`).join('');
  const after = anchor ? text.indexOf('\n', Math.max(anchor.valueSpan.end, anchor.keySpan.end)) : end - 1;
  const at = after < 0 ? text.length : after + 1;
  const open = at > 0 && text[at - 1] !== '\n';
  return [{ do: 'replace', file, span: { start: at, end: at }, text: open ? `${eol}${lines.slice(0, -eol.length)}` : lines }];
}
