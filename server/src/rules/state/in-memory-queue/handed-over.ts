import type { Fact, Model } from '../../../contract/workspace.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { HandedOver } from '../../../facts/java/handed-over.js';

/** How many other places are shown. */
const shown = 10;

const order: readonly HandedOver['how'][] = ['listener', 'request', 'async'];
const boot = /^org\.springframework\.boot(?::|$)/;

/** What decides whether a shutdown waits: a setting of Spring Boot, or a property of the executor where there is no Boot. */
function settingOf(model: Model, path: string): string {
  const modules = model.factsFor('build.module', path);
  const usesBoot = modules.length === 0 || modules.some(({ value }) => value.bootVersion !== undefined || [...value.dependencies, ...value.plugins].some((name) => boot.test(name)));
  return usesBoot ? 'spring.task.execution.shutdown.await-termination' : 'waitForTasksToCompleteOnShutdown';
}

const waiting = /^spring\.task\.execution\.shutdown\.await-?termination$/i;

/** Whether events of transactions are kept in a table until their listeners are done. */
function hasPublicationRegistry(model: Model, path: string): boolean {
  return model.factsFor('build.module', path).some(({ value }) => value.dependencies.some((name) => /:spring-modulith-(?:starter|events)-(?:jdbc|jpa|mongodb|neo4j)$/.test(name)));
}

function counts(fact: Fact<'java.handed-over'>, model: Model): boolean {
  const { how, transactional, future, method } = fact.value;
  if (how === 'request') return true;
  // Whoever gets a future can wait for it.
  if (future && !model.factsFor('java.dropped-answer', fact.file).some(({ value }) => value.method === method && future.includes(value.type))) return false;
  // Without @EnableAsync the caller does the work itself.
  return model.factsFor('spring.async', fact.file).length > 0 && !(transactional && hasPublicationRegistry(model, fact.file));
}

/** Speaks once per application, at the place that tells most. */
export const handedOver: ProjectCheck<'java.handed-over'> = {
  subject: 'java.handed-over',
  reads: ['java.handed-over', 'java.dropped-answer', 'spring.async', 'build.module', 'config.property'],
  check(subject, cx) {
    const all = cx.model.factsFor('java.handed-over', subject.file).filter((fact) => counts(fact, cx.model));
    const sorted = [...all].sort((a, b) => order.indexOf(a.value.how) - order.indexOf(b.value.how));
    const [first, ...others] = sorted;
    if (!first || first.file !== subject.file || first.range.start !== subject.range.start) return;
    const waits = cx.model.factsFor('config.property', subject.file).some(({ value }) => waiting.test(value.key) && value.value.trim() === 'true');
    cx.report({
      say: subject.value.how, args: { method: subject.value.method, count: all.length, ...(subject.value.how === 'request' ? {} : { setting: settingOf(cx.model, subject.file) }) }, severity: waits ? 'info' : 'warning', confidence: subject.value.how === 'async' ? 'low' : 'medium',
      also: others.slice(0, shown).map(({ file, range }) => ({ file, range, say: 'other' })),
    });
  },
};
