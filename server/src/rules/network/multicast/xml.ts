import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { profileKind, profileOfPath } from '../../../syntax/config-file.js';
import { attribute, rootOf } from '../../../syntax/xml/ask.js';
import { groupAddress, groupName, groupUrl } from './addresses.js';

/** Whether the element is part of a JGroups stack: a protocol list, alone or inside Infinispan's or WildFly's configuration. */
function inStack(element: XmlElement): boolean {
  return ['config', 'stack', 'jgroups'].includes(element.parent?.local ?? '') || /jgroups/.test(attribute(rootOf(element), 'xmlns')?.value ?? '');
}

function jgroups(element: XmlElement, cx: RuleFileContext): void {
  const isUdp = element.name === 'UDP' && attribute(element, 'ip_mcast')?.value !== 'false';
  if (isUdp || element.name === 'MPING') cx.report({ at: element.nameSpan, say: 'jgroups', args: { stack: element.name }, cause: 'jgroups', data: { family: 'jgroups' } });
}

/** Infinispan's transport and WildFly's channels name a stack that the library brings along. */
function namedStack(element: XmlElement, cx: RuleFileContext): void {
  const stack = attribute(element, 'stack');
  const known = element.local === 'channel' ? /jboss:domain/.test(cx.text) : /infinispan/.test(cx.text);
  if (stack && known && /^(?:default-jgroups-)?udp$/.test(stack.value)) cx.report({ at: stack.valueSpan, say: 'jgroups', args: { stack: stack.value }, cause: 'jgroups', data: { family: 'jgroups' } });
}

function hazelcast(element: XmlElement, cx: RuleFileContext): void {
  const enabled = attribute(element, 'enabled');
  if (element.parent?.local === 'join' && enabled?.value === 'true') cx.report({ at: enabled.valueSpan, say: 'hazelcast', cause: 'hazelcast', data: { family: 'hazelcast' } });
}

/** Ehcache's replication by RMI finds its peers by multicast, unless they are listed; by JGroups over UDP it always does. */
function ehcache(element: XmlElement, cx: RuleFileContext): void {
  const type = attribute(element, 'class')?.value ?? '';
  const written = attribute(element, 'properties')?.value ?? '';
  const automatic = /RMICacheManagerPeerProviderFactory$/.test(type) && /peerDiscovery\s*=\s*automatic/i.test(written);
  const udp = /JGroupsCacheManagerPeerProviderFactory$/.test(type) && (/connect=UDP|udp/i.test(written) || written === '');
  if (automatic || udp || /MulticastRMICacheManagerPeerProviderFactory$/.test(type)) cx.report({ at: element.nameSpan, say: 'ehcache', cause: 'ehcache', data: { family: 'ehcache' } });
}

/** `multicast://…` anywhere, and group addresses of elements that say what they are. Tomcat's cluster is told by its own element. */
function address(element: XmlElement, cx: RuleFileContext): void {
  const values = element.attributes.map(({ name, value, valueSpan }) => ({ name, value, at: valueSpan }));
  const text = element.textSpan && element.children.length === 0 ? [{ name: element.local, value: element.text, at: element.textSpan }] : [];
  const key = attribute(element, 'name')?.value ?? attribute(element, 'key')?.value ?? '';
  for (const { name, value, at } of [...values, ...text]) {
    if (/\s/.test(value.trim()) || name.startsWith('xmlns')) continue;
    const url = groupUrl.exec(value);
    const group = groupName.test(name) || groupName.test(key) || groupName.test(element.local) ? groupAddress.exec(value) : null;
    const found = url ?? group;
    if (found) return cx.report({ at, say: 'address', args: { address: found[0] }, cause: 'socket', data: { family: '' } });
  }
}

/** `<clustering enable="false">`, as Axis2 ships it: what stands in there is not read. */
function isOff(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at; at = at.parent) if (['enable', 'enabled'].some((name) => at && attribute(at, name)?.value === 'false')) return true;
  return false;
}

function isForDevelopment(element: XmlElement, path: string): boolean {
  const profiles = [profileOfPath(path)];
  for (let at: XmlElement | undefined = element; at; at = at.parent) if (at.local === 'beans') profiles.push(attribute(at, 'profile')?.value);
  return profiles.some((profile) => ['development', 'test'].includes(profileKind(profile)));
}

/** Stacks of JGroups, Hazelcast's join, Ehcache's peers, brokers and any group address. */
export const xmlMulticast = ruleMatcher({
  language: 'xml',
  needles: [[/<(?:UDP|MPING)\b/], ['infinispan', 'stack'], ['channel', 'stack'], ['multicast', 'join'], ['cacheManagerPeerProviderFactory'], [groupUrl], [groupAddress]],
  on: {
    '*'(element, cx) {
      if (isForDevelopment(element, cx.path) || isOff(element)) return;
      switch (element.local) {
        case 'UDP': case 'MPING':
          return inStack(element) ? jgroups(element, cx) : undefined;
        case 'transport': case 'channel':
          return namedStack(element, cx);
        case 'multicast':
          return hazelcast(element, cx);
        case 'cacheManagerPeerProviderFactory':
          return ehcache(element, cx);
        case 'multicast-group':
          return undefined;
        default:
          return address(element, cx);
      }
    },
  },
});
