import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, declarationOf, enclosingType, field, methodsOf, nameOf, span, stringValue, type JavaNode } from '../../syntax/java/ask.js';
import { fullName, possibleNames, sourcePath, typesIn } from '../../syntax/java/names.js';
import { sessionWriteOf } from '../../syntax/java/sessions.js';
import type {} from '../lookup.js';
import { livesInSession, sessionScopeNeedles } from './scoped.js';

/** An object of an own type that is put into the HTTP session. */
export interface SessionStored {
  /** Full names that its type may have, by the imports of the file. */
  readonly types: readonly string[];
  /** Name of the attribute; '' when it is only known at run time. */
  readonly attribute: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'session.stored': SessionStored;
  }
}

/** Types of the standard library are either serializable or known not to be kept in sessions. */
const foreign = /^(?:java|javax|jakarta|sun|com\.sun)\./;

/** Names that are not imported because they belong to the language. */
const everyday = /^(?:String|Object|Integer|Long|Short|Byte|Character|Boolean|Double|Float|Number|Enum|Class|Iterable|CharSequence)$/;

/** Return type of a method that the class declares itself. */
function returnType(call: JavaNode): JavaNode | undefined {
  const object = field(call, 'object');
  const owner = enclosingType(call);
  if (!owner || (object && object.type !== 'this')) return undefined;
  const count = args(call).length;
  const methods = methodsOf(owner).filter((method) => nameOf(method) === nameOf(call) && (field(method, 'parameters')?.namedChildCount ?? 0) === count);
  return methods.length === 1 && methods[0] ? field(methods[0], 'type') : undefined;
}

/** The type of a value as this file declares it. */
function typeNode(value: JavaNode): JavaNode | undefined {
  switch (value.type) {
    case 'identifier': case 'field_access': {
      const declared = declarationOf(value);
      const written = declared && field(declared.declaration, 'type');
      return written?.text === 'var' ? declared?.value && typeNode(declared.value) : written;
    }
    case 'object_creation_expression': case 'cast_expression':
      return field(value, 'type');
    case 'method_invocation':
      return returnType(value);
    case 'parenthesized_expression':
      return value.namedChild(0) ? typeNode(value.namedChild(0) as JavaNode) : undefined;
    default:
      return undefined;
  }
}

function emit(cx: FactFileContext, at: JavaNode, types: readonly string[], attribute: string): void {
  const own = types.filter((name) => !foreign.test(name));
  if (own.length === 0) return;
  cx.emit('session.stored', span(at), { types: own, attribute });
  for (const name of own) cx.emit('lookup', span(at), { path: sourcePath(name), wants: 'types' });
}

/** What is put into the HTTP session, by its type: calls that store a value, and classes whose objects live in it. */
export const sessionStoredFacts: FactExtractor = {
  kinds: ['session.stored'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [
        ['setAttribute', 'HttpSession'], ['setAttribute', 'PortletSession'], ['putValue', 'HttpSession'], ['setAttribute', 'getSession'], ['putValue', 'getSession'], ['setAttribute', 'SCOPE_SESSION'],
        ['setSessionAttribute', 'WebUtils'], ['getSessionMap'], ['ActionContext', 'getSession'], ['SessionAware'],
      ],
      on: {
        method_invocation(call, cx) {
          const write = sessionWriteOf(cx, call);
          if (!write?.value) return;
          const types = typesIn(typeNode(write.value));
          for (const written of types.filter((each) => !everyday.test(each))) emit(cx, write.value, possibleNames(cx, call, written), stringValue(write.name) ?? '');
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: sessionScopeNeedles,
      on: {
        class_declaration(type, cx) {
          const name = field(type, 'name');
          // How the class itself is declared needs no look-up: see the facts of types.
          if (name && livesInSession(type)) cx.emit('session.stored', span(name), { types: [fullName(cx, type)], attribute: '' });
        },
      },
    }),
  ],
};
