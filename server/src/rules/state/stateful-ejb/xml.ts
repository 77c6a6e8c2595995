import { ruleMatcher } from '../../../contract/rule.js';
import { childText } from '../../../syntax/xml/ask.js';

/** Stateful session beans of EJB 2 and of descriptors that overrule annotations. */
export const xmlStateful = ruleMatcher({
  language: 'xml',
  needles: [['session-type', 'Stateful']],
  on: {
    'session-type'(element, cx) {
      if (element.text !== 'Stateful' || !element.textSpan || element.parent?.local !== 'session') return;
      cx.report({ at: element.textSpan, say: 'state', args: { bean: childText(element.parent, 'ejb-name') ?? '' }, cause: 'stateful' });
    },
  },
});
