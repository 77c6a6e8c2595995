import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { descendants } from '../../syntax/java/descendants.js';
import { fieldsOf, modifiers, nameOf, span, stringValue, type JavaNode } from '../../syntax/java/ask.js';
import { isConfigurable, literalUse, mayBeComputed } from '../../syntax/java/literal.js';
import { fullName, sourcePath } from '../../syntax/java/names.js';
import { handedSecret, handingNeedles, isMade, secretByItself } from '../../syntax/java/secret-code.js';
import { variableName } from '../../syntax/names.js';
import { secretHanded, type SecretKind } from '../../syntax/secret-value.js';
import type {} from '../lookup.js';

/** A constant of another file that something takes as its secret, at the call. */
export interface HandedConstant {
  /** Full names that the declaring type may have, by the imports of the file. */
  readonly types: readonly string[];
  readonly member: string;
}

/** A text constant that could be used as a secret, at its literal; the text itself is never handed on. */
export interface TextConstant {
  /** Full name of the top-level type of the file. */
  readonly type: string;
  readonly member: string;
  readonly kind: SecretKind;
  /** Environment variable that could take the place of the literal; `undefined` where only a constant may stand. */
  readonly variable?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'secret.handed': HandedConstant;
    'secret.constant': TextConstant;
  }
}

function handed(call: JavaNode, cx: FactFileContext): void {
  const source = handedSecret(cx, call);
  if (!source || !('constant' in source)) return;
  cx.emit('secret.handed', span(call), { types: [...source.constant.types], member: source.constant.member });
  for (const type of source.constant.types) cx.emit('lookup', span(call), { path: sourcePath(type), wants: 'code' });
}

/** Kind of secret that the literal is once something takes it as one; what tells itself is told where it stands. */
function kindOf(literal: JavaNode): SecretKind | undefined {
  if (isMade(literal) || isConfigurable(literalUse(literal)) || secretByItself(literal) !== undefined) return undefined;
  return secretHanded(stringValue(literal) ?? '');
}

function constants(type: JavaNode, cx: FactFileContext): void {
  if (type.parent?.type !== 'program') return;
  for (const { name, value, declaration } of descendants(type, 'class_declaration', 'interface_declaration', 'enum_declaration').flatMap(fieldsOf)) {
    const fixed = declaration.type === 'constant_declaration' || modifiers(declaration).has('static');
    const kind = fixed && value?.type === 'string_literal' ? kindOf(value) : undefined;
    if (!value || kind === undefined) continue;
    const computable = mayBeComputed(value, literalUse(value));
    cx.emit('secret.constant', span(value), { type: fullName(cx, type), member: name, kind, ...(computable ? { variable: variableName(name, nameOf(type)) } : {}) });
  }
}

/** Secrets that one file declares and another one hands to what takes them. */
export const handedConstantFacts: FactExtractor = {
  kinds: ['secret.handed', 'secret.constant'],
  matchers: [
    factMatcher({ language: 'java', needles: handingNeedles, on: { method_invocation: handed, object_creation_expression: handed } }),
    factMatcher({ language: 'java', needles: 'looked-up', on: { class_declaration: constants, interface_declaration: constants, enum_declaration: constants } }),
  ],
};
