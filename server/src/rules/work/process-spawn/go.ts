import { ruleMatcher } from '../../../contract/rule.js';
import { args, assignedValue, calleeOf, isCommandLine, isGenerated, stringValue } from '../../../syntax/go/ask.js';
import { span } from '../../../syntax/tree-sitter/nodes.js';

/** Programs that Go code starts by name. */
export const goSpawns = ruleMatcher({
  language: 'go',
  needles: [['os/exec', /exec\.Command(?:Context)?\(/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      if (callee?.path !== 'os/exec' || !/^Command(?:Context)?$/.test(callee.name) || isCommandLine(cx, call) || isGenerated(cx)) return;
      const given = args(call)[callee.name === 'CommandContext' ? 1 : 0];
      const tool = stringValue(given) ?? (given ? stringValue(assignedValue(given)) : undefined);
      if (tool === undefined || /^(?:sh|bash|\/bin\/(?:sh|bash))$/.test(tool) || /[\s/\\]$/.test(tool)) return;
      const windows = /\.exe$|^(?:cmd|powershell|rundll32)$/i.test(tool);
      // A branch for the developer's own machine: opening a browser and the like.
      if (windows || /^(?:open|xdg-open|start|go|git)$/.test(tool)) return;
      cx.report({ at: span(callee.token), say: 'tool', args: { tool }, data: { tool } });
    },
  },
});
