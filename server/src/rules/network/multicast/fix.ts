import type { Finding } from '../../../contract/finding.js';
import type { XmlElement } from '../../../contract/nodes.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { deployableOf } from '../../../facts/deployable.js';
import { headlessService, headlessServiceEdits, type MemberPort } from '../../../generators/headless-service.js';
import { majorOf } from '../../../generators/planned-source.js';
import { workloadOf } from '../../../generators/shared-volume.js';
import { insertAfter, readRoot, stepOf } from '../../../syntax/xml/edit.js';
import { below, text as scalarOf } from '../../../syntax/yaml/ask.js';
import { addLines, mapAt } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';

const hazelcastPort: MemberPort = { name: 'hazelcast', port: 5701 };
const jgroupsPort: MemberPort = { name: 'jgroups', port: 7800 };

/** Hazelcast 5 looks members up in DNS by itself; Spring Boot brings it from 2.7 on. JGroups does from 4 on. */
function canLookUp({ file, say }: Finding, model: Model): boolean {
  const module = deployableOf(file, model)?.module;
  if (say !== 'hazelcast') return (majorOf(module?.versions['org.jgroups:jgroups']) ?? 4) >= 4;
  const [major = 0, minor = 0] = (module?.bootVersion ?? '').split('.').map(Number);
  return (majorOf(module?.versions['com.hazelcast:hazelcast']) ?? (major > 2 || (major === 2 && minor >= 7) ? 5 : 0)) >= 5;
}

function elementAt(element: XmlElement | undefined, start: number): XmlElement | undefined {
  if (!element) return undefined;
  const inner = element.children.find((each) => each.start <= start && start < each.end);
  return inner ? elementAt(inner, start) : element;
}

/** `<multicast enabled="true">` is switched off, and `<kubernetes>` stands behind it. */
function hazelcastXml({ file, range }: Finding, text: string, dns: string): readonly Edit[] | undefined {
  const multicast = elementAt(readRoot(text), range.start);
  if (multicast?.local !== 'multicast' || text.slice(range.start, range.end) !== 'true' || multicast.parent?.children.some(({ local }) => local === 'kubernetes')) return undefined;
  const lines = ['<kubernetes enabled="true">', `${stepOf(text, multicast)}<service-dns>${dns}</service-dns>`, '</kubernetes>'];
  return [{ do: 'replace', file, span: range, text: 'false' }, insertAfter(file, text, multicast, lines)];
}

/** The same in YAML, where the keys of `join` stand in nested maps. */
function hazelcastYaml({ file }: Finding, text: string, dns: string): readonly Edit[] | undefined {
  const doc = readStream(text).documents[0]?.doc;
  const path = ['hazelcast', 'network', 'join'];
  const enabled = doc && below(doc, doc.contents ?? undefined, ...path, 'multicast', 'enabled');
  if (!doc || scalarOf(enabled) !== 'true' || !enabled?.range || below(doc, doc.contents ?? undefined, ...path, 'kubernetes')) return undefined;
  const added = addLines(file, text, mapAt(doc, path), ['kubernetes'], ['kubernetes:', '  enabled: true', `  service-dns: ${dns}`]);
  return added && [{ do: 'replace', file, span: { start: enabled.range[0], end: enabled.range[1] }, text: 'false' }, added];
}

/** `MPING` stands in stacks over TCP: only the way to find members changes. */
function jgroupsXml({ file, range }: Finding, text: string, dns: string): readonly Edit[] | undefined {
  const element = elementAt(readRoot(text), range.start);
  if (element?.local !== 'MPING' || element.children.length > 0) return undefined;
  return [{ do: 'replace', file, span: { start: element.start, end: element.end }, text: `<dns.DNS_PING dns_query="${dns}"/>` }];
}

function editsIn(finding: Finding, text: string, dns: string): readonly Edit[] | undefined {
  if (finding.say === 'jgroups') return jgroupsXml(finding, text, dns);
  return finding.file.endsWith('.xml') ? hazelcastXml(finding, text, dns) : hazelcastYaml(finding, text, dns);
}

function isOffered({ file, say, args, severity }: Finding): boolean {
  if (severity === 'info') return false;
  return say === 'hazelcast' ? /(?:\.xml|hazelcast[\w.-]*\.ya?ml)$/.test(file) : say === 'jgroups' && args['stack'] === 'MPING';
}

/** Members find each other by the DNS names of their pods, which a headless Service gives. */
export const kubernetesDiscovery: Fix = {
  key: 'kubernetes-discovery',
  title: { en: 'Find members by a headless Service instead of multicast', ko: '멀티캐스트 대신 헤드리스 Service로 멤버 탐색' },
  safety: 'review',
  applies: (finding, model) => isOffered(finding) && canLookUp(finding, model) && workloadOf(model, finding) !== undefined,
  edits({ finding, model, text, locale }) {
    const workload = workloadOf(model, finding);
    const port = finding.say === 'hazelcast' ? hazelcastPort : jgroupsPort;
    const service = workload && headlessService(workload, port);
    const written = text(finding.file);
    const manifest = workload && text(workload.file);
    if (!workload || !service || written === undefined || manifest === undefined) return undefined;
    const edits = editsIn(finding, written, service.dns);
    return edits && [...edits, ...headlessServiceEdits(workload, service, port, manifest, locale)];
  },
};
