import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf } from '../../syntax/config-file.js';
import { descendants } from '../../syntax/java/descendants.js';
import { field, nameOf, span, args } from '../../syntax/java/ask.js';
import { attribute } from '../../syntax/xml/ask.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Members of a cluster find each other without multicast; `covers` names the library: `hazelcast`, `jgroups`. */
    'cluster.unicast': Evidence;
  }
}

/** Discovery protocols of JGroups that ask a list, DNS, Kubernetes or a database. */
const unicastPings: ReadonlySet<string> = new Set([
  'TCPPING', 'KUBE_PING', 'DNS_PING', 'JDBC_PING', 'JDBC_PING2', 'S3_PING', 'NATIVE_S3_PING', 'AWS_PING', 'AZURE_PING', 'GOOGLE_PING', 'GOOGLE_PING2', 'TCPGOSSIP', 'FILE_PING', 'RACKSPACE_PING', 'openshift.KUBE_PING', 'kubernetes.KUBE_PING', 'dns.DNS_PING',
]);
/** Elements of Hazelcast's `<join>` that find members without multicast. */
const unicastJoins: ReadonlySet<string> = new Set(['tcp-ip', 'kubernetes', 'aws', 'azure', 'gcp', 'eureka', 'discovery-strategy']);
const joinGetters = /^get(?:TcpIp|Kubernetes|Aws|Azure|Gcp|Eureka)Config$/;
const settingsKey = /(?:^|\.)hazelcast\.(?:network\.)?(?:join\.)?(?:kubernetes|tcp-?ip|eureka|aws|azure|gcp)\.enabled$/i;

/** `cluster.unicast`: JGroups stacks, Hazelcast in XML, YAML and code. */
export const clusterDiscoveryFacts: FactExtractor = {
  kinds: ['cluster.unicast'],
  matchers: [
    factMatcher({
      language: 'xml', needles: [[/_PING\b|TCPPING|TCPGOSSIP|S3_PING/], ['hazelcast', 'join']],
      on: {
        '*'(element, cx) {
          if (unicastPings.has(element.name)) cx.emit('cluster.unicast', element.nameSpan, { via: element.name, covers: 'jgroups' });
          const within = element.parent?.local === 'join' || element.parent?.local === 'discovery-strategies';
          if (within && unicastJoins.has(element.local) && attribute(element, 'enabled')?.value === 'true') cx.emit('cluster.unicast', element.nameSpan, { via: element.name, covers: 'hazelcast' });
        },
      },
    }),
    factMatcher({
      language: 'java', needles: [['setEnabled', /get(?:TcpIp|Kubernetes|Aws|Azure|Gcp|Eureka)Config\b/], [/jgroups[\w./-]*(?:tcp|kubernetes|kube|dns|jdbc)[\w.-]*\.xml"/]],
      on: {
        method_invocation(call, cx) {
          const object = field(call, 'object');
          if (nameOf(call) !== 'setEnabled' || !object || args(call)[0]?.text !== 'true') return;
          const getter = descendants(object, 'method_invocation').find((each) => joinGetters.test(nameOf(each)));
          const name = getter && field(getter, 'name');
          if (name) cx.emit('cluster.unicast', span(name), { via: name.text, covers: 'hazelcast' });
        },
        string_literal(literal, cx) {
          if (/^"[\w./-]*jgroups[\w./-]*(?:kubernetes|kube|dns|jdbc)[\w.-]*\.xml"$/i.test(literal.text)) cx.emit('cluster.unicast', span(literal), { via: literal.text.slice(1, -1), covers: 'jgroups' });
        },
      },
    }),
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: [['hazelcast']],
      on: {
        entry(entry, cx) {
          if (!isSettingsFile(cx.path) || !settingsKey.test(entry.key) || !/true\}?$/.test(entry.value)) return;
          if (!['development', 'test'].includes(profileKind(profileAt(cx.path, cx.text, entry.keySpan.start)))) cx.emit('cluster.unicast', entry.keySpan, { via: entry.key, covers: 'hazelcast' });
        },
      },
    }),
    factMatcher({
      language: 'yaml', needles: [['hazelcast']],
      on: {
        document(node, cx) {
          if (!isSettingsDocument(cx.path, node) && !/hazelcast[\w.-]*\.ya?ml$/.test(cx.path)) return;
          if (['development', 'test'].includes(profileKind(profileOfDocument(cx.path, node)))) return;
          for (const { key, value, keySpan } of settingsOf(node)) {
            if (settingsKey.test(key) && /true\}?$/.test(value) && keySpan.end > keySpan.start) cx.emit('cluster.unicast', keySpan, { via: key, covers: 'hazelcast' });
          }
        },
      },
    }),
  ],
};
