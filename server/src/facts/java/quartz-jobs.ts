import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Model } from '../../contract/workspace.js';
import { annotation, args, field, fieldsOf, named, nameOf, simpleName, span, type JavaNode } from '../../syntax/java/ask.js';
import { supertypes } from '../../syntax/java/lifecycle.js';
import { possibleNames, sourcePath } from '../../syntax/java/names.js';
import { attribute, beanProperty, beanReference, children, rootOf } from '../../syntax/xml/ask.js';
import type { XmlElement } from '../../contract/nodes.js';
import type {} from '../lookup.js';
import type {} from './row-lock.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A class that Quartz runs, where code or XML names it: the full names it may have. */
    'quartz.job': { readonly types: readonly string[] };
  }
}

const naming = /^(?:newJob|setJobClass|ofType)$/;

function emit(cx: FactFileContext, at: { readonly start: number; readonly end: number }, types: readonly string[]): void {
  cx.emit('quartz.job', at, { types });
  for (const type of types) cx.emit('lookup', at, { path: sourcePath(type), wants: 'code' });
}

/** `newJob(MailJob.class)`, `detail.setJobClass(MailJob.class)`. */
function onCall(call: JavaNode, cx: FactFileContext): void {
  const [job] = args(call);
  const type = job?.type === 'class_literal' ? named(job)[0] : undefined;
  if (type && naming.test(nameOf(call))) emit(cx, span(type), possibleNames(cx, call, type.text));
}

/** `jobClass` of a job detail, or the class of the bean whose method it calls. */
function onBean(bean: XmlElement, cx: FactFileContext): void {
  const own = attribute(bean, 'class');
  if (!own || !/JobDetail(?:FactoryBean|Bean)$/.test(own.value)) return;
  const written = beanProperty(bean, 'jobClass');
  if (written) return emit(cx, own.valueSpan, [written.value.trim()]);
  const ref = beanReference(bean, 'targetObject');
  const named = ref === undefined ? undefined : children(rootOf(bean), 'bean').find((other) => [attribute(other, 'id')?.value, attribute(other, 'name')?.value].includes(ref));
  const type = named && attribute(named, 'class')?.value;
  if (type !== undefined) emit(cx, own.valueSpan, [type]);
}

/** What a job class works with is looked at as well, for the locks it takes there. */
function onJob(type: JavaNode, cx: FactFileContext): void {
  const name = field(type, 'name');
  const isJob = annotation(type, 'DisallowConcurrentExecution') !== undefined || supertypes(type).some((parent) => /^(?:\w*Job|\w*QuartzJobBean|\w*Job(?:Bean|Base)|Abstract\w*Job\w*)$/.test(parent));
  if (!name || !isJob) return;
  for (const used of fieldsOf(type).map((each) => each.type).filter((each) => /^[A-Z]/.test(each))) {
    for (const path of [...possibleNames(cx, type, used).map(sourcePath), `${simpleName(used)}Impl.java`]) cx.emit('lookup', span(name), { path, wants: 'code' });
  }
}

/** Classes that Quartz runs. */
export const quartzJobFacts: FactExtractor = {
  kinds: ['quartz.job'],
  matchers: [
    factMatcher({ language: 'java', needles: [['quartz', 'newJob'], ['quartz', 'setJobClass'], ['quartz', 'ofType']], on: { method_invocation: onCall } }),
    factMatcher({ language: 'xml', needles: [['JobDetail']], on: { bean: onBean } }),
    factMatcher({ language: 'java', needles: 'looked-up', on: { class_declaration: onJob } }),
  ],
};

/** The types, and what they hold in fields, also behind an interface by its customary implementation. */
function withUses(model: Model, types: readonly string[]): readonly string[] {
  const implementations = new Set(types.map((name) => `${simpleName(name)}Impl`));
  return [...types, ...model.facts('java.uses').flatMap(({ value }) => (types.includes(value.type) || implementations.has(simpleName(value.type)) ? [value.type, ...value.uses] : []))];
}

/** Whether every job that a file gives to Quartz reads rows which other workers pass over. */
export function jobsLockRows(file: string, model: Model): boolean {
  const jobs = model.facts('quartz.job').filter((fact) => fact.file === file);
  const locking = new Set(model.facts('java.row-lock').filter(({ value }) => value.workers).map(({ value }) => value.type));
  return jobs.length > 0 && jobs.every(({ value }) => withUses(model, withUses(model, value.types)).some((type) => locking.has(type)));
}
