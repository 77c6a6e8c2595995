import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Span } from '../../base/text.js';
import { annotation, args, bareType, enclosing, enclosingCallable, enclosingType, field, isType, modifiers, named, nameOf, span, typeOf, type JavaNode } from '../../syntax/java/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /**
     * A job or trigger of Quartz that is built without an identity: Quartz gives it another one at each start. `at` is
     * where `.withIdentity(…)` goes, `name` one that stays the same and that no other has, '' when the code tells none.
     */
    'quartz.unnamed': { readonly at: number; readonly name: string };
    /** `scheduler.scheduleJob(job, trigger)`, which refuses a job that the store has already; the place of the trigger. */
    'quartz.scheduled': { readonly trigger: Span };
  }
}

const builders: Readonly<Record<string, string>> = { newTrigger: 'TriggerBuilder', newJob: 'JobBuilder' };

/** The calls that follow a builder call, the last of them first. */
function chainOf(call: JavaNode): readonly JavaNode[] {
  const chain = [call];
  for (let next = call.parent; next?.type === 'method_invocation' && field(next, 'object')?.id === chain[0]?.id; next = next.parent) chain.unshift(next);
  return chain;
}

/** Code that may run more than once in a process would give two things one name. */
function runsOnce(place: JavaNode, method: JavaNode): boolean {
  const repeats = enclosing(place, 'for_statement', 'enhanced_for_statement', 'while_statement', 'do_statement', 'lambda_expression');
  if (repeats && repeats.startIndex > method.startIndex) return false;
  return annotation(method, 'Bean') !== undefined || named(field(method, 'parameters') ?? method).every((parameter) => /(?:Event|Context|Config|Scheduler)$/.test(bareType(field(parameter, 'type'))));
}

/** The class that `newJob(X.class)` in the same call makes a job of. */
function jobIn(node: JavaNode): string {
  return /\bnewJob\(\s*(\w+)\.class\s*\)/.exec(node.text)?.[1] ?? '';
}

/** A name for what a chain builds, taken from the bean, the variable or the job; '' when there is none to trust. */
function stableName(built: JavaNode, kind: string): string {
  const method = enclosingCallable(built);
  const parent = built.parent;
  if (!method || !parent || !runsOnce(built, method)) return '';
  if (parent.type === 'return_statement' && annotation(method, 'Bean')) return nameOf(method);
  const owner = nameOf(enclosingType(built) ?? method);
  if (parent.type === 'variable_declarator') return `${owner}.${nameOf(parent)}`;
  const job = parent.type === 'argument_list' ? jobIn(parent) : '';
  return job === '' ? '' : `${job}${kind === 'newTrigger' ? '.trigger' : ''}`;
}

function onBuilder(call: JavaNode, kind: string, cx: FactFileContext): void {
  const type = builders[kind] ?? '';
  const object = field(call, 'object');
  if (object ? !isType(cx, call, object.text, `org.quartz.${type}`) : !cx.text.includes(`org.quartz.${type}.`)) return;
  const chain = chainOf(call);
  const steps = chain.map((step) => field(step, 'name')?.text ?? '');
  if (steps.includes('withIdentity')) return;
  const [built = call] = chain;
  // A builder that goes on in other statements may be named there.
  const complete = steps[0] === 'build';
  if (!complete && /\bwithIdentity\b/.test(enclosingCallable(call)?.text ?? '')) return;
  cx.emit('quartz.unnamed', span(field(call, 'name') ?? call), { at: call.endIndex, name: complete ? stableName(built, kind) : '' });
}

/** Code that looks first, or clears the store, copes with jobs from before. */
const careful = /\b(?:checkExists|deleteJobs?|unscheduleJobs?|rescheduleJob|clear|getJobDetail|getTrigger)\s*\(/;

function onSchedule(call: JavaNode, cx: FactFileContext): void {
  const [, trigger, more] = args(call);
  const name = field(call, 'name');
  if (!name || !trigger || more || !isType(cx, call, typeOf(field(call, 'object')), 'org.quartz.Scheduler')) return;
  const around = enclosingType(call);
  if (careful.test(around?.text ?? '') || /Set\b/.test(typeOf(trigger)) || modifiers(around ?? call).has('abstract')) return;
  cx.emit('quartz.scheduled', span(name), { trigger: span(trigger) });
}

/** What a store that outlives the process asks of code: names that stay, and starts that find their own jobs again. */
export const quartzNameFacts: FactExtractor = {
  kinds: ['quartz.unnamed', 'quartz.scheduled'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['org.quartz', 'newTrigger'], ['org.quartz', 'newJob'], ['org.quartz', 'scheduleJob']],
      on: {
        method_invocation(call, cx) {
          const name = field(call, 'name')?.text ?? '';
          if (name in builders) onBuilder(call, name, cx);
          else if (name === 'scheduleJob') onSchedule(call, cx);
        },
      },
    }),
  ],
};
