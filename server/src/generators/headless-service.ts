import { lineEnding } from '../base/text.js';
import type { Edit } from '../contract/rule.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { scalar } from './yaml-scalar.js';

const comment: Localized = {
  en: 'One DNS record for each pod: members of the cluster find each other by it, also before they are ready.',
  ko: '파드마다 DNS 레코드가 하나씩 등록됩니다. 클러스터 멤버는 준비 상태가 되기 전에도 이 이름으로 서로를 찾습니다.',
};

/** Port that members of a cluster talk to each other on. */
export interface MemberPort {
  readonly name: string;
  readonly port: number;
}

/** A Service without an address of its own, in front of the pods of one workload. */
export interface HeadlessService {
  readonly name: string;
  /** Full DNS name inside the cluster; the namespace is `default` where the manifest names none. */
  readonly dns: string;
}

/** The Service for the members that a workload runs; `undefined` when the workload has no name or no labels to select. */
export function headlessService({ value }: WorkloadFact, { name }: MemberPort): HeadlessService | undefined {
  if (value.name === undefined || Object.keys(value.podLabels).length === 0) return undefined;
  const service = `${value.name}-${name}`;
  return { name: service, dns: `${service}.${value.namespace ?? 'default'}.svc.cluster.local` };
}

/** Writes the Service behind the workload in the same file; nothing when it is there. */
export function headlessServiceEdits(workload: WorkloadFact, service: HeadlessService, { name, port }: MemberPort, text: string, locale: Locale): readonly Edit[] {
  if (new RegExp(`\\bname: ${service.name}\\s`).test(`${text}\n`)) return [];
  const { namespace, podLabels } = workload.value;
  const lines = [
    '---', `# ${say(comment, locale)}`, 'apiVersion: v1', 'kind: Service', 'metadata:', `  name: ${service.name}`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    'spec:', '  clusterIP: None', '  publishNotReadyAddresses: true', '  selector:',
    ...Object.entries(podLabels).map(([key, label]) => `    ${key}: ${scalar(label)}`),
    '  ports:', `    - name: ${name}`, `      port: ${port}`,
  ];
  const end = text.trimEnd().length;
  const eol = lineEnding(text);
  return [{ do: 'replace', file: workload.file, span: { start: end, end: text.length }, text: `${eol}${lines.join(eol)}${eol}` }];
}
