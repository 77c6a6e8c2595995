import type { Instruction } from 'dockerfile-ast';
import { lineEnding } from '../../base/text.js';
import type { DockerfileNode } from '../../contract/nodes.js';
import type { Edit } from '../../contract/rule.js';
import type { Stage } from './ask.js';

/** Instructions whose work would need the rights that a `USER` before them takes away. */
const builds = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/** The instruction of a stage before which its user has to be set: the first that only describes how to start; `undefined` at the end. */
function firstOfStart(stage: Stage): Instruction | undefined {
  const lastBuild = stage.instructions.reduce((found, each, index) => (builds.has(each.getKeyword()) || each.getKeyword() === 'USER' ? index : found), -1);
  return stage.instructions.slice(lastBuild + 1).find((each) => ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'STOPSIGNAL'].includes(each.getKeyword()));
}

/** Comment lines directly above an instruction belong to it. */
function commentsAbove(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^\s*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Puts lines where a stage has done its work and only says how to start. */
export function insertBeforeStart(file: string, text: string, node: DockerfileNode, stage: Stage, lines: readonly string[]): Edit {
  const eol = lineEnding(text);
  const body = lines.join(eol) + eol;
  const before = firstOfStart(stage);
  if (before) {
    const at = commentsAbove(text, node.span(before.getRange()).start);
    return { do: 'replace', file, span: { start: at, end: at }, text: `${body}${lines.length > 1 ? eol : ''}` };
  }
  const last = stage.instructions.at(-1) ?? stage.from;
  const end = text.indexOf('\n', node.span(last.getRange()).end);
  if (end < 0) return { do: 'replace', file, span: { start: text.length, end: text.length }, text: `${eol}${body}` };
  return { do: 'replace', file, span: { start: end + 1, end: end + 1 }, text: body };
}

/** A JSON array as Dockerfiles write it. */
export function execForm(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}
