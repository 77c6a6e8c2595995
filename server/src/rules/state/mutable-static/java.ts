import type { Json } from '../../../base/json.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, enclosingCallable, field, fieldsOf, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { connectionsIn, isEndpoint } from '../../../syntax/java/connections.js';
import { allTypeNames, comesFromElsewhere, holdsNoData, shapeOf } from '../../../syntax/java/field-purpose.js';
import { asksForBeans } from '../../../syntax/java/field-needles.js';
import { below, writesOf, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { dataWrites, isChosenVariant, keptIn, methodName, type Kept } from '../../../syntax/java/kept.js';
import { numbersFrom } from '../../../syntax/java/kept-numbers.js';
import { waitingWork } from '../../../syntax/java/kept-queues.js';
import { tokensIn } from '../../../syntax/java/kept-tokens.js';
import { limitsCallers } from '../../../syntax/java/limits.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { originOf } from '../../../syntax/java/origin.js';
import { hasWindows, isOneOff } from '../../../syntax/java/program.js';
import { beanCandidate } from '../../../syntax/java/singletons.js';
import { choiceOf } from '../../../syntax/java/switches.js';
import { judgeContainer } from './java-containers.js';
import { stateNeedles } from './java-needles.js';
import { isSetFirst } from './java-set-first.js';
import { redisMapPlan, type RedisMapPlan } from './redis-plan.js';
import { judgeValue } from './java-values.js';
import type { Verdict } from './java-verdict.js';

/** Whether a more telling rule speaks of the field: connections, tokens, numbers, queues. */
function isToldElsewhere(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[]): boolean {
  return tokensIn(cx, kept, writes) !== undefined || numbersFrom(cx, kept, writes) !== undefined || waitingWork(cx, kept, writes) !== undefined
    || limitsCallers(nameOf(kept.declared.node), nameOf(kept.type), allTypeNames(kept.declared));
}

/** Whether a list only keeps the order of a table that the rule for limits speaks of: whatever fills it fills that table. */
function goesWithTold(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[]): boolean {
  const fillers = (all: readonly FieldWrite[]): readonly number[] => all.filter(({ kind }) => kind === 'insert').flatMap((write) => enclosingCallable(write.node)?.id ?? []);
  if (!/(?:List|Deque|Queue|Set)$/.test(allTypeNames(kept.declared)[0] ?? '')) return false;
  const own = fillers(writes);
  return own.length > 0 && fieldsOf(kept.type).some((declared) => {
    // Names are compared first because following writes costs.
    if (declared.node.id === kept.declared.node.id || !limitsCallers(nameOf(declared.node), nameOf(kept.type), allTypeNames(declared))) return false;
    const other = keptIn(cx, kept.type, declared);
    const theirs = new Set(other ? fillers(dataWrites(cx, other)) : []);
    return own.every((id) => theirs.has(id));
  });
}

function isFluent(write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  const returned = callable ? below(callable, 'return_statement') : [];
  return returned.length > 0 && returned.every((statement) => /^return\s+this\s*;$/.test(statement.text));
}

/** `client.addHeader(…).post(…)`: methods that hand out the object again prepare what it does next; what others write besides is the same in every process. */
function isPrepared(writes: readonly FieldWrite[]): boolean {
  return writes.some(isFluent) && writes.every((write) => isFluent(write) || write.values.every((value) => originOf(value) === 'constant'));
}

/** What a field's changes at run time amount to; `undefined` when there is nothing to say. */
function judge(cx: RuleFileContext, kept: Kept): Verdict | undefined {
  if (holdsNoData(cx, kept.declared)) return undefined;
  const writes = dataWrites(cx, kept);
  if (writes.length === 0 || (!kept.isStatic && isPrepared(writes)) || isToldElsewhere(cx, kept, writes) || goesWithTold(cx, kept, writes) || isSetFirst(kept)) return undefined;
  const shape = shapeOf(cx, kept.declared);
  if (shape === 'container' && comesFromElsewhere(cx, kept.declared)) return undefined;
  return shape === 'container' || shape === 'holder' ? judgeContainer(cx, kept, writes) : judgeValue(cx, kept, writes, shape !== 'object');
}

/** How many places are shown beside a finding. */
const shown = 10;

interface Looked {
  readonly name: JavaNode;
  readonly verdict: Verdict;
  /** Where a constructor or a start-up method makes what the field holds, when its declaration does not. */
  readonly made: JavaNode | undefined;
  readonly bean: string | undefined;
  /** How the map moves to Redis, where it can. */
  readonly redisMap: RedisMapPlan | undefined;
}

function look(cx: RuleFileContext, kept: Kept, bean: string | undefined): readonly Looked[] {
  const verdict = judge(cx, kept);
  const name = field(kept.declared.node, 'name');
  if (!verdict || !name) return [];
  const made = kept.declared.value ? undefined : writesOf(cx, kept.declared).find(({ kind, values, at }) => kind === 'assign' && values[0]?.type === 'object_creation_expression' && verdict.writes.every((write) => write.at.id !== at.id));
  const told = verdict.severity !== 'info' && (verdict.say === 'shared' || verdict.say === 'tally');
  return [{ name, verdict, made: made?.at, bean: kept.isStatic ? undefined : bean, redisMap: told ? redisMapPlan(cx, kept.type, kept.declared) : undefined }];
}

function report(cx: RuleFileContext, type: JavaNode, { name, verdict, made, bean, redisMap }: Looked, cause: string | undefined): void {
  // A class that only a setting puts to use is a risk under that condition.
  const choice = verdict.severity === 'error' && verdict.say === 'shared' ? choiceOf(type) : undefined;
  cx.report({
    at: span(name), confidence: verdict.confidence,
    ...(choice === undefined ? { say: verdict.say, severity: verdict.severity } : { say: 'chosen', severity: 'warning' as const }),
    args: { field: name.text, type: nameOf(type), ...(choice === undefined ? {} : { name: name.text, setting: choice }) },
    ...(cause === undefined ? {} : { cause: `${nameOf(type)}.${cause}` }),
    by: verdict.writes.map((write) => span(write.at)),
    also: [...(made ? [{ at: span(made), say: 'made' }] : []), ...verdict.writes.slice(0, shown).map((write) => ({ at: span(write.at), say: 'write' }))],
    ...(bean === undefined && !redisMap ? {} : { data: { ...(bean === undefined ? {} : { bean }), ...(redisMap ? { redisMap: redisMap as unknown as Json } : {}) } }),
  });
}

/** How many further doubtful fields of one class are still told one by one, when no method fills several of them. */
const few = 4;
const several = { cache: 'caches', shared: 'several' } as const;

/** Names of the methods that fill a field. */
function fillersOf({ verdict }: Looked): ReadonlySet<string> {
  return new Set(verdict.writes.filter(({ kind }) => kind !== 'remove').map(methodName).filter((name) => name !== ''));
}

/** The fields that some method fills together with this one, itself among them. */
function matesOf(all: readonly Looked[], looked: Looked): readonly Looked[] {
  const fillers = fillersOf(looked);
  return all.filter((other) => other === looked || [...fillersOf(other)].some((name) => fillers.has(name)));
}

function isProvenCollection({ verdict }: Looked): boolean {
  return verdict.severity === 'error' && verdict.writes.some(({ kind }) => kind === 'insert');
}

/** Collections that one method fills have one cause: they are kept together and mended together. */
function reportOne(cx: RuleFileContext, type: JavaNode, looked: Looked, all: readonly Looked[]): void {
  const mates = isProvenCollection(looked) ? matesOf(all.filter(isProvenCollection), looked) : [];
  report(cx, type, looked, mates.length > 1 ? mates[0]?.name.text : undefined);
}

function reportTogether(cx: RuleFileContext, type: JavaNode, say: 'cache' | 'shared', first: Looked, others: readonly Looked[]): void {
  cx.report({
    at: span(first.name), say: several[say], severity: first.verdict.severity, confidence: first.verdict.confidence,
    args: { field: first.name.text, type: nameOf(type), count: others.length + 1 },
    by: [first, ...others].flatMap(({ verdict }) => verdict.writes.map((write) => span(write.at))),
    also: others.slice(0, shown).map(({ name }) => ({ at: span(name), say: 'other' })),
    ...(first.bean === undefined ? {} : { data: { bean: first.bean } }),
  });
}

/** Doubtful fields that are many, or that one method fills, are one design, so the first speaks for all. */
function reportDoubtful(cx: RuleFileContext, type: JavaNode, say: 'cache' | 'shared', all: readonly Looked[]): void {
  const told = new Set<Looked>();
  for (const looked of all) {
    if (told.has(looked)) continue;
    const mates = (all.length > few ? all : matesOf(all, looked)).filter((mate) => mate !== looked && !told.has(mate));
    for (const each of [looked, ...mates]) told.add(each);
    if (mates.length === 0) report(cx, type, looked, undefined);
    else reportTogether(cx, type, say, looked, mates);
  }
}

function reportAll(cx: RuleFileContext, type: JavaNode, all: readonly Looked[]): void {
  const doubtful = { cache: new Map<string, Looked[]>(), shared: new Map<string, Looked[]>() };
  for (const looked of all) {
    const { say, severity } = looked.verdict;
    if (severity === 'error' || (say !== 'cache' && say !== 'shared')) {
      reportOne(cx, type, looked, all);
      continue;
    }
    const key = `${severity} ${looked.bean ?? ''}`;
    doubtful[say].set(key, [...(doubtful[say].get(key) ?? []), looked]);
  }
  for (const say of ['cache', 'shared'] as const) for (const alike of doubtful[say].values()) reportDoubtful(cx, type, say, alike);
}

/** Endpoints of connections keep what belongs to the connections of this process; those are another rule's concern. */
function servesConnections(type: JavaNode): boolean {
  return annotation(type, 'ClientEndpoint') !== undefined || isEndpoint(type);
}

/** What a class loader keeps is the code that this process has loaded. */
function loadsClasses(type: JavaNode): boolean {
  return supertypes(type).some((name) => /ClassLoader$/.test(name));
}

const forTests = /\/\*(?:(?!\*\/)[\s\S])*\b(?:unit[- ]?test(?:s|ing)?|for (?:the )?tests?|test(?:s|ing)? only)\b(?:(?!\*\/)[\s\S])*\*\/\s*$/i;
/** Characters before a declaration in which its comment is looked for. */
const reach = 400;

/** Whether the comment before a declaration says that tests alone use it. */
function isForTests({ text }: RuleFileContext, declaration: JavaNode): boolean {
  const before = text.slice(Math.max(0, declaration.startIndex - reach), declaration.startIndex);
  return before.trimEnd().endsWith('*/') && forTests.test(before);
}

function inspect(type: JavaNode, cx: RuleFileContext): void {
  if (servesConnections(type) || isForTests(cx, type) || isChosenVariant(cx, type) || hasWindows(cx, type) || isOneOff(type) || loadsClasses(type)) return;
  // Whether a class is a bean of an XML file is known only when all files were read: see the clearing.
  const bean = cx.path.endsWith('.kt') || !asksForBeans(cx) ? undefined : beanCandidate(cx, type);
  reportAll(cx, type, fieldsOf(type).flatMap((declared) => {
    if (connectionsIn(cx, type, declared) !== undefined || isForTests(cx, declared.declaration)) return [];
    const kept = keptIn(cx, type, declared) ?? (bean === undefined ? undefined : { declared, type, isStatic: false, singleton: true });
    return kept ? look(cx, kept, bean) : [];
  }));
}

/** Static fields, and instance fields of classes with one instance, that change while requests are served. */
export const javaState = ruleMatcher({
  language: 'java',
  needles: stateNeedles,
  on: { class_declaration: inspect, enum_declaration: inspect, interface_declaration: inspect, record_declaration: inspect },
});
