import type { Instruction } from 'dockerfile-ast';
import { lineEnding } from '../../base/text.js';
import type { DockerfileNode } from '../../contract/nodes.js';
import type { Edit } from '../../contract/rule.js';
import { stagesOf, type ImageName, type Stage } from './ask.js';
import { officialName } from './images.js';

/** Instructions whose work would need the rights that a `USER` before them takes away. */
const builds = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/** The instruction of a stage before which its user has to be set: the first that only describes how to start; `undefined` at the end. */
function firstOfStart(stage: Stage): Instruction | undefined {
  const lastBuild = stage.instructions.reduce((found, each, index) => (builds.has(each.getKeyword()) || each.getKeyword() === 'USER' ? index : found), -1);
  return stage.instructions.slice(lastBuild + 1).find((each) => ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'STOPSIGNAL'].includes(each.getKeyword()));
}

/** Where an instruction begins together with the comment lines directly above it. */
export function commentsAbove(text: string, offset: number): number {
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

/** A reference with another name and tag, written as the one it replaces: a registry or mirror in front of an official image stays. */
export function otherReference(written: string, image: ImageName, next: { readonly repository: string; readonly tag: string }): string {
  const path = written.slice(0, written.length - (image.tag === undefined ? 0 : image.tag.length + 1));
  const own = officialName(image) ?? image.repository;
  const prefix = path.endsWith(own) ? path.slice(0, path.length - own.length) : '';
  const name = next.repository === image.repository ? own : next.repository;
  return `${prefix}${name}${next.tag === '' ? '' : `:${next.tag}`}`;
}

/** The stage whose image stands at an offset of a Dockerfile. */
export function stageAt(node: DockerfileNode, offset: number): Stage | undefined {
  return stagesOf(node).find(({ from }) => {
    const range = from.getImageRange();
    return range !== null && node.span(range).start === offset;
  });
}

/** Takes an instruction away with its lines; comments above it stay. */
export function withoutInstruction(file: string, text: string, node: DockerfileNode, instruction: Instruction): Edit {
  const { start, end } = node.span(instruction.getRange());
  const lineEnd = text.indexOf('\n', end);
  return { do: 'replace', file, span: { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd + 1 }, text: '' };
}
