import type { XmlElement } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { annotations, field, methodsOf, modifiers, named, nameOf, span, stringValue, type JavaNode } from '../../syntax/java/ask.js';
import { switchIn } from '../../syntax/java/job-switch.js';
import { fullName, sourcePath } from '../../syntax/java/names.js';
import { workOf, type Work } from '../../syntax/java/shared-work.js';
import { attribute, beanProperty, beanReference, child, children, childText, rootOf } from '../../syntax/xml/ask.js';
import type {} from '../lookup.js';

/** A method that XML lets a clock start. */
export interface XmlSchedule {
  /** `task`: Spring; `timer`: an EJB timer, which the server's store may keep for all replicas. */
  readonly kind: 'task' | 'timer';
  /** Name of the bean; '' for an EJB. */
  readonly bean: string;
  /** Full name of the class, when the file tells it. */
  readonly type?: string;
  readonly method: string;
  /** When it runs, as written; '' when the file does not tell. */
  readonly when: string;
}

/** What a method does, in a class that another file asks for. */
export interface MethodWork {
  readonly type: string;
  /** Name by which the container knows the bean, when the class is one. */
  readonly bean: string;
  readonly method: string;
  /** Number of parameters. */
  readonly arity: number;
  readonly kind: Work['kind'];
  readonly what: string;
  readonly direct: boolean;
  readonly store: boolean;
  readonly mild?: NonNullable<Work['mild']>;
  /** The setting that the method asks before it works; absent when it asks none. */
  readonly setting?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'xml.schedule': XmlSchedule;
    'java.method-work': MethodWork;
  }
}

/** Class of a bean of the same file. */
function classOf(element: XmlElement, bean: string): string | undefined {
  const found = children(rootOf(element), 'bean').find((candidate) => [attribute(candidate, 'id')?.value, attribute(candidate, 'name')?.value].includes(bean));
  return found && attribute(found, 'class')?.value;
}

function emit(cx: FactFileContext, at: XmlElement['nameSpan'], schedule: XmlSchedule): void {
  cx.emit('xml.schedule', at, schedule);
  const { type, bean } = schedule;
  if (type !== undefined) {
    cx.emit('java.job-calls', at, { types: [type] });
    cx.emit('lookup', at, { path: sourcePath(type), wants: 'code' });
    return;
  }
  // A bean that is found by scanning is named after its class.
  const simple = `${bean.charAt(0).toUpperCase()}${bean.slice(1)}`;
  if (/^\w+$/.test(simple)) for (const name of [simple, `${simple}Impl`]) cx.emit('lookup', at, { path: `${name}.java`, wants: 'code' });
}

const timing = ['cron', 'fixed-rate', 'fixed-delay', 'trigger'];

/** `<task:scheduled ref="…" method="…" cron="…"/>`. */
function taskElement(task: XmlElement, cx: FactFileContext): void {
  const method = attribute(task, 'method');
  const bean = attribute(task, 'ref')?.value;
  if (task.parent?.local !== 'scheduled-tasks' || !method || bean === undefined || attribute(task, 'cron')?.value === '-') return;
  const when = timing.flatMap((name) => {
    const value = attribute(task, name)?.value;
    return value === undefined ? [] : [`${name} = ${value}`];
  });
  const type = classOf(task, bean);
  emit(cx, method.valueSpan.end > method.valueSpan.start ? method.valueSpan : task.nameSpan, { kind: 'task', bean, method: method.value, when: when.join(', '), ...(type === undefined ? {} : { type }) });
}

