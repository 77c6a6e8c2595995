import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, enclosingCallable, field, isType, nameOf, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { switchOf } from '../../../syntax/java/switches.js';
import { handsOn, isManaged, isPeriodic, periodic, taskBody } from '../../../syntax/java/timers.js';
import { judge } from './java-judge.js';

function onCall(call: JavaNode, cx: RuleFileContext): void {
  const name = field(call, 'name');
  if (!name || !isPeriodic(cx, call)) return;
  const around = enclosingCallable(call);
  // A scheduler that hands the call on is no job of its own.
  if (around && periodic.has(nameOf(around))) return;
  const task = taskBody(args(call)[0]);
  if (!task || (around && handsOn(args(call)[0], task.body, around))) return;
  judge(cx, {
    at: span(name), body: task.body, job: task.name || (around ? nameOf(around) : name.text), when: '', declared: false, managed: isManaged(cx, call), setting: undefined,
    timerStore: false, annotations: [],
  });
}

const registrar = 'org.springframework.scheduling.config.ScheduledTaskRegistrar';
const registering = /^add(?:Cron|FixedRate|FixedDelay|Trigger)Task$/;
const schedulers = ['org.springframework.scheduling.TaskScheduler', 'org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler', 'org.springframework.scheduling.concurrent.ConcurrentTaskScheduler'];

/** The cron text of a call's last argument: a literal, or `new CronTrigger("…")`. */
function cronOf(call: JavaNode): string {
  const last = args(call).at(-1);
  return stringValue(last?.type === 'object_creation_expression' ? args(last)[0] : last) ?? '';
}

/** `registrar.addCronTask(…)` of a `SchedulingConfigurer`, and `scheduler.schedule(task, new CronTrigger(…))`. */
function onRegistration(call: JavaNode, cx: RuleFileContext): void {
  const name = field(call, 'name');
  if (!name) return;
  const type = typeOf(field(call, 'object'));
  const registers = registering.test(name.text) && isType(cx, call, type, registrar);
  const triggered = name.text === 'schedule' && /Trigger\b/.test(args(call)[1]?.text ?? '') && isType(cx, call, type, ...schedulers);
  if (!registers && !triggered) return;
  const task = taskBody(args(call)[0]);
  if (!task || cronOf(call) === '-') return;
  const around = enclosingCallable(call);
  const cron = cronOf(call);
  judge(cx, {
    at: span(name), body: task.body, job: task.name || (around ? nameOf(around) : name.text), when: cron === '' ? '' : `cron = ${cron}`, declared: true,
    setting: (around && switchOf(around).setting) ?? undefined, timerStore: false, annotations: [],
  });
}

/** Periodic work started by calls: executors, `java.util.Timer`, Spring's registrar. */
export const javaTimers = ruleMatcher({
  language: 'java',
  needles: [['ScheduledTaskRegistrar'], ['CronTrigger', 'TaskScheduler'], ['scheduleAtFixedRate'], ['scheduleWithFixedDelay'], ['Timer', 'schedule']],
  on: {
    method_invocation(call, cx) {
      onCall(call, cx);
      onRegistration(call, cx);
    },
  },
});
