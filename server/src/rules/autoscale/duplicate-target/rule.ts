import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { FactKind, Model } from '../../../contract/workspace.js';
import { relateReads, targetsOf, uses, type ScalerFact } from '../../../facts/kubernetes/relate.js';
import { scaledWorkload, scalerChecks } from '../../../facts/kubernetes/scaled.js';
import { isYaml, manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { addEntries, addLines, addValue, removeDocument, setValue } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';
import { contested, rivalsOf, scalersBeside } from './rivals.js';

const reads = [...relateReads, 'k8s.object'] as const satisfies readonly FactKind[];

function isCovered(scaler: ScalerFact, by: ScalerFact): boolean {
  return scaler.value.metrics.every(({ type, name, container }) => by.value.metrics.some((other) => other.type === type && other.name === name && other.container === container));
}

/** Whether a file would be left empty without the autoscaler, or it is a member of a list. */
function standsAlone(model: Model, { file, value: { where } }: ScalerFact): boolean {
  return where.path.length > 0 || !model.facts('k8s.object').some((object) => object.file === file && object.value.where.document !== where.document);
}

/** Whether one command applies both: one file, or one kustomization. */
function isOneApply(model: Model, a: string, b: string): boolean {
  return a === b || model.facts('kustomize.kustomization').some((root) => uses(model, root, a) && uses(model, root, b));
}

const scalers = scalerChecks(reads, (scaler, { model, report }) => {
  const workload = scaledWorkload(model, scaler);
  const rival = workload && rivalsOf(model, scaler, workload)[0];
  if (!workload || !rival) return;
  report({
    at: { file: scaler.file, range: scaler.value.target.at },
    say: scaler.kind === rival.kind ? 'two' : 'keda',
    // Files of one folder may be alternatives, of which somebody picks one.
    ...(isOneApply(model, scaler.file, rival.file) ? {} : { severity: 'warning' as const, confidence: 'medium' as const }),
    args: { scaler: scaler.value.name ?? '', rival: rival.value.name ?? '', kind: workload.value.kind, workload: workload.value.name ?? '' },
    also: [{ file: rival.file, range: rival.value.target.at, say: 'rival', args: { rival: rival.value.name ?? '' } }],
    data: { ref: refOf(scaler) as never, removable: isYaml(scaler.file) && !standsAlone(model, scaler) && isCovered(scaler, rival) },
  });
});

const vertical: ProjectCheck<'k8s.vpa'> = {
  subject: 'k8s.vpa',
  reads,
  check(vpa, { model, report }) {
    if (vpa.value.templated) return;
    for (const scaler of scalersBeside(model, vpa)) {
      const [workload] = targetsOf(model, scaler);
      const resources = workload ? contested(vpa, scaler, workload) : [];
      const [resource] = resources;
      if (!workload || !resource) continue;
      report({
        at: { file: vpa.file, range: vpa.value.modeAt ?? vpa.value.target.at },
        say: 'vertical',
        args: { vpa: vpa.value.name ?? '', scaler: scaler.value.name ?? '', resource: resources.join(', '), mode: vpa.value.updateMode, workload: workload.value.name ?? '' },
        also: [{ file: scaler.file, range: scaler.value.metrics.find(({ name }) => name === resource)?.at ?? scaler.value.target.at, say: 'measured', args: { resource } }],
        data: { ref: refOf(vpa) as never, ...(resources.length === 1 ? { left: resource === 'cpu' ? 'memory' : 'cpu' } : {}), unlimited: vpa.value.policies.length === 0 },
      });
      return;
    }
  },
};

const removeDuplicate: Fix = {
  key: 'remove-duplicate',
  title: { en: 'Remove this autoscaler: the other one looks at the same metrics', ko: '이 오토스케일러 제거(다른 오토스케일러가 같은 메트릭을 사용)' },
  safety: 'review',
  applies: ({ data }) => (data as { removable?: boolean }).removable === true,
  edits({ finding, model, text }) {
    const { kind, file, start } = refIn(finding.data);
    const scaler = model.facts(kind).find((fact) => fact.file === file && fact.range.start === start);
    const written = text(file);
    const edit = scaler && written !== undefined ? removeDocument(file, readStream(written).documents, scaler.value.where.document) : undefined;
    return edit && [edit];
  },
};

const recommendOnly: Fix = {
  key: 'recommend-only',
  title: { en: 'Let the vertical autoscaler only recommend (`updateMode: "Off"`)', ko: '수직 오토스케일러는 권장만 하도록 설정(`updateMode: "Off"`)' },
  safety: 'review',
  applies: ({ say }) => say === 'vertical',
  edits({ finding, ...input }) {
    const manifest = manifestOf(input, refIn(finding.data));
    const mode = manifest?.node('spec', 'updatePolicy', 'updateMode');
    // Bare, `Off` is a boolean to older readers of YAML.
    if (manifest && mode) return [/^["']/.test(manifest.text.slice(mode.range[0])) ? setValue(manifest.file, mode, 'Off') : { do: 'replace', file: manifest.file, span: { start: mode.range[0], end: mode.range[1] }, text: '"Off"' }];
    const added = manifest && addValue(manifest.file, manifest.text, manifest.map('spec'), ['updatePolicy', 'updateMode'], { text: '"Off"' }, ['targetRef']);
    return added && [added];
  },
};

const leaveResource: Fix = {
  key: 'leave-resource',
  title: { en: 'Leave that resource to the horizontal autoscaler (`controlledResources`)', ko: '해당 리소스는 수평 오토스케일러에 맡기기(`controlledResources`)' },
  safety: 'review',
  applies({ data }) {
    const { left, unlimited, ref } = data as unknown as { left?: string; unlimited?: boolean; ref: { file: string } };
    return left !== undefined && unlimited === true && isYaml(ref.file);
  },
  edits({ finding, ...input }) {
    const { left = '' } = finding.data as unknown as { left?: string };
    const manifest = manifestOf(input, refIn(finding.data));
    if (!manifest || manifest.node('spec', 'resourcePolicy', 'containerPolicies')) return undefined;
    const item = ['containerName: "*"', `controlledResources: ["${left}"]`];
    const policy = manifest.map('spec', 'resourcePolicy');
    const added = policy ? addEntries(manifest.file, manifest.text, policy, 'containerPolicies', [item])
      : addLines(manifest.file, manifest.text, manifest.map('spec'), ['resourcePolicy'], ['resourcePolicy:', '  containerPolicies:', ...item.map((line, at) => `    ${at === 0 ? '- ' : '  '}${line}`)]);
    return added && [added];
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/duplicate-target',
    title: { en: 'Several autoscalers for one workload', ko: '한 워크로드에 중복된 오토스케일러' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa', 'vpa', 'keda'],
  },
  messages: {
    two: {
      en: 'The autoscalers {scaler} and {rival} both own the replicas of {kind} {workload}: Kubernetes stops scaling (AmbiguousSelector), and older clusters let each undo what the other did.',
      ko: '오토스케일러 {scaler}와(과) {rival}이(가) 모두 {kind} {workload}의 레플리카를 관리합니다. Kubernetes는 확장을 멈추고(AmbiguousSelector), 이전 버전에서는 서로가 바꾼 값을 되돌립니다.',
    },
    keda: {
      en: 'The autoscaler {scaler} and KEDA\'s {rival}, which makes an autoscaler of its own, both own the replicas of {kind} {workload}: KEDA refuses the second one, or neither scales.',
      ko: '오토스케일러 {scaler}와(과) 자체 HPA를 만드는 KEDA의 {rival}이(가) 모두 {kind} {workload}의 레플리카를 관리합니다. KEDA가 나중 것을 거부하거나, 둘 다 확장하지 못합니다.',
    },
    vertical: {
      en: 'The vertical autoscaler {vpa} (`{mode}`) changes the {resource} request of {workload}, of which the autoscaler {scaler} measures a percentage: each undoes what the other does, and pods restart for it.',
      ko: '수직 오토스케일러 {vpa}(`{mode}`)이(가) {workload}의 {resource} 요청량을 바꾸는데, 오토스케일러 {scaler}은(는) 그 요청량 대비 비율을 측정합니다. 두 오토스케일러가 서로의 조정을 되돌리고, 그때마다 파드가 재시작됩니다.',
    },
    rival: { en: 'The autoscaler {rival} has the same target.', ko: '오토스케일러 {rival}의 대상도 같은 워크로드입니다.' },
    measured: { en: 'It measures the {resource} utilization.', ko: '{resource} 사용률을 측정합니다.' },
  },
  project: [...scalers, vertical],
  fixes: [removeDuplicate, recommendOnly, leaveResource],
};
