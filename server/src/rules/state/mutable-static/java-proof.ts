import type { RuleFileContext } from '../../../contract/rule.js';
import { annotation, declarationOf, enclosingCallable, field, imports, named, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { below, callsNamed, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { allTypeNames, wordsOf } from '../../../syntax/java/field-purpose.js';
import type { Kept } from '../../../syntax/java/kept.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { handlesRequest } from '../../../syntax/java/origin.js';
import { hasOwnInstance } from '../../../syntax/java/singletons.js';

/** What only code of a server works with; the codes of answers are constants that others use as well. */
const serverApis = new RegExp([
  String.raw`^(?:javax|jakarta)\.(?:servlet(?!\.http\.HttpServletResponse$)|ws\.rs|ejb|faces|websocket|jws|enterprise\.(?:context|event))\b`, String.raw`^org\.springframework\.(?:web|stereotype|security|messaging|ui|http)\b`,
  String.raw`^org\.apache\.(?:struts2?|wicket|tapestry\d?|shiro)\b`, String.raw`^com\.opensymphony\.xwork2\b`,
  String.raw`^(?:io\.javalin|spark|io\.vertx\.ext\.web|io\.micronaut\.http|org\.jboss\.seam|net\.sourceforge\.stripes|com\.vaadin|org\.zkoss|org\.restlet|org\.kohsuke\.stapler)\.`,
].join('|'));

/** Whom and what requests are about: what later requests ask for again. */
const served = /^(?:users?|logins?|logged|members?|customers?|accounts?|sessions?|visitors?|guests?|persons?|employees?|students?|patients?|players?|carts?|baskets?|orders|bookings?|reservations?|payments?|rooms?|tickets?|tokens?|uploads?|uploaded|downloads?|imports?|progress|votes?|bids?|chats?|otp|captcha|quotes?|trades?|stocks?|products?|messages|comments?|posts?|followers?|ips?|emails?|phones?|mobiles?|buyers?|tenants?)$/;

function importsServerApi(cx: RuleFileContext, type: JavaNode): boolean {
  const { types, wildcards } = imports(cx, type);
  return [...types.values(), ...wildcards.map((name) => `${name}.`)].some((name) => serverApis.test(name));
}

/** The method of a write, and the methods of the class that call it, one step back. */
function pathsTo(cx: RuleFileContext, type: JavaNode, write: FieldWrite): readonly JavaNode[] {
  const callable = enclosingCallable(write.node);
  if (!callable) return [];
  return [callable, ...callsNamed(cx, type, nameOf(callable)).flatMap((call) => enclosingCallable(call) ?? [])];
}

/** Names that a write goes by: the field, its class, what it holds, and the keys of the method that are put in. */
function namesOf(kept: Kept, changed: readonly FieldWrite[]): readonly string[] {
  const keys = changed.flatMap((write) => {
    const callable = enclosingCallable(write.node);
    const parameters = callable ? named(field(callable, 'parameters') ?? callable).map(nameOf) : [];
    return parameters.filter((name) => name !== '' && write.values.some((value) => new RegExp(`\\b${name}\\b`).test(value.text)));
  });
  return [nameOf(kept.declared.node), nameOf(kept.type).replace(/Session(?=[A-Z])/, ''), ...allTypeNames(kept.declared).slice(1), ...keys];
}

/** Whether the field's own name says that it is a copy that can be made again, and not of what users do. */
export function isCacheByName({ declared }: Kept): boolean {
  const words = wordsOf(nameOf(declared.node));
  return words.some((word) => /^(?:caches?|cached|memo)$/.test(word)) && !words.some((word) => served.test(word));
}

/** Whether the field's name, or the type of what it holds, says that it is about users and their work. */
export function isAboutUsers({ declared }: Kept): boolean {
  return [nameOf(declared.node), ...allTypeNames(declared).slice(1)].some((name) => wordsOf(name).some((word) => served.test(word)));
}

const remembering = /^(?:caches?|cached|memo|jobs?|queues?|queued|tasks?|locks?|locked|history|histories|recent|states?|status|statuses|pending|active|running|current|last|audit|requests?|executions?|schedules?|scheduled|sequences?)$/;

/** Whether the field's or the class's name says that it remembers what happened, or holds copies: no mere table of the program. */
export function remembers({ declared, type }: Kept): boolean {
  return [nameOf(declared.node), nameOf(type)].some((name) => wordsOf(name).some((word) => remembering.test(word)));
}

/** Classes that answer requests themselves. */
export function isEdge(type: JavaNode, writes: readonly FieldWrite[]): boolean {
  if (annotation(type, 'Controller', 'RestController', 'WebServlet', 'Path')) return true;
  return supertypes(type).some((name) => /Servlet$/.test(name)) || writes.some((write) => {
    const callable = enclosingCallable(write.node);
    return callable !== undefined && handlesRequest(callable);
  });
}

/** Whether an amount per key is reckoned from what stands there, and decides: `if (stock - reserved < wanted) return false;` before `put(id, reserved + wanted)`. */
export function isReckoned({ declared }: Kept, changed: readonly FieldWrite[]): boolean {
  const reads = new RegExp(`\\b${nameOf(declared.node)}\\s*\\.\\s*get(?:OrDefault)?\\s*\\(`);
  return changed.some((write) => {
    const value = write.values.at(-1);
    const callable = enclosingCallable(write.node);
    if (value?.type !== 'binary_expression' || !callable) return false;
    const before = below(value, 'identifier').filter((name) => reads.test(declarationOf(name)?.value?.text ?? '')).map(({ text }) => text);
    return below(callable, 'if_statement').some((test) => before.some((name) => new RegExp(`\\b${name}\\b`).test(field(test, 'condition')?.text ?? '')));
  });
}

/**
 * Whether something in the file says that requests make the changes: a container manages the class, a method
 * is handed a request, the file works with an
 * API of servers, or what it keeps is about users and their work. A static map of any other class may well be a table that
 * the program fills by itself.
 */
export function isServed(cx: RuleFileContext, kept: Kept, changed: readonly FieldWrite[]): boolean {
  if ((kept.singleton && !hasOwnInstance(kept.type)) || isEdge(kept.type, changed) || importsServerApi(cx, kept.type)) return true;
  if (changed.some((write) => pathsTo(cx, kept.type, write).some((callable) => handlesRequest(callable)))) return true;
  return namesOf(kept, changed).some((name) => wordsOf(name).some((word) => served.test(word)));
}
