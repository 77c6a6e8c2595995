import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { annotations, enclosingType, field, isType, nameOf, span, stringValue, type Annotation, type JavaNode } from '../../../syntax/java/ask.js';
import { switchOf } from '../../../syntax/java/switches.js';
import { clockOf } from './clock.js';
import { judge, type Scheduled } from './java-judge.js';
import { lockable } from './java-lockable.js';

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

/** EJB timers are persistent unless told otherwise; a server with a shared timer store then runs them once. */
function isPersistent(found: Annotation): boolean {
  const single = found.name === 'Schedules' ? found.node.text : (found.values.get('persistent')?.text ?? 'true');
  return found.name === 'Schedules' ? !/persistent\s*=\s*false/.test(single) : single !== 'false';
}

function schedule(cx: RuleFileContext, found: Annotation, method: JavaNode, isEjb: boolean): void {
  const { never, setting } = switchOf(method);
  const body = field(method, 'body');
  if (never || isOff(found) || !body) return;
  const scheduled: Scheduled = {
    at: span(field(found.node, 'name') ?? found.node), body, job: nameOf(method), when: whenOf(found), declared: true, followed: true, setting: setting ?? switchedOnBy(found),
    timerStore: isEjb && isPersistent(found), annotations: annotations(method).map(({ name }) => `@${name}`),
    ...(isType(cx, method, found.name, springScheduled) ? { clock: clockOf(found), lockable: lockable(cx, found, method) } : {}),
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
    at: span(at), body, job: nameOf(method), when: '', declared: true, setting: undefined, annotations: [],
    timerStore: !/TimerConfig\s*\([^)]*,\s*false\s*\)|setPersistent\(\s*false/.test(cx.text),
  });
}

/** An annotation of the application that schedules every method it stands on; what these do, other files tell. */
function meta(found: Annotation, type: JavaNode, cx: RuleFileContext): void {
  if (isOff(found)) return;
  const when = whenOf(found);
  cx.report({
    at: span(field(found.node, 'name') ?? found.node), say: switchedOnBy(found) === undefined ? 'unclear' : 'switchedUnclear', severity: 'warning', confidence: 'medium',
    args: { job: `@${nameOf(type)}${when === '' ? '' : ` (${when})`}`, what: '', setting: switchedOnBy(found) ?? '' },
    data: { engine: 'timer', annotations: annotations(type).map(({ name }) => `@${name}`), guarded: false },
  });
}

function onAnnotation(node: JavaNode, cx: RuleFileContext): void {
  const method = node.parent?.parent;
  const name = field(node, 'name')?.text ?? '';
  if (method?.type === 'annotation_type_declaration' && isType(cx, node, name, ...springLike)) {
    const found = annotations(method).find((candidate) => candidate.node.id === node.id);
    if (found) meta(found, method, cx);
  }
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
