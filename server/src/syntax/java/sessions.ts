import { args, bareType, declarationOf, enclosingType, field, imports, isType, methodsOf, named, nameOf, simpleName, stringValue, typeOf, type JavaNode } from './ask.js';
import { supertypes } from './lifecycle.js';

interface Look {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** Both namespaces: Java EE up to 8 and Jakarta EE from 9. */
const servletTypes = ['javax.servlet.http.HttpSession', 'jakarta.servlet.http.HttpSession'];
/** A part of the user's HTTP session, whichever of its scopes is named. */
const portletTypes = ['javax.portlet.PortletSession', 'jakarta.portlet.PortletSession'];
/** Sessions of frameworks that stand on the servlet session or take its place. */
const sessionTypes = [
  ...servletTypes, ...portletTypes, 'org.apache.shiro.session.Session', 'com.vaadin.server.VaadinSession', 'com.vaadin.flow.server.VaadinSession', 'org.zkoss.zk.ui.Session',
];
/** What hands out the HTTP session by `getSession()`, by the end of its type's name. */
const owners = /(?:Request\d?|RequestWrapper|HttpSession\w*Event|PageContext|ServletRequestAttributes|ServletWebRequest)$/;
const ownersInText = /request|req\b|pageContext|\bgetSubject\(\)$/i;
/** Static look-ups of a framework's own session: `VaadinSession.getCurrent()`, `Sessions.getCurrent()` of ZK. */
const lookUps: ReadonlyMap<string, string> = new Map([
  ['VaadinSession', 'com.vaadin.flow.server.VaadinSession'], ['Sessions', 'org.zkoss.zk.ui.Sessions'],
]);

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
  if (nameOf(call) === 'getPortletSession') return true;
  if (nameOf(call) === 'getCurrent') return lookUps.has(object.text) && [...imports(cx, call).types.values()].some((name) => name === lookUps.get(object.text) || name === 'com.vaadin.server.VaadinSession');
  if (!/^get(?:Http)?Session$/.test(nameOf(call))) return false;
  const type = simpleName(typeOf(object));
  if (type !== '') return owners.test(type) || isType(cx, call, typeOf(object), 'org.apache.shiro.subject.Subject');
  return ownersInText.test(object.text);
}

