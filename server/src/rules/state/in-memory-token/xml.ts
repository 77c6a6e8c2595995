import { ruleMatcher } from '../../../contract/rule.js';
import { attribute } from '../../../syntax/xml/ask.js';

/** `<security:concurrency-control max-sessions="1"/>` without a registry that replicas share. */
export const xmlStores = ruleMatcher({
  language: 'xml',
  needles: [['concurrency-control']],
  on: {
    'concurrency-control'(element, cx) {
      const limit = attribute(element, 'max-sessions');
      if (attribute(element, 'session-registry-ref') || (limit && /^-/.test(limit.value))) return;
      cx.report({ at: element.nameSpan, say: 'concurrency', severity: 'warning', confidence: 'medium', cause: 'concurrent sessions' });
    },
  },
});
