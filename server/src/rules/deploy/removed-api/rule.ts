import type { YamlDocument } from '../../../contract/nodes.js';
import type { Fix, Rule, RuleFileContext } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/kubernetes/cluster-version.js';
import { resourcesOf, type ResourceNode } from '../../../facts/kubernetes/document.js';
import { onManifests } from '../../../facts/kubernetes/json.js';
import { minorVersion } from '../../../facts/kubernetes/version.js';
import { below, span } from '../../../syntax/yaml/ask.js';
import { rewritten } from './rewrite.js';
import { oldFieldOf } from './ingress.js';
import { removedApi } from './table.js';

interface Data {
  readonly document: number;
  readonly kind: string;
  readonly removed: number;
  /** The version to write, where the rest of the resource can be brought along. */
  readonly next: string;
}

/** Charts ask the cluster which versions it has, and write the one that fits. */
const negotiated = /\.Capabilities\b|semverCompare/;

/** An Ingress in the new version that is written in the words of the old one, or lacks what is required since. */
function reportField({ doc, node, where, templated }: ResourceNode, cx: RuleFileContext): void {
  const old = oldFieldOf(doc, node, templated);
  if (!old) return;
  const next = 'networking.k8s.io/v1';
  const editable = !templated && where.path.length === 0 && /\.ya?ml$/.test(cx.path) && rewritten(cx.path, cx.text, where.document, 'Ingress', next) !== undefined;
  cx.report({ at: span(old.at), say: old.say, args: old.say === 'field' ? { field: old.field } : {}, data: { document: where.document, kind: 'Ingress', removed: 0, next: editable ? next : '' } });
}

function report({ doc, node, apiVersion, kind, where, templated }: ResourceNode, cx: RuleFileContext): void {
  const api = removedApi(apiVersion, kind);
  const at = below(doc, node, 'apiVersion');
  if (!api || !at) return;
  const minor = minorVersion(cx.settings);
  const gone = minor >= api.removed;
  const next = api.next !== undefined && minor >= (api.since ?? 0) ? api.next : undefined;
  const editable = next !== undefined && !templated && where.path.length === 0 && /\.ya?ml$/.test(cx.path) && rewritten(cx.path, cx.text, where.document, kind, next) !== undefined;
  cx.report({
    at: span(at),
    say: `${gone ? 'removed' : 'leaving'}${api.next === undefined ? '-kind' : ''}`,
    severity: gone ? 'error' : 'warning',
    args: { api: apiVersion, kind, removed: `1.${api.removed}`, ...(api.next === undefined ? {} : { next: api.next }) },
    cause: `${apiVersion} ${kind}`,
    data: { document: where.document, kind, removed: api.removed, next: editable ? next : '' },
  });
}

function read(document: YamlDocument, cx: RuleFileContext): void {
  if (negotiated.test(cx.text)) return;
  for (const resource of resourcesOf(document)) {
    if (resource.kind === 'Ingress' && resource.apiVersion === 'networking.k8s.io/v1') reportField(resource, cx);
    else report(resource, cx);
  }
}

const needles = [...['v1beta1', 'v1beta2', 'v1beta3', 'v2alpha1', 'v1alpha1'].map((version) => ['apiVersion', version]), ['networking.k8s.io/v1', 'Ingress', 'paths']];

const rewrite: Fix = {
  key: 'rewrite-api',
  title: { en: 'Rewrite to the version that took its place', ko: '대체된 API 버전으로 다시 쓰기' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).next !== '',
  edits({ finding, text }) {
    const { document, kind, next } = finding.data as unknown as Data;
    const written = text(finding.file);
    return written === undefined ? undefined : rewritten(finding.file, written, document, kind, next);
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/removed-api',
    title: { en: 'Resource in a version of the API that Kubernetes removed', ko: 'Kubernetes에서 제거된 API 버전을 쓰는 리소스' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'upgrade'],
  },
  messages: {
    removed: {
      en: 'Clusters from Kubernetes {removed} on refuse this {kind}: `{api}` is gone, `{next}` took its place.',
      ko: 'Kubernetes {removed}에서 `{api}`이(가) 제거되어, 그 버전부터 클러스터가 이 {kind}을(를) 거부합니다. `{next}`을(를) 사용해야 합니다.',
    },
    leaving: {
      en: 'Kubernetes {removed} and newer refuse this {kind}: `{api}` is gone there, and `{next}` takes its place.',
      ko: 'Kubernetes {removed}에서 `{api}`이(가) 제거되므로, 그 버전으로 업그레이드하면 클러스터가 이 {kind}을(를) 거부합니다. `{next}`을(를) 사용해야 합니다.',
    },
    'removed-kind': {
      en: 'Clusters from Kubernetes {removed} on refuse this {kind}: `{api}` is gone, and so is the kind itself.',
      ko: 'Kubernetes {removed}에서 `{api}`와(과) {kind} 종류 자체가 제거되어, 그 버전부터 클러스터가 이 리소스를 거부합니다.',
    },
    'leaving-kind': {
      en: 'Kubernetes {removed} and newer refuse this {kind}: `{api}` is gone there, and so is the kind itself.',
      ko: 'Kubernetes {removed}에서 `{api}`와(과) {kind} 종류 자체가 제거되므로, 그 버전으로 업그레이드하면 클러스터가 이 리소스를 거부합니다.',
    },
    field: {
      en: 'Clusters refuse this Ingress: `{field}` belongs to `v1beta1`, `networking.k8s.io/v1` has `service.name` and `service.port` in its place.',
      ko: '`{field}`은(는) `v1beta1`의 필드라서 클러스터가 이 Ingress를 거부합니다. `networking.k8s.io/v1`에서는 `service.name`과 `service.port`를 사용합니다.',
    },
    'path-type': {
      en: 'Clusters refuse this Ingress: since `networking.k8s.io/v1` each path has to say its `pathType`.',
      ko: '`networking.k8s.io/v1`부터는 모든 경로에 `pathType`이 있어야 하므로 클러스터가 이 Ingress를 거부합니다.',
    },
  },
  matchers: onManifests(needles, read),
  clearing: [{
    fact: 'k8s.cluster-version', effect: 'warning',
    when: (fact, { data }) => (fact as Fact<'k8s.cluster-version'>).value.minor < (data as unknown as Data).removed,
    what: { en: 'a cluster of this workspace with an older version, which still has the API', ko: '아직 이 API를 제공하는, 작업 영역에 정의된 이전 버전의 클러스터' },
  }],
  fixes: [rewrite],
};
