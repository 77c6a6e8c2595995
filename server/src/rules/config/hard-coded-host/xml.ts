import type { Span } from '../../../base/text.js';
import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { endpointsIn } from '../../../syntax/endpoint.js';
import { rootOf } from '../../../syntax/xml/ask.js';
import { beanName, isConfiguration, isForDevelopment, namedValues, valuesIn } from '../../../syntax/xml/settings.js';
import { switchedOffKeys } from '../../../syntax/selected-setting.js';
import { isRemoteUrl } from '../../../syntax/remote-url.js';
import { variableName } from '../../../syntax/names.js';
import { concernsUnder, isHostName } from './names.js';
import { hostNeedles, report } from './report.js';

/** Where a server listens, and names of virtual hosts: no one is called there. */
const ownNames = /^(?:Host|Engine|Connector|Alias|Valve|host|virtual-host|virtualHost|httpEndpoint|http-listener|socket-binding|interface|inet-address|listener|cors|openapi)$/;

const offKey = {};

/** Whether the setting belongs to a feature that the same file switches off. */
function isOff(cx: RuleFileContext, element: XmlElement, name: string): boolean {
  return cx.once(offKey, () => switchedOffKeys(namedValues(rootOf(element)))).has(name);
}

function look(cx: RuleFileContext, element: XmlElement, name: string, value: string, at: Span): void {
  const endpoint = endpointsIn(value, isHostName(name)).find((each) => concernsUnder(name, each));
  if (!endpoint || isRemoteUrl(value) || isOff(cx, element, name)) return;
  report(cx, endpoint, {
    written: at, name: shownName(element, name), setting: '', inDefaultProfile: false,
    ...(isForDevelopment(element, cx.path) ? { severity: 'info' as const } : {}),
    variable: isBeanValue(element, cx.text.slice(at.start, at.end)) ? variableName(name, beanName(element), endpoint.scheme === '' ? 'host' : 'url') : '',
  });
}

/** An argument has no name of its own; the bean that takes it tells a reader more. */
function shownName(element: XmlElement, name: string): string {
  const bean = name === 'constructor-arg' || name === 'value' ? beanName(element) : '';
  return bean === '' ? name : `${bean} <constructor-arg>`;
}

/** A plain value of a Spring bean, where a placeholder may stand. */
function isBeanValue(element: XmlElement, written: string): boolean {
  return rootOf(element).local === 'beans' && ['value', 'prop', 'entry', 'property', 'constructor-arg'].includes(element.local) && !/[{}\r\n]/.test(written);
}

/** Bean properties, data sources, parameters and connection settings of servers. */
export const xmlHost = ruleMatcher({
  language: 'xml',
  needles: hostNeedles,
  on: {
    '*'(element, cx) {
      if (!isConfiguration(element) || ownNames.test(element.local)) return;
      for (const { name, value, at } of valuesIn(element)) look(cx, element, name, value, at);
    },
  },
});
