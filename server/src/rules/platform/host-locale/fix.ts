import type { Edit, Fix } from '../../../contract/rule.js';
import { deployableIn } from '../../../facts/deployable.js';
import { imageSourceOf } from '../../../facts/image/of.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import type { WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { localeLines } from '../../../generators/dockerfile/parts.js';
import { containerMap, workloadsOf } from '../../../generators/probes.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { shippedStage } from '../../../syntax/dockerfile/ask.js';
import { insertBeforeStart } from '../../../syntax/dockerfile/edit.js';
import { addItem } from '../../../syntax/yaml/edit.js';

interface Data {
  readonly dir: string;
  readonly zone: boolean;
}

type Read = (path: string) => string | undefined;

function imageEdit(file: string, read: Read): Edit | undefined {
  const text = read(file);
  const node = text === undefined ? undefined : readDockerfile(text);
  const stage = node && shippedStage(node);
  return text === undefined || !node || !stage ? undefined : insertBeforeStart(file, text, node, stage, localeLines(true));
}

function workloadEdit(workload: WorkloadFact, read: Read): Edit | undefined {
  const container = mainContainer(workload);
  const text = /\.ya?ml$/.test(workload.file) ? read(workload.file) : undefined;
  if (!container || text === undefined) return undefined;
  return addItem(workload.file, text, containerMap(workload, container, text), 'env', '{ name: TZ, value: Asia/Seoul }');
}

/** Korean time and UTF-8 in the image; in the Deployment where the image is made elsewhere. */
export const koreanTime: Fix = {
  key: 'set-time-zone',
  title: { en: 'Set the time zone to Asia/Seoul in the image or the Deployment', ko: '이미지나 Deployment에 시간대 Asia/Seoul 설정' },
  safety: 'review',
  applies({ data }, model) {
    const { dir, zone } = data as unknown as Data;
    const deployable = zone ? deployableIn(model, dir) : undefined;
    const file = deployable && imageSourceOf(model, deployable)?.file;
    return deployable !== undefined && (model.facts('image.dockerfile').some((fact) => fact.file === file) || workloadsOf(model, dir).length > 0);
  },
  edits({ finding, model, text }) {
    const { dir } = finding.data as unknown as Data;
    const deployable = deployableIn(model, dir);
    const file = deployable && imageSourceOf(model, deployable)?.file;
    const inImage = file !== undefined && model.facts('image.dockerfile').some((fact) => fact.file === file) ? imageEdit(file, text) : undefined;
    return inImage ? [inImage] : workloadsOf(model, dir).flatMap((workload) => workloadEdit(workload, text) ?? []);
  },
};
