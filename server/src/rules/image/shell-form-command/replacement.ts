import type { Instruction } from 'dockerfile-ast';
import { commandOf, inForce, type Stage } from '../../../syntax/dockerfile/ask.js';
import { plainWords, withExec } from '../../../syntax/dockerfile/shell.js';

/** A list that can stand for a command: `exec-form` does the same without a shell, `exec-in-shell` keeps the shell and replaces it. */
export interface Replacement {
  readonly fix: 'exec-form' | 'exec-in-shell';
  readonly words: readonly string[];
}

/** The shell that a list names: `["sh", "-c", "…"]`, also behind an init such as tini. */
export function wrappedShell(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/.test(word));
  if (at < 0 || !/^-[a-z]*c$/.test(words[at + 1] ?? '')) return undefined;
  return words[at + 2];
}

/** A shell-form ENTRYPOINT drops CMD and arguments; as a list it would receive them. An own ENTRYPOINT would see other arguments. */
function staysTheSame(stage: Stage, keyword: string): boolean {
  if (keyword === 'ENTRYPOINT') return !inForce(stage, 'CMD');
  const entry = inForce(stage, 'ENTRYPOINT');
  const command = entry && commandOf(entry);
  return !command || (command.form === 'exec' && /(?:^|\/)(?:tini|dumb-init|docker-entrypoint\.sh|docker-init)$/.test(command.words[0] ?? ''));
}

/** Words of a list that only single quotes keep from being JSON. */
function singleQuoted(text: string): readonly string[] | undefined {
  if (!/^\[(?:\s*'[^'"\\]*'\s*,?)+\s*\]$/.test(text)) return undefined;
  return [...text.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}

/** What to write instead; `undefined` when no list does the same. */
export function replacementOf(stage: Stage, instruction: Instruction, keyword: string): Replacement | undefined {
  const command = commandOf(instruction);
  if (command.form === 'exec') {
    const inner = wrappedShell(command.words);
    const text = inner === undefined ? undefined : withExec(inner);
    return text === undefined ? undefined : { fix: 'exec-in-shell', words: command.words.map((word) => (word === inner ? text : word)) };
  }
  const same = staysTheSame(stage, keyword) ? (singleQuoted(command.text) ?? (command.text.startsWith('[') ? undefined : plainWords(command.text))) : undefined;
  if (same) return { fix: 'exec-form', words: same };
  const text = command.text.startsWith('[') ? undefined : withExec(command.text);
  return text === undefined ? undefined : { fix: 'exec-in-shell', words: ['/bin/sh', '-c', text] };
}
