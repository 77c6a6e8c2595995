import type { Command } from '../../../syntax/dockerfile/ask.js';
import { steps } from '../../../syntax/dockerfile/shell.js';
import { buildStepOf } from '../../../syntax/build-step.js';

/** The text that a shell runs: shell form, or a list that names one. */
function shellOf(command: Command): string | undefined {
  if (command.form === 'shell') return command.text.startsWith('[') ? undefined : command.text;
  const at = command.words.findIndex((word) => /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/.test(word));
  return at >= 0 && /^-[a-z]*c$/.test(command.words[at + 1] ?? '') ? command.words[at + 2] : undefined;
}

/** The commands of a start command in order; a list without a shell is one. */
export function commandsIn(command: Command): readonly { readonly text: string; readonly start: number }[] {
  const shell = shellOf(command);
  if (shell !== undefined) return steps(shell) ?? [];
  return command.form === 'exec' ? [{ text: command.words.join(' '), start: 0 }] : [];
}

/** The leading steps that belong into the image, and the command without them; `undefined` when something else stands between. */
export function movable(command: Command): { readonly run: string; readonly rest: string } | undefined {
  const shell = shellOf(command);
  const all = shell === undefined ? undefined : steps(shell);
  const first = all?.findIndex(({ text }) => buildStepOf(text) === undefined) ?? -1;
  const next = all?.[first];
  // What a program prints or a file the container brings may decide on the steps: only plain words are moved.
  if (shell === undefined || !all || !next || first < 1 || all.slice(first).some(({ text }) => buildStepOf(text) !== undefined)) return undefined;
  const moved = all.slice(0, first).map(({ text }) => text.trim());
  return moved.some((text) => /[$`"'|<>]|\bgit\b/.test(text)) ? undefined : { run: moved.join(' && '), rest: shell.slice(next.start).trim() };
}
