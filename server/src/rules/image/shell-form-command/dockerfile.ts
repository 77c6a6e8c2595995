import type { Instruction } from 'dockerfile-ast';
import { ruleMatcher } from '../../../contract/rule.js';
import { baseOf, commandOf, inForce, keywordSpan, shippedStage, type Stage } from '../../../syntax/dockerfile/ask.js';
import { purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { endsWithExec, sleepsFor } from '../../../syntax/dockerfile/shell.js';
import { replacementOf, wrappedShell } from './replacement.js';

/** Signals reach every process of a group when an init is told to forward them so. */
function forwardsToGroup(words: readonly string[]): boolean {
  return /(?:^|\/)dumb-init$/.test(words[0] ?? '') || (/(?:^|\/)tini$/.test(words[0] ?? '') && words.includes('-g'));
}

/** Windows containers, and images with a shell of their own, have rules of their own. */
function otherShell(stage: Stage): boolean {
  return inForce(stage, 'SHELL') !== undefined || /windows|nanoserver/i.test(baseOf(stage).text);
}

/** Which of the rule's messages fits, with its arguments; `undefined` when the program itself receives the signals. */
function verdict(instruction: Instruction, forwarded: boolean): { readonly say: string; readonly args?: { readonly seconds: number } } | undefined {
  const command = commandOf(instruction);
  const shell = command.form === 'shell' ? command.text : wrappedShell(command.words);
  if (shell === undefined || shell.trim() === '') return undefined;
  if (command.form === 'shell' && shell.startsWith('[')) return { say: 'notJson' };
  const seconds = sleepsFor(shell);
  if (seconds > 0) return { say: 'sleeps', args: { seconds } };
  if (endsWithExec(shell) || forwarded) return undefined;
  return { say: command.form === 'shell' ? 'shellForm' : 'wrapped' };
}

export const shellFormCommand = ruleMatcher({
  language: 'dockerfile',
  needles: 'always',
  on: {
    file(node, cx) {
      const last = shippedStage(node);
      if (!last || ['development', 'database', 'tool'].includes(purposeOf(cx.path, last)) || otherShell(last)) return;
      const entry = inForce(last, 'ENTRYPOINT');
      const entryCommand = entry && commandOf(entry);
      const forwarded = entryCommand?.form === 'exec' && forwardsToGroup(entryCommand.words);
      for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
        const instruction = inForce(last, keyword);
        // A shell-form ENTRYPOINT ignores CMD altogether.
        if (!instruction || (keyword === 'CMD' && entryCommand?.form === 'shell')) continue;
        const found = verdict(instruction, forwarded);
        if (!found) continue;
        const fix = found.say === 'sleeps' ? null : (replacementOf(last, instruction, keyword)?.fix ?? null);
        cx.report({ at: keywordSpan(node, instruction), say: found.say, args: { keyword, ...found.args }, data: { keyword, fix } });
      }
    },
  },
});
