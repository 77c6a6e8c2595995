import type { RuleFileContext } from '../../../contract/rule.js';
import { declarationOf, enclosing, enclosingCallable, enclosingType, field, modifiers, named, nameOf, simpleName, bareType, type JavaNode } from '../../../syntax/java/ask.js';
import { publishes } from '../../../syntax/java/brokers.js';
import { below, callsNamed, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { isRegistered, wordsOf } from '../../../syntax/java/field-purpose.js';
import { methodName, type Kept } from '../../../syntax/java/kept.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { handlesRequest } from '../../../syntax/java/origin.js';

function isParameter(value: JavaNode | undefined): boolean {
  return value?.type === 'identifier' && declarationOf(value)?.kind === 'parameter';
}

/** A parameter, or what a getter of a parameter returns. */
function isGiven(value: JavaNode): boolean {
  return isParameter(value) || (value.type === 'method_invocation' && isParameter(field(value, 'object')));
}

/** How many statements a method has that only takes in what it is given. */
const few = 3;

/** Whether the method only takes in what it is given, and answers no request itself. */
function takesIn(write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  const body = callable?.type === 'method_declaration' ? field(callable, 'body') : undefined;
  return callable !== undefined && body !== undefined && !modifiers(callable).has('private') && !handlesRequest(callable)
    && below(body, 'expression_statement', 'local_variable_declaration', 'return_statement').length <= few && write.values.every(isGiven);
}

const kinds = /^(?:names?|types?|kinds?|namespaces?|class|prefix|suffix|scheme|format|protocol|domain|extension)$/;
const people = /^(?:user|users|login|member|customer|account|file|host|session|client|person|nick|first|last|display|room|channel|queue|job|task|order|product|item|group|topic|document|image)$/;

/** `models.put(name, model)`: under what a part of the program is known. */
function isUnderKind(write: FieldWrite): boolean {
  const [key] = write.values;
  const name = key?.type === 'method_invocation' ? nameOf(key).replace(/^(?:get|is)(?=[A-Z])/, '') : (key?.text ?? '');
  const words = wordsOf(name);
  return write.values.length === 2 && kinds.test(words.at(-1) ?? '') && !words.some((word) => people.test(word));
}

const lists = /^(?:excludes?|excluded|exclusions?|includes?|included|inclusions?|allow|allowed|allowlist|whitelist|whitelisted|permitted|supported|ignored?|ignores|reserved|trusted|enabled|disabled|available|always|never|blacklist|denylist|blocklist)$/;
const settings = /^(?:config\w*|properties|settings?|options?|preferences|prefs)$/;

/** What other parts of the program declare by handing it in: their settings, or themselves under a name. Most do so at start, but nothing says so. */
export function declares(kept: Kept, changed: readonly FieldWrite[]): 'setting' | 'shared' | undefined {
  if (!changed.every(takesIn)) return undefined;
  const words = wordsOf(nameOf(kept.declared.node));
  if (words.some((word) => lists.test(word) || settings.test(word)) && !words.some((word) => people.test(word))) return 'setting';
  return isRegistered(kept.declared) && changed.every(isUnderKind) ? 'shared' : undefined;
}

/** `addTopic(Topic topic)` into a set that nothing is ever taken out of: what lives as long as the process is mostly made by it. */
export function isJoinedByParts({ declared }: Kept, changed: readonly FieldWrite[], writes: readonly FieldWrite[]): boolean {
  return isRegistered(declared) && /(?:Set|List)$/.test(simpleName(bareType(field(declared.declaration, 'type')))) && !writes.some(({ kind }) => kind === 'remove') && changed.every(takesIn);
}

/** `static void setFlag(String resource, long flag)`: whoever calls it configures the program, unless it is about users. */
export function isSet(changed: readonly FieldWrite[]): boolean {
  return changed.every((write) => {
    const callable = enclosingCallable(write.node);
    return callable !== undefined && /^set[A-Z]/.test(nameOf(callable)) && !handlesRequest(callable);
  });
}

/** Whether a loop goes through a map that the method is given. */
function goesThroughGiven(write: FieldWrite): boolean {
  const loop = enclosing(write.node, 'enhanced_for_statement');
  const source = loop && field(loop, 'value');
  return source !== undefined && (isParameter(source) || (source.type === 'method_invocation' && isParameter(field(source, 'object')) && /^(?:keySet|entrySet)$/.test(nameOf(source))));
}

/** Whether a map is brought up to date from another map as a whole, by whoever keeps that one. */
export function copiesGiven(changed: readonly FieldWrite[]): boolean {
  return changed.every((write) => {
    const callable = enclosingCallable(write.node);
    if (!callable || handlesRequest(callable)) return false;
    return write.at.text === 'putAll' ? isParameter(write.values[0]) : write.at.text === 'put' && goesThroughGiven(write);
  });
}

const notices = /(?:Updated?|Changed?|Refreshed|Synced|Evicted|Invalidated)$|^(?:update|sync|refresh)$|^on\w*(?:Updat|Chang|Refresh|Sync)/;

function takesMessage(callable: JavaNode): boolean {
  return named(field(callable, 'parameters') ?? callable).some((parameter) => /(?:Msg|Message|Notification|Proto)\b/.test(field(parameter, 'type')?.text ?? ''));
}

/** The method and those that call it in the same class, two steps back. */
function withCallers(cx: RuleFileContext, callable: JavaNode, depth = 2): readonly JavaNode[] {
  const owner = enclosingType(callable);
  if (!owner || depth === 0) return [callable];
  const callers = callsNamed(cx, owner, nameOf(callable)).flatMap((call) => enclosingCallable(call) ?? []).filter((caller) => caller.id !== callable.id);
  return [callable, ...callers.flatMap((caller) => withCallers(cx, caller, depth - 1))];
}

/** Whether a bean follows what others tell it: messages, notices of a change that was made elsewhere. */
function hears(cx: RuleFileContext, changed: readonly FieldWrite[]): boolean {
  return changed.some((write) => {
    const callable = enclosingCallable(write.node);
    return callable !== undefined && (notices.test(methodName(write)) || withCallers(cx, callable).some(takesMessage));
  });
}

/** Whether the class takes part in a cluster of the application's own, or tells others in the same breath. */
function tells(kept: Kept, changed: readonly FieldWrite[]): boolean {
  if (supertypes(kept.type).some((name) => /Cluster|Broadcast/.test(name))) return true;
  return changed.some((write) => {
    const callable = enclosingCallable(write.node);
    return callable !== undefined && (publishes(callable) || below(callable, 'method_invocation').some((call) => /[cC]luster/.test(nameOf(call)) || /^(?:this\.)?\w*(?:broadcast|cluster)(?:er|Service|Bus|Publisher)?$/i.test(field(call, 'object')?.text ?? '')));
  });
}

/** Whether replicas may well hear of the changes from each other. */
export function isCarriedOver(cx: RuleFileContext, kept: Kept, changed: readonly FieldWrite[]): boolean {
  return tells(kept, changed) || (!kept.isStatic && hears(cx, changed));
}

const clustered = /\b\w*(?:Cluster|Partition|Broadcast)\w*\b/;

/** Whether a class that works with the nodes of a cluster keeps what they tell each other: then replicas do not differ. */
export function isKeptByCluster(cx: RuleFileContext, kept: Kept, changed: readonly FieldWrite[]): boolean {
  const body = field(kept.type, 'body')?.text ?? '';
  return (clustered.test(nameOf(kept.type)) || clustered.test(body)) && changed.every((write) => isCarriedOver(cx, kept, [write]));
}

const begins = /(?:Start(?:ed|ing)?|Beg[ia]n)(?=[A-Z]|$)|^(?:start|begin)/;
const ends = /(?:Finish(?:ed)?|End(?:ed)?|Completed?|Done)(?=[A-Z]|$)|^(?:finish|end|complete)/;
const calls = /^(?:request|correlation|call|invocation|exchange)$/;

/** Whether an entry stands for work that is under way in this process: keyed by a call, or put in when something begins and taken out when it ends. */
export function isUnderWay(changed: readonly FieldWrite[], writes: readonly FieldWrite[]): boolean {
  const removed = writes.filter((write) => write.kind === 'remove');
  if (removed.length === 0) return false;
  if (changed.every((write) => begins.test(methodName(write))) && removed.every((write) => ends.test(methodName(write)))) return true;
  return changed.every((write) => {
    const [key] = write.values;
    const name = key?.type === 'method_invocation' ? nameOf(key) : (key?.text ?? '');
    const words = wordsOf(name);
    return words.at(-1) === 'id' && words.some((word) => calls.test(word));
  });
}

/** `lastCommits`: what this process itself saw last. */
export function remembersLast({ declared, isStatic }: Kept): boolean {
  return !isStatic && /^(?:last|previous|prev)$/.test(wordsOf(nameOf(declared.node))[0] ?? '') && /Map$/.test(simpleName(bareType(field(declared.declaration, 'type'))));
}

const closes = /(?:Close[d]?|Disconnect(?:ed|ion)?|ConnectionLost|Inactive|Unregistered|handlerRemoved|Terminated|Unbound)$/i;
const connection = /^(?:\w*(?:[sS]ession|[cC]hannel|[cC]tx|[cC]onnection|[cC]onn|[sS]ocket|[eE]ndpoint))(?:(?:Id|Key)|(?:\.(?:getId|id|channel|getChannel|asLongText|asShortText|getSessionId|getKey|remoteAddress|getRemoteAddress)\(\))+)?$/;

function isConnection(key: JavaNode): boolean {
  const text = key.text.replace(/\s/g, '');
  if (connection.test(text)) return true;
  const declared = key.type === 'identifier' ? declarationOf(key) : undefined;
  return declared?.kind === 'local' && declared.value !== undefined && connection.test(declared.value.text.replace(/\s/g, ''));
}

/** Whether entries are about connections of this process and go with them: put in under the connection, taken out where it is closed. */
export function isOfConnections(cx: RuleFileContext, changed: readonly FieldWrite[], writes: readonly FieldWrite[]): boolean {
  const removed = writes.filter((write) => write.kind === 'remove');
  return removed.some((write) => {
    const callable = enclosingCallable(write.node);
    return callable !== undefined && withCallers(cx, callable).some((method) => closes.test(nameOf(method)));
  }) && changed.every((write) => write.values[0] !== undefined && isConnection(write.values[0]));
}
