import type { Flag, From, Instruction } from 'dockerfile-ast';
import type { Span } from '../../base/text.js';
import type { DockerfileNode } from '../../contract/nodes.js';

/** A reference to an image, ARG defaults filled in. */
export interface ImageName {
  /** As written, with the defaults of ARGs. */
  readonly text: string;
  /** Registry and path without tag and digest; `docker.io/` and `library/` are dropped, so that `node` is `node`. */
  readonly repository: string;
  /** Last part of the repository. */
  readonly base: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** False when a variable has no default: nothing is known of the image. */
  readonly known: boolean;
}

export interface Stage {
  readonly index: number;
  readonly from: From;
  readonly name: string | undefined;
  readonly image: ImageName;
  /** The stage it continues, when `FROM` names one. */
  readonly parent: Stage | undefined;
  /** Everything after its `FROM`, in order. */
  readonly instructions: readonly Instruction[];
}

/** Fills `$X`, `${X}`, `${X:-default}` from values; `known` is false when something is left. */
export function substitute(text: string, values: ReadonlyMap<string, string>): { readonly text: string; readonly known: boolean } {
  let known = true;
  const filled = text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+)|\{[^}]*\})/g, (whole, braced: string | undefined, fallback: string | undefined, plain: string | undefined) => {
    const value = values.get(braced ?? plain ?? '') || fallback;
    if (value !== undefined && value !== '') return value;
    known = false;
    return whole;
  });
  return { text: filled, known };
}

/** Splits an image reference; the port of a registry is no tag. */
export function imageName(written: string, values: ReadonlyMap<string, string> = new Map()): ImageName {
  const { text, known } = substitute(written, values);
  const [reference = '', digest] = text.split('@');
  const slash = reference.lastIndexOf('/');
  const colon = reference.indexOf(':', slash + 1);
  const path = colon < 0 ? reference : reference.slice(0, colon);
  const repository = path.replace(/^(?:docker\.io\/|index\.docker\.io\/)/, '').replace(/^library\//, '');
  return { text, repository, base: repository.slice(repository.lastIndexOf('/') + 1), tag: colon < 0 ? undefined : reference.slice(colon + 1), digest, known };
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** `NAME=value` pairs of `ENV` and `ARG`, quotes removed; `ENV NAME value` in its old form. An ARG without a default has no pair. */
function pairsOf(instruction: Instruction): readonly (readonly [string, string])[] {
  const text = shellText(instruction).trim();
  const old = instruction.getKeyword() === 'ENV' ? /^(\w+)\s+([^=\s][^]*)$/.exec(text) : null;
  if (old) return [[old[1] ?? '', unquote(old[2] ?? '')]];
  return [...text.matchAll(/([\w.-]+)=("(?:[^"\\]|\\.)*"|'[^']*'|(?:[^\s\\]|\\.)*)/g)].map((match) => [match[1] ?? '', unquote(match[2] ?? '')] as const);
}

/** Defaults of the ARGs before the first `FROM`: the only ones that `FROM` can use. */
function globalArgs(node: DockerfileNode): ReadonlyMap<string, string> {
  const first = node.instructions.findIndex((each) => each.getKeyword() === 'FROM');
  const values = new Map<string, string>();
  for (const each of node.instructions.slice(0, Math.max(0, first))) {
    if (each.getKeyword() === 'ARG') for (const [name, value] of pairsOf(each)) values.set(name, substitute(value, values).text);
  }
  return values;
}

/** The build stages in order; empty for a file without `FROM`. */
export function stagesOf(node: DockerfileNode): readonly Stage[] {
  const values = globalArgs(node);
  const stages: { -readonly [K in keyof Stage]: Stage[K] extends readonly Instruction[] ? Instruction[] : Stage[K] }[] = [];
  for (const instruction of node.instructions) {
    if (instruction.getKeyword() !== 'FROM') {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const from = instruction as From;
    const image = imageName(from.getImage() ?? '', values);
    const parent = stages.find((stage) => stage.name !== undefined && stage.name.toLowerCase() === image.text.toLowerCase());
    stages.push({ index: stages.length, from, name: from.getBuildStage() ?? undefined, image, parent, instructions: [] });
  }
  return stages;
}

const forDevelopers = /(?:^|[-_.])(?:dev|devel|develop|development|debug|tests?|testing|local|dev-?envs?)$/i;

/**
 * The stage that makes the image for users: the last one, unless it is named for developers (`FROM app AS app-dev`) and one
 * before it is not and starts as well. `undefined` for a file without `FROM`.
 */
export function shippedStage(node: DockerfileNode): Stage | undefined {
  const stages = stagesOf(node);
  const last = stages.at(-1);
  if (!last || !forDevelopers.test(last.name ?? '')) return last;
  const starts = (stage: Stage): boolean => (inForce(stage, 'CMD') ?? inForce(stage, 'ENTRYPOINT')) !== undefined;
  return stages.filter((stage) => !forDevelopers.test(stage.name ?? '') && (starts(stage) || !starts(last))).at(-1) ?? last;
}

/** A stage with the stages it continues, nearest first. */
export function lineage(stage: Stage): readonly Stage[] {
  return stage.parent ? [stage, ...lineage(stage.parent)] : [stage];
}

/** Whether a stage and all that it continues are named for developers, so that nothing of the file is meant for users. */
export function isOnlyForDevelopers(stage: Stage): boolean {
  return lineage(stage).every(({ name }) => forDevelopers.test(name ?? ''));
}

/** The stages whose work ends up in an image: those it continues, and those that it or they copy from. Nearest first. */
export function contributing(stages: readonly Stage[], shipped: Stage): readonly Stage[] {
  const found = new Set<Stage>();
  const visit = (stage: Stage): void => {
    if (found.has(stage)) return;
    found.add(stage);
    if (stage.parent) visit(stage.parent);
    for (const instruction of stage.instructions) {
      const mounts = instruction.getKeyword() === 'RUN' ? [...shellText(instruction).matchAll(/--mount=\S*\bfrom=([^\s,]+)/g)].map((match) => match[1] ?? '') : [];
      for (const name of [flag(instruction, 'from') ?? '', ...mounts]) {
        const source = stages.find((each) => each.index < stage.index && (each.name?.toLowerCase() === name.toLowerCase() || String(each.index) === name));
        if (source) visit(source);
      }
    }
  };
  visit(shipped);
  return [...found];
}

/** The image outside this file that a stage stands on. */
export function baseOf(stage: Stage): ImageName {
  return (lineage(stage).at(-1) ?? stage).image;
}

/** The instruction in force at the end of a stage: the last one of that keyword, own or inherited. */
export function inForce(stage: Stage, keyword: string): Instruction | undefined {
  for (const each of lineage(stage)) {
    const found = each.instructions.filter((instruction) => instruction.getKeyword() === keyword).at(-1);
    if (found) return found;
  }
  return undefined;
}

/** `ENV` and `ARG` values at the end of a stage. */
export function environment(stage: Stage): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const each of [...lineage(stage)].reverse()) {
    for (const instruction of each.instructions) {
      const keyword = instruction.getKeyword();
      if (keyword === 'ENV' || keyword === 'ARG') for (const [name, value] of pairsOf(instruction)) values.set(name, substitute(value, values).text);
    }
  }
  return values;
}

/** What `CMD` or `ENTRYPOINT` runs. A list that is not valid JSON (single quotes) is run by the shell, as Docker does. */
export type Command = { readonly form: 'exec'; readonly words: readonly string[] } | { readonly form: 'shell'; readonly text: string };

export function commandOf(instruction: Instruction): Command {
  // Line continuations, and comment lines between them, are not part of the command.
  const raw = instruction.getRawArgumentsContent() ?? '';
  const text = raw.replace(/\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\r?\n)*/g, '').trim();
  if (text.startsWith('[')) {
    try {
      const words: unknown = JSON.parse(text);
      if (Array.isArray(words) && words.every((word) => typeof word === 'string')) return { form: 'exec', words: words as string[] };
    } catch {
      return { form: 'shell', text };
    }
  }
  return { form: 'shell', text };
}

/** Text of a `RUN` with its line continuations joined; comment lines between them are not part of it. */
export function shellText(instruction: Instruction): string {
  return (instruction.getRawArgumentsContent() ?? '').replace(/\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\r?\n)*/g, ' ');
}

