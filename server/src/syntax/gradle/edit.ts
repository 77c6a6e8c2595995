import { lineEnding } from '../../base/text.js';
import type { Edit } from '../../contract/rule.js';
import type { GradleEntry, GradleFile } from '../../contract/nodes.js';
import type { Coordinates } from '../xml/edit.js';
import { gradleAdapter } from './adapter.js';

function read(text: string): GradleFile | undefined {
  let file: GradleFile | undefined;
  gradleAdapter.parse(text, '').visit(new Set(['file']), (_key, node) => (file = node));
  return file;
}

/** A dependency of the project itself: no conditions, no other project's block around it. */
function isOwn(entry: GradleEntry): boolean {
  return entry.kind === 'dependency' && entry.blocks.length === 1;
}

/**
 * Adds dependencies to a Gradle script in the notation that its last runtime dependency uses. What is already there is
 * left alone: no edits when nothing is missing, `undefined` when the script has no `dependencies` block of its own.
 */
export function addDependencies(file: string, text: string, wanted: readonly Coordinates[]): readonly Edit[] | undefined {
  const script = read(text);
  if (!script) return undefined;
  const missing = wanted.filter(({ group, artifact }) => !script.entries.some((entry) => entry.kind === 'dependency' && entry.value.startsWith(`${group}:${artifact}`)));
  if (missing.length === 0) return [];
  const own = script.entries.filter(isOwn);
  const anchor = own.filter((entry) => /^(?:implementation|api|compile)$/.test(entry.name)).at(-1) ?? own.at(-1);
  const block = anchor?.blocks[0] ?? script.blocks.find((candidate) => candidate.name === 'dependencies' && /^dependencies\b/m.test(text.slice(candidate.start)));
  if (!block) return undefined;
  const kotlin = file.endsWith('.kts');
  const written = anchor ? text.slice(anchor.nameSpan.end, anchor.end) : '';
  const quote = kotlin || /^[^"']*"/.test(written) ? '"' : "'";
  const called = kotlin || /^\s*\(/.test(written);
  const eol = lineEnding(text);
  const from = anchor?.start ?? block.body.start;
  const indent = anchor ? (/^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', from - 1) + 1, from))?.[0] ?? '    ') : '    ';
  const lines = missing.map(({ group, artifact, version }) => {
    const literal = `${quote}${[group, artifact, version].filter(Boolean).join(':')}${quote}`;
    const name = anchor?.name === 'compile' ? 'compile' : 'implementation';
    return `${indent}${name}${called ? `(${literal})` : ` ${literal}`}`;
  });
  const at = anchor ? lineEnd(text, anchor.end) : block.body.start;
  return [{ do: 'replace', file, span: { start: at, end: at }, text: lines.map((line) => `${eol}${line}`).join('') }];
}

/** End of the line without its line break. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}
