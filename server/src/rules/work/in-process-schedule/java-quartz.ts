import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, bareType, enclosingCallable, enclosingType, field, isType, named, nameOf, span, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { runsAtStart } from '../../../syntax/java/lifecycle.js';
import { quartzCause } from './quartz-settings.js';

/** Code that gives Quartz something to run. */
interface Place {
  readonly at: JavaNode;
  readonly job: string;
  /** `bean`: Spring hands the trigger to its scheduler; `start`: every replica does it; `later`: whoever calls decides when. */
  readonly when: 'bean' | 'start' | 'later';
}

const scheduler = 'org.quartz.Scheduler';
const triggers = /^(?:org\.quartz\.)?(?:Cron|Simple)?Trigger(?:FactoryBean)?$/;
const handedAtStart = /(?:Event|Context|Config|Scheduler|Factory|Properties|Environment)$/;

/** A method that is told what to schedule may do so for somebody, while the application runs. */
function isLater(call: JavaNode, cx: RuleFileContext): boolean {
  const method = enclosingCallable(call);
  return method !== undefined && !runsAtStart(cx, call, true) && named(field(method, 'parameters') ?? method).some((parameter) => !handedAtStart.test(bareType(field(parameter, 'type'))));
}

/** `scheduler.scheduleJob(…)` of Quartz. */
function called(call: JavaNode, cx: RuleFileContext): readonly Place[] {
  const at = field(call, 'name');
  if (at?.text !== 'scheduleJob' || !isType(cx, call, typeOf(field(call, 'object')), scheduler)) return [];
  return [{ at, job: nameOf(enclosingType(call) ?? call), when: isLater(call, cx) ? 'later' : 'start' }];
}

/** A trigger bean, which Spring Boot hands to the scheduler it makes. */
function declared(method: JavaNode): readonly Place[] {
  const at = field(method, 'name');
  return at && annotation(method, 'Bean') && triggers.test(bareType(field(method, 'type'))) ? [{ at, job: at.text, when: 'bean' }] : [];
}

/** One finding per file: what it schedules shares one scheduler and one cure. */
function look(program: JavaNode, cx: RuleFileContext): void {
  const places = [...descendants(program, 'method_declaration').flatMap(declared), ...descendants(program, 'method_invocation').flatMap((call) => called(call, cx))];
  const [first, ...rest] = places;
  if (!first) return;
  const jobs = [...new Set(places.map(({ job }) => job))];
  cx.report({
    at: span(first.at), say: places.every(({ when }) => when === 'later') ? 'quartzAdded' : 'quartz', severity: 'warning', confidence: first.when === 'bean' ? 'high' : 'medium',
    args: { job: `${jobs.slice(0, 3).join(', ')}${jobs.length > 3 ? ', …' : ''}` }, also: rest.map(({ at, job }) => ({ at: span(at), say: 'scheduled', args: { job } })), cause: quartzCause,
    // A job that only names a bean's method cannot be kept in a database.
    data: { engine: 'quartz', place: 'java', storable: !cx.text.includes('MethodInvokingJobDetailFactoryBean') },
  });
}

/** Jobs that Java code gives to Quartz. */
export const javaQuartz = ruleMatcher({
  language: 'java',
  needles: [['quartz', 'scheduleJob'], ['quartz', 'Bean', 'Trigger'], ['quartz', 'CronTriggerFactoryBean'], ['quartz', 'SimpleTriggerFactoryBean'], ['quartz', 'CronTrigger']],
  on: { program: look },
});
