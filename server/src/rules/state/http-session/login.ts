import type { XmlElement } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, bareType, enclosingCallable, enclosingType, field, imports, isType, nameOf, span, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
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
      if (chain && elsewhere.test(codeText(chain))) return;
      cx.report({ at: span(name), say: 'login', args: { how: name.text }, confidence: 'medium', cause: 'session' });
    },
  },
});

const shiroSubject = 'org.apache.shiro.subject.Subject';

/** Whether what a subject logs in with is a name and a password; a token comes with each request. */
function isPassword(cx: RuleFileContext, passed: JavaNode | undefined): boolean {
  const made = passed?.type === 'object_creation_expression' ? bareType(field(passed, 'type')) : typeOf(passed);
  return passed !== undefined && isType(cx, passed, made, 'org.apache.shiro.authc.UsernamePasswordToken', 'org.apache.shiro.authc.AuthenticationToken');
}

const withoutSession = /setSession(?:Storage|Creation)Enabled\s*\(\s*false\s*\)|\bSESSION_CREATION_ENABLED\b|noSessionCreation/;

/** `subject.login(new UsernamePasswordToken(name, password))` of Apache Shiro, which remembers the login in its session. */
export const shiroLogin = ruleMatcher({
  language: 'java',
  needles: [['org.apache.shiro', 'UsernamePasswordToken', /\.\s*login\s*\(/]],
  on: {
    method_invocation(call, cx) {
      const name = field(call, 'name');
      const subject = field(call, 'object');
      if (name?.text !== 'login' || !subject || withoutSession.test(codeText(call.tree.rootNode)) || !isPassword(cx, args(call)[0])) return;
      const isSubject = subject.type === 'method_invocation' ? nameOf(subject) === 'getSubject' : isType(cx, subject, typeOf(subject), shiroSubject);
      const owner = enclosingType(call);
      // Filters and interceptors log in anew for each request.
      if (!isSubject || !owner || supertypes(owner).some((parent) => /(?:Filter|Interceptor)(?:Adapter)?$/.test(parent))) return;
      cx.report({ at: span(name), say: 'shiroLogin', confidence: 'medium', cause: 'session' });
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
