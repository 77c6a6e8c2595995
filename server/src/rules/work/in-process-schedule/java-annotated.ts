import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { profileKind } from '../../../syntax/config-file.js';
import { annotation, annotations, enclosingType, field, imports, isType, modifiers, nameOf, named, span, stringValue, type Annotation, type JavaNode } from '../../../syntax/java/ask.js';
import { judge, type Scheduled } from './java-judge.js';
import type { Lockable } from './shedlock.js';

const springScheduled = 'org.springframework.scheduling.annotation.Scheduled';
const springLike = [springScheduled, 'io.micronaut.scheduling.annotation.Scheduled', 'io.quarkus.scheduler.Scheduled'];
const ejb = ['javax.ejb.Schedule', 'jakarta.ejb.Schedule', 'javax.ejb.Schedules', 'jakarta.ejb.Schedules'];
const timeout = ['javax.ejb.Timeout', 'jakarta.ejb.Timeout'];

const timing = ['cron', 'fixedRate', 'fixedRateString', 'fixedDelay', 'fixedDelayString', 'every', 'second', 'minute', 'hour', 'dayOfWeek', 'dayOfMonth', 'month'];

/** `cron = 0 0 2 * * *`, as the annotation writes it; '' when it says nothing. */
function whenOf({ values }: Annotation): string {
  return timing.flatMap((key) => {
    const value = values.get(key);
    return value ? [`${key} = ${stringValue(value) ?? value.text}`] : [];
  }).join(', ');
}

/** A cron of `-` or `off` switches the method off. */
function isOff({ values }: Annotation): boolean {
  return ['cron', 'every'].some((key) => /^(?:-|off|disabled)$/.test(stringValue(values.get(key)) ?? ''));
}

/** A placeholder whose default is `-`: the job is off until a setting gives it a time. */
function switchedOnBy({ values }: Annotation): string | undefined {
  return /^\$\{([^:}]+):(?:-|off|disabled)\}$/.exec(stringValue(values.get('cron')) ?? '')?.[1];
}

function literals(node: JavaNode | undefined): readonly string[] {
  if (!node) return [];
  const own = stringValue(node);
  return own === undefined ? named(node).flatMap(literals) : [own];
}

/** Where the annotations of a method and its class let it run: not at all in the cluster, or only where a setting says so. */
function switchOf(method: JavaNode): { readonly never: boolean; readonly setting: string | undefined } {
  const type = enclosingType(method);
  const all = [...annotations(method), ...(type ? annotations(type) : [])];
  const profiles = all.filter(({ name }) => name === 'Profile').flatMap(({ values }) => literals(values.get('value')));
  if (profiles.length > 0 && profiles.every((profile) => ['development', 'test'].includes(profileKind(profile)))) return { never: true, setting: undefined };
  const condition = all.find(({ name }) => name === 'ConditionalOnProperty' || name === 'ConditionalOnExpression');
  const keys = condition ? ['name', 'value'].flatMap((key) => literals(condition.values.get(key))).map((key) => /\$\{([^:}]+)/.exec(key)?.[1] ?? key) : [];
  const prefix = stringValue(condition?.values.get('prefix'));
  const worker = profiles.find((profile) => /sched|batch|job|worker|cron/i.test(profile));
  return { never: false, setting: keys[0] === undefined ? worker : `${prefix === undefined ? '' : `${prefix}.`}${keys[0]}` };
}

/** EJB timers are persistent unless told otherwise; a server with a shared timer store then runs them once. */
function isPersistent(found: Annotation): boolean {
  const single = found.name === 'Schedules' ? found.node.text : (found.values.get('persistent')?.text ?? 'true');
  return found.name === 'Schedules' ? !/persistent\s*=\s*false/.test(single) : single !== 'false';
}

const beans = ['Component', 'Service', 'Repository', 'Configuration', 'Controller', 'RestController'];

/** Longest time that a lock is held by default; the configuration class states the same. */
const defaultAtMost = 600;
/** Width of the column that holds the name of a lock. */
const nameLimit = 64;

/**
 * How long the lock is held at least: shorter than the interval, longer than clocks differ, so that a quick job is not
 * done again by a replica whose clock is late. `undefined` when the interval stands in a setting.
 */
