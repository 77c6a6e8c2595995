import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { bareType, field, isType, named, nameOf, readAnnotation, simpleName, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { purposeOf, severityOfPurpose } from './attributes.js';
import { isReplaceable } from './cookie-locale.js';
import { sessionWriteOf } from '../../../syntax/java/sessions.js';

/** Session writes of one application share one root cause: no store outside the process. */
const cause = 'session';

/** `"cart"`, `Constants.CART`, or `undefined` for a name that is only known at run time. */
function attributeName(node: JavaNode | undefined): string | undefined {
  if (!node) return undefined;
  const literal = stringValue(node);
  if (literal !== undefined) return literal;
  const constant = simpleName(node.text);
  return (node.type === 'identifier' || node.type === 'field_access') && /^[A-Z][A-Z0-9_]*$/.test(constant) ? constant : undefined;
}

function report(cx: RuleFileContext, at: JavaNode, name: JavaNode | undefined, value: JavaNode | undefined): void {
  // Storing null is the old way to remove an attribute.
  if (value?.type === 'null_literal') return;
  const attribute = attributeName(name);
  if (attribute === undefined) {
    cx.report({ at: span(at), say: 'dynamic', args: { expression: shorten(name?.text ?? '?') }, cause });
    return;
  }
  const purpose = purposeOf(attribute, value?.text ?? '');
  cx.report({ at: span(at), say: purpose === 'user' ? 'attribute' : purpose, severity: severityOfPurpose[purpose], args: { attribute }, cause });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Annotation values: one string, or a list of them. */
function strings(value: JavaNode | undefined): readonly string[] {
  if (!value) return [];
  if (value.type === 'element_value_array_initializer') return named(value).flatMap((item) => strings(item));
  const text = stringValue(value);
  if (text !== undefined) return [text];
  return value.type === 'class_literal' ? [simpleName(value.text.replace(/\.class$/, ''))] : [];
}

/** Writes to the HTTP session, through every API that Java web applications reach it by. */
export const javaSession = ruleMatcher({
  language: 'java',
  needles: [
    ['setAttribute', 'HttpSession'], ['putValue', 'HttpSession'], ['setAttribute', 'getSession'], ['putValue', 'getSession'], ['setAttribute', 'getHttpSession'],
    ['setAttribute', 'SCOPE_SESSION'], ['setAttribute', 'SESSION_SCOPE'], ['setAttribute', 'SCOPE_GLOBAL_SESSION'], ['setSessionAttribute', 'WebUtils'],
    ['SessionAttributes'], ['SessionLocaleResolver'], ['getSessionMap'], ['ActionContext', 'getSession'], ['SessionAware'], ['WebSession'],
  ],
  on: {
    method_invocation(call, cx) {
      const write = sessionWriteOf(cx, call);
      const name = field(call, 'name');
      if (write && name) report(cx, name, write.name, write.value);
    },
    annotation(node, cx) {
      const written = field(node, 'name');
      if (!written || !isType(cx, node, written.text, 'org.springframework.web.bind.annotation.SessionAttributes')) return;
      const { values } = readAnnotation(node);
      const names = ['value', 'names', 'types'].flatMap((key) => strings(values.get(key)));
      cx.report({ at: span(written), say: 'attribute', args: { attribute: names.join(', ') || simpleName(written.text) }, cause });
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (!type || !isType(cx, creation, bareType(type), 'org.springframework.web.servlet.i18n.SessionLocaleResolver')) return;
      cx.report({ at: span(type), say: 'locale', severity: 'info', args: { attribute: 'locale' }, cause, data: { resolver: isReplaceable(cx.text) ? 'replaceable' : 'own' } });
    },
  },
});
