import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { appliedTogether, copiesOf, relateReads, replicaCounts, scalersOf, uses, wholeOf, type ScalerFact, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import type { Model } from '../../../contract/workspace.js';
import { mapAt, removeKey } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';

/** Autoscalers that own the number a manifest or one of its patches sets. */
function owners(model: Model, workload: WorkloadFact): readonly ScalerFact[] {
  const whole = workload.value.partial ? wholeOf(model, workload) : [];
  if (whole.length === 0) return scalersOf(model, workload);
  return whole.flatMap((each) => scalersOf(model, each)).filter((scaler) => appliedTogether(model, scaler.file, workload.file));
}

function related(scaler: ScalerFact): { file: string; range: ScalerFact['range']; say: string; args: { scaler: string } } {
  return { file: scaler.file, range: scaler.value.target.at, say: 'owner', args: { scaler: scaler.value.name ?? '' } };
}

const inManifest: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: relateReads,
  check(workload, { model, report }) {
    const { replicas, name, kind, templated } = workload.value;
    // A value that is filled in later may well be left out then.
    if (templated || !replicas || replicas.value === undefined || copiesOf(model, workload)[0] !== workload) return;
    const [scaler] = owners(model, workload);
    if (!scaler) return;
    report({
      at: { file: workload.file, range: replicas.at },
      say: 'manifest',
      args: { kind, workload: name ?? '', replicas: replicas.value, scaler: scaler.value.name ?? '' },
      also: [related(scaler)],
      data: { editable: /\.ya?ml$/.test(workload.file), start: workload.range.start },
    });
  },
};

const inKustomization: ProjectCheck<'kustomize.kustomization'> = {
  subject: 'kustomize.kustomization',
  reads: relateReads,
  check(kustomization, { model, report }) {
    for (const { name, count, at } of replicaCounts(model, kustomization)) {
      const workload = model.facts('k8s.workload').find((fact) => fact.value.name === name && !fact.value.partial && uses(model, kustomization, fact.file));
      const scaler = workload && scalersOf(model, workload).find(({ file }) => uses(model, kustomization, file));
      if (!workload || !scaler || count === undefined) continue;
      report({
        at: { file: kustomization.file, range: at },
        say: 'kustomization',
        args: { workload: name, replicas: count, scaler: scaler.value.name ?? '' },
        also: [related(scaler)],
        data: { editable: false },
      });
    }
  },
};

/** Not safe: at the next apply the field disappears, which sets one replica until the autoscaler acts. */
const removeReplicas: Fix = {
  key: 'remove-replicas',
  title: { en: 'Remove `replicas`: the autoscaler owns it', ko: '`replicas` 제거(오토스케일러가 관리)' },
  safety: 'review',
  applies: ({ data }) => (data as { editable: boolean }).editable,
  edits({ finding, model, text }) {
    const { start } = finding.data as { start: number };
    const workload = model.facts('k8s.workload').find((fact) => fact.file === finding.file && fact.range.start === start);
    const written = text(finding.file);
    if (!workload || written === undefined) return undefined;
    const doc = readStream(written).documents[workload.value.where.document]?.doc;
    const edit = doc && removeKey(finding.file, written, mapAt(doc, [...workload.value.where.path, 'spec']), 'replicas');
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/replicas-conflict',
    title: { en: 'Fixed replicas on a workload that an autoscaler owns', ko: '오토스케일러가 관리하는 워크로드에 고정된 replicas' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa'],
  },
  messages: {
    manifest: {
      en: 'Every deployment sets {kind} {workload} back to `replicas: {replicas}`, although the autoscaler {scaler} owns that number: pods die under load, and server-side apply reports a conflict.',
      ko: '오토스케일러 {scaler}이(가) 관리하는데도 배포할 때마다 {kind} {workload}이(가) `replicas: {replicas}`(으)로 되돌아갑니다. 부하 중에 파드가 종료되고, server-side apply에서는 충돌이 발생합니다.',
    },
    kustomization: {
      en: 'This sets {workload} back to {replicas} replicas with every deployment, although the autoscaler {scaler} owns that number.',
      ko: '오토스케일러 {scaler}이(가) 관리하는데도 배포할 때마다 {workload}의 레플리카 수를 {replicas}개로 되돌립니다.',
    },
    owner: { en: 'The autoscaler {scaler} owns the number of replicas.', ko: '레플리카 수는 오토스케일러 {scaler}이(가) 관리합니다.' },
  },
  project: [inManifest, inKustomization],
  fixes: [removeReplicas],
};
