import type { NeededReader } from '../../../contract/finding.js';
import type { Found, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { bareType, enclosingCallable, enclosingType, field, isType, named, nameOf, readAnnotation, simpleName, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { attributeNameOf, sessionWriteOf, type SessionWrite } from '../../../syntax/java/sessions.js';
import { putsIntoModel } from './model-attributes.js';
import { confidenceOf, purposeOf, severityOfPurpose } from './attributes.js';
import { endsWithRequest, endsWithSession } from './short-lived.js';
import { isReplaceable } from './cookie-locale.js';
import { anyReader, readerOf } from './reader.js';
import { isStoredWithRights } from './realm.js';

/** Session writes of one application share one root cause: no store outside the process. */
const cause = 'session';

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** What one write says, and what it writes: the attribute's name, or the expression of one that is only known at run time. */
function judge({ name, value }: SessionWrite): { readonly found: Omit<Found, 'at'>; readonly attribute: string } {
  const attribute = attributeNameOf(name);
  if (attribute === undefined) {
    const expression = shorten(name?.text ?? '?');
    // `LocaleResolver.getLocaleAttributeName()`: what is chosen at run time is only how the framework calls it.
    if (purposeOf(simpleName(expression).replace(/\(.*$/, ''), value?.text ?? '') === 'locale') return { found: { say: 'locale', severity: severityOfPurpose.locale, args: { attribute: 'locale' }, cause }, attribute: 'locale' };
    return { found: { say: 'dynamic', confidence: 'medium', args: { expression }, cause }, attribute: `? ${expression}` };
  }
  const purpose = purposeOf(attribute, value?.text ?? '');
  return { found: { say: purpose === 'user' ? 'attribute' : purpose, severity: severityOfPurpose[purpose], confidence: confidenceOf(attribute), args: { attribute }, cause }, attribute };
}

/** Repeats that one finding lists. */
const listed = 20;

/** One finding for each attribute that a class writes, at the first place; the others are its related places. */
function writes(root: JavaNode, cx: RuleFileContext): void {
  const byAttribute = new Map<string, { readonly found: Omit<Found, 'at'>; readonly places: JavaNode[]; readonly readers: (NeededReader | undefined)[] }>();
  for (const call of descendants(root, 'method_invocation')) {
    const write = sessionWriteOf(cx, call);
    const at = field(call, 'name');
    // Storing null is the old way to remove an attribute; a session that hands a call on to another one stores nothing itself.
    if (!write || !at || write.value?.type === 'null_literal' || endsWithRequest(call, write) || endsWithSession(call) || nameOf(enclosingCallable(call) ?? call.tree.rootNode) === at.text) continue;
    const { found, attribute } = judge(write);
    if (isStoredWithRights(cx, call)) continue;
    const key = `${attribute} ${String(enclosingType(call)?.id ?? 0)}`;
    const known = byAttribute.get(key);
    const reader = readerOf(cx, write);
    if (known) {
      known.places.push(at);
      known.readers.push(reader);
    } else byAttribute.set(key, { found, places: [at], readers: [reader] });
  }
  for (const { found, places: [first, ...others], readers } of byAttribute.values()) {
    const reader = anyReader(readers);
    if (first) cx.report({ ...found, ...(reader ? { reader } : {}), at: span(first), also: others.slice(0, listed).map((place) => ({ at: span(place), say: 'again' })) });
  }
}

/** Annotation values: one string, or a list of them. */
function strings(value: JavaNode | undefined): readonly string[] {
  if (!value) return [];
  if (value.type === 'element_value_array_initializer') return named(value).flatMap((item) => strings(item));
  const text = stringValue(value);
  if (text !== undefined) return [text];
  return value.type === 'class_literal' ? [simpleName(value.text.replace(/\.class$/, ''))] : [];
}

/** Constants of other files, as they are written: `ModelKeys.CART`. */
function constants(value: JavaNode | undefined): readonly string[] {
  if (value?.type === 'element_value_array_initializer') return named(value).flatMap((item) => constants(item));
  return value && ['identifier', 'field_access'].includes(value.type) && stringValue(value) === undefined ? [value.text] : [];
}

/** Writes to the HTTP session, through every API that Java web applications reach it by. */
export const javaSession = ruleMatcher({
  language: 'java',
  needles: [
    ['setAttribute', 'HttpSession'], ['setAttribute', 'PortletSession'], ['putValue', 'HttpSession'], ['setAttribute', 'getSession'], ['putValue', 'getSession'], ['setAttribute', 'getHttpSession'],
    ['setAttribute', 'SCOPE_SESSION'], ['setAttribute', 'SESSION_SCOPE'], ['setAttribute', 'SCOPE_GLOBAL_SESSION'], ['setSessionAttribute', 'WebUtils'],
    ['SessionAttributes'], ['SessionLocaleResolver'], ['getSessionMap'], ['ActionContext', 'getSession'], ['SessionAware'], ['WebSession'],
    ['setAttribute', /\borg\.apache\.shiro\.|\bVaadinSession\b|\borg\.zkoss\./], ['getSession', 'xwork2'], ['setAttribute', /\bextends\b/, /\b(?:session|httpSession)\s*\.\s*setAttribute\s*\(/], ['put', /\bextends\s+\w*(?:Action|ActionSupport)\b/, /\b(?:session|sessionMap)\.put\(/],
  ],
  on: {
    program: writes,
    annotation(node, cx) {
      const written = field(node, 'name');
      if (!written || !isType(cx, node, written.text, 'org.springframework.web.bind.annotation.SessionAttributes')) return;
      const { values } = readAnnotation(node);
      const kept = { names: ['value', 'names'].flatMap((key) => strings(values.get(key))), types: strings(values.get('types')) };
      const type = node.parent?.parent;
      if (type?.type === 'class_declaration' && !putsIntoModel(type, kept)) return;
      const names = [...kept.names, ...kept.types, ...['value', 'names'].flatMap((key) => constants(values.get(key)))];
      const attribute = names.join(', ') || simpleName(written.text);
      cx.report({ at: span(written), say: 'attribute', confidence: confidenceOf(attribute), args: { attribute }, cause });
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (!type || !isType(cx, creation, bareType(type), 'org.springframework.web.servlet.i18n.SessionLocaleResolver')) return;
      cx.report({ at: span(type), say: 'locale', severity: 'info', args: { attribute: 'locale' }, cause, data: { resolver: isReplaceable(cx.text) ? 'replaceable' : 'own' } });
    },
  },
});
