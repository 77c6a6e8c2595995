import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, enclosing, enclosingCallable, enclosingType, field, imports, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { callsOf } from '../../../syntax/java/trace.js';
import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaAnnotated } from './java-annotated.js';
import { judge } from './java-judge.js';
import { javaQuartz } from './java-quartz.js';
import { isManaged } from '../../../syntax/java/timers.js';
import { javaTimers } from './java-timers.js';

/** `@Scheduled` and its kin on Kotlin functions. */
export const kotlinAnnotated = forKotlin(javaAnnotated);

/** Timers and executors that Kotlin code starts. */
export const kotlinTimers = forKotlin(javaTimers);

/** Quartz jobs that Kotlin code schedules. */
export const kotlinQuartz = forKotlin(javaQuartz);

/** Name of the call that runs the lambda around a place: `launch` in `scope.launch { … }`. */
function runner(place: JavaNode): string {
  const lambda = enclosing(place, 'lambda_expression', 'method_declaration');
  const call = lambda?.type === 'lambda_expression' ? enclosing(lambda, 'method_invocation') : undefined;
  return call ? nameOf(call) : '';
}

/** Whether a place runs in a coroutine that was launched to live on: in the lambda of `launch`, or in a function that only such lambdas call. */
function isLaunched(cx: RuleFileContext, place: JavaNode): boolean {
  if (runner(place) === 'launch') return true;
  const callable = enclosingCallable(place);
  const calls = callable ? callsOf(cx, place, nameOf(callable)) : [];
  return runner(place) === '' && calls.length > 0 && calls.every((call) => runner(call) === 'launch');
}

/** A loop that waits for something ends some time; one that repeats work does not. */
function isEndless(loop: JavaNode): boolean {
  const condition = field(loop, 'condition')?.text ?? '';
  return /^\(?(?:true|(?:\w+\.)*isActive)\)?$/.test(condition.replace(/\s/g, '')) && descendants(loop, 'return_statement', 'break_statement').length === 0;
}

function onLoop(loop: JavaNode, cx: RuleFileContext): void {
  const body = field(loop, 'body');
  const pause = body && descendants(body, 'method_invocation').find((call) => nameOf(call) === 'delay' && !field(call, 'object'));
  if (!body || !pause || !isEndless(loop) || !isLaunched(cx, loop)) return;
  const around = enclosingCallable(loop);
  const at = field(pause, 'name') ?? pause;
  judge(cx, { at: span(at), body, job: nameOf(around ?? enclosingType(loop) ?? loop), when: pause.text, declared: false, managed: isManaged(cx, loop), setting: undefined, timerStore: false, annotations: [] });
}

/** `fixedRateTimer(period = …) { … }` and `timer.scheduleAtFixedRate(0, 1000) { … }` of `kotlin.concurrent`. */
function onTimer(call: JavaNode, cx: RuleFileContext): void {
  const name = field(call, 'name');
  const task = args(call).at(-1);
  const body = task?.type === 'lambda_expression' && task.id !== args(call)[0]?.id ? field(task, 'body') : undefined;
  if (!name || !body || !/^(?:fixedRateTimer|timer|scheduleAtFixedRate)$/.test(name.text)) return;
  const known = imports(cx, call);
  if (!known.wildcards.includes('kotlin.concurrent') && known.types.get(name.text) !== `kotlin.concurrent.${name.text}`) return;
  const around = enclosingCallable(call);
  judge(cx, { at: span(name), body, job: around ? nameOf(around) : name.text, when: '', declared: false, managed: isManaged(cx, call), setting: undefined, timerStore: false, annotations: [] });
}

/** Work that coroutines and the timers of Kotlin's library repeat. */
export const kotlinLoops = ruleMatcher({
  language: 'kotlin',
  needles: [['launch', 'delay', 'while'], ['kotlin.concurrent']],
  on: { while_statement: onLoop, method_invocation: onTimer },
});
