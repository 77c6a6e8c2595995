import { basename } from '../../../base/paths.js';
import { ruleMatcher } from '../../../contract/rule.js';

const exits = /\b(?:(System)\s*\.\s*(exit)|Runtime\s*\.\s*getRuntime\s*\(\s*\)\s*\.\s*(halt|exit))\s*\(/;

export const jspExit = ruleMatcher({
  language: 'jsp',
  needles: [['System.exit'], ['getRuntime', 'halt'], ['getRuntime', 'exit']],
  on: {
    scriptlet(part, cx) {
      if (!('code' in part)) return;
      const code = part.code.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length));
      const match = exits.exec(code);
      if (!match) return;
      const name = match[2] ?? match[3] ?? '';
      const start = part.codeSpan.start + match.index + match[0].lastIndexOf(name);
      cx.report({ at: { start, end: start + name.length }, say: 'exit', args: { call: match[1] ? 'System.exit' : `Runtime.${name}`, where: basename(cx.path) } });
    },
  },
});
