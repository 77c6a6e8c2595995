import type { AnyProjectCheck } from '../../../contract/rule.js';
import { isOfService, stickyAdvice, stickyReads } from '../../../facts/sticky/advice.js';

/** Each sticky setting, by what the code behind it keeps. Services are told of by a rule of their own. */
export const stickySettings: AnyProjectCheck = {
  subject: 'server.sticky',
  reads: stickyReads,
  last: true,
  check(sticky, cx) {
    const found = isOfService(sticky) ? undefined : stickyAdvice(sticky, cx);
    if (found) cx.report(found);
  },
};
