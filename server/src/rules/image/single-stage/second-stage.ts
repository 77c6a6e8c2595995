import type { Instruction } from 'dockerfile-ast';
import { commandOf, environment, inForce, shellText, substitute, type Stage } from '../../../syntax/dockerfile/ask.js';
import { jdkOf, runtimeForBuild } from '../../../syntax/dockerfile/java-images.js';
import { plainWords } from '../../../syntax/dockerfile/shell.js';

/** What a stage of its own for the replicas needs. */
export interface SecondStage {
  /** Lines that begin it. */
  readonly lines: readonly string[];
  /** The first instruction that belongs to it: those from here on only say how to start. */
  readonly first: Instruction;
}

const doing = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);
/** Instructions of which the new stage would have to repeat each. */
const lasting = new Set(['ENV', 'USER', 'SHELL', 'ONBUILD', 'ENTRYPOINT', 'CMD', 'HEALTHCHECK', 'VOLUME', 'STOPSIGNAL', 'EXPOSE', 'LABEL']);

function workdir(stage: Stage): string | undefined {
  const written = inForce(stage, 'WORKDIR')?.getArguments()[0]?.getValue();
  const filled = written === undefined ? { text: '/', known: true } : substitute(written, environment(stage));
  return filled.known && filled.text.startsWith('/') ? filled.text.replace(/(.)\/$/, '$1') : undefined;
}

function absolute(dir: string, path: string): string {
  return path.startsWith('/') ? path : `${dir === '/' ? '' : dir}/${path.replace(/^\.\//, '')}`;
}

/** The folder or file that the build made and the command starts, and the image that runs it. */
function artefact(stage: Stage, words: readonly string[], dir: string): { readonly path: string; readonly image: string } | undefined {
  const runs = stage.instructions.filter((each) => each.getKeyword() === 'RUN').map(shellText).join('\n');
  const [program = '', ...args] = words;
  const jar = args[args.indexOf('-jar') + 1];
  if (program === 'java' && args.includes('-jar') && jar !== undefined && !/[*$]/.test(jar)) {
    const made = /(?:^|\/)(?:target|build\/libs)\//.test(jar) || new RegExp(`(?:cp|mv)\\b[^\\n]*\\s${jar.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:\\s|$)`).test(runs);
    const runtime = runtimeForBuild(stage.image) ?? jdkOf(stage.image)?.runtime;
    return made && runtime ? { path: absolute(dir, jar), image: `${runtime.repository}:${runtime.tag}` } : undefined;
  }
  const library = args[0] ?? '';
  const tag = /^(\d+\.\d+)(-alpine)?(?:$|[-.\d])/.exec(stage.image.tag ?? '');
  const out = /\s(?:-o|--output)[ =](\S+)/.exec(runs)?.[1];
  const folder = library.slice(0, Math.max(0, library.lastIndexOf('/')));
  if (program !== 'dotnet' || !/^mcr\.microsoft\.com\/dotnet\/sdk$/.test(stage.image.repository) || !tag || out === undefined || absolute(dir, out).replace(/\/$/, '') !== absolute(dir, folder)) return undefined;
  return /\.dll$/.test(library) ? { path: absolute(dir, folder), image: `mcr.microsoft.com/dotnet/aspnet:${tag[1] ?? ''}${tag[2] ?? ''}` } : undefined;
}

/** How a stage that builds and runs is cut in two; `undefined` where more than the artefact may be needed to run. */
export function secondStage(stage: Stage): SecondStage | undefined {
  if (stage.parent || stage.index > 0 || stage.image.digest !== undefined) return undefined;
  const last = stage.instructions.reduce((found, each, index) => (doing.has(each.getKeyword()) ? index : found), -1);
  const first = stage.instructions[last + 1];
  const dir = workdir(stage);
  const starts = [inForce(stage, 'ENTRYPOINT'), inForce(stage, 'CMD')].filter((each) => each !== undefined);
  const command = starts[0] && commandOf(starts[0]);
  const words = command?.form === 'exec' ? command.words : command && plainWords(command.text);
  if (!first || dir === undefined || starts.length !== 1 || !words || stage.instructions.slice(0, last + 1).some((each) => lasting.has(each.getKeyword()))) return undefined;
  const made = artefact(stage, words, dir);
  if (!made) return undefined;
  return { first, lines: [`FROM ${made.image}`, ...(dir === '/' ? [] : [`WORKDIR ${dir}`]), `COPY --from=${stage.name ?? 'build'} ${made.path} ${made.path}`] };
}
