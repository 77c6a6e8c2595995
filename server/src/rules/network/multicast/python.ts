import { ruleMatcher } from '../../../contract/rule.js';
import { argument, calledName, methodOf, positional, qualified, span } from '../../../syntax/python/ask.js';
import { isCommandLine, isMainGuarded } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

/** Groups that a Python program joins, and announcements by zeroconf. */
export const pythonMulticast = ruleMatcher({
  language: 'python', needles: [['IP_ADD_MEMBERSHIP'], ['IPV6_ADD_MEMBERSHIP'], ['IPV6_JOIN_GROUP'], ['zeroconf', 'register_service']],
  on: {
    call(call, cx) {
      if (isCommandLine(cx, call) || isMainGuarded(call) || isDevelopmentOnly(cx, call)) return;
      const option = positional(call)[1];
      if (methodOf(call) === 'setsockopt' && /^(?:socket\.)?(?:IP_ADD_MEMBERSHIP|IPV6_JOIN_GROUP|IPV6_ADD_MEMBERSHIP)$/.test(qualified(cx, option)) && option) cx.report({ at: span(option), say: 'socket', severity: 'warning', confidence: 'medium' });
      const service = methodOf(call) === 'register_service' ? argument(call, 'info', 0) : undefined;
      if (service && /zeroconf/i.test(calledName(cx, call))) cx.report({ at: span(service), say: 'socket', severity: 'warning', confidence: 'medium' });
    },
  },
});
