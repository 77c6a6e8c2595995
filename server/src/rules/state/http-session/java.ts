import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, field, isType, named, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';

/** Both namespaces: Java EE up to 8 and Jakarta EE from 9. */
const sessionTypes = ['javax.servlet.http.HttpSession', 'jakarta.servlet.http.HttpSession'];

/** Whether an expression is an HttpSession: declared so, or the result of `getSession`. */
function isSession(cx: RuleFileContext, receiver: JavaNode): boolean {
  if (receiver.type === 'method_invocation') return field(receiver, 'name')?.text === 'getSession';
  if (receiver.type === 'parenthesized_expression') return named(receiver).some((inner) => isSession(cx, inner));
  return isType(cx, receiver, typeOf(receiver), ...sessionTypes);
}

/** `session.setAttribute(name, value)` and its Servlet 2.1 name `putValue`. */
export const javaSession = ruleMatcher({
  language: 'java',
  needles: [['setAttribute', 'HttpSession'], ['putValue', 'HttpSession'], ['setAttribute', 'getSession'], ['putValue', 'getSession']],
  on: {
    method_invocation(call, cx) {
      const name = field(call, 'name');
      const receiver = field(call, 'object');
      if (!name || !receiver || !['setAttribute', 'putValue'].includes(name.text) || !isSession(cx, receiver)) return;
      const [attribute] = args(call);
      cx.report({ at: span(name), say: 'attribute', args: { attribute: stringValue(attribute) ?? attribute?.text ?? '?' }, cause: 'session' });
    },
  },
});
