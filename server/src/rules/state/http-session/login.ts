import type { XmlElement } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, enclosingCallable, field, imports, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { attribute, child, rootOf } from '../../../syntax/xml/ask.js';

/** Ways to log in that Spring Security remembers in the session; basic authentication and tokens come with each request. */
const logins = /^(?:formLogin|oauth2Login|saml2Login|openidLogin)$/;
/** Settings of the same chain that keep the login somewhere else, or nowhere. */
const elsewhere = /\bSTATELESS\b|\bNullSecurityContextRepository\b|\bRequestAttributeSecurityContextRepository\b|\bsecurityContextRepository\s*\(|\bNEVER\b/;

function usesSecurity(cx: RuleFileContext, node: JavaNode): boolean {
  const { types, wildcards } = imports(cx, node);
  return [...types.values(), ...wildcards].some((name) => name.startsWith('org.springframework.security.'));
}

/** `formLogin().disable()`, `formLogin(AbstractHttpConfigurer::disable)`, `formLogin(form -> form.disable())`. */
function isDisabled(call: JavaNode): boolean {
  const next = call.parent?.type === 'method_invocation' ? nameOf(call.parent) : '';
  return next === 'disable' || args(call).some((passed) => /\bdisable\b/.test(passed.text));
}

/** Logins that Spring Security keeps in the session without any code that says so. */
export const javaLogin = ruleMatcher({
  language: 'java',
  needles: [['HttpSecurity', 'formLogin'], ['HttpSecurity', 'oauth2Login'], ['HttpSecurity', 'saml2Login'], ['HttpSecurity', 'openidLogin']],
  on: {
    method_invocation(call, cx) {
      const name = field(call, 'name');
      if (!name || !logins.test(name.text) || !usesSecurity(cx, call) || isDisabled(call)) return;
      const chain = enclosingCallable(call);
      if (chain && elsewhere.test(chain.text)) return;
      cx.report({ at: span(name), say: 'login', args: { how: name.text }, confidence: 'medium', cause: 'session' });
    },
  },
});

/** `<http>` of Spring Security's XML, under the namespace's own prefix or none. */
function http(element: XmlElement, cx: RuleFileContext): void {
  const prefix = element.name.slice(0, Math.max(0, element.name.indexOf(':')));
  const space = rootOf(element).attributes.find(({ name }) => name === (prefix === '' ? 'xmlns' : `xmlns:${prefix}`));
  const form = child(element, 'form-login') ?? child(element, 'oauth2-login') ?? child(element, 'openid-login') ?? child(element, 'saml2-login');
  if (!form || !space?.value.endsWith('/schema/security')) return;
  if (/^(?:stateless|never)$/.test(attribute(element, 'create-session')?.value ?? '') || attribute(element, 'security-context-repository-ref')) return;
  cx.report({ at: form.nameSpan, say: 'login', args: { how: form.name }, confidence: 'medium', cause: 'session' });
}

/** The same in XML. */
export const xmlLogin = ruleMatcher({
  language: 'xml',
  needles: [['springframework.org/schema/security', /<(?:\w+:)?(?:form|oauth2|openid|saml2)-login\b/]],
  on: { http },
});
