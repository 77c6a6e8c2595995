import type { Instruction } from 'dockerfile-ast';
import { commandOf, environment, lineage, shellText, substitute, type Stage } from '../../../syntax/dockerfile/ask.js';

/** What nobody misses: temporary files, caches, sockets. */
const passing = /^\/(?:tmp|var\/tmp|run|var\/run|var\/cache|dev\/shm)(?:\/|$)|(?:^|[/_.-])(?:cache|tmp|temp|node_modules|\.m2|\.gradle|\.npm|\.cargo|sockets?)(?:$|\/)/i;
/** What other means bring or take away: logs, configuration, certificates, sources of developers. */
const besides = /(?:^|\/)(?:logs?|conf(?:ig)?(?:\.d)?|etc|certs?|ssl|tls|keys|secrets|plugins|extensions|themes|templates|scripts|backups?)(?:$|\/)/i;

/** Paths that an instruction declares, variables filled in as far as the file says. */
export function declaredPaths(stage: Stage, instruction: Instruction): readonly string[] {
  const command = commandOf(instruction);
  // A list in single quotes is no JSON: Docker takes its pieces for paths, its author meant the list.
  const words = command.form === 'exec' ? command.words : command.text.split(/\s+/).map((word) => word.replace(/^[["']+|["',\]]+$/g, ''));
  const values = environment(stage);
  return words.filter((word) => word !== '').map((word) => substitute(word, values).text);
}

/** What kind of files lies below a path. */
export function kindOfPath(path: string): 'data' | 'besides' | 'passing' {
  return passing.test(path) ? 'passing' : besides.test(path) ? 'besides' : 'data';
}

/** Commands that only make the folder itself, which the volume brings anyway. */
const makesFolder = /^\s*(?:sudo\s+)?(?:mkdir|install\s+-d)\b/;

/** `RUN` works in a container that has the volume mounted; `COPY` and `ADD` write to the layer below it. */
function writesTo(stage: Stage, instruction: Instruction, path: string): boolean {
  if (instruction.getKeyword() !== 'RUN') return false;
  const inside = (target: string): boolean => target === path || target.startsWith(`${path.replace(/\/$/, '')}/`);
  const steps = shellText(instruction).split(/&&|\|\||;/).filter((step) => !makesFolder.test(step));
  return steps.some((step) => step.split(/[\s"'=]+/).some((word) => inside(substitute(word, environment(stage)).text)));
}

/** Whether a step behind the declaration, in its stage or one that continues it, changes something there. */
export function isFilledLater(stage: Stage, declaration: Instruction, path: string): boolean {
  const all = [...lineage(stage)].reverse().flatMap((each) => each.instructions);
  return all.slice(all.indexOf(declaration) + 1).some((each) => writesTo(stage, each, path));
}
