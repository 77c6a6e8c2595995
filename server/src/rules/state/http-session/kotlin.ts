import { ruleMatcher } from '../../../contract/rule.js';
import { bareType, field, isType, span } from '../../../syntax/java/ask.js';
import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaSession } from './java.js';
import { javaLogin } from './login.js';

/** Writes to the HTTP session in Kotlin, where `request.session` stands for `getSession()`. */
export const kotlinSession = forKotlin(javaSession, [
  ['setAttribute', /\bHttpSession\b|\b\w*(?:[rR]equest|[rR]eq)\w*\??\.(?:get)?[sS]ession\b/], ['SessionAttributes'], ['SessionLocaleResolver'], ['WebSession'], ['setSessionAttribute', 'WebUtils'],
]);

/** Log-ins of Spring Security that Kotlin code sets up. */
export const kotlinLogin = forKotlin(javaLogin, [['HttpSecurity', /\b(?:formLogin|oauth2Login|saml2Login|openidLogin)\b/]]);

/** Ktor's `cookie<Login>("login", SessionStorageMemory())`. */
export const ktorSession = ruleMatcher({
  language: 'kotlin',
  needles: [['SessionStorageMemory']],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (!type || !isType(cx, creation, bareType(type), 'io.ktor.server.sessions.SessionStorageMemory', 'io.ktor.sessions.SessionStorageMemory')) return;
      cx.report({ at: span(type), say: 'memoryStore', args: { library: 'Ktor (SessionStorageMemory)' } });
    },
  },
});