/** A field of a base class in another file; sessions of other kinds (JMS, Hibernate, mail) have no attributes to set. */
function isInheritedSession(name: JavaNode): boolean {
  const type = enclosingType(name);
  const call = name.parent;
  return /^(?:session|httpSession)$/.test(name.text) && type !== undefined && field(type, 'superclass') !== undefined
    && call?.type === 'method_invocation' && /^(?:setAttribute|putValue)$/.test(nameOf(call));
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
      if (!declared) return expression.type === 'identifier' && isInheritedSession(expression);
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

/** A field of an action that a base class of another file fills: Struts 2 hands the session to it as a map. */
function isInheritedMap(cx: Look, name: JavaNode): boolean {
  const type = enclosingType(name);
  const strutsFile = [...imports(cx, name).types.values(), ...imports(cx, name).wildcards].some((each) => /^(?:com\.opensymphony\.xwork2|org\.apache\.struts2)\b/.test(each));
  return strutsFile && /^(?:session|sessionMap|sessionAttributes)$/.test(name.text) && type !== undefined && field(type, 'superclass') !== undefined;
}

/** The session as a map: JSF's `getSessionMap()`, Struts 2's `ActionContext…getSession()` and `SessionAware`, WebFlux's `WebSession.getAttributes()`. */
function isSessionMap(cx: Look, expression: JavaNode): boolean {
  if (endsWithCall(expression, 'getSessionMap')) return true;
  if (endsWithCall(expression, 'getSession')) {
    const owner = field(expression, 'object');
    return /\bActionContext\b|getInvocationContext\(\)$/.test(owner?.text ?? '') || (owner !== undefined && /\bActionContext$/.test(typeOf(owner)));
  }
  if (endsWithCall(expression, 'getAttributes')) {
    const session = field(expression, 'object');
    return session !== undefined && isType(cx, session, typeOf(session), 'org.springframework.web.server.WebSession');
  }
  if (expression.type !== 'identifier' && expression.type !== 'field_access') return false;
  const declared = declarationOf(expression);
  if (!declared) return expression.type === 'identifier' && isInheritedMap(cx, expression);
  if (declared.kind === 'local') return declared.value !== undefined && declared.value.type === 'method_invocation' && isSessionMap(cx, declared.value);
  const type = enclosingType(expression);
  return declared.kind === 'field' && /Map$/.test(declared.type) && /session/i.test(nameOf(declared.node)) && type !== undefined && supertypes(type).some((name) => /^(?:SessionAware|SessionMapAware)$/.test(name));
}

/** `setAttribute(name, value, RequestAttributes.SCOPE_SESSION)` of Spring and `PageContext.SESSION_SCOPE` of tag handlers. */
function isSessionScope(scope: JavaNode | undefined): boolean {
  return scope !== undefined && /(?:^|\.)(?:SCOPE_(?:GLOBAL_)?SESSION|SESSION_SCOPE)$/.test(scope.text);
}

/** `portletSession.setAttribute(name, value, PortletSession.APPLICATION_SCOPE)`: seen by all portlets of the application, yet of one user. */
function isPortletScope(cx: Look, receiver: JavaNode, scope: JavaNode): boolean {
  return /(?:^|\.)(?:APPLICATION|PORTLET)_SCOPE$/.test(scope.text) && (/\bPortletSession\./.test(scope.text) || isPortletSession(cx, receiver));
}

/** Whether an expression is the session of a portlet. */
export function isPortletSession(cx: Look, expression: JavaNode): boolean {
  if (expression.type === 'method_invocation') return nameOf(expression) === 'getPortletSession';
  return isType(cx, expression, typeOf(expression), ...portletTypes);
}

const writers: ReadonlySet<string> = new Set(['setAttribute', 'putValue', 'put', 'putIfAbsent', 'setSessionAttribute']);

/** What a call stores in the HTTP session, and under which name. */
export interface SessionWrite {
  readonly name: JavaNode | undefined;
  readonly value: JavaNode | undefined;
}

const writesKey = {};

/** The write that a call makes to the HTTP session; `undefined` for any other call. Rules and facts ask it of the same calls. */
export function sessionWriteOf(cx: Look, call: JavaNode): SessionWrite | undefined {
  const known = cx.once(writesKey, () => new Map<number, SessionWrite | undefined>());
  if (!known.has(call.id)) known.set(call.id, readWrite(cx, call));
  return known.get(call.id);
}

function readWrite(cx: Look, call: JavaNode): SessionWrite | undefined {
  const method = nameOf(call);
  const receiver = field(call, 'object');
  if (!writers.has(method) || !receiver) return undefined; // Most calls are others, and asking on costs.
  const [first, second, third, ...more] = args(call);
  if (method === 'setSessionAttribute') return isType(cx, call, receiver.text, 'org.springframework.web.util.WebUtils') ? { name: second, value: third } : undefined;
  if (!second || more.length > 0) return undefined;
  const writes = method === 'put' || method === 'putIfAbsent' ? !third && isSessionMap(cx, receiver) : third ? isSessionScope(third) || isPortletScope(cx, receiver, third) : isSession(cx, receiver);
  return writes ? { name: first, value: second } : undefined;
}

/** `"cart"`, `Constants.CART`, `Key.CART.name()`, `Cart.class.getName()`; `undefined` for a name that is only known at run time. */
export function attributeNameOf(node: JavaNode | undefined): string | undefined {
  if (!node) return undefined;
  const literal = stringValue(node);
  if (literal !== undefined) return literal;
  switch (node.type) {
    case 'identifier':
      return /^[A-Z][A-Z0-9_]*$/.test(node.text) ? node.text : undefined;
    case 'field_access': {
      const constant = simpleName(node.text);
      return /^[A-Z][A-Z0-9_]*$/.test(constant) || /^[A-Z]\w*$/.test(simpleName(field(node, 'object')?.text ?? '')) ? constant : undefined;
    }
    case 'method_invocation': {
      const object = field(node, 'object');
      if (!object || !/^(?:name|toString|getName|getSimpleName|getCanonicalName|getKey|getValue|key|value)$/.test(nameOf(node))) return undefined;
      return object.type === 'class_literal' ? simpleName(object.text.replace(/\.class$/, '')) : constantOnly(object);
    }
    default:
      return undefined;
  }
}

function constantOnly(node: JavaNode): string | undefined {
  const name = simpleName(node.text);
  return (node.type === 'identifier' || node.type === 'field_access') && /^[A-Z][A-Z0-9_]*$/.test(name) ? name : undefined;
}
