import { args, bareType, declarationOf, enclosingType, field, imports, isType, methodsOf, named, nameOf, simpleName, typeOf, type JavaNode } from './ask.js';
import { supertypes } from './lifecycle.js';

interface Look {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** Both namespaces: Java EE up to 8 and Jakarta EE from 9. */
const sessionTypes = ['javax.servlet.http.HttpSession', 'jakarta.servlet.http.HttpSession'];
/** What hands out the HTTP session by `getSession()`, by the end of its type's name. */
const owners = /(?:Request\d?|RequestWrapper|HttpSession\w*Event|PageContext|ServletRequestAttributes|ServletWebRequest)$/;
const ownersInText = /request|req\b|pageContext/i;

function servletFile(cx: Look, node: JavaNode): boolean {
  const { types, wildcards } = imports(cx, node);
  return [...types.values(), ...wildcards].some((name) => /^(?:javax|jakarta)\.servlet\b/.test(name));
}

/** Return type of a method that the class itself declares; '' when it does not. */
function ownReturnType(call: JavaNode): string {
  for (let type = enclosingType(call); type; type = enclosingType(type)) {
    const method = methodsOf(type).find((candidate) => nameOf(candidate) === nameOf(call));
    if (method) return bareType(field(method, 'type'));
  }
  return '';
}

function isGetSession(cx: Look, call: JavaNode): boolean {
  const object = field(call, 'object');
  if (!object || object.type === 'this') {
    const declared = ownReturnType(call);
    if (declared !== '') return isType(cx, call, declared, ...sessionTypes);
    return /^get(?:Http)?Session$/.test(nameOf(call)) && servletFile(cx, call) && !/\bSessionFactory\b|\bEntityManager\b/.test(cx.text);
  }
  if (!/^get(?:Http)?Session$/.test(nameOf(call))) return false;
  const type = simpleName(typeOf(object));
  if (type !== '') return owners.test(type);
  return ownersInText.test(object.text);
}

/** Whether an expression is the HTTP session: declared so, cast to it, or handed out by a request. */
export function isSession(cx: Look, expression: JavaNode, depth = 0): boolean {
  if (depth > 4) return false;
  switch (expression.type) {
    case 'method_invocation':
      return isGetSession(cx, expression);
    case 'parenthesized_expression':
      return named(expression).some((inner) => isSession(cx, inner, depth + 1));
    case 'cast_expression': case 'object_creation_expression':
      return isType(cx, expression, bareType(field(expression, 'type')), ...sessionTypes);
    case 'identifier': case 'field_access': {
      const declared = declarationOf(expression);
      if (!declared) return false;
      if (declared.type !== '') return isType(cx, expression, declared.type, ...sessionTypes);
      return declared.value !== undefined && isSession(cx, declared.value, depth + 1);
    }
    default:
      return false;
  }
}

function endsWithCall(expression: JavaNode | undefined, name: string): boolean {
  return expression?.type === 'method_invocation' && nameOf(expression) === name;
}

/** The session as a map: JSF's `getSessionMap()`, Struts 2's `ActionContext…getSession()` and `SessionAware`, WebFlux's `WebSession.getAttributes()`. */
export function isSessionMap(cx: Look, expression: JavaNode): boolean {
  if (endsWithCall(expression, 'getSessionMap')) return true;
  if (endsWithCall(expression, 'getSession')) return /\bActionContext\b/.test(field(expression, 'object')?.text ?? '');
  if (endsWithCall(expression, 'getAttributes')) {
    const session = field(expression, 'object');
    return session !== undefined && isType(cx, session, typeOf(session), 'org.springframework.web.server.WebSession');
  }
  if (expression.type !== 'identifier' && expression.type !== 'field_access') return false;
  const declared = declarationOf(expression);
  if (!declared) return false;
  if (declared.kind === 'local') return declared.value !== undefined && declared.value.type === 'method_invocation' && isSessionMap(cx, declared.value);
  const type = enclosingType(expression);
  return declared.kind === 'field' && /Map$/.test(declared.type) && /session/i.test(nameOf(declared.node)) && type !== undefined && supertypes(type).some((name) => /^(?:SessionAware|SessionMapAware)$/.test(name));
}

/** `setAttribute(name, value, RequestAttributes.SCOPE_SESSION)` of Spring and `PageContext.SESSION_SCOPE` of tag handlers. */
function isSessionScope(scope: JavaNode | undefined): boolean {
  return scope !== undefined && /(?:^|\.)(?:SCOPE_(?:GLOBAL_)?SESSION|SESSION_SCOPE)$/.test(scope.text);
}

const writers: ReadonlySet<string> = new Set(['setAttribute', 'putValue', 'put', 'putIfAbsent', 'setSessionAttribute']);

/** What a call stores in the HTTP session, and under which name. */
export interface SessionWrite {
  readonly name: JavaNode | undefined;
  readonly value: JavaNode | undefined;
}

/** The write that a call makes to the HTTP session; `undefined` for any other call. */
export function sessionWriteOf(cx: Look, call: JavaNode): SessionWrite | undefined {
  const method = nameOf(call);
  const receiver = field(call, 'object');
  if (!writers.has(method) || !receiver) return undefined; // Most calls are others, and asking on costs.
  const [first, second, third, ...more] = args(call);
  if (method === 'setSessionAttribute') return isType(cx, call, receiver.text, 'org.springframework.web.util.WebUtils') ? { name: second, value: third } : undefined;
  if (!second || more.length > 0) return undefined;
  const writes = method === 'put' || method === 'putIfAbsent' ? !third && isSessionMap(cx, receiver) : third ? isSessionScope(third) : isSession(cx, receiver);
  return writes ? { name: first, value: second } : undefined;
}
