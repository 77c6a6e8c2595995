import { baseTypes, bodyOf, calledMethod, callName, descendants, enclosingMember, enclosingType, field, nameOf, named, receiver, simpleName, typeOf, type CsNode } from './ask.js';
import { readsStore } from './kept-copies.js';

/** Bases of classes that the host makes and starts once in each process. */
export const hostedBase = /^(?:BackgroundService|IHostedService|IHostedLifecycleService)$/;

function isHosted(type: CsNode | undefined): boolean {
  return type !== undefined && baseTypes(type).some((base) => hostedBase.test(base));
}

/**
 * Whether only services that the host starts in each process enter something by the method around a place, as far as the
 * file tells: then each process finds out for itself what it keeps.
 */
export function isFedByHost(place: CsNode): boolean {
  const [member, type] = [enclosingMember(place), enclosingType(place)];
  if (!member || !type || member.type !== 'method_declaration') return false;
  const calls = descendants(place.tree.rootNode, 'invocation_expression').filter((call) => callName(call) === nameOf(member) && receiver(call) !== undefined && simpleName(typeOf(receiver(call))) === nameOf(type));
  return calls.length > 0 && calls.every((call) => enclosingType(call)?.id !== type.id && hostedPart(call));
}

/** A class that the host starts, or one that such a class of the file makes for itself. */
function hostedPart(call: CsNode): boolean {
  const type = enclosingType(call);
  if (!type) return false;
  if (isHosted(type)) return true;
  return descendants(call.tree.rootNode, 'object_creation_expression').some((made) => simpleName(field(made, 'type')?.text ?? '') === nameOf(type) && isHosted(enclosingType(made)));
}

/** Methods of the class that a body calls, with their overloads, at any depth. */
function reached(body: CsNode | undefined, seen = new Set<number>()): readonly CsNode[] {
  const type = body && field(enclosingType(body) ?? body, 'body');
  if (!body || !type) return [];
  const called = new Set(descendants(body, 'invocation_expression').filter((call) => calledMethod(call) !== undefined).map(callName));
  const methods = named(type).filter((member) => member.type === 'method_declaration' && called.has(nameOf(member)) && !seen.has(member.id));
  for (const method of methods) seen.add(method.id);
  return methods.flatMap((method) => [method, ...reached(bodyOf(method), seen)]);
}

const taking = /\.(?:Reader\b|(?:Try)?Dequeue\w*\(|(?:TryTake|Take)\(\s*(?:out\b|\)|\w*[tT]oken)|GetConsumingEnumerable\()/;

/**
 * Whether a service that the host starts puts into its queue, when it starts, what a store says is still to be done: then a
 * restart loses nothing. What the loop that works the queue off puts back is no such thing.
 */
export function isRefilledAtStart(type: CsNode, queue: string): boolean {
  if (!isHosted(type)) return false;
  const body = field(type, 'body');
  const start = body && named(body).find((member) => member.type === 'method_declaration' && /^(?:Start|Execute|Starting)Async$/.test(nameOf(member)));
  const puts = new RegExp(`\\b${queue}\\s*\\.\\s*(?:Writer\\s*\\.\\s*(?:Try)?Write|Enqueue|(?:Try)?Add|Post|SendAsync)`);
  return reached(start && bodyOf(start)).some((method) => {
    const all = [method, ...reached(bodyOf(method))];
    return !taking.test(method.text) && all.some((each) => readsStore(each)) && all.some((each) => puts.test(each.text)) && !all.some((each) => taking.test(each.text));
  });
}
