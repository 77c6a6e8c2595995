import { args, calledName, callName, declarationOf, declaresType, enclosingMember, field, nameOf, named, plain, receiver, stringValue, typeOf, usings, type CsNode, type Once } from './ask.js';

/** A write to the session of ASP.NET. */
export interface SessionWrite {
  /** The token that a reader looks at: `Session` before an index, the name of the method otherwise. */
  readonly at: CsNode;
  /** Name of the attribute where it is a literal or a constant; its expression otherwise. */
  readonly name: string | undefined;
  readonly expression: string;
  readonly value: string;
}

const sessionTypes = /^(?:HttpSessionState(?:Base|Wrapper)?|ISession|IHttpSessionState)$/;

/** Whether an expression is the session of the current request, in ASP.NET of either generation. */
export function isSession(cx: Once, node: CsNode): boolean {
  const text = plain(node);
  if (/(?:^|\.)(?:HttpContext|Current|Context|Page|httpContext|context|ControllerContext)\.Session$/.test(text)) return true;
  if (node.type === 'parenthesized_expression') return named(node).some((inner) => isSession(cx, inner));
  const name = node.type === 'member_access_expression' ? field(node, 'name') : node;
  if (name?.type !== 'identifier') return false;
  const declared = declarationOf(name);
  if (!declared) return text === 'Session' && !usesOtherSessions(cx, node);
  const type = typeOf(node.type === 'identifier' ? node : name);
  if (sessionTypes.test(type)) return !(type === 'ISession' && usesOtherSessions(cx, node));
  return declared.value !== undefined && declared.kind === 'local' && /(?:^|\.)Session$/.test(plain(declared.value)) && declared.value.id !== node.id && declared.value.text !== node.text && isSession(cx, declared.value);
}

/** Object mappers and message systems have sessions too. */
function usesOtherSessions(cx: Once, node: CsNode): boolean {
  return [...usings(cx, node)].some((each) => /^(?:NHibernate|Raven\.|Marten|Apache\.NMS|MongoDB|Cassandra|Opc\.)/.test(each)) || declaresType(cx, node, 'Session') || declaresType(cx, node, 'ISession');
}

const adding = /^(?:Add|Set(?:[A-Z]\w*)?)$/;

/** Whether the write is that of a setter which is added to every session and stores under the name it is given: its callers are told of. */
function isOfSetter(on: CsNode, key: CsNode): boolean {
  const [session, name] = [on, key].map((each) => (each.type === 'identifier' ? declarationOf(each) : undefined));
  const method = session && enclosingMember(session.name);
  return session?.kind === 'parameter' && /^this\b/.test(session.declaration.text) && name?.kind === 'parameter' && method !== undefined && adding.test(nameOf(method));
}

/** `Session["x"] = value`. */
export function indexedWrite(cx: Once, assignment: CsNode): SessionWrite | undefined {
  const left = field(assignment, 'left');
  if (left?.type !== 'element_access_expression') return undefined;
  const on = field(left, 'expression');
  const key = named(named(field(left, 'subscript') ?? left)[0] ?? left)[0];
  const value = field(assignment, 'right');
  // Setting nothing takes an attribute away.
  if (!on || !key || !value || value.type === 'null_literal' || !isSession(cx, on) || isOfSetter(on, key)) return undefined;
  const at = on.type === 'member_access_expression' ? (field(on, 'name') ?? on) : on;
  return { at, name: stringValue(key), expression: plain(key), value: value.text };
}

/** `Session.Add("x", value)`, `HttpContext.Session.SetString("x", value)` and setters that the application adds to it. */
export function calledWrite(cx: Once, call: CsNode): SessionWrite | undefined {
  const name = callName(call);
  const on = receiver(call);
  const at = calledName(call);
  const [key, value] = args(call);
  if (!on || !at || !key || !value || value.type === 'null_literal' || !adding.test(name) || !isSession(cx, on) || isOfSetter(on, key)) return undefined;
  return { at, name: stringValue(key), expression: plain(key), value: value.text };
}

/** Needles of files that may write to the session. */
export const sessionNeedles = [['Session', /\bSession\b\)?\s*[?!]?\s*(?:\[|\.\s*(?:Add|Set\w*)\s*(?:<[^>]*>)?\()/], [/\b(?:HttpSessionState\w*|ISession)\b/, /\[[^\]\n]+\]\s*=|\.\s*Set\w*\(/]] as const;
