import type { Span } from '../../base/text.js';
import type { XmlElement } from '../../contract/nodes.js';
import { profileKind, profileOfPath } from '../config-file.js';
import { attribute, childText, children, rootOf } from './ask.js';

/** Root elements of configuration that the running application or its server reads. */
const configuration = /^(?:beans|blueprint|persistence|hibernate-configuration|hibernate-search|server|Server|Context|datasources?|resource-adapters|configuration|Configuration|configurations|web-app|web-fragment|properties|config|configure|Configure|domain|tomee|resources|openejb|hazelcast|hazelcast-client|infinispan|cache-config|sqlMapConfig|settings|weblogic-\w+|jdbc-data-source|jdo|jms-\w+|messaging-deployment|connection-factories|application-client|jeus-\w+|camelContext|routes|flow|mule|ejb-jar|dubbo|quartz|environment|environments|appSettings|connectionStrings)$/;

/** Maven's own `settings.xml`: what a developer or a build server hands to the build, with no part in what is shipped. */
function isOfMaven(root: XmlElement): boolean {
  if (root.local !== 'settings') return false;
  return attribute(root, 'xmlns')?.value.startsWith('http://maven.apache.org/SETTINGS/') === true
    || root.children.some(({ local }) => ['localRepository', 'mirrors', 'pluginGroups', 'activeProfiles'].includes(local))
    || children(root, 'profiles').some((profiles) => children(profiles, 'profile').some((profile) => childText(profile, 'id') !== undefined));
}

/** Whether the element stands in configuration, rather than in data, mappings, texts, pages or instructions to a build that happen to be XML. */
export function isConfiguration(element: XmlElement): boolean {
  const root = rootOf(element);
  return configuration.test(root.local) && !isOfMaven(root);
}

/** Whether a Spring profile around the element, or the file's own, is for development or tests alone. */
export function isForDevelopment(element: XmlElement, path: string): boolean {
  const profiles = [profileOfPath(path)];
  for (let at: XmlElement | undefined = element; at; at = at.parent) if (at.local === 'beans') profiles.push(attribute(at, 'profile')?.value);
  return profiles.some((profile) => ['development', 'test'].includes(profileKind(profile)));
}

/** Whether only those who chose no profile get the element: `<beans profile="default">` gives way to any profile that is chosen. */
export function isForNoProfile(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at; at = at.parent) if (at.local === 'beans' && (attribute(at, 'profile')?.value ?? '').split(/[\s,]+/).includes('default')) return true;
  return false;
}

const holders = ['value', 'prop', 'entry', 'property', 'param', 'constructor-arg', 'init-param', 'context-param', 'Parameter', 'env-entry', 'attribute', 'add'];

/** The name beside a value: `<property name="url" value="…">`, `<entry key="…">`, `<param-name>`; the element's own name otherwise. */
export function settingName(element: XmlElement): string {
  const holder = holders.includes(element.local) ? element : undefined;
  for (let at: XmlElement | undefined = holder; at && at.local !== 'bean'; at = at.parent) {
    const name = attribute(at, 'name')?.value ?? attribute(at, 'key')?.value;
    if (name !== undefined) return name;
  }
  // `<property><name>…</name><value>…</value></property>`, as Hadoop and its relatives write settings.
  if (element.local === 'value' && element.parent) return childText(element.parent, 'name') ?? 'value';
  return element.local === 'param-value' && element.parent ? (childText(element.parent, 'param-name') ?? 'param-value') : element.local;
}

/** Settings of a file in the manner of Hadoop, `<property><name>…</name><value>…</value></property>`, in their order. */
export function namedValues(root: XmlElement): readonly { readonly key: string; readonly value: string }[] {
  return children(root, 'property').flatMap((property) => {
    const key = childText(property, 'name');
    return key === undefined ? [] : [{ key, value: childText(property, 'value') ?? '' }];
  });
}

/** Name of the Spring bean around an element: its id, name or the simple name of its class; '' outside every bean. */
export function beanName(element: XmlElement): string {
  let at: XmlElement | undefined = element;
  while (at && at.local !== 'bean') at = at.parent;
  const bean = at && (attribute(at, 'id') ?? attribute(at, 'name') ?? attribute(at, 'class'));
  return bean?.value.replace(/^.*\./, '') ?? '';
}

/** One text or attribute of an element that holds a value. */
export interface XmlSetting {
  readonly name: string;
  readonly value: string;
  readonly at: Span;
}

/** Values of an element under the names that a reader would search for; attributes that name or refer to something else are left out. */
export function valuesIn(element: XmlElement): readonly XmlSetting[] {
  const text = element.textSpan ? [{ name: settingName(element), value: element.text, at: element.textSpan }] : [];
  const attributes = element.attributes
    .filter(({ name }) => !/^xmlns|(?:^|:)(?:schemaLocation|noNamespaceSchemaLocation|id|class|type|name|key|ref|default\w*)$/.test(name))
    .map(({ name, value, valueSpan }) => ({ name: name === 'value' ? settingName(element) : name, value, at: valueSpan }));
  return [...text, ...attributes];
}
