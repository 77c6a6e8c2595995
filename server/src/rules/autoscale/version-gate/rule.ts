import type { Json } from '../../../base/json.js';
import type { YamlDocument } from '../../../contract/nodes.js';
import type { Fix, Rule, RuleFileContext } from '../../../contract/rule.js';
import { resourcesOf, type ResourceNode } from '../../../facts/kubernetes/document.js';
import { onManifests } from '../../../facts/kubernetes/json.js';
import { minorVersion } from '../../../facts/kubernetes/version.js';
import { placeIn, type PlaceData } from '../../../generators/manifest.js';
import { below, entries, span, type YamlNode } from '../../../syntax/yaml/ask.js';
import { removeKey } from '../../../syntax/yaml/edit.js';
import { currentApi, features, type Feature } from './features.js';

/** Where the key stands that could go without leaving an empty map. */
function removable(feature: Feature, resource: ResourceNode, used: YamlNode): Json {
  const { doc, node, where, templated } = resource;
  const found = feature.map?.(resource).find(([path, key]) => entries(doc, below(doc, node, ...path)).some((entry) => entry.key === key && entry.keyNode === used));
  if (!found || templated || entries(doc, below(doc, node, ...found[0])).length < 2) return null;
  return { document: where.document, path: [...where.path, ...found[0]], key: found[1] };
}

function readResource(resource: ResourceNode, cx: RuleFileContext): void {
  const [minor, version] = [minorVersion(cx.settings), cx.settings.clusterVersion];
  const api = below(resource.doc, resource.node, 'apiVersion');
  if (minor < currentApi && resource.kind === 'HorizontalPodAutoscaler' && resource.apiVersion === 'autoscaling/v2' && api) {
    cx.report({ at: span(api), say: 'api', severity: 'error', args: { version, api: resource.apiVersion, on: `1.${currentApi}` } });
  }
  for (const feature of features.filter(({ on }) => minor < on)) {
    for (const used of feature.uses(resource)) {
      if (!used) continue;
      const known = minor >= feature.known;
      const severity = feature.without === 'default' ? 'warning' : known ? 'warning' : 'error';
      cx.report({
        at: span(used), say: known ? 'gate' : feature.without, severity,
        args: { version, field: feature.field, on: `1.${feature.on}`, ...(known ? { gate: feature.gate } : {}) },
        data: { remove: removable(feature, resource, used) },
      });
    }
  }
}

function read(document: YamlDocument, cx: RuleFileContext): void {
  for (const resource of resourcesOf(document)) readResource(resource, cx);
}

const needles = [['kind', 'tolerance'], ['kind', 'ContainerResource'], ['kind', 'unhealthyPodEvictionPolicy'], ['kind', 'initContainers', 'Always'], ['kind', 'sleep'], ['kind', 'resizePolicy'], ['autoscaling/v2']];

interface Removal extends PlaceData {
  readonly key: string;
}

const removeField: Fix = {
  key: 'remove-field',
  title: { en: 'Remove the field: Kubernetes\' own behaviour applies', ko: '필드 제거(Kubernetes 기본 동작 적용)' },
  safety: 'review',
  applies: ({ data }) => (data as { remove?: Removal | null } | null)?.remove != null,
  edits(input) {
    const { remove } = input.finding.data as unknown as { readonly remove: Removal };
    const place = placeIn(input, remove);
    const edit = place && removeKey(place.file, place.text, place.map(), remove.key);
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/version-gate',
    title: { en: 'Field that the cluster version does not know yet', ko: '클러스터 버전이 아직 지원하지 않는 필드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'version'],
  },
  messages: {
    api: {
      en: 'Kubernetes {version} (`clusterVersion`) refuses this autoscaler: `{api}` exists from {on} on.',
      ko: 'Kubernetes {version}(`clusterVersion`)은(는) 이 오토스케일러를 거부합니다. `{api}`은(는) {on}부터 제공됩니다.',
    },
    gate: {
      en: 'In Kubernetes {version} (`clusterVersion`), `{field}` has no effect unless the cluster turns its feature gate {gate} on; it is on by itself from {on}.',
      ko: 'Kubernetes {version}(`clusterVersion`)에서는 클러스터가 기능 게이트 {gate}을(를) 켜지 않으면 `{field}`이(가) 적용되지 않습니다. {on}부터 기본으로 켜져 있습니다.',
    },
    default: {
      en: 'Kubernetes {version} (`clusterVersion`) does not know `{field}`: kubectl refuses the object or the field is dropped, and the default applies. It works from {on}.',
      ko: 'Kubernetes {version}(`clusterVersion`)은(는) `{field}`을(를) 알지 못합니다. kubectl이 오브젝트를 거부하거나 필드가 버려져 기본값이 적용됩니다. {on}부터 사용할 수 있습니다.',
    },
    refused: {
      en: 'Kubernetes {version} (`clusterVersion`) refuses `{field}`, so the object is not deployed. It works from {on}.',
      ko: 'Kubernetes {version}(`clusterVersion`)은(는) `{field}`을(를) 거부하므로 오브젝트가 배포되지 않습니다. {on}부터 사용할 수 있습니다.',
    },
    hangs: {
      en: 'Kubernetes {version} (`clusterVersion`) does not know `{field}` of an init container: it waits for the sidecar to end, and the pod never starts. It works from {on}.',
      ko: 'Kubernetes {version}(`clusterVersion`)은(는) 초기화 컨테이너의 `{field}`을(를) 알지 못합니다. 사이드카가 끝나기를 기다리느라 파드가 시작되지 않습니다. {on}부터 사용할 수 있습니다.',
    },
  },
  matchers: onManifests(needles, read),
  fixes: [removeField],
};
