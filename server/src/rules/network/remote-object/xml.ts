import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { attribute, childText, rootOf } from '../../../syntax/xml/ask.js';
import { remoteUrl, remoteUrlNeedle } from '../../../syntax/remote-url.js';
import { springRemoting, springRemotingPackages } from './names.js';

const saidKey = {};

function report(cx: RuleFileContext, at: { readonly start: number; readonly end: number }, kind: string, name: string): void {
  const said = cx.once(saidKey, () => new Set<string>());
  if (said.has(kind)) return;
  said.add(kind);
  cx.report({ at, say: kind, args: { name }, cause: kind });
}

/** `<remote>` or `<business-remote>` of a bean in ejb-jar.xml, and the remote view that a web application asks for. */
function ejbView(element: XmlElement, cx: RuleFileContext): void {
  const holder = element.parent?.local ?? '';
  if (!element.textSpan || !/^(?:session|entity|ejb-ref)$/.test(holder)) return;
  const name = (element.parent && (childText(element.parent, 'ejb-name') ?? childText(element.parent, 'ejb-ref-name'))) || element.text;
  report(cx, element.textSpan, 'ejb', name);
}

function beanClass(element: XmlElement, cx: RuleFileContext): void {
  const type = attribute(element, 'class');
  const simple = type?.value.slice(type.value.lastIndexOf('.') + 1) ?? '';
  const kind = springRemoting[simple];
  if (type && kind && springRemotingPackages.some((name) => type.value === `${name}.${simple}`)) report(cx, { start: type.valueSpan.end - simple.length, end: type.valueSpan.end }, kind, simple);
}

function urls(element: XmlElement, cx: RuleFileContext): void {
  if (!/^(?:beans|Context|server|web-app|ejb-jar|hibernate-configuration|configuration|entries|project-config)$/.test(rootOf(element).local)) return;
  const values = element.attributes.map(({ value, valueSpan }) => ({ value, at: valueSpan }));
  const text = element.textSpan && element.children.length === 0 ? [{ value: element.text, at: element.textSpan }] : [];
  for (const { value, at } of [...values, ...text]) {
    const found = remoteUrl.exec(value);
    if (found?.index === 0 && !/:\/\/(?:\$\{|#\{)?jmx/i.test(value)) report(cx, at, 'url', found[0].slice(0, found[0].indexOf(':') + 1));
  }
}

/** EJB descriptors, Spring's exporters and proxies, and settings with a remote URL. */
export const xmlRemote = ruleMatcher({
  language: 'xml',
  needles: [['remote'], ['business-remote'], ['remote-slsb'], [/Rmi(?:ServiceExporter|ProxyFactoryBean|RegistryFactoryBean)|JndiRmi|SimpleRemote/], [remoteUrlNeedle]],
  on: {
    '*'(element, cx) {
      if (element.local === 'remote' || element.local === 'business-remote') return ejbView(element, cx);
      if (element.name === 'jee:remote-slsb') return report(cx, element.nameSpan, 'ejb', attribute(element, 'jndi-name')?.value ?? element.name);
      if (element.local === 'bean') beanClass(element, cx);
      urls(element, cx);
    },
  },
});
