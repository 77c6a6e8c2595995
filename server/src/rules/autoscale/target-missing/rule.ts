import type { Fix, ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { FactKind } from '../../../contract/workspace.js';
import { relateReads } from '../../../facts/kubernetes/relate.js';
import { isYaml, manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { addValue, setValue } from '../../../syntax/yaml/edit.js';
import { mistakeIn, type TargetingFact } from './mistake.js';

const reads = [...relateReads, 'k8s.object'] as const satisfies readonly FactKind[];

function check(scaler: TargetingFact, { model, report }: ProjectContext): void {
  const mistake = mistakeIn(model, scaler);
  if (!mistake) return;
  const { target, name: own = '' } = scaler.value;
  const { meant } = mistake;
  report({
    at: { file: scaler.file, range: (['kind', 'group', 'groupless', 'unscalable'].includes(mistake.say) ? target.kindAt : undefined) ?? target.at },
    say: mistake.say,
    ...(mistake.certain ? {} : { severity: 'warning' as const }),
    args: { scaler: own, kind: target.kind ?? '', name: target.name ?? '', ...(mistake.say === 'group' ? { apiVersion: target.apiVersion ?? '' } : {}), ...(meant ? { meantKind: meant.value.kind, meant: meant.value.name ?? '', namespace: meant.value.namespace ?? '' } : {}) },
    also: meant ? [{ file: meant.file, range: meant.range, say: 'meant', args: { kind: meant.value.kind, name: meant.value.name ?? '' } }] : [],
    data: {
      ref: refOf(scaler) as never, key: scaler.kind === 'k8s.vpa' ? 'targetRef' : 'scaleTargetRef', say: mistake.say, editable: isYaml(scaler.file),
      ...(meant ? { kind: meant.value.kind, apiVersion: meant.value.apiVersion, name: meant.value.name, namespace: meant.value.namespace } : {}),
    },
  });
}

interface Data {
  readonly key: string;
  readonly say: string;
  readonly editable: boolean;
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly name?: string;
  readonly namespace?: string;
}

const rename: Fix = {
  key: 'rename-target',
  title: { en: 'Point at the workload that is meant', ko: '의도한 워크로드를 가리키도록 수정' },
  safety: 'review',
  applies: ({ data }) => ['near', 'kind', 'namespace'].includes((data as unknown as Data).say),
  edits({ finding, ...input }) {
    const { key, say, kind, apiVersion, name, namespace } = finding.data as unknown as Data;
    const manifest = manifestOf(input, refIn(finding.data));
    if (!manifest) return undefined;
    const path = say === 'namespace' ? ['metadata', 'namespace'] : ['spec', key, say === 'near' ? 'name' : 'kind'];
    const [node, value] = [manifest.node(...path), say === 'namespace' ? namespace : say === 'near' ? name : kind];
    const group = say === 'kind' ? manifest.node('spec', key, 'apiVersion') : undefined;
    if (value === undefined) return undefined;
    if (!node) {
      const added = addValue(manifest.file, manifest.text, manifest.map(...path.slice(0, -1)), path.slice(-1), { text: value });
      return added && [added];
    }
    return [...(group && apiVersion !== undefined && manifest.text.slice(group.range[0], group.range[1]) !== apiVersion ? [setValue(manifest.file, group, apiVersion)] : []), setValue(manifest.file, node, value)];
  },
};

const setGroup: Fix = {
  key: 'set-group',
  title: { en: 'Set `apiVersion: apps/v1` in the reference', ko: '참조에 `apiVersion: apps/v1` 지정' },
  safety: 'review',
  applies: ({ data }) => ['group', 'groupless'].includes((data as unknown as Data).say),
  edits({ finding, ...input }) {
    const { key } = finding.data as unknown as Data;
    const manifest = manifestOf(input, refIn(finding.data));
    const node = manifest?.node('spec', key, 'apiVersion');
    if (manifest && node) return [setValue(manifest.file, node, 'apps/v1')];
    const added = manifest && addValue(manifest.file, manifest.text, manifest.map('spec', key), ['apiVersion'], { text: 'apps/v1' });
    return added && [added];
  },
};

const checks: readonly ProjectCheck[] = (['k8s.hpa', 'k8s.scaled-object', 'k8s.vpa'] as const).map((subject) => ({ subject, reads, check: check as ProjectCheck['check'] }));

export const rule: Rule = {
  meta: {
    id: 'autoscale/target-missing',
    title: { en: 'Autoscaler whose target does not exist', ko: '대상이 존재하지 않는 오토스케일러' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa'],
  },
  messages: {
    near: {
      en: 'The autoscaler {scaler} scales nothing: there is no {kind} {name} among what is applied with it. {meantKind} {meant} is probably meant; it keeps its number of replicas under any load.',
      ko: '오토스케일러 {scaler}이(가) 아무것도 확장하지 않습니다. 함께 적용되는 매니페스트에 {kind} {name}이(가) 없습니다. {meantKind} {meant}을(를) 의도한 것으로 보이며, 이 워크로드는 부하가 몰려도 레플리카 수가 그대로입니다.',
    },
    kind: {
      en: 'The autoscaler {scaler} scales nothing: {name} is a {meantKind}, not a {kind}.',
      ko: '오토스케일러 {scaler}이(가) 아무것도 확장하지 않습니다. {name}은(는) {kind}이(가) 아니라 {meantKind}입니다.',
    },
    namespace: {
      en: 'The autoscaler {scaler} scales nothing: {kind} {name} is in the namespace {namespace}, and an autoscaler sees only its own.',
      ko: '오토스케일러 {scaler}이(가) 아무것도 확장하지 않습니다. {kind} {name}은(는) 네임스페이스 {namespace}에 있는데, 오토스케일러는 자신의 네임스페이스에서만 대상을 찾습니다.',
    },
    group: {
      en: 'The autoscaler {scaler} scales nothing: the cluster has no {kind} in the API group of `{apiVersion}`, only in `apps/v1`.',
      ko: '오토스케일러 {scaler}이(가) 아무것도 확장하지 않습니다. `{apiVersion}`의 API 그룹에는 {kind}이(가) 없고 `apps/v1`에만 있습니다.',
    },
    groupless: {
      en: 'The autoscaler {scaler} scales nothing: its reference has no `apiVersion`, so the controller looks for {kind} in the core API, where there is none.',
      ko: '오토스케일러 {scaler}이(가) 아무것도 확장하지 않습니다. 참조에 `apiVersion`이 없어 컨트롤러가 코어 API에서 {kind}을(를) 찾지만 그곳에는 없습니다.',
    },
    unscalable: {
      en: 'The autoscaler {scaler} scales nothing: a {kind} has no number of replicas that could be changed.',
      ko: '오토스케일러 {scaler}이(가) 아무것도 확장하지 않습니다. {kind}에는 변경할 수 있는 레플리카 수가 없습니다.',
    },
    missing: {
      en: 'The autoscaler {scaler} scales nothing unless {kind} {name}, which nothing in this workspace creates, is deployed from elsewhere.',
      ko: '작업 영역 어디에도 {kind} {name}이(가) 없습니다. 다른 곳에서 배포하지 않는 한 오토스케일러 {scaler}은(는) 아무것도 확장하지 않습니다.',
    },
    meant: { en: '{kind} {name} is here.', ko: '{kind} {name}이(가) 여기 있습니다.' },
  },
  project: checks as Rule['project'] & object,
  fixes: [rename, setGroup],
};