function holdingOf({ values }: Annotation): string | undefined {
  const cron = stringValue(values.get('cron'));
  if (cron !== undefined) return /^\d+\s+(?:\S+\s+){4}\S+$/.test(cron.trim()) ? 'lockAtLeastFor = "PT30S"' : undefined;
  const rate = ['fixedRate', 'fixedDelay', 'fixedRateString', 'fixedDelayString'].map((key) => values.get(key)).find((value) => value);
  const milliseconds = Number((stringValue(rate) ?? rate?.text ?? '').replace(/[_lL]/g, '') || Number.NaN);
  const seconds = Math.floor((milliseconds * 0.9) / 1000);
  if (values.has('timeUnit') || !(seconds >= 1)) return undefined;
  const atMost = seconds > defaultAtMost ? `, lockAtMostFor = "PT${Math.ceil(milliseconds / 1000)}S"` : '';
  return `lockAtLeastFor = "PT${seconds}S"${atMost}`;
}

/** ShedLock works through a proxy of a bean that Spring finds by scanning. */
function lockable(cx: RuleFileContext, found: Annotation, method: JavaNode): Lockable | undefined {
  const type = enclosingType(method);
  const holding = holdingOf(found);
  if (!type || !holding || enclosingType(type) || !annotation(type, ...beans) || modifiers(type).has('final')) return undefined;
  if (['private', 'static', 'final'].some((word) => modifiers(method).has(word)) || annotation(method, 'SchedulerLock')) return undefined;
  const name = `${nameOf(type)}.${nameOf(method)}`;
  return name.length > nameLimit ? undefined : { end: found.node.endIndex, source: found.node.text, name, holding, package: imports(cx, method).package };
}

function schedule(cx: RuleFileContext, found: Annotation, method: JavaNode, isEjb: boolean): void {
  const { never, setting } = switchOf(method);
  const body = field(method, 'body');
  if (never || isOff(found) || !body) return;
  const scheduled: Scheduled = {
    at: span(field(found.node, 'name') ?? found.node), body, job: nameOf(method), when: whenOf(found), declared: true, setting: setting ?? switchedOnBy(found),
    timerStore: isEjb && isPersistent(found), annotations: annotations(method).map(({ name }) => `@${name}`),
    cron: stringValue(found.values.get('cron')) ?? '', zone: stringValue(found.values.get('zone') ?? found.values.get('timezone')) ?? '',
    lockable: isType(cx, method, found.name, springScheduled) ? lockable(cx, found, method) : undefined,
  };
  judge(cx, scheduled);
}

const creators = /^create(?:Interval|Calendar)?Timer$/;

/** The call in the same class that arms the timer whose end `@Timeout` handles; single timers fire once. */
function armingCall(method: JavaNode): JavaNode | undefined {
  const calls = enclosingType(method)?.descendantsOfType('method_invocation') ?? [];
  return calls.find((call) => call !== null && creators.test(field(call, 'name')?.text ?? '')) ?? undefined;
}

function timer(cx: RuleFileContext, found: Annotation, method: JavaNode): void {
  const body = field(method, 'body');
  const call = armingCall(method);
  if (!body || (!call && /createSingleActionTimer/.test(cx.text))) return;
  const at = (call && field(call, 'name')) ?? field(found.node, 'name') ?? found.node;
  judge(cx, {
    at: span(at), body, job: nameOf(method), when: '', declared: true, setting: undefined, cron: '', zone: '', annotations: [],
    timerStore: !/TimerConfig\s*\([^)]*,\s*false\s*\)|setPersistent\(\s*false/.test(cx.text),
  });
}

function onAnnotation(node: JavaNode, cx: RuleFileContext): void {
  const method = node.parent?.parent;
  const name = field(node, 'name')?.text ?? '';
  if (method?.type !== 'method_declaration') return;
  const found = annotations(method).find((candidate) => candidate.node.id === node.id);
  if (!found) return;
  if (isType(cx, node, name, ...springLike)) schedule(cx, found, method, false);
  else if (isType(cx, node, name, ...ejb)) schedule(cx, found, method, true);
  else if (isType(cx, node, name, ...timeout)) timer(cx, found, method);
}

/** `@Scheduled` of Spring, Micronaut and Quarkus, `@Schedule` and `@Timeout` of EJB. */
export const javaAnnotated = ruleMatcher({
  language: 'java',
  needles: [['Scheduled'], ['Schedule', 'ejb'], ['Schedules', 'ejb'], ['Timeout', 'ejb']],
  on: { annotation: onAnnotation, marker_annotation: onAnnotation },
});
