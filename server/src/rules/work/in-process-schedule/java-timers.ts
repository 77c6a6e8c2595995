import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { annotation, args, bareType, declarationOf, enclosingCallable, enclosingType, field, isType, nameOf, named, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { isSingleton } from '../../../syntax/java/singletons.js';
import { switchOf } from '../../../syntax/java/switches.js';
import { referredMethod } from '../../../syntax/java/shared-work.js';
import { judge } from './java-judge.js';

const periodic = new Set(['scheduleAtFixedRate', 'scheduleWithFixedDelay']);

function methodNamed(type: JavaNode, name: string): JavaNode | undefined {
  return named(field(type, 'body') ?? type).find((member) => member.type === 'method_declaration' && nameOf(member) === name);
}

/** A class of this file by name. */
function classOf(node: JavaNode, name: string): JavaNode | undefined {
  return node.tree.rootNode.descendantsOfType('class_declaration').find((type) => type !== null && nameOf(type) === name) ?? undefined;
}

/** Code of a task: lambda, method reference, anonymous or named class of this file; names are looked up. */
function bodyOf(task: JavaNode | undefined): { readonly body: JavaNode; readonly name: string } | undefined {
  switch (task?.type) {
    case 'lambda_expression': {
      const body = field(task, 'body');
      return body && { body, name: '' };
    }
    case 'method_reference': {
      const method = referredMethod(task);
      return { body: method ?? task, name: method ? nameOf(method) : (named(task).at(-1)?.text ?? '') };
    }
    case 'object_creation_expression': {
      const anonymous = named(task).find((part) => part.type === 'class_body');
      const type = anonymous ? undefined : classOf(task, bareType(field(task, 'type')));
      const run = anonymous ? named(anonymous).find((member) => member.type === 'method_declaration' && nameOf(member) === 'run') : type && methodNamed(type, 'run');
      const body = run && field(run, 'body');
      return body && { body, name: type ? nameOf(type) : '' };
    }
    case 'this': {
      const run = enclosingType(task);
      const method = run && methodNamed(run, 'run');
      return method && { body: method, name: nameOf(run) };
    }
    case 'identifier': {
      const found = bodyOf(declarationOf(task)?.value);
      return found && { ...found, name: task.text };
    }
    default:
      return undefined;
  }
}

/** Whether the container makes the object that starts the timer, so that every replica has one. */
function isManaged(cx: RuleFileContext, call: JavaNode): boolean {
  for (let type = enclosingType(call); type; type = enclosingType(type)) {
    if (isSingleton(cx, type) || annotation(type, 'Configuration', 'Startup', 'Stateless', 'SpringBootApplication') || supertypes(type).some((name) => /^(?:ServletContextListener|ApplicationListener|InitializingBean|SmartLifecycle|CommandLineRunner|ApplicationRunner)$/.test(name))) return true;
  }
  return false;
}

/** `timer.schedule(task, delay, period)`; with two arguments it runs once. */
function isTimer(cx: RuleFileContext, call: JavaNode, name: string): boolean {
  return name === 'schedule' && args(call).length === 3 && isType(cx, call, typeOf(field(call, 'object')), 'java.util.Timer');
}

const handed = /^(?:Runnable|Callable|Supplier|Consumer|BiConsumer|Function|Action|TimerTask|\w*(?:Task|Job|Command|Callback))$/;

/** Whether a task only runs what a caller gave it: the callers have the job, and are looked at where they stand. */
function handsOn(body: JavaNode, around: JavaNode): boolean {
  return body.descendantsOfType('identifier').some((use) => {
    const declared = use ? declarationOf(use) : undefined;
    return declared?.kind === 'parameter' && handed.test(declared.type) && enclosingCallable(declared.node)?.id === around.id;
  });
}

function onCall(call: JavaNode, cx: RuleFileContext): void {
  const name = field(call, 'name');
  if (!name || (!periodic.has(name.text) && !isTimer(cx, call, name.text))) return;
  const around = enclosingCallable(call);
  // A scheduler that hands the call on is no job of its own.
  if (around && periodic.has(nameOf(around))) return;
  const task = bodyOf(args(call)[0]);
  if (!task || (around && handsOn(task.body, around))) return;
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
  const task = bodyOf(args(call)[0]);
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
