import type { RuleFileContext } from '../../../contract/rule.js';
import { annotation, declarationOf, enclosing, enclosingCallable, field, imports, methodsOf, modifiers, named, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { identifiersNamed } from '../../../syntax/java/descendants.js';
import { below, callsNamed, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { fillsAbsent, mentionsParameter, originOf } from '../../../syntax/java/origin.js';
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

/** Places of the class that name the field. After `this.` a local of the same name does not matter. */
export function usesOf({ declared, type }: Kept): readonly JavaNode[] {
  const name = nameOf(declared.node);
  const isMeant = (use: JavaNode): boolean => {
    // `form.name` is a field of another object, whatever this class calls its own.
    const access = use.parent?.type === 'field_access' && field(use.parent, 'field')?.id === use.id ? use.parent : undefined;
    return (access && field(access, 'object')?.type === 'this') || declarationOf(access ?? use)?.node.id === declared.node.id;
  };
  return identifiersNamed(type, name).filter((use) => use.startIndex !== field(declared.node, 'name')?.startIndex && isMeant(use));
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

/** Whether a method begins by emptying the field, in every case, itself or through a method of the class. */
function beginsByEmptying(cx: RuleFileContext, type: JavaNode, callable: JavaNode, emptying: ReadonlySet<number>): JavaNode | undefined {
  const emptiers = methodsOf(type).filter(({ id }) => emptying.has(id) && id !== callable.id);
  const calls = emptiers.flatMap((emptier) => callsNamed(cx, callable, nameOf(emptier))).filter((call) => ['this', undefined].includes(field(call, 'object')?.text));
  return calls.find((call) => enclosing(call, 'if_statement', 'lambda_expression', 'while_statement', 'for_statement', 'enhanced_for_statement', 'switch_expression', 'method_declaration')?.id === callable.id);
}

/** Methods of the class that a method reaches by calls without a receiver, itself left out, where they are called after a place. */
export function reachedAfter(type: JavaNode, callable: JavaNode, start: number, depth = 4, found = new Set<number>()): ReadonlySet<number> {
  const called = new Set(below(callable, 'method_invocation').filter((call) => call.startIndex > start && ['this', undefined].includes(field(call, 'object')?.text)).map(nameOf));
  for (const method of methodsOf(type)) {
    if (!called.has(nameOf(method)) || found.has(method.id) || depth === 0) continue;
    found.add(method.id);
    reachedAfter(type, method, 0, depth - 1, found);
  }
  return found;
}

/** A method that only sets collections back to where they begin: `map.clear(); ids.clear(); ids.put(ROOT, ROOT);`. */
function onlyClears(method: JavaNode): boolean {
  const statements = named(field(method, 'body') ?? method).map(({ text }) => text);
  return statements.filter((text) => /^(?:this\.)?\w+\.clear\(\);$/.test(text)).length > 1 && statements.every((text) => /^(?:this\.)?\w+\.(?:clear\(\)|(?:put|add)\([A-Z0-9_,\s]+\));$/.test(text));
}

/** Whether one operation empties the collections of the class before it calls everything that uses this one: steps of a run, which others may call to try them. */
export function isOfSteps(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[]): boolean {
  const { declared, type } = kept;
  const emptying = new Set([...writes.filter(empties).flatMap((write) => enclosingCallable(write.node) ?? []), ...methodsOf(type).filter(onlyClears)].map(({ id }) => id));
  if (emptying.size === 0 || !modifiers(declared.declaration).has('private')) return false;
  const users = new Set(usesOf(kept).flatMap((use) => enclosingCallable(use)?.id ?? []));
  return methodsOf(type).some((operation) => {
    const first = beginsByEmptying(cx, type, operation, emptying);
    const reached = first && reachedAfter(type, operation, first.startIndex);
    const steps = [...users].filter((id) => !emptying.has(id) && id !== operation.id);
    return reached !== undefined && steps.length > 0 && steps.every((id) => reached.has(id));
  });
}

/** An overridden step of an operation that the superclass carries out. */
function isStep(callable: JavaNode | undefined): boolean {
  return callable?.type === 'method_declaration' && annotation(callable, 'Override') !== undefined && !modifiers(callable).has('public');
}

/** Whether the superclass runs the steps of an operation, the first of which makes the field anew whatever was there before: `beforeExecution() { results = new ArrayList<>(); }`. */
export function isOfTemplate({ declared, type }: Kept, writes: readonly FieldWrite[]): boolean {
  if (!modifiers(declared.declaration).has('private') || field(type, 'superclass') === undefined || !writes.some(({ kind }) => kind === 'insert')) return false;
  const begins = writes.some((write) => {
    const callable = enclosingCallable(write.node);
    return empties(write) && callable !== undefined && isStep(callable) && /^(?:before|begin|prepare|pre|reset|start)(?:[A-Z]|$)/.test(nameOf(callable)) && write.node.parent?.parent?.id === field(callable, 'body')?.id;
  });
  return begins && writes.every((write) => isStep(enclosingCallable(write.node)));
}

/** Whether nothing ever looks at what the field holds: entries come and go, and no one asks for them. */
export function isNeverRead(kept: Kept, writes: readonly FieldWrite[]): boolean {
  if (!modifiers(kept.declared.declaration).has('private') || !writes.some(({ kind }) => kind === 'insert') || !writes.some(({ kind }) => kind === 'remove')) return false;
  const uses = usesOf(kept);
  return uses.every((use) => writes.some((write) => {
    const target = write.node.type === 'method_invocation' ? field(write.node, 'object') : undefined;
    return target !== undefined && ['identifier', 'field_access'].includes(target.type) && target.startIndex <= use.startIndex && target.endIndex >= use.endIndex && write.node.parent?.type === 'expression_statement';
  }));
}

/** Where methods of the class come to a place, by their ids: at the place itself, or where they call a method that leads to it. */
function waysTo(cx: RuleFileContext, type: JavaNode, place: JavaNode, depth = 4, found = new Map<number, number[]>()): ReadonlyMap<number, readonly number[]> {
  const inside = enclosingCallable(place);
  if (!inside) return found;
  found.set(inside.id, [...(found.get(inside.id) ?? []), place.startIndex]);
  if (depth === 0) return found;
  for (const call of callsNamed(cx, type, nameOf(inside))) {
    if ([undefined, 'this'].includes(field(call, 'object')?.type) && enclosingCallable(call)?.id !== inside.id) waysTo(cx, type, call, depth - 1, found);
  }
  return found;
}

/** Whether an operation takes out again what it has put in, itself or by methods of the class: each entry lives as long as the operation works. */
export function comesAndGoes(cx: RuleFileContext, { type }: Kept, writes: readonly FieldWrite[]): boolean {
  const inserts = writes.filter(({ kind }) => kind === 'insert').map(({ node }) => waysTo(cx, type, node));
  const removals = writes.filter(({ kind, values }) => kind === 'remove' && values.length === 1).map(({ node }) => waysTo(cx, type, node));
  const methods = methodsOf(type);
  return inserts.length > 0 && inserts.every((puts) => methods.some(({ id }) => {
    const [put] = puts.get(id) ?? [];
    return put !== undefined && removals.some((removal) => removal.get(id)?.some((taken) => taken > put));
  }));
}

/** Whether other methods than the operations that fill and empty the field look into it. */
export function isAskedBesides(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[]): boolean {
  const { type } = kept;
  const operations = new Set(writes.flatMap((write) => enclosingCallable(write.node) ?? []).flatMap((callable) => waysIn(cx, type, callable)).map(({ id }) => id));
  return usesOf(kept).some((use) => {
    const callable = enclosingCallable(use);
    return callable !== undefined && waysIn(cx, type, callable).some((way) => !operations.has(way.id));
  });
}

/** Whether the only way to the field is one method that works in the background, which fills it whatever was there before. */
export function isOfOneRun(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[]): boolean {
  const { declared, type } = kept;
  const keywords = modifiers(declared.declaration);
  if (keywords.has('public') || keywords.has('protected') || keywords.has('static')) return false;
  const inserts = writes.filter(({ kind }) => kind === 'insert');
  const looks = inserts.some((write) => write.at.text !== 'put' || fillsAbsent(cx, declared, write));
  if (inserts.length === 0 || looks) return false;
  const ways = usesOf(kept).flatMap((use) => {
    const callable = enclosingCallable(use);
    return callable === undefined || callable.type === 'constructor_declaration' ? [] : waysIn(cx, type, callable);
  });
  const [only] = ways;
  return only !== undefined && annotation(only, 'Async') !== undefined && ways.every(({ id }) => id === only.id);
}

const sharedNotices = /^(?:com\.hazelcast\.(?:map|core|topic|collection)\.(?:listener\.\w*|EntryListener|EntryEvent|MessageListener|ItemListener)|org\.redisson\.api\.(?:listener\.\w+|map\.event\.\w+)|org\.infinispan\.(?:client\.hotrod\.annotation|notifications\.cachelistener)\.\w*|javax\.cache\.event\.\w+|org\.apache\.ignite\.cache\.(?:query\.ContinuousQuery|event\.\w+))/;

/** Whether the file is told by a map that all replicas share when an entry of it changes, so that it only mirrors that map. */
export function isMirror(cx: RuleFileContext, { type }: Kept): boolean {
  return [...imports(cx, type).types.values()].some((name) => sharedNotices.test(name));
}
