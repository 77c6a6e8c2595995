import { isMap } from 'yaml';
import type { Fix } from '../../../contract/rule.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import { containerMap } from '../../../generators/probes.js';
import { addLines } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';
import { pairOf, type YamlNode } from '../../../syntax/yaml/ask.js';

/** Five minutes: what the probe waits for at most; it ends with the first answer. */
const patience = ['  periodSeconds: 10', '  failureThreshold: 30'];
const handlers = ['httpGet', 'tcpSocket', 'grpc', 'exec'];

/** Lines of what a probe asks, as they stand in the text, without their common indentation. */
function handlerLines(text: string, probe: unknown): readonly string[] | undefined {
  if (!isMap(probe)) return undefined;
  const pair = probe.items.find(({ key }) => handlers.includes(String(key)));
  const key = pair?.key as YamlNode | undefined;
  const value = pair?.value as YamlNode | null | undefined;
  if (!key || !value) return undefined;
  const column = key.range[0] - (text.lastIndexOf('\n', key.range[0] - 1) + 1);
  return text.slice(key.range[0], value.range[1]).trimEnd().split(/\r?\n/).map((line, index) => (index === 0 ? line : line.slice(Math.min(column, line.length - line.trimStart().length))));
}

/** A startup probe that asks what the liveness probe asks, only more patiently. */
export const startupProbe: Fix = {
  key: 'add-startup-probe',
  title: { en: 'Add a startup probe that waits up to five minutes', ko: '최대 5분까지 기다리는 startup 프로브 추가' },
  safety: 'review',
  applies: ({ file }) => /\.ya?ml$/.test(file),
  edits({ finding, model, text }) {
    const { start } = finding.data as { readonly start: number };
    const workload = model.facts('k8s.workload').find((fact) => fact.file === finding.file && fact.range.start === start);
    const container = workload && mainContainer(workload);
    const content = text(finding.file);
    if (!workload || !container || content === undefined) return undefined;
    const map = containerMap(workload, container, content);
    const doc = readStream(content).documents[workload.value.where.document]?.doc;
    const handler = map && doc && handlerLines(content, pairOf(doc, map, 'livenessProbe')?.value);
    const edit = handler && addLines(finding.file, content, map, ['startupProbe'], ['startupProbe:', ...handler.map((line) => `  ${line}`), ...patience], ['livenessProbe']);
    return edit && [edit];
  },
};
