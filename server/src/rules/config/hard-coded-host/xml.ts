import type { Span } from '../../../base/text.js';
import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { profileKind, profileOfPath } from '../../../syntax/config-file.js';
import { endpointsIn } from '../../../syntax/endpoint.js';
import { attribute, childText, rootOf } from '../../../syntax/xml/ask.js';
import { concernsUnder, isHostName, variableName } from './names.js';
import { hostNeedles, report } from './report.js';

/** Root elements of configuration that the running application or its server reads. */
const configuration = /^(?:beans|blueprint|persistence|hibernate-configuration|hibernate-search|server|Server|Context|datasources?|resource-adapters|configuration|Configuration|configurations|web-app|web-fragment|properties|config|configure|Configure|domain|tomee|resources|openejb|hazelcast|hazelcast-client|infinispan|cache-config|sqlMapConfig|settings|weblogic-\w+|jdbc-data-source|jdo|jms-\w+|messaging-deployment|connection-factories|application-client|jeus-\w+|camelContext|routes|flow|mule|ejb-jar|dubbo|quartz|environment|environments|appSettings|connectionStrings)$/;
/** Where a server listens, and names of virtual hosts: no one is called there. */
const ownNames = /^(?:Host|Engine|Connector|Alias|Valve|host|virtual-host|virtualHost|httpEndpoint|http-listener|socket-binding|interface|inet-address|listener|cors|openapi)$/;

function isForDevelopment(element: XmlElement, path: string): boolean {
  const profiles = [profileOfPath(path)];
  for (let at: XmlElement | undefined = element; at; at = at.parent) if (at.local === 'beans') profiles.push(attribute(at, 'profile')?.value);
  return profiles.some((profile) => ['development', 'test'].includes(profileKind(profile)));
}

function look(cx: RuleFileContext, element: XmlElement, name: string, value: string, at: Span): void {
  const endpoint = endpointsIn(value, isHostName(name)).find((each) => concernsUnder(name, each));
  if (!endpoint) return;
  report(cx, endpoint, {
    written: at, name, setting: '', inDefaultProfile: false,
    ...(isForDevelopment(element, cx.path) ? { severity: 'info' as const } : {}),
    variable: isBeanValue(element, cx.text.slice(at.start, at.end)) ? variableName(name, beanName(element), endpoint.scheme === '' ? 'host' : 'url') : '',
  });
}

/** A plain value of a Spring bean, where a placeholder may stand. */
function isBeanValue(element: XmlElement, written: string): boolean {
  return rootOf(element).local === 'beans' && ['value', 'prop', 'entry', 'property', 'constructor-arg'].includes(element.local) && !/[{}\r\n]/.test(written);
}

function beanName(element: XmlElement): string {
  let at: XmlElement | undefined = element;
  while (at && at.local !== 'bean') at = at.parent;
  const bean = at && (attribute(at, 'id') ?? attribute(at, 'name') ?? attribute(at, 'class'));
  return bean?.value.replace(/^.*\./, '') ?? '';
}

/** The name beside a value: `<property name="url" value="…">`, `<entry key="…">`, `<param-name>`; the element's own name otherwise. */
function nameOf(element: XmlElement): string {
  const holder = ['value', 'prop', 'entry', 'property', 'param', 'constructor-arg', 'init-param', 'context-param', 'Parameter', 'env-entry'].includes(element.local) ? element : undefined;
  for (let at: XmlElement | undefined = holder; at && at.local !== 'bean'; at = at.parent) {
    const name = attribute(at, 'name')?.value ?? attribute(at, 'key')?.value;
    if (name !== undefined) return name;
  }
  return element.local === 'param-value' && element.parent ? (childText(element.parent, 'param-name') ?? 'param-value') : element.local;
}

/** Bean properties, data sources, parameters and connection settings of servers. */
export const xmlHost = ruleMatcher({
  language: 'xml',
  needles: hostNeedles,
  on: {
    '*'(element, cx) {
      if (!configuration.test(rootOf(element).local) || ownNames.test(element.local)) return;
      if (element.textSpan) look(cx, element, nameOf(element), element.text, element.textSpan);
      for (const { name, value, valueSpan } of element.attributes) {
        if (/^xmlns|(?:^|:)(?:schemaLocation|noNamespaceSchemaLocation|id|class|type|name|key|ref|default\w*)$/.test(name)) continue;
        look(cx, element, name === 'value' ? nameOf(element) : name, value, valueSpan);
      }
    },
  },
});
