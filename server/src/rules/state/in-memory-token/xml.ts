import type { XmlElement } from '../../../contract/nodes.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { attribute, beanProperty, children, rootOf } from '../../../syntax/xml/ask.js';

/** Whether the file says that a registry is the one of Spring Security, which counts in the memory of the process. */
function isInMemory(element: XmlElement, registry: string): boolean {
  return children(rootOf(element), 'bean').some((bean) => [attribute(bean, 'id')?.value, attribute(bean, 'name')?.value].includes(registry) && /\.SessionRegistryImpl$/.test(attribute(bean, 'class')?.value ?? ''));
}

const strategy = /\.ConcurrentSessionControl(?:Authentication)?Strategy$/;

/** `<security:concurrency-control max-sessions="1"/>`, and the strategy as a bean, without a registry that replicas share. */
export const xmlStores = ruleMatcher({
  language: 'xml',
  needles: [['concurrency-control'], ['ConcurrentSessionControlStrategy'], ['ConcurrentSessionControlAuthenticationStrategy']],
  on: {
    'concurrency-control'(element, cx) {
      const limit = attribute(element, 'max-sessions');
      const registry = attribute(element, 'session-registry-ref');
      if ((registry && !isInMemory(element, registry.value)) || (limit && /^-/.test(limit.value))) return;
      cx.report({ at: element.nameSpan, say: 'concurrency', severity: 'warning', confidence: 'medium', cause: 'concurrent sessions' });
    },
    bean(bean, cx) {
      const type = attribute(bean, 'class');
      // One session per user is what the strategy allows when nothing is said.
      if (!type || !strategy.test(type.value) || /^-/.test(beanProperty(bean, 'maximumSessions')?.value.trim() ?? '')) return;
      cx.report({ at: type.valueSpan, say: 'concurrency', severity: 'warning', confidence: 'medium', cause: 'concurrent sessions' });
    },
  },
});