/** Value of a flag such as `--from=build`; `undefined` when it is not there. */
export function flag(instruction: Instruction, name: string): string | undefined {
  const flags = 'getFlags' in instruction ? (instruction as Instruction & { getFlags(): Flag[] }).getFlags() : [];
  return flags.find((each) => each.getName() === name)?.getValue() ?? undefined;
}

/** Sources of a `COPY` or `ADD` from the build context; empty when it copies from a stage or another image. */
export function copiedPaths(instruction: Instruction): readonly string[] {
  if (!['COPY', 'ADD'].includes(instruction.getKeyword()) || flag(instruction, 'from') !== undefined) return [];
  const command = commandOf(instruction);
  const words = command.form === 'exec' ? command.words : instruction.getArguments().map((argument) => unquote(argument.getValue()));
  return words.filter((word) => !word.startsWith('--')).slice(0, -1);
}

/** Span of an instruction's keyword. */
export function keywordSpan(node: DockerfileNode, instruction: Instruction): Span {
  return node.span(instruction.getInstructionRange());
}

/** Span of the first match of a pattern in an instruction, or of its first group; that of the keyword when nothing matches. */
export function matchSpan(node: DockerfileNode, text: string, instruction: Instruction, pattern: RegExp): Span {
  const { start, end } = node.span(instruction.getRange());
  const keyword = keywordSpan(node, instruction);
  const match = pattern.exec(text.slice(keyword.end, end));
  if (!match || match[0] === '') return keyword;
  const word = match[1] ?? match[0];
  const at = Math.max(start, keyword.end + match.index + match[0].indexOf(word));
  return { start: at, end: at + word.length };
}
