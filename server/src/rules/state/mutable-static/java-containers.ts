import type { RuleFileContext } from '../../../contract/rule.js';
import { annotation, declarationOf, enclosing, enclosingCallable, field, methodsOf, nameOf, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants, identifiersNamed } from '../../../syntax/java/descendants.js';
import { below, fieldBehind, writesOf, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { readsData } from '../../../syntax/java/data-access.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { fillsAbsent, onlyScheduled, originOf } from '../../../syntax/java/origin.js';
import { allTypeNames, holdsCaches, isNamed, isRegistered, keepsHolders, keepsInFlight, measures, talliesKeys, wordsOf } from '../../../syntax/java/field-purpose.js';
import { isMadeByProgram } from '../../../syntax/java/program-made.js';
import { namesDrawn } from '../../../syntax/java/kept-tokens.js';
import { asksForReplicas, isMemoryVariant, methodName, type Kept } from '../../../syntax/java/kept.js';
import { endsEntries } from '../../../syntax/java/open-entries.js';
import { fillsBeside, fillsByCallback, isBoundToThread, isFixed, isLoadedClass, isOwnInstance, isPerClass, isReflected, isRoomForComputed, isWayBack, remarksOnCache, remembersTrial } from './java-derived.js';
import { copiesGiven, declares, isCarriedOver, isJoinedByParts, isKeptByCluster, isOfConnections, isSet, isUnderWay, remembersLast } from './java-handed.js';
import { isFilledWithData, isFromImage, isGatheredByRun, isLoaded } from './java-loaded.js';
import { isAboutUsers, isCacheByName, isEdge, isReckoned, isServed, remembers } from './java-proof.js';
import { goesWithCache, isHandedToTimer, isMadeByTimers, isReadByJobsAlone, isRefreshed, marksOwnMessages } from './java-refreshed.js';
import { comesAndGoes, isAskedBesides, isMirror, isNeverRead, isOfOneRun, isOfOwnThread, isOfSteps, isOfTemplate, isScratch, reachedAfter } from './java-scratch.js';
import type { Verdict } from './java-verdict.js';

const reloading = /^(?:re)?(?:load|fresh|build|populate|fill|sync|warm|init|fetch|reset)/i;
const setting = /^(?:set|enable|disable|toggle|switch|configure|change|update|activate|deactivate|turn)/;

/** `computeIfAbsent(key, k -> new ArrayList<>())` only makes room; what is added to the result is a write of its own. */
function makesRoom(write: FieldWrite): boolean {
  if (write.at.text !== 'computeIfAbsent') return false;
  const [, maker] = write.values;
  const body = maker?.type === 'lambda_expression' ? field(maker, 'body') : undefined;
  return body?.type === 'object_creation_expression' || (maker?.type === 'method_reference' && maker.text.endsWith('::new'));
}

/** Whether the method that inserts removes the same afterwards: a mark that something is under way. Removing first makes room for what stays. */
function isTransient(write: FieldWrite, all: readonly FieldWrite[]): boolean {
  const callable = enclosingCallable(write.node);
  const key = write.values[0]?.text;
  // `remove(key, value)` takes back what another one put in.
  return all.some((other) => other.kind === 'remove' && other.values.length === 1 && other.values[0]?.text === key && key !== undefined && other.node.startIndex > write.node.startIndex
    && enclosingCallable(other.node)?.id === callable?.id);
}

/** `values.put(value.toString(), value)`: one instance in place of many equal ones; every process makes the same. */
function keepsInstances(write: FieldWrite): boolean {
  const [key, value] = write.values;
  if (!key || value?.type !== 'identifier') return false;
  const made = key.type === 'identifier' ? declarationOf(key)?.value : key;
  return made !== undefined && [`${value.text}.toString()`, `String.valueOf(${value.text})`].includes(made.text.replace(/\s/g, ''));
}

/** Whether the whole is given up when an operation ends, however it ends: what it holds belongs to that operation. */
function endsWithOperation(writes: readonly FieldWrite[]): boolean {
  return writes.some((write) => (write.at.text === 'clear' || (write.kind === 'assign' && write.values.some((value) => value.type === 'null_literal')))
    && enclosing(write.node, 'finally_clause') !== undefined);
}

/** Something that is only said once: the method that remembers it also logs it. */
function isLoggedOnce(kept: Kept, changed: readonly FieldWrite[]): boolean {
  const says = isNamed(kept, /^(?:logged|warned|reported|printed)$/);
  // Whether to log is what such a method is asked: `shouldSkipLogging(name, today)`.
  const isAsked = (callable: JavaNode): boolean => field(callable, 'type')?.text === 'boolean' && wordsOf(nameOf(callable)).some((word) => /^(?:log|logs|logged|logging|warn|warned)$/.test(word));
  // A time under a name that speaks of the log is when something was last logged.
  const times = isNamed(kept, /^(?:logs?|logging|warnings?)$/) && changed.every((write) => originOf(write.values.at(-1) ?? write.node) === 'clock');
  return (says || times) && changed.every((write) => {
    const callable = enclosingCallable(write.node);
    return callable !== undefined && (isAsked(callable) || below(callable, 'method_invocation').some((call) => /^(?:trace|debug|info|warn|warning|error|log)$/.test(nameOf(call))));
  });
}

/** Fills what is absent with a computed value; a fresh object put there is state that later calls change. */
function fills(cx: RuleFileContext, declared: Declared, write: FieldWrite): boolean {
  if (write.at.text === 'computeIfAbsent' || fillsOnce(write) || isWayBack(write) || fillsBeside(declared, write) || fillsByCallback(declared, write)) return true;
  if (!fillsAbsent(cx, declared, write)) return false;
  const value = write.values.at(-1);
  // What is drawn by lot is another one in every process.
  if (value === undefined || /\b(?:randomUUID|SecureRandom|RandomStringUtils|nextBytes)\b/.test(enclosingCallable(write.node)?.text ?? '')) return false;
  // What is added as a whole was gathered before, so it is no object that later calls change.
  const gathered = originOf(value) !== 'fresh' || /^(?:addAll|putAll)$/.test(write.at.text);
  return originOf(value) === 'computed' || (gathered && fillsWhole(declared, write));
}

/** `if (all == null) { all = new HashMap<>(); all.put(…); }`, `if (!all.isEmpty()) return all;`: the collection as a whole is filled once. */
function fillsWhole(declared: Declared, write: FieldWrite): boolean {
  const name = nameOf(declared.node);
  const callable = enclosingCallable(write.node);
  const filled = new RegExp(`\\b${name}\\s*!=\\s*null|!\\s*(?:this\\.)?${name}\\s*\\.\\s*isEmpty\\s*\\(`);
  if (callable && below(callable, 'if_statement').some((test) => test.endIndex < write.node.startIndex && filled.test(field(test, 'condition')?.text ?? '') && below(test, 'return_statement').length > 0)) return true;
  for (let test = enclosing(write.node, 'if_statement'); test; test = enclosing(test, 'if_statement')) {
    const condition = field(test, 'condition')?.text ?? '';
    if (new RegExp(`\\b${name}\\s*(?:==\\s*null|\\.\\s*isEmpty\\s*\\(\\s*\\))`).test(condition) && !condition.includes('!')) return true;
  }
  return false;
}

/** `if (!loaded) { … all.add(x); loaded = true; }`, `if (loaded) return; … loaded = true;`: filled the first time and never again. */
function fillsOnce(write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  const flags = callable ? below(callable, 'assignment_expression').filter((each) => field(each, 'right')?.text === 'true').flatMap((each) => {
    const left = field(each, 'left');
    return left && fieldBehind(left) ? [left.text.replace(/^this\./, '')] : [];
  }) : [];
  return callable !== undefined && flags.some((flag) => below(callable, 'if_statement').some((test) => {
    const condition = field(test, 'condition')?.text ?? '';
    const stands = test.startIndex < write.node.startIndex;
    if (stands && test.endIndex < write.node.startIndex) return new RegExp(`^\\(\\s*(?:this\\.)?${flag}\\s*\\)$`).test(condition) && below(test, 'return_statement').length > 0;
    return stands && new RegExp(`!\\s*(?:this\\.)?${flag}\\b`).test(condition);
  }));
}

/** Methods that empty the collection and then fill it again in one go: by the write itself, or by methods of the class that lead to it. */
function refillers({ type }: Kept, write: FieldWrite, writes: readonly FieldWrite[]): readonly JavaNode[] {
  const callable = enclosingCallable(write.node);
  const empties = writes.filter((other) => other.at.text === 'clear' || (other.kind === 'assign' && other.values.some((value) => originOf(value) === 'fresh')));
  return empties.flatMap((other) => {
    const emptier = enclosingCallable(other.node);
    if (!callable || !emptier) return [];
    const again = emptier.id === callable.id ? other.node.startIndex < write.node.startIndex : reachedAfter(type, emptier, other.node.startIndex).has(callable.id);
    return again ? [emptier] : [];
  });
}

function replaces(write: FieldWrite): boolean {
  const [value] = write.values;
  if (write.kind !== 'assign' || !value || ['constant', 'fresh'].includes(originOf(value))) return false;
  return !(setting.test(methodName(write)) && originOf(value) === 'given');
}

/** A copy that is loaded where it is absent, and kept up to date by the methods that also store what changes. */
function isWrittenThrough(kept: Kept, changed: readonly FieldWrite[], loaded: readonly FieldWrite[]): boolean {
  const touchesData = (write: FieldWrite): boolean => readsData(enclosingCallable(write.node), nameOf(kept.declared.node));
  return loaded.some(touchesData) && changed.every(touchesData);
}

/** `failures.add(new Failure(part, exception))`, where a method is handed the exception. */
function keepsException(write: FieldWrite): boolean {
  return write.values.some((value) => [value, ...below(value, 'identifier')].some((name) => {
    const declared = name.type === 'identifier' ? declarationOf(name) : undefined;
    return declared?.kind === 'parameter' && /^(?:Throwable|\w*Exception)$/.test(declared.type);
  }));
}

/** A listener of failures: the framework tells this process of what went wrong in it. */
function isToldOfFailure(write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  return callable !== undefined && annotation(callable, 'Override') !== undefined && keepsException(write);
}

/** What failed here once and is not tried again: each replica finds out for itself. */
function remembersFailures(changed: readonly FieldWrite[]): boolean {
  return changed.every((write) => enclosing(write.node, 'catch_clause') !== undefined || keepsException(write));
}

/** Content of a file that is read again when the file's time has changed. */
function followsFile(write: FieldWrite): boolean {
  return /\.\s*(?:lastModified|getLastModifiedTime)\s*\(/.test(enclosingCallable(write.node)?.text ?? '');
}

const looking = /^(?:check|checks|checked|refresh|refreshes|refreshed|reload|reloads|reloaded|poll|polls|polled|sync|syncs|synced|scan|scans|scanned|cleanup|cleanups)$/;

/** `LAST_CHECK.put(name, System.currentTimeMillis())`: when this process last looked whether something changed. */
function remembersLooking(kept: Kept, changed: readonly FieldWrite[]): boolean {
  return isNamed({ declared: kept.declared, type: kept.declared.node }, looking) && !isAboutUsers(kept) && changed.every((write) => {
    const value = write.values.at(-1);
    return value !== undefined && originOf(value) === 'clock';
  });
}

const measured = /^(?:stats?|statistics|metrics?|hits?|telemetry|histograms?|profilers?|profiling)$/;

/** Requests that this process is answering: no other one could answer them. */
function holdsExchanges(declared: Declared): boolean {
  return allTypeNames(declared).slice(1).some((name) => /^(?:ServerWebExchange|HttpServerExchange|RoutingContext|(?:Http)?Servlet(?:Request|Response))$/.test(name));
}

/** Whether replicas may live with what each keeps for itself: measurements, work under way, what messages keep alike. */
function isUnsure(cx: RuleFileContext, kept: Kept, changed: readonly FieldWrite[], writes: readonly FieldWrite[]): boolean {
  if (onlyScheduled(changed) || measures(kept.declared) || isNamed(kept, measured) || supertypes(kept.type).some((name) => measured.test(name.toLowerCase()))) return true;
  return isReadByJobsAlone(cx, kept, writes) || holdsExchanges(kept.declared) || isMemoryVariant(kept.type) || asksForReplicas(kept.type) || isUnderWay(changed, writes) || remembersLast(kept) || isCarriedOver(cx, kept, changed);
}

/** Classes that only look things up elsewhere, whatever their calls are named: what they cache is a copy. */
const dataClass = /(?:Dao|DAO|Repository|Client)(?:Impl)?$/;

function shared(cx: RuleFileContext, kept: Kept, changed: readonly FieldWrite[], writes: readonly FieldWrite[], passing: boolean): Verdict | undefined {
  if (holdsCaches(kept.declared)) return { say: 'cache', severity: 'warning', confidence: 'low', writes };
  if (keepsHolders(kept.declared)) return { say: 'shared', severity: 'error', confidence: 'medium', writes };
  if (remembersFailures(changed)) return { say: 'shared', severity: 'info', confidence: 'low', writes };
  if (isNamed(kept, /^(?:cache|caches|cached|memo)$/) && (dataClass.test(nameOf(kept.type)) || readsData(kept.type, nameOf(kept.declared.node), 0))) return { say: 'cache', severity: 'warning', confidence: 'low', writes };
  if (copiesGiven(changed)) return { say: 'cache', severity: 'warning', confidence: 'low', writes };
  // Without a sign of requests, and of anything that is remembered, it is most likely a table that the program fills by itself.
  const proven = isServed(cx, kept, changed);
  if (!proven && (!remembers(kept) || isNamed(kept, measured))) return undefined;
  const declared = declares(kept, changed);
  if (declared) return { say: declared, severity: 'warning', confidence: 'low', writes };
  if (passing || isUnsure(cx, kept, changed, writes) || isJoinedByParts(kept, changed, writes) || (isSet(changed) && !isAboutUsers(kept)) || isCacheByName(kept) || !proven) return { say: 'shared', severity: 'warning', confidence: 'low', writes };
  // A bean may keep plumbing of its own node: messages under way, partitions, sessions of a protocol.
  const plumbing = !kept.isStatic && (keepsInFlight(kept.declared) || annotation(kept.type, 'Component') !== undefined);
  // Proof is code of a request that writes what the next request asks for, an amount that decides, or a name that speaks of users.
  const proof = isEdge(kept.type, changed) || ((isAboutUsers(kept) || isReckoned(kept, changed)) && !plumbing);
  return proof ? { say: 'shared', severity: 'error', confidence: 'high', writes } : { say: 'shared', severity: 'warning', confidence: plumbing ? 'low' : 'medium', writes };
}

/** Whether counts may hold something back: the class compares amounts, or tells others one. All else is a figure to look at. */
function decides({ type, declared }: Kept): boolean {
  const tells = (method: JavaNode): boolean => /^(?:int|long|short|Integer|Long|AtomicInteger|AtomicLong|LongAdder)$/.test(field(method, 'type')?.text ?? '') && identifiersNamed(method, nameOf(declared.node)).length > 0;
  return descendants(type, 'binary_expression').some((test) => /^[<>]=?$/.test(field(test, 'operator')?.text ?? '')) || methodsOf(type).some(tells);
}

/** What works in this process, and only here. */
const isHandle = /(?:Worker|Thread|Future|Subscription|Process)$/;

/** What the changes of a collection amount to; `undefined` when they leave nothing that another request needs. */
export function judgeContainer(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[]): Verdict | undefined {
  const { declared } = kept;
  // A registry of the application's own parts, whatever it calls them.
  if (/Registry$/.test(nameOf(kept.type)) && isRegistered(declared) && !isAboutUsers(kept)) return undefined;
  // Writes at start are left out of `writes`, but the cache whose listener takes entries out is mostly made there.
  if (goesWithCache(writesOf(cx, declared)) || endsWithOperation(writes) || isBoundToThread(cx, kept) || isMirror(cx, kept) || isNeverRead(kept, writesOf(cx, declared)) || isScratch(cx, kept, writes) || isOfSteps(cx, kept, writes) || isOfTemplate(kept, writes) || marksOwnMessages(cx, kept, writes) || isOfOwnThread(cx, kept) || isOfOneRun(cx, kept, writes) || isGatheredByRun(kept, writes)) return undefined;
  if (isHandle.test(allTypeNames(declared)[1] ?? '') && isReadByJobsAlone(cx, kept, writes)) return undefined;
  const passing = comesAndGoes(cx, kept, writes);
  if (passing && !isAskedBesides(cx, kept, writes)) return undefined;
  const inserted = writes.filter((write) => write.kind === 'insert' && !makesRoom(write) && !isTransient(write, writes) && !keepsInstances(write) && !isFixed(write) && !isReflected(write) && !isFromImage(cx, kept, write) && !isRoomForComputed(declared, write) && !isHandedToTimer(write) && !isPerClass(write) && !isLoadedClass(write) && !remarksOnCache(kept, write) && (isAboutUsers(kept) || !isOwnInstance(cx, kept, write))
    && write.values.every((value) => value.type !== 'this'));
  if (talliesKeys(declared, inserted)) return measures(declared) ? undefined : { say: 'tally', severity: decides(kept) ? 'warning' : 'info', confidence: 'medium', writes };
  const reloads = [...writes.filter(replaces), ...inserted.filter((write) => reloading.test(methodName(write)) || refillers(kept, write, writes).length > 0 || isLoaded(kept, write))];
  const filled = inserted.filter((write) => !reloads.includes(write) && fills(cx, declared, write));
  const changed = inserted.filter((write) => !reloads.includes(write) && !filled.includes(write) && write.values.some((value) => originOf(value) !== 'constant'));
  const isCopy = isNamed(kept, /^(?:cache|caches|cached|memo)$/);
  // What the program itself decides is the same in every replica, whenever it is put in.
  if (changed.length > 0 && changed.every((write) => write.values.every((value) => isMadeByProgram(cx, declared, value)))) return undefined;
  if (namesDrawn(declared, changed)) return undefined;
  if (changed.length > 0 && (changed.every((write) => isMadeByTimers(cx, write) || isToldOfFailure(write)) || (isCopy && changed.some((write) => isRefreshed(cx, write))))) return undefined;
  if (changed.length > 0 && (isLoggedOnce(kept, changed) || remembersLooking(kept, changed) || remembersTrial(changed) || isOfConnections(cx, changed, writes) || (!isUnderWay(changed, writes) && isKeptByCluster(cx, kept, changed)))) return undefined;
  if (changed.length > 0 && !isWrittenThrough(kept, changed, [...filled, ...reloads])) return shared(cx, kept, changed, writes, passing);
  // What is opened where it is absent, and ended by the class, each process opens for itself.
  if (endsEntries(kept.type, nameOf(declared.node))) return undefined;
  const sources = (write: FieldWrite): readonly (JavaNode | undefined)[] => [enclosingCallable(write.node), ...refillers(kept, write, writes)];
  const isData = (write: FieldWrite): boolean => (filled.includes(write) ? isFilledWithData(kept, write) : sources(write).some((source) => readsData(source, nameOf(declared.node))));
  const data = [...reloads, ...filled].filter((write) => !followsFile(write) && isData(write));
  if (data.length === 0 || measures(declared) || data.some((write) => isRefreshed(cx, write))) return undefined;
  const reloaded = data.some((write) => reloads.includes(write) && !fillsAbsent(cx, declared, write));
  const dropped = [...data, ...writes].some((write) => write.kind === 'remove' || write.at.text === 'clear' || (write.kind === 'assign' && !fillsAbsent(cx, declared, write)));
  // What is loaded once and never dropped is as old in one process as in two: no replica misses what another one does.
  return { say: 'cache', severity: reloaded || dropped ? 'warning' : 'info', confidence: reloaded ? 'medium' : 'low', writes };
}
