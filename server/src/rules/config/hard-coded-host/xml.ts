import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { endpointsIn, sameHost, type Endpoint } from '../../../syntax/endpoint.js';
import { rootOf } from '../../../syntax/xml/ask.js';
import { beanName, isConfiguration, isForDevelopment, isForNoProfile, namedValues, valuesIn, type XmlSetting } from '../../../syntax/xml/settings.js';
import { switchedOffKeys } from '../../../syntax/selected-setting.js';
import { isRemoteUrl } from '../../../syntax/remote-url.js';
import { variableName } from '../../../syntax/names.js';
import { concernsUnder, isAddressPattern, isHostName } from './names.js';
import { hostNeedles, report, type Where } from './report.js';

/** Where a server listens, and names of virtual hosts: no one is called there. */
const ownNames = /^(?:Host|Engine|Connector|Alias|Valve|host|virtual-host|virtualHost|httpEndpoint|http-listener|socket-binding|interface|inet-address|listener|cors|openapi)$/;

const offKey = {};

/** Whether the setting belongs to a feature that the same file switches off. */
function isOff(cx: RuleFileContext, element: XmlElement, name: string): boolean {
  return cx.once(offKey, () => switchedOffKeys(namedValues(rootOf(element)))).has(name);
}

/** `localhost` among other names and nothing else: the names by which callers know this server. */
function isOneOfItsNames(element: XmlElement, { kind, scheme, port }: Endpoint): boolean {
  const list = element.local === 'value' ? element.parent : undefined;
  return kind === 'loopback' && scheme === '' && port === 'none' && ['set', 'list', 'array'].includes(list?.local ?? '') && (list?.children.length ?? 0) > 1;
}

interface Found {
  readonly endpoint: Endpoint;
  readonly where: Where;
  /** For development, or for those who chose no profile. */
  readonly aside: boolean;
}

function look(cx: RuleFileContext, element: XmlElement, { name, value, at }: XmlSetting): Found | undefined {
  const endpoint = endpointsIn(value, isHostName(name)).find((each) => concernsUnder(name, each) && !isAddressPattern(value, each));
  if (!endpoint || isRemoteUrl(value) || isOneOfItsNames(element, endpoint) || isOff(cx, element, name)) return undefined;
  const aside = isForNoProfile(element) || isForDevelopment(element, cx.path);
  const where: Where = {
    written: at, name: shownName(element, name), setting: '', inDefaultProfile: false,
    ...(aside ? { severity: 'info' as const } : {}),
    variable: isBeanValue(element, cx.text.slice(at.start, at.end)) ? variableName(name, beanName(element), endpoint.scheme === '' ? 'host' : 'url') : '',
  };
  return { endpoint, where, aside };
}

/** What only developers get is worth one hint for each host of the file. */
function reportFile(cx: RuleFileContext, all: readonly Found[]): void {
  const places = new Map<string, Found[]>();
  for (const found of all) {
    const key = found.aside ? sameHost(found.endpoint) : String(found.where.written.start);
    places.set(key, [...(places.get(key) ?? []), found]);
  }
  for (const [first, ...others] of places.values()) {
    // Replacing one of several would only bring up the next.
    if (first) report(cx, first.endpoint, { ...first.where, ...(others.length > 0 ? { variable: '', also: others.slice(0, shown).map(({ where }) => ({ at: where.written, name: where.name })) } : {}) });
  }
}

/** How many places with one host are shown beside the first. */
const shown = 10;

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
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
    '*'(root, cx) {
      if (root.parent || !isConfiguration(root)) return;
      const settings = elementsOf(root).filter(({ local }) => !ownNames.test(local)).flatMap((element) => valuesIn(element).map((setting) => ({ element, setting })));
      reportFile(cx, settings.flatMap(({ element, setting }) => look(cx, element, setting) ?? []));
    },
  },
});
