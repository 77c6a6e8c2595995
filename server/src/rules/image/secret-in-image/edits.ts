import type { Instruction } from 'dockerfile-ast';
import { basename } from '../../../base/paths.js';
import type { DockerfileNode } from '../../../contract/nodes.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { stagesOf, type Stage } from '../../../syntax/dockerfile/ask.js';
import { withoutInstruction } from '../../../syntax/dockerfile/edit.js';
import { homes, usersOf } from './copies.js';
import { propertiesOf } from './values.js';

interface Data {
  /** What can be done about it: take a value away, a copy, or hand the file to single steps. */
  readonly fix: 'value' | 'copy' | 'mount' | 'none';
}

interface Place {
  readonly text: string;
  readonly node: DockerfileNode;
  readonly stage: Stage | undefined;
  readonly instruction: Instruction;
}

/** The instruction that a finding stands in. */
function placeOf({ finding, text }: FixInput): Place | undefined {
  const written = text(finding.file);
  if (written === undefined) return undefined;
  const node = readDockerfile(written);
  const around = (each: Instruction): boolean => {
    const { start, end } = node.span(each.getRange());
    return start <= finding.range.start && finding.range.end <= end;
  };
  const instruction = node.instructions.find(around);
  return instruction && { text: written, node, instruction, stage: stagesOf(node).find((stage) => stage.instructions.some(around)) };
}

/** Takes one of several neighbours out of a line, with the space or the line break that separates it. */
function withoutOne(file: string, text: string, spans: readonly { readonly start: number; readonly end: number }[], at: number): readonly Edit[] | undefined {
  const own = spans[at];
  const next = spans[at + 1];
  const before = spans[at - 1];
  if (!own) return undefined;
  const span = next ? { start: own.start, end: next.start } : before ? { start: before.end, end: own.end } : undefined;
  if (!span || /^\s*#/m.test(text.slice(span.start, span.end))) return undefined;
  return [{ do: 'replace', file, span, text: '' }];
}

function valueEdits(input: FixInput): readonly Edit[] | undefined {
  const place = placeOf(input);
  if (!place) return undefined;
  const { text, node, instruction } = place;
  const { file, range } = input.finding;
  const properties = propertiesOf(instruction);
  const at = properties.findIndex((each) => node.span(each.getNameRange()).start === range.start);
  const property = properties[at];
  if (!property) return undefined;
  if (instruction.getKeyword() === 'ARG') return [{ do: 'replace', file, span: { start: range.end, end: node.span(property.getRange()).end }, text: '' }];
  if (properties.length === 1) return [withoutInstruction(file, text, node, instruction)];
  return withoutOne(file, text, properties.map((each) => node.span(each.getRange())), at);
}

function copyEdits(input: FixInput): readonly Edit[] | undefined {
  const place = placeOf(input);
  if (!place) return undefined;
  const { text, node, instruction } = place;
  const sources = instruction.getArguments().map((argument) => node.span(argument.getRange()));
  if (sources.length <= 2) return [withoutInstruction(input.finding.file, text, node, instruction)];
  return withoutOne(input.finding.file, text, sources, sources.findIndex(({ start }) => start === input.finding.range.start));
}

/** Hands the file to the steps that need it, and to no layer: `RUN --mount=type=secret,…`. */
function mountEdits(input: FixInput): readonly Edit[] | undefined {
  const place = placeOf(input);
  const name = basename((input.finding.data as unknown as { path: string }).path);
  const target = homes[name];
  const copy = copyEdits(input);
  if (!place?.stage || target === undefined || !copy) return undefined;
  const users = usersOf(place.stage, place.instruction, name);
  const mounts = users.map((each): Edit => {
    const { end } = place.node.span(each.getInstructionRange());
    return { do: 'replace', file: input.finding.file, span: { start: end, end }, text: ` --mount=type=secret,id=${name.replace(/^\.|\.xml$/g, '')},target=${target}` };
  });
  return users.length === 0 ? undefined : [...copy, ...mounts];
}

function offered(fix: Data['fix']): (finding: { readonly data: unknown }) => boolean {
  return ({ data }) => (data as Data).fix === fix;
}

/** None is safe: whoever builds or starts the image has to bring the value from then on, and the one written here has to be changed. */
export const secretFixes: readonly Fix[] = [
  { key: 'remove-value', title: { en: 'Take the value out: the container gets it when it starts', ko: '값 제거(컨테이너를 시작할 때 전달)' }, safety: 'review', applies: offered('value'), edits: valueEdits },
  { key: 'remove-copy', title: { en: 'Leave the file out of the image', ko: '이미지에서 파일 제외' }, safety: 'review', applies: offered('copy'), edits: copyEdits },
  { key: 'secret-mount', title: { en: 'Hand the file to the build as a secret', ko: '파일을 빌드 시크릿으로 전달' }, safety: 'review', applies: offered('mount'), edits: mountEdits },
];
