import { ruleMatcher } from '../../../contract/rule.js';
import { attribute } from '../../../syntax/xml/ask.js';

const valves = /^org\.apache\.catalina\.(?:valves\.Remote(?:Addr|Host|CIDR)Valve|filters\.Remote(?:Addr|Host|CIDR)Filter)$/;

/** Tomcat's address filters and Spring Security's `hasIpAddress(…)`. */
export const xmlClient = ruleMatcher({
  language: 'xml',
  needles: [[/Remote(?:Addr|Host|CIDR)(?:Valve|Filter)/], ['hasIpAddress']],
  on: {
    '*'(element, cx) {
      const type = attribute(element, 'className');
      if (type && valves.test(type.value)) cx.report({ at: type.valueSpan, say: 'client-decides', cause: 'client-address' });
      if (element.local === 'filter-class' && element.textSpan && valves.test(element.text)) cx.report({ at: element.textSpan, say: 'client-decides', cause: 'client-address' });
      const access = element.local === 'intercept-url' ? attribute(element, 'access') : undefined;
      if (access && /\bhasIpAddress\(/.test(access.value)) cx.report({ at: access.valueSpan, say: 'client-decides', cause: 'client-address' });
    },
  },
});
