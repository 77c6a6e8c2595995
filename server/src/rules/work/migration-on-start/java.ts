import { ruleMatcher } from '../../../contract/rule.js';
import { args, enclosingCallable, field, nameOf, span } from '../../../syntax/java/ask.js';
import { switchOf } from '../../../syntax/java/switches.js';
import { schemaCause } from './setting.js';

/** `adapter.setGenerateDdl(true)`; settings given as key and value are facts. */
export const java = ruleMatcher({
  language: 'java',
  needles: [['setGenerateDdl']],
  on: {
    method_invocation(call, cx) {
      const callable = enclosingCallable(call);
      if (nameOf(call) !== 'setGenerateDdl' || args(call)[0]?.text !== 'true' || (callable && switchOf(callable).never)) return;
      cx.report({ at: span(field(call, 'name') ?? call), say: 'update', confidence: 'high', cause: schemaCause, args: { setting: 'setGenerateDdl(true)', variable: '' }, data: { key: 'setGenerateDdl' } });
    },
  },
});
