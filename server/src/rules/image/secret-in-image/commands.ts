import type { DockerfileNode } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import type { Stage } from '../../../syntax/dockerfile/ask.js';
import { knownKeyNeedle, secretHanded } from '../../../syntax/secret-value.js';

/** Where commands carry a credential; the first group is what it belongs to, the second the credential itself. */
const carriers: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\bhttps?:\/\/([^\s:/@"'$]+):([^\s/@"'$]+)@/g, what: 'an address' },
  { pattern: /(_authToken|_password)=["']?([^\s"'$\\]+)/g, what: '.npmrc' },
  { pattern: /\becho\s+(?:-\w+\s+)*["']?([\w.-]+):([^\s"'$|]+)["']?\s*\|\s*(?:sudo\s+)?chpasswd/g, what: 'chpasswd' },
  { pattern: /(--(?:http-)?password)[= ]["']?([^\s"'$-][^\s"'$]*)/g, what: '--password' },
];

/** Literal credentials in `RUN`: the command stays readable in the history of the image, and what it writes in its layer. */
export function lookAtCommands(node: DockerfileNode, stage: Stage, cx: RuleFileContext): void {
  for (const instruction of stage.instructions) {
    if (instruction.getKeyword() !== 'RUN') continue;
    const { start, end } = node.span(instruction.getRange());
    const text = cx.text.slice(start, end);
    const found = carriers.flatMap(({ pattern, what }) => [...text.matchAll(pattern)].flatMap((match) =>
      (secretHanded(match[2] ?? '') === 'secret' ? [{ what, index: match.index + (match[0].indexOf(match[1] ?? '')), length: (match[1] ?? '').length }] : [])));
    const known = knownKeyNeedle.exec(text);
    const [first] = [...found, ...(known ? [{ what: 'a key', index: known.index, length: 4 }] : [])];
    if (first) cx.report({ at: { start: start + first.index, end: start + first.index + first.length }, say: 'command', args: { what: first.what }, data: { fix: 'none' } });
  }
}
