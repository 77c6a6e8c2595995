import type { FixInput } from '../../../contract/rule.js';
import type { PythonApp } from '../../../facts/python/app.js';
import { effective } from '../../../facts/python/settings.js';

/** What answers requests for unknown hosts with 400, or those without TLS with a redirect that a probe cannot follow. */
const refusing = /\b(?:TrustedHostMiddleware|HTTPSRedirectMiddleware|Talisman|SSLify)\b/;

/**
 * The name that probes have to ask an application of Python for: '' for any. `undefined` where it cannot be told, or the
 * application sends everybody to HTTPS: a probe that is refused would take every replica out of service.
 */
export function pythonHost({ finding, model, text }: FixInput): string | undefined {
  const { file, data } = finding;
  if ((data as { readonly python?: PythonApp }).python?.framework !== 'django') return refusing.test(text(file) ?? '') ? undefined : '';
  if (effective(model, file, 'SECURE_SSL_REDIRECT').some(({ fact }) => fact.value.value !== 'False' || fact.value.from !== 'literal')) return undefined;
  const hosts = effective(model, file, 'ALLOWED_HOSTS[]').flatMap(({ fact, setting }) => (setting === undefined ? fact.value.value ?? [] : []));
  if (hosts.includes('*')) return '';
  // `.example.kr` admits the domain itself as well.
  return hosts.map((host) => host.replace(/^\./, '')).find((host) => /^[\w.-]+$/.test(host));
}
