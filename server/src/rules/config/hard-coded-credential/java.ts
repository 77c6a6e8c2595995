import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { annotations, bareType, enclosing, enclosingType, field, nameOf, simpleName, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { isConfigurable, literalUse, mayBeComputed } from '../../../syntax/java/literal.js';
import { handedSecret, handingNeedles, isMade, nameBeside, secretByItself } from '../../../syntax/java/secret-code.js';
import { variableName } from '../../../syntax/names.js';
import { knownKeyNeedle, secretHanded, secretParameter, type SecretKind } from '../../../syntax/secret-value.js';
import { report } from './report.js';

function tell(cx: RuleFileContext, literal: JavaNode, name: string, kind: SecretKind): void {
  const use = literalUse(literal);
  const replaceable = use.role === 'value' && mayBeComputed(literal, use);
  const variable = variableName(name, nameOf(enclosingType(literal) ?? literal));
  // A URL is held by a variable of any name; the service and its parameter tell which credential it is.
  const sent = secretParameter(stringValue(literal) ?? '');
  report(cx, [{ name: sent?.name ?? name, at: span(literal), value: span(literal), kind }], {
    say: 'code', ...(sent ? { cause: `${sent.name} of ${sent.host}` } : {}), data: { settings: [], default: false, places: replaceable ? [{ ...span(literal), variable }] : [] },
  });
}

function lookAtCall(cx: RuleFileContext, call: JavaNode): void {
  const source = handedSecret(cx, call);
  if (!source || !('literal' in source) || isConfigurable(literalUse(source.literal))) return;
  const kind = secretHanded(stringValue(source.literal) ?? '');
  if (kind) tell(cx, source.literal, nameBeside(source.literal) || calledName(call), kind);
}

function calledName(call: JavaNode): string {
  return call.type === 'method_invocation' ? (field(call, 'name')?.text ?? '').replace(/^set/, '') : bareType(field(call, 'type'));
}

/** `@DataSourceDefinition(password = "…")` and its like; in other annotations a literal documents or describes. */
function inDefinition(literal: JavaNode): boolean {
  const pair = enclosing(literal, 'element_value_pair');
  const annotation = enclosing(literal, 'annotation');
  return annotation !== undefined && /Definition$/.test(simpleName(nameOf(annotation))) && field(pair ?? literal, 'key')?.text === 'password';
}

/** `TOKEN = "i18ntranslation"` in I18nTranslationDefinition: the word by which the program knows the class. */
function isNameOfItsClass(literal: JavaNode): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const type = enclosingType(literal);
  const word = plain(stringValue(literal) ?? '');
  return type !== undefined && word.length > 4 && plain(nameOf(type)).includes(word);
}

function lookAtLiteral(cx: RuleFileContext, literal: JavaNode): void {
  if (inDefinition(literal)) {
    const handed = isMade(literal) ? undefined : secretHanded(stringValue(literal) ?? '');
    if (handed) tell(cx, literal, 'password', handed);
    return;
  }
  const use = literalUse(literal);
  if (use.role !== 'value' || isConfigurable(use)) return;
  const kind = secretByItself(literal);
  if (kind && !isNameOfItsClass(literal)) tell(cx, literal, nameBeside(literal) || 'url', kind);
}

/** Whether annotations of the class say that its values are only examples for documentation. */
function isDescribed(literal: JavaNode): boolean {
  const type = enclosingType(literal);
  return type !== undefined && annotations(type).some(({ name }) => /^(?:Schema|ApiModel)$/.test(name));
}

/** Secrets handed to what takes them, connection strings with a password, keys of a known shape, and fields that hold a secret by name. */
export const javaCredential = ruleMatcher({
  language: 'java',
  needles: [
    ...handingNeedles,
    [/(?:password|passwd|pwd|secret|token|_?key)\s*=\s*"(?=[^"\s]*\d)[^"\s]{6,}"/i], [knownKeyNeedle], [/"(?:jdbc|mongodb(?:\+srv)?|rediss?|amqps?|postgres(?:ql)?|mysql):[^"\s]*(?:password=|:[^"/@\s]+@)[^"]/],
    [/"https?:\/\/[^"\s]{0,300}[?&]\w{0,20}(?:token|secret|password|passwd|pwd)=[^"&\s{}$%<[]{6}/i], ['DataSourceDefinition'],
  ],
  on: {
    method_invocation: (call, cx) => lookAtCall(cx, call),
    object_creation_expression: (call, cx) => lookAtCall(cx, call),
    string_literal(literal, cx) {
      if (!isDescribed(literal)) lookAtLiteral(cx, literal);
    },
  },
});
