import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { JspPart } from '../../contract/nodes.js';
import { field, span, type JavaNode } from '../../syntax/java/ask.js';
import { attributeNameOf, sessionWriteOf } from '../../syntax/java/sessions.js';
import { scopeOf, storedName, type JspTag } from '../../syntax/jsp/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** An attribute of the HTTP session that one place writes. */
    'session.attribute': {
      readonly name: string;
      /** `code` stores a value; a `page` tag makes the bean when nothing has stored it yet. */
      readonly by: 'code' | 'page';
    };
  }
}

function fromCall(call: JavaNode, cx: FactFileContext): void {
  const name = attributeNameOf(sessionWriteOf(cx, call)?.name);
  const at = field(call, 'name');
  if (name !== undefined && name !== '' && at) cx.emit('session.attribute', span(at), { name, by: 'code' });
}

function fromTag(part: JspPart, cx: FactFileContext): void {
  const tag = part as JspTag;
  const scope = scopeOf(tag);
  const name = scope?.value.toLowerCase() === 'session' ? storedName(tag) : undefined;
  if (scope && name !== undefined && name !== '') cx.emit('session.attribute', { start: scope.start, end: scope.end }, { name, by: 'page' });
}

/** `session.attribute`: who writes which attribute of the session, so that a large application hears of each a few times only. */
export const sessionAttributeFacts: FactExtractor = {
  kinds: ['session.attribute'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [
        ['setAttribute', 'HttpSession'], ['setAttribute', 'PortletSession'], ['putValue', 'HttpSession'], ['setAttribute', 'getSession'], ['putValue', 'getSession'], ['setAttribute', 'getHttpSession'],
        ['setAttribute', 'SCOPE_SESSION'], ['setAttribute', 'SESSION_SCOPE'], ['setSessionAttribute', 'WebUtils'], ['getSessionMap'], ['ActionContext', 'getSession'], ['SessionAware'],
        ['setAttribute', /\bextends\b/, /\b(?:session|httpSession)\s*\.\s*setAttribute\s*\(/],
      ],
      on: { method_invocation: fromCall },
    }),
    factMatcher({ language: 'jsp', needles: [[/[sS]cope\s*=\s*["']session["']/i]], on: { tag: fromTag } }),
  ],
};
