import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, bareType, declarationOf, enclosingCallable, enclosingType, field, modifiers, named, simpleName, span, stringValue, typeOf, type JavaNode } from '../../syntax/java/ask.js';
import { descendants } from '../../syntax/java/descendants.js';
import { fullName, possibleNames } from '../../syntax/java/names.js';
import { sessionWriteOf } from '../../syntax/java/sessions.js';

/** A method that stores what it is given in the HTTP session, under a name that it is given as well. */
export interface SessionWriter {
  /** Full names under which callers know its type: the class, and the full names that its supertypes may have. */
  readonly types: readonly string[];
  readonly method: string;
  /** Number of parameters, and which of them is the name of the attribute. */
  readonly arity: number;
  readonly name: number;
}

/** A call that may be one of such a method, by the names alone. */
export interface SessionWriterCall {
  /** Full names that the receiver's type may have, by the imports of the file. */
  readonly types: readonly string[];
  readonly receiver: string;
  readonly method: string;
  /** What is passed, where the file tells: literals and the names of constants; '' elsewhere. */
  readonly passed: readonly string[];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'session.writer': SessionWriter;
    'session.writer-call': SessionWriterCall;
  }
}

function parametersOf(callable: JavaNode): readonly JavaNode[] {
  return named(field(callable, 'parameters') ?? callable).filter((each) => each.type === 'formal_parameter');
}

/** Superclass and interfaces as written. */
function parents(type: JavaNode): readonly string[] {
  const clauses = named(type).filter((part) => part.type === 'superclass' || part.type === 'super_interfaces');
  return clauses.flatMap((clause) => named(clause).flatMap((part) => (part.type === 'type_list' ? named(part) : [part]))).map(bareType);
}

function writer(call: JavaNode, cx: FactFileContext): void {
  const name = sessionWriteOf(cx, call)?.name;
  const callable = name && enclosingCallable(call);
  const type = enclosingType(call);
  const declared = name?.type === 'identifier' ? declarationOf(name) : undefined;
  if (!callable || callable.type !== 'method_declaration' || !type || declared?.kind !== 'parameter' || modifiers(callable).has('private')) return;
  const list = parametersOf(callable);
  const index = list.findIndex((parameter) => parameter.id === declared.node.id);
  const at = field(callable, 'name');
  if (index < 0 || !at) return;
  const types = [fullName(cx, type), ...parents(type).flatMap((parent) => possibleNames(cx, type, parent))];
  cx.emit('session.writer', span(at), { types, method: at.text, arity: list.length, name: index });
}

/** What names the receiver's type: a class for static calls, the declared type of a variable, a base class for calls without a receiver. */
function receiverTypes(call: JavaNode): readonly string[] {
  const receiver = field(call, 'object');
  if (!receiver || receiver.type === 'this' || receiver.type === 'super') {
    const type = enclosingType(call);
    return type ? parents(type) : [];
  }
  const declared = typeOf(receiver);
  if (declared !== '') return [declared];
  if (receiver.type === 'identifier' && /^[A-Z]/.test(receiver.text)) return [receiver.text];
  return receiver.type === 'field_access' && /^[a-z]\w*(?:\.\w+)*\.[A-Z]\w*$/.test(receiver.text) ? [receiver.text] : [];
}

const storing = /^(?:set|put|add|save|store|bind|register|create)/;

function passedBy(argument: JavaNode): string {
  const literal = stringValue(argument);
  if (literal !== undefined) return literal;
  const constant = simpleName(argument.text);
  return (argument.type === 'identifier' || argument.type === 'field_access') && /^[A-Z][A-Z0-9_]*$/.test(constant) ? constant : '';
}

function candidates(root: JavaNode, cx: FactFileContext): void {
  for (const call of descendants(root, 'method_invocation')) {
    const method = field(call, 'name');
    if (!method || !storing.test(method.text) || !/session/i.test(`${method.text} ${field(call, 'object')?.text ?? ''}`)) continue;
    const passed = args(call).map(passedBy);
    if (passed.length < 2 || passed.every((each) => each === '') || sessionWriteOf(cx, call)) continue;
    const types = receiverTypes(call).flatMap((written) => possibleNames(cx, call, written));
    const receiver = field(call, 'object')?.text ?? '';
    if (types.length > 0) cx.emit('session.writer-call', span(method), { types, receiver: receiver.length > 40 ? '' : receiver, method: method.text, passed });
  }
}

/** `session.writer`, `session.writer-call`: session writes behind a method of the project's own. */
export const sessionWriterFacts: FactExtractor = {
  kinds: ['session.writer', 'session.writer-call'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [
        ['setAttribute', 'HttpSession'], ['setAttribute', 'PortletSession'], ['putValue', 'HttpSession'], ['setAttribute', 'getSession'], ['setAttribute', 'getHttpSession'], ['setAttribute', 'SCOPE_SESSION'],
        ['setSessionAttribute', 'WebUtils'], ['getSessionMap'], ['ActionContext', 'getSession'],
      ],
      on: { method_invocation: writer },
    }),
    factMatcher({
      language: 'java',
      // A helper has more in its name than `session`, which is the session itself (of whatever kind).
      needles: [[/ession(?<=\w{8}|\b[sS]ession(?=\w))\w*\s*\.\s*(?:set|put|add|save|store|bind|register|create)\w*\s*\(|Session(?<=\b(?:set|put|add|save|store|bind|register)\w*)\w*\s*\(\s*[^)\s]/, /\b(?:HttpServletRequest|HttpSession|WebRequest|ServletWebRequest|ModelAndView)\b|(?:Controller|Action|Interceptor|Filter|Handler|Servlet)\b/]],
      on: { program: candidates },
    }),
  ],
};
