import type { RuleFileContext } from '../../../contract/rule.js';
import { annotation, args, bareType, declarationOf, enclosingCallable, field, modifiers, named, nameOf, simpleName, type JavaNode } from '../../../syntax/java/ask.js';
import { identifiersNamed } from '../../../syntax/java/descendants.js';
import { below, callsNamed, referencesTo, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { runsAtStart, supertypes } from '../../../syntax/java/lifecycle.js';
import type { Kept } from '../../../syntax/java/kept.js';
import { isPeriodic } from '../../../syntax/java/timers.js';

/** How many calls are followed back from a write. */
const steps = 4;

const pausing = /\b(?:sleep|await|wait|park\w*|awaitTermination)\s*\(/;

/** Whether a place stands in a loop that pauses: it works as long as the process lives. */
function isInPausingLoop(place: JavaNode, task: JavaNode): boolean {
  return below(task, 'while_statement', 'for_statement', 'do_statement').some((loop) => loop.startIndex < place.startIndex && loop.endIndex > place.endIndex && pausing.test(loop.text));
}

/** The call that a lambda or an object made on the spot is handed to. */
function takerOf(handed: JavaNode): JavaNode | undefined {
  const list = handed.parent;
  return list?.type === 'argument_list' ? (list.parent ?? undefined) : undefined;
}

/** Whether objects of a task class are handed to a timer, or hand themselves to an executor again. */
function isRunAgain(cx: RuleFileContext, type: JavaNode): boolean {
  const made = below(type.tree.rootNode, 'object_creation_expression').filter((creation) => simpleName(bareType(field(creation, 'type'))) === nameOf(type));
  return made.some((creation) => {
    const call = takerOf(creation);
    const rearms = call !== undefined && nameOf(call) === 'schedule' && call.startIndex > type.startIndex && call.endIndex < type.endIndex;
    return call !== undefined && (rearms || isPeriodic(cx, call));
  });
}

const tasks = /^(?:Runnable|Callable|Supplier|TimerTask|Thread)$/;

/** Whether the nearest task around a place, a lambda or the `run` of a class, is repeated; `undefined` when there is no task around it. */
function repeatsTask(cx: RuleFileContext, place: JavaNode): boolean | undefined {
  for (let at = place.parent; at; at = at.parent) {
    if (at.type === 'lambda_expression') {
      const call = takerOf(at);
      if (call && (isPeriodic(cx, call) || isInPausingLoop(place, at))) return true;
    }
    if (at.type !== 'method_declaration') continue;
    if (annotation(at, 'Scheduled', 'Schedule')) return true;
    const owner = at.parent?.parent;
    if (!/^(?:run|call|get)$/.test(nameOf(at)) || !owner) return undefined;
    if (owner.type === 'class_declaration') return supertypes(owner).some((name) => tasks.test(name)) ? isRunAgain(cx, owner) || isInPausingLoop(place, at) : undefined;
    const call = owner.type === 'object_creation_expression' ? takerOf(owner) : undefined;
    return call !== undefined && (isPeriodic(cx, call) || isInPausingLoop(place, at));
  }
  return undefined;
}

/** Places of the file that call a method by its bare name, or hand it on. */
function callersOf(cx: RuleFileContext, callable: JavaNode): readonly JavaNode[] {
  const root = callable.tree.rootNode;
  const calls = callsNamed(cx, root, nameOf(callable)).filter((call) => ['this', undefined].includes(field(call, 'object')?.text));
  return [...calls, ...referencesTo(cx, root, nameOf(callable))].filter((call) => enclosingCallable(call)?.id !== callable.id);
}

type Way = 'repeated' | 'start' | 'message' | 'other';

function takesMessage(callable: JavaNode): boolean {
  return annotation(callable, 'Override') !== undefined && named(field(callable, 'parameters') ?? callable).some((parameter) => /(?:Msg|Message|Notification|Event)\b/.test(field(parameter, 'type')?.text ?? ''));
}

/** By which ways the program comes to a place. */
function waysTo(cx: RuleFileContext, place: JavaNode, seen: ReadonlySet<number> = new Set()): readonly Way[] {
  const repeated = repeatsTask(cx, place);
  if (repeated !== undefined) return [repeated ? 'repeated' : 'other'];
  const handed = place.type === 'method_reference' ? takerOf(place) : undefined;
  if (handed && isPeriodic(cx, handed)) return ['repeated'];
  const callable = enclosingCallable(place);
  if (!callable || runsAtStart(cx, place, true)) return ['start'];
  if (takesMessage(callable)) return ['message'];
  if (!modifiers(callable).has('private') || seen.size >= steps || seen.has(callable.id)) return ['other'];
  const callers = callersOf(cx, callable);
  return callers.length === 0 ? ['other'] : callers.flatMap((caller) => waysTo(cx, caller, new Set([...seen, callable.id])));
}

/** What replaces what was there before. */
function overwrites(write: FieldWrite): boolean {
  return write.kind === 'assign' || /^(?:put|putAll|set|replace|compute|merge)$/.test(write.at.text);
}

/** Whether this process fetches the value again and again by itself, so that it is never old for long. */
export function isRefreshed(cx: RuleFileContext, write: FieldWrite): boolean {
  return overwrites(write) && waysTo(cx, write.node).includes('repeated');
}

/** Whether nothing but timers of this process, and notices of changes, ever make the change: each replica comes to the same by itself. */
export function isMadeByTimers(cx: RuleFileContext, write: FieldWrite): boolean {
  const ways = overwrites(write) ? waysTo(cx, write.node) : [];
  return ways.includes('repeated') && !ways.includes('other');
}

/** `timers.put(id, task)` beside `executor.schedule(task, trigger)`: what this process has handed to its own timer. */
export function isHandedToTimer(write: FieldWrite): boolean {
  const value = write.values.at(-1);
  const callable = enclosingCallable(write.node);
  const local = value?.type === 'identifier' ? declarationOf(value) : undefined;
  if (!callable || !value || local?.kind !== 'local') return false;
  return below(callable, 'method_invocation').some((call) => /^schedule(?:AtFixedRate|WithFixedDelay)?$/.test(nameOf(call)) && args(call)[0]?.text === value.text);
}

/** Whether the entries go with those of a cache of the class: its removal listener takes them out. */
export function goesWithCache(writes: readonly FieldWrite[]): boolean {
  return writes.some((write) => {
    for (let at = write.node.parent; write.kind === 'remove' && at; at = at.parent) {
      if (at.type !== 'lambda_expression') continue;
      const call = takerOf(at);
      if (call && /^(?:removalListener|evictionListener|asyncRemovalListener)$/.test(nameOf(call))) return true;
    }
    return false;
  });
}

/** Whether only the start of the process and its jobs look into the field: requests put something in, and none of them finds what another one has put there. */
export function isReadByJobsAlone(cx: RuleFileContext, { declared, type }: Kept, writes: readonly FieldWrite[]): boolean {
  const name = nameOf(declared.node);
  if (!modifiers(declared.declaration).has('private')) return false;
  const reads = identifiersNamed(type, name).filter((use) => use.parent?.id !== declared.node.id && declarationOf(use)?.node.id === declared.node.id
    && !writes.some((write) => use.startIndex >= write.node.startIndex && use.startIndex < write.at.endIndex));
  // What a constructor makes is no look into it.
  const looks = reads.filter((use) => enclosingCallable(use)?.type === 'method_declaration').map((use) => waysTo(cx, use));
  return looks.length > 0 && looks.every((ways) => ways.length > 0 && ways.every((way) => way === 'repeated' || way === 'start'));
}

/** `UUID id = UUID.randomUUID(); sent.add(id); broadcast(id);`, which only listeners of messages take out again: how a process knows what it has sent itself. */
export function marksOwnMessages(cx: RuleFileContext, { declared }: Kept, writes: readonly FieldWrite[]): boolean {
  const inserts = writes.filter(({ kind }) => kind === 'insert');
  const removals = writes.filter(({ kind }) => kind === 'remove');
  if (!/Set(?:<|$)/.test(declared.type) || inserts.length === 0 || removals.length === 0) return false;
  const drawn = inserts.every(({ values: [id] }) => {
    const local = id?.type === 'identifier' ? declarationOf(id) : undefined;
    return local?.kind === 'local' && /\brandomUUID\s*\(/.test(local.value?.text ?? '');
  });
  return drawn && removals.every((write) => waysTo(cx, write.node).every((way) => way === 'message'));
}
