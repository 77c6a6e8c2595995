import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { enclosing, enclosingType, field, nameOf, plain, span, type CsNode } from '../../../syntax/csharp/ask.js';

/** `DateTime.Now.Hour >= 18`: the hour of the host, compared with one that is written down. */
function check(node: CsNode, cx: RuleFileContext): void {
  const text = plain(node);
  const name = field(node, 'name');
  if (!name || !/^(?:System\.)?DateTime\.Now\.(?:Hour|TimeOfDay)$/.test(text)) return;
  const compared = enclosing(node, 'binary_expression');
  const isCutoff = compared !== undefined && /^(?:[<>]=?|==)$/.test(compared.child(1)?.text ?? '') && /\d|TimeSpan|Hour|Time/.test(compared.text.replace(node.text, ''));
  const type = enclosingType(node);
  if (isCutoff && type) cx.report({ at: span(name), say: 'cutoff', args: { name: nameOf(type), via: text }, cause: 'hour of the host', data: { dir: '', zone: false } });
}

/** Decisions of .NET by the hour of the host. */
export const csharpHours = ruleMatcher({ language: 'csharp', needles: [[/\bDateTime\s*\.\s*Now\s*\.\s*(?:Hour|TimeOfDay)\b/]], on: { member_access_expression: check } });
