import type { XmlElement } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { profileKind } from '../../../syntax/config-file.js';
import { attribute, child, childText, namespaceOf, rootOf } from '../../../syntax/xml/ask.js';
import { camelPoll, polled, polledQuery, shownSource, type Poll } from './pollers.js';

const integration = 'http://www.springframework.org/schema/integration/';

function value(element: XmlElement, name: string): string | undefined {
  return attribute(element, name)?.value;
}

/** What an inbound adapter of Spring Integration polls; message listeners and folders of the pod are none. */
function pollOf(adapter: XmlElement, kind: string): Poll | undefined {
  switch (kind) {
    case 'jdbc':
      return polledQuery(value(adapter, 'query') ?? childText(adapter, 'query'), adapter.name);
    case 'mongodb':
      return { kind: 'rows', what: shownSource(value(adapter, 'query') ?? value(adapter, 'collection-name') ?? adapter.name) };
    case 'ftp': case 'sftp': case 'smb': {
      const kept = value(adapter, 'delete-remote-files') !== 'true' && !attribute(adapter, 'filter');
      return { kind: kept ? 'files' : 'race', what: shownSource(value(adapter, 'remote-directory') ?? adapter.name) };
    }
    case 'mail':
      return { kind: 'race', what: shownSource(value(adapter, 'store-uri') ?? adapter.name) };
    default:
      return undefined;
  }
}

const timing = ['fixed-rate', 'fixed-delay', 'cron', 'trigger', 'ref'];

function whenOf(poller: XmlElement | undefined): string {
  return timing.flatMap((name) => {
    const found = poller && value(poller, name);
    return found === undefined ? [] : [`${name} = ${found}`];
  }).join(', ');
}

/** Who handles what comes through a channel, as far as the file shows: the attribute that names the method. */
function workers(adapter: XmlElement, channel: string): readonly XmlElement[] {
  const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)];
  return all(rootOf(adapter)).filter((each) => each !== adapter && attribute(each, 'method') && [value(each, 'input-channel'), value(each, 'channel')].includes(channel));
}

function isForDevelopment(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    if (at.local === 'beans' && ['development', 'test'].includes(profileKind(value(at, 'profile')))) return true;
  }
  return false;
}

function adapter(element: XmlElement, cx: RuleFileContext): void {
  const space = namespaceOf(element);
  const found = space.startsWith(integration) ? pollOf(element, space.slice(integration.length)) : undefined;
  const start = value(element, 'auto-startup');
  // Whoever leads starts the adapters of a role; what is off until someone starts it is not every replica's.
  if (!found || start === 'false' || attribute(element, 'role') || isForDevelopment(element)) return;
  const poller = child(element, 'poller');
  const channel = value(element, 'channel') ?? value(element, 'id') ?? element.name;
  const when = whenOf(poller);
  // An advice around the poller may be a lock.
  const poll: Poll = poller && child(poller, 'advice-chain') ? { ...found, kind: 'race' } : found;
  cx.report({
    at: element.nameSpan, ...polled(poll, when === '' ? channel : `${channel} (${when})`, /^\$\{([^:}]+)/.exec(start ?? '')?.[1]),
    also: workers(element, channel).map((each) => ({ at: attribute(each, 'method')?.valueSpan ?? each.nameSpan, say: 'work', args: { what: `${value(each, 'ref') ?? each.local}.${value(each, 'method') ?? ''}()` } })),
  });
}

/** Adapters of Spring Integration that poll rows, files and mail on behalf of every replica. */
export const xmlPollers = ruleMatcher({
  language: 'xml',
  needles: [['springframework.org/schema/integration/', /inbound-(?:streaming-)?channel-adapter\b/]],
  on: { 'inbound-channel-adapter': adapter, 'inbound-streaming-channel-adapter': adapter },
});

/** `<from uri="sftp://…"/>` of a Camel route in XML. */
export const xmlCamel = ruleMatcher({
  language: 'xml',
  needles: [['camel.apache.org/schema', /\buri\s*=\s*["'](?:s?ftps?|smb|imaps?|pop3s?|sql|quartz2?|cron):/]],
  on: {
    from(element, cx) {
      const uri = attribute(element, 'uri');
      const route = element.parent;
      const found = uri && namespaceOf(element).startsWith('http://camel.apache.org/schema') ? camelPoll(uri.value) : undefined;
      if (!uri || !found || !route || value(route, 'autoStartup') === 'false' || attribute(route, 'routePolicyRef') || isForDevelopment(element)) return;
      cx.report({ at: uri.valueSpan, ...polled(found, value(route, 'id') ?? shownSource(uri.value)) });
    },
  },
});
