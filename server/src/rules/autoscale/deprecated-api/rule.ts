import type { YamlDocument } from '../../../contract/nodes.js';
import type { Fix, Found, Rule, RuleFileContext } from '../../../contract/rule.js';
import { known, resourcesOf, type ResourceNode } from '../../../facts/kubernetes/document.js';
import { onManifests } from '../../../facts/kubernetes/json.js';
import { minorVersion } from '../../../facts/kubernetes/version.js';
import { placeIn, type PlaceData } from '../../../generators/manifest.js';
import { below, span } from '../../../syntax/yaml/ask.js';
import { foreignField, saysMore, toV2 } from './rewrite.js';

/** Minor versions of Kubernetes that no longer serve the API: kubernetes.io/docs/reference/using-api/deprecation-guide. */
const removedIn: Readonly<Record<string, number>> = { 'autoscaling/v2beta1': 25, 'autoscaling/v2beta2': 26 };

/** Charts ask the cluster which versions it has, and write the one that fits. */
const negotiated = /\.Capabilities\b|semverCompare/;

function faultOf({ doc, node, apiVersion, templated }: ResourceNode, minor: number): Pick<Found, 'at' | 'say' | 'severity' | 'args'> | undefined {
  const apiNode = below(doc, node, 'apiVersion');
  if (!apiNode) return undefined;
  const removed = removedIn[apiVersion];
  if (removed !== undefined) return { at: span(apiNode), say: minor >= removed ? 'removed' : 'leaving', severity: minor >= removed ? 'error' : 'warning', args: { api: apiVersion, removed: `1.${removed}` } };
  if (apiVersion !== 'autoscaling/v1' && apiVersion !== 'autoscaling/v2') return undefined;
  const foreign = foreignField(doc, node, apiVersion);
  if (foreign) return { at: span(foreign), say: 'foreign', severity: 'error', args: { api: apiVersion, field: known(foreign) ?? '' } };
  return apiVersion === 'autoscaling/v1' && !templated ? { at: span(apiNode), say: 'old', severity: 'info', args: { api: apiVersion } } : undefined;
}

function read(document: YamlDocument, cx: RuleFileContext): void {
  if (negotiated.test(cx.text)) return;
  for (const resource of resourcesOf(document)) {
    const fault = resource.kind === 'HorizontalPodAutoscaler' ? faultOf(resource, minorVersion(cx.settings)) : undefined;
    if (fault) cx.report({ ...fault, data: { document: resource.where.document, path: [...resource.where.path], editable: !resource.templated && !saysMore(resource.doc, resource.node) } });
  }
}

const needles = [['HorizontalPodAutoscaler', 'autoscaling/']];

interface Data extends PlaceData {
  readonly editable: boolean;
}

const rewrite: Fix = {
  key: 'rewrite-to-v2',
  title: { en: 'Rewrite to autoscaling/v2', ko: 'autoscaling/v2로 다시 쓰기' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).editable,
  edits(input) {
    const place = placeIn(input, input.finding.data as unknown as Data);
    const node = place?.map();
    return place && node && toV2(place.file, place.text, place.doc, node);
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/deprecated-api',
    title: { en: 'Autoscaler in an old version of the API', ko: '이전 버전 API로 작성된 오토스케일러' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa'],
  },
  messages: {
    removed: {
      en: 'The cluster refuses this autoscaler: `{api}` is gone since Kubernetes {removed}, so the number of replicas stays fixed.',
      ko: '`{api}`은(는) Kubernetes {removed}에서 제거되었습니다. 클러스터가 이 오토스케일러를 거부하므로, 레플리카 수가 고정됩니다.',
    },
    leaving: {
      en: 'Kubernetes {removed} and newer refuse this autoscaler: `{api}` is gone there.',
      ko: '`{api}`은(는) Kubernetes {removed}에서 제거되므로, 그 버전으로 업그레이드하면 클러스터가 이 오토스케일러를 거부합니다.',
    },
    foreign: {
      en: '`{field}` belongs to another version of the API: with `{api}`, kubectl refuses the autoscaler, and tools that drop the field let it scale by other numbers than these.',
      ko: '`{field}`은(는) 다른 API 버전의 필드입니다. `{api}`에서는 kubectl이 오토스케일러를 거부하고, 필드를 버리는 도구에서는 여기 적힌 것과 다른 기준으로 확장합니다.',
    },
    old: {
      en: '`{api}` scales by CPU alone: memory, one container of a pod, requests or queues, and how fast to scale can only be written in autoscaling/v2.',
      ko: '`{api}`은(는) CPU만 기준으로 확장합니다. 메모리, 파드의 특정 컨테이너, 요청 수나 큐, 확장 속도는 autoscaling/v2에서만 지정할 수 있습니다.',
    },
  },
  matchers: onManifests(needles, read),
  fixes: [rewrite],
};
