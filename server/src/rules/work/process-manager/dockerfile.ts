import { ruleMatcher } from '../../../contract/rule.js';
import { commandOf, inForce, keywordSpan, stagesOf } from '../../../syntax/dockerfile/ask.js';
import { purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { managedBy, sayOf } from './words.js';

/** Images whose start command hands the program to a process manager. */
export const dockerfileManagers = ruleMatcher({
  language: 'dockerfile',
  needles: [['pm2'], ['forever'], ['supervisord']],
  on: {
    file(node, cx) {
      const last = stagesOf(node).at(-1);
      if (!last || ['development', 'database'].includes(purposeOf(cx.path, last))) return;
      for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
        const instruction = inForce(last, keyword);
        if (!instruction) continue;
        const command = commandOf(instruction);
        const found = managedBy(command.form === 'shell' ? command.text : command.words.join(' '));
        if (found) cx.report({ at: keywordSpan(node, instruction), ...sayOf(found), cause: 'manager' });
      }
    },
  },
});
