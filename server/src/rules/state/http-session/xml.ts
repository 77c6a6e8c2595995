import { ruleMatcher } from '../../../contract/rule.js';
import { attribute } from '../../../syntax/xml/ask.js';
import { isReplaceable } from './cookie-locale.js';

/** The locale resolver as a Spring XML bean. */
export const xmlSession = ruleMatcher({
  language: 'xml',
  needles: [['org.springframework.web.servlet.i18n.SessionLocaleResolver']],
  on: {
    bean(bean, cx) {
      const type = attribute(bean, 'class');
      if (type?.value !== 'org.springframework.web.servlet.i18n.SessionLocaleResolver') return;
      const start = type.valueSpan.end - 'SessionLocaleResolver'.length;
      cx.report({ at: { start, end: type.valueSpan.end }, say: 'locale', severity: 'info', args: { attribute: 'locale' }, cause: 'session', data: { resolver: isReplaceable(cx.text) ? 'replaceable' : 'own' } });
    },
  },
});