/** `ScheduledExecutorTask` and `ScheduledTimerTask` beans: a period and what to run. */
function taskBean(bean: XmlElement, cx: FactFileContext): void {
  const own = attribute(bean, 'class');
  const period = beanProperty(bean, 'period');
  if (!own || !period || !/(?:^|\.)Scheduled(?:Executor|Timer)Task$/.test(own.value)) return;
  const runnable = children(bean, 'property').find((candidate) => ['runnable', 'timerTask'].includes(attribute(candidate, 'name')?.value ?? ''));
  const inner = runnable && child(runnable, 'bean');
  const ref = beanReference(bean, 'runnable') ?? beanReference(bean, 'timerTask');
  const type = inner ? attribute(inner, 'class')?.value : ref === undefined ? undefined : classOf(bean, ref);
  emit(cx, own.valueSpan, { kind: 'task', bean: ref ?? attribute(bean, 'id')?.value ?? '', method: 'run', when: `period = ${period.value}`, ...(type === undefined ? {} : { type }) });
}

/** `<timer><schedule>…</schedule><timeout-method>…` of ejb-jar.xml. */
function ejbTimer(timer: XmlElement, cx: FactFileContext): void {
  const schedule = child(timer, 'schedule');
  const method = childText(child(timer, 'timeout-method') ?? timer, 'method-name');
  if (!schedule || method === undefined) return;
  const type = timer.parent && childText(timer.parent, 'ejb-class');
  const kind = childText(timer, 'persistent') === 'false' ? 'task' : 'timer';
  emit(cx, schedule.nameSpan, { kind, bean: '', method, when: schedule.children.map((part) => `${part.local} = ${part.text}`).join(', '), ...(type === undefined ? {} : { type }) });
}

const stereotypes = ['Component', 'Service', 'Controller', 'Repository', 'Named'];

/** The name a scanned class has as a bean: what its annotation says, else its own. */
function beanName(type: JavaNode): string {
  const stereotype = annotations(type).find(({ name }) => stereotypes.includes(name));
  const simple = nameOf(type);
  return stringValue(stereotype?.values.get('value')) ?? `${simple.charAt(0).toLowerCase()}${simple.slice(1)}`;
}

function works(type: JavaNode, cx: FactFileContext): void {
  if (type.parent?.type !== 'program') return;
  const name = fullName(cx, type);
  const bean = beanName(type);
  for (const method of methodsOf(type)) {
    const body = field(method, 'body');
    const at = field(method, 'name');
    if (!body || !at || method.type !== 'method_declaration' || modifiers(method).has('private')) continue;
    const { kind, what, direct, store, mild } = workOf(body);
    const arity = named(field(method, 'parameters') ?? method).length;
    const setting = kind === 'shared' || kind === 'unclear' ? switchIn(cx, body) : undefined;
    cx.emit('java.method-work', span(at), { type: name, bean, method: at.text, arity, kind, what, direct, store, ...(mild ? { mild } : {}), ...(setting === undefined ? {} : { setting }) });
  }
}

/** A bean whose name is not that of its class, so that no path leads from the name to the file: `@Service("settlement") class NightlySettlement`. */
const namedOtherwise = /@(?:Component|Service|Named)\s*\(\s*(?:value\s*=\s*)?"(\w)(\w*)"\s*\)[^]{0,600}?\bclass\s+(?!\w\2(?:Impl)?\b)/;
/** Such beans are many; those matter most whose work a lock keeps to one replica. */
const locks = /\b\w*[lL]ock\w*\s*\.\s*\w*[lL]ock\w*\s*\(/;

/** Work that XML schedules, and what the methods do that it may name. */
export const xmlScheduleFacts: FactExtractor = {
  kinds: ['xml.schedule', 'java.method-work'],
  matchers: [
    factMatcher({
      language: 'xml',
      needles: [['scheduled-tasks'], ['ScheduledExecutorTask'], ['ScheduledTimerTask'], ['ejb-jar', 'timer', 'schedule']],
      on: { scheduled: taskElement, bean: taskBean, timer: ejbTimer },
    }),
    factMatcher({ language: 'java', needles: 'looked-up', on: { class_declaration: works } }),
    factMatcher({ language: 'java', needles: [['org.springframework.stereotype', locks, namedOtherwise], ['javax.inject', locks, namedOtherwise]], on: { class_declaration: works } }),
  ],
};
