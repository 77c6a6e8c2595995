import type { RuleFileContext } from '../../../contract/rule.js';
import { declarationOf, enclosingCallable, field, imports, methodsOf, modifiers, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { below, callsNamed, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { mentionsParameter, originOf } from '../../../syntax/java/origin.js';
import type { Kept } from '../../../syntax/java/kept.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';

/** How many calls inside a class are followed. */
const steps = 6;

/** Methods of the class from which a method is reached without a way in between that others may call: itself, when they may call it. */
function waysIn(cx: RuleFileContext, type: JavaNode, callable: JavaNode, seen: ReadonlySet<number> = new Set()): readonly JavaNode[] {
  if (modifiers(callable).has('public') || seen.size > steps) return [callable];
  const visited = new Set([...seen, callable.id]);
  const callers = callsNamed(cx, type, nameOf(callable)).flatMap((call) => enclosingCallable(call) ?? []).filter((caller) => !visited.has(caller.id));
  return callers.length === 0 ? (seen.size > 0 ? [] : [callable]) : callers.flatMap((caller) => waysIn(cx, type, caller, visited));
}

/** Emptied, made anew, or given what the method works with, whatever was there before. */
function empties(write: FieldWrite): boolean {
  if (write.at.text === 'clear') return true;
  if (write.kind !== 'assign') return false;
  const body = write.node.parent?.type === 'expression_statement' ? write.node.parent.parent : undefined;
  return write.values.every((value) => originOf(value) === 'fresh') || (body?.parent?.type === 'method_declaration' && write.values.every((value) => mentionsParameter(value)));
}

/** Whether a method empties the field, itself or through what it calls in its class. */
function reachesEmptying(type: JavaNode, callable: JavaNode, emptying: ReadonlySet<number>, depth = 3): boolean {
  if (emptying.has(callable.id)) return true;
  if (depth === 0) return false;
  const called = new Set(below(callable, 'method_invocation').filter((call) => field(call, 'object') === undefined).map(nameOf));
  return methodsOf(type).some((method) => called.has(nameOf(method)) && (emptying.has(method.id) || (!modifiers(method).has('public') && reachesEmptying(type, method, emptying, depth - 1))));
}

function usesOf({ declared, type }: Kept): readonly JavaNode[] {
  const name = nameOf(declared.node);
  return below(type, 'identifier').filter((use) => use.text === name && use.startIndex !== field(declared.node, 'name')?.startIndex && declarationOf(use)?.node.id === declared.node.id);
}

/** Whether only a thread of the class's own works with the field: nothing of it reaches a request. */
export function isOfOwnThread(cx: RuleFileContext, kept: Kept): boolean {
  const { declared, type } = kept;
  if (modifiers(declared.declaration).has('public') || !supertypes(type).some((name) => /^(?:\w*Thread|Runnable|TimerTask)$/.test(name))) return false;
  const ways = usesOf(kept).flatMap((use) => {
    const callable = enclosingCallable(use);
    return callable === undefined || callable.type === 'constructor_declaration' ? [] : waysIn(cx, type, callable);
  });
  return ways.length > 0 && ways.every((callable) => nameOf(callable) === 'run');
}

/** Whether every operation that uses the collection also empties it: what it holds belongs to one operation at a time. */
export function isScratch(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[]): boolean {
  const { declared, type } = kept;
  const emptying = new Set(writes.filter(empties).flatMap((write) => enclosingCallable(write.node)?.id ?? []));
  if (emptying.size === 0 || !modifiers(declared.declaration).has('private')) return false;
  const uses = usesOf(kept);
  const operations = uses.flatMap((use) => {
    const callable = enclosingCallable(use);
    return callable === undefined || emptying.has(callable.id) && uses.every((other) => other.id === use.id || enclosingCallable(other)?.id !== callable.id) ? [] : waysIn(cx, type, callable);
  });
  return operations.length > 0 && operations.every((operation) => reachesEmptying(type, operation, emptying));
}

const sharedNotices = /^(?:com\.hazelcast\.(?:map|core|topic|collection)\.(?:listener\.\w*|EntryListener|EntryEvent|MessageListener|ItemListener)|org\.redisson\.api\.(?:listener\.\w+|map\.event\.\w+)|org\.infinispan\.(?:client\.hotrod\.annotation|notifications\.cachelistener)\.\w*|javax\.cache\.event\.\w+|org\.apache\.ignite\.cache\.(?:query\.ContinuousQuery|event\.\w+))/;

/** Whether the file is told by a map that all replicas share when an entry of it changes, so that it only mirrors that map. */
export function isMirror(cx: RuleFileContext, { type }: Kept): boolean {
  return [...imports(cx, type).types.values()].some((name) => sharedNotices.test(name));
}
