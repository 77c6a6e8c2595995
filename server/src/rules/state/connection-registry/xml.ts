import { ruleMatcher } from '../../../contract/rule.js';

/** `<websocket:simple-broker>` in Spring's XML configuration. */
export const xmlBroker = ruleMatcher({
  language: 'xml',
  needles: [['simple-broker']],
  on: {
    'simple-broker': (element, cx) => cx.report({ at: element.nameSpan, say: 'broker', confidence: 'high', data: { types: ['SimpMessagingTemplate', 'SimpMessageSendingOperations', 'SimpMessagingOperations'] }, cause: 'simple broker' }),
  },
});
