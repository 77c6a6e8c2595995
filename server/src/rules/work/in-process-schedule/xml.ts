import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { XmlElement } from '../../../contract/nodes.js';
import { housekeeping } from './java-judge.js';
import { quartzCause } from './quartz-settings.js';
import { attribute, beanProperty, child, children, childText, rootOf } from '../../../syntax/xml/ask.js';

const timing = ['cron', 'fixed-rate', 'fixed-delay', 'trigger'];

/** `<task:scheduled ref="…" method="…" cron="…"/>`. */
function taskElement(task: XmlElement, cx: RuleFileContext): void {
  const method = attribute(task, 'method');
  const ref = attribute(task, 'ref');
  if (task.parent?.local !== 'scheduled-tasks' || !method || !ref) return;
  const when = timing.flatMap((name) => {
    const value = attribute(task, name)?.value;
    return value === undefined ? [] : [`${name} = ${value}`];
  });
  if (when.some((text) => text === 'cron = -')) return;
  const forItself = housekeeping.test(`${ref.value} ${method.value}`);
  cx.report({
    at: method.valueSpan.end > method.valueSpan.start ? method.valueSpan : task.nameSpan, say: 'unclear',
    ...(forItself ? { severity: 'info', confidence: 'low' } : { severity: 'warning', confidence: 'medium' }),
    args: { job: `${ref.value}.${method.value}${when.length > 0 ? ` (${when.join(', ')})` : ''}`, what: '', setting: '' },
    data: { engine: 'timer', annotations: [], guarded: false },
  });
}

const triggerTiming = ['cronExpression', 'repeatInterval', 'startDelay'];

function simpleClass(bean: XmlElement): string {
  const name = attribute(bean, 'class')?.value ?? '';
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Beans that the scheduler's `triggers` name or hold. `undefined` when the property is missing: triggers then come from code. */
function triggersOf(scheduler: XmlElement): readonly string[] | undefined {
  const property = children(scheduler, 'property').find((candidate) => attribute(candidate, 'name')?.value === 'triggers');
  if (!property) return undefined;
  const single = attribute(property, 'ref')?.value;
  const list = child(property, 'list') ?? child(property, 'array') ?? child(property, 'set') ?? property;
  const listed = list.children.flatMap((item) => (item.local === 'ref' ? [attribute(item, 'bean')?.value ?? attribute(item, 'local')?.value ?? ''] : item.local === 'bean' ? [attribute(item, 'id')?.value ?? simpleClass(item)] : []));
  return single === undefined ? listed.filter(Boolean) : [single];
}

function beansNamed(root: XmlElement, names: readonly string[]): readonly XmlElement[] {
  return children(root, 'bean').filter((bean) => [attribute(bean, 'id')?.value, attribute(bean, 'name')?.value].some((name) => name !== undefined && names.includes(name)));
}

/** `object.method` of the job behind a trigger; '' when the file does not show it. */
function jobOf(root: XmlElement, trigger: XmlElement): string {
  const property = children(trigger, 'property').find((candidate) => attribute(candidate, 'name')?.value === 'jobDetail');
  const ref = property && (attribute(property, 'ref')?.value ?? attribute(child(property, 'ref') ?? property, 'bean')?.value);
  const [job] = ref === undefined ? [] : beansNamed(root, [ref]);
  if (!job) return ref ?? '';
  const target = children(job, 'property').find((candidate) => attribute(candidate, 'name')?.value === 'targetObject');
  const method = beanProperty(job, 'targetMethod')?.value;
  return method === undefined ? (ref ?? '') : `${(target && attribute(target, 'ref')?.value) ?? ref}.${method}`;
}

/** A Quartz scheduler bean with its triggers; one finding, the triggers are related places. */
function schedulerBean(bean: XmlElement, cx: RuleFileContext): void {
  const type = attribute(bean, 'class');
  if (!type || simpleClass(bean) !== 'SchedulerFactoryBean') return;
  const names = triggersOf(bean);
  if (!names || names.length === 0) return;
  const root = rootOf(bean);
  const triggers = beansNamed(root, names);
  const jobs = triggers.map((trigger) => jobOf(root, trigger)).filter(Boolean);
  cx.report({
    at: type.valueSpan, say: 'quartz', severity: 'warning', confidence: 'high', args: { job: (jobs.length > 0 ? jobs : names).join(', ') },
    also: triggers.flatMap((trigger) => {
      const when = triggerTiming.flatMap((name) => {
        const value = beanProperty(trigger, name)?.value;
        return value === undefined ? [] : [`${name} = ${value}`];
      });
      return [{ at: trigger.nameSpan, say: 'trigger', args: { job: jobOf(root, trigger), when: when.join(', ') } }];
    }),
    data: { engine: 'quartz', place: 'xml', storable: !jobs.some((job) => job.includes('.')) }, cause: quartzCause,
  });
}

/** `ScheduledExecutorTask` and `ScheduledTimerTask` beans: a period and what to run. */
function taskBean(bean: XmlElement, cx: RuleFileContext): void {
  const type = attribute(bean, 'class');
  const period = beanProperty(bean, 'period');
  if (!type || !period || !/^Scheduled(?:Executor|Timer)Task$/.test(simpleClass(bean))) return;
  const runnable = children(bean, 'property').find((candidate) => ['runnable', 'timerTask'].includes(attribute(candidate, 'name')?.value ?? ''));
  const job = (runnable && (attribute(runnable, 'ref')?.value ?? attribute(child(runnable, 'ref') ?? runnable, 'bean')?.value)) ?? attribute(bean, 'id')?.value ?? simpleClass(bean);
  cx.report({
    at: type.valueSpan, say: 'unclear', ...(housekeeping.test(job) ? { severity: 'info', confidence: 'low' } : { severity: 'warning', confidence: 'medium' }),
    args: { job: `${job} (period = ${period.value})`, what: '', setting: '' }, data: { engine: 'timer', annotations: [], guarded: false },
  });
}

/** `<timer><schedule>…</schedule><timeout-method>…` of ejb-jar.xml. */
function ejbTimer(timer: XmlElement, cx: RuleFileContext): void {
  const schedule = child(timer, 'schedule');
  const method = childText(child(timer, 'timeout-method') ?? timer, 'method-name');
  if (!schedule || method === undefined) return;
  const when = schedule.children.map((part) => `${part.local} = ${part.text}`).join(', ');
  const persistent = childText(timer, 'persistent') !== 'false';
  cx.report({
    at: schedule.nameSpan, say: persistent ? 'timerStore' : 'unclear', severity: 'warning', confidence: 'medium',
    args: { job: `${method} (${when})`, what: `${method}()`, setting: '' }, data: { engine: 'timer', annotations: [], guarded: false },
  });
}

function onBean(bean: XmlElement, cx: RuleFileContext): void {
  schedulerBean(bean, cx);
  taskBean(bean, cx);
}

/** Scheduled work that XML declares: Spring's task namespace, Quartz beans, EJB timers. */
export const xmlSchedules = ruleMatcher({
  language: 'xml',
  needles: [['scheduled-tasks'], ['ScheduledExecutorTask'], ['ScheduledTimerTask'], ['SchedulerFactoryBean'], ['ejb-jar', 'timer', 'schedule']],
  on: { scheduled: taskElement, bean: onBean, timer: ejbTimer },
});
