import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { XmlElement } from '../../../contract/nodes.js';
import { quartzCause } from './quartz-settings.js';
import { attribute, beanProperty, beanReference, child, children, rootOf } from '../../../syntax/xml/ask.js';

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
  const ref = beanReference(trigger, 'jobDetail');
  const [job] = ref === undefined ? [] : beansNamed(root, [ref]);
  const method = job && beanProperty(job, 'targetMethod')?.value;
  return job === undefined || method === undefined ? (ref ?? '') : `${beanReference(job, 'targetObject') ?? ref ?? ''}.${method}`;
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

/** Quartz schedulers that XML declares; tasks and EJB timers are joined with their Java code. */
export const xmlSchedulers = ruleMatcher({
  language: 'xml',
  needles: [['SchedulerFactoryBean']],
  on: { bean: schedulerBean },
});
