import type { Edit } from '../../contract/rule.js';

/** Adds what is missing to the requirements of a `go.mod`; `go mod tidy` then records their sums. */
export function requireEdits(path: string, text: string, wanted: Readonly<Record<string, string>>): readonly Edit[] {
  const missing = Object.entries(wanted).filter(([name]) => !new RegExp(`(?:^|\\s)${name.replace(/[./]/g, '\\$&')}\\s+v`, 'm').test(text));
  if (missing.length === 0) return [];
  const block = /^require \(\r?\n/m.exec(text);
  if (block) {
    const at = block.index + block[0].length;
    return [{ do: 'replace', file: path, span: { start: at, end: at }, text: missing.map(([name, version]) => `\t${name} ${version}\n`).join('') }];
  }
  const added = `\nrequire (\n${missing.map(([name, version]) => `\t${name} ${version}\n`).join('')})\n`;
  return [{ do: 'replace', file: path, span: { start: text.length, end: text.length }, text: text.endsWith('\n') ? added : `\n${added}` }];
}
