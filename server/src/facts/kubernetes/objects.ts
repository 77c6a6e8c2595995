import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, items, pairOf, span } from '../../syntax/yaml/ask.js';
import { amount, commonOf, isOpen, known, nameSpan, rangeOf, resourcesOf, selectorOf, settingOf, textMap, type ResourceNode } from './document.js';
import { onJson } from './json.js';

function readBudget(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node, templated } = resource;
  const spec = below(doc, node, 'spec');
  cx.emit('k8s.disruption-budget', nameSpan(resource), {
    ...commonOf(cx, resource),
    selector: selectorOf(cx, doc, spec, templated),
    minAvailable: settingOf(cx, doc, spec, 'minAvailable', amount),
    maxUnavailable: settingOf(cx, doc, spec, 'maxUnavailable', amount),
    incomplete: isOpen(doc, spec, templated),
  });
}

function readClaim(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node } = resource;
  const spec = below(doc, node, 'spec');
  const modes = pairOf(doc, spec, 'accessModes');
  cx.emit('k8s.claim', nameSpan(resource), {
    ...commonOf(cx, resource),
    accessModes: items(doc, below(doc, spec, 'accessModes')).flatMap((mode) => known(mode) ?? []),
    modesAt: modes?.value ? rangeOf(cx, { start: modes.key.range[0], end: span(modes.value).end }) : undefined,
    storageClass: known(below(doc, spec, 'storageClassName')),
  });
}

/** Kinds that the facts of workloads, or nothing at all, read for their pods. */
const knownMakers = /^(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Rollout|DeploymentConfig|PodTemplate)$/;

/** `web=registry.example.com/shop:1.x, other`: the images, without their aliases. */
function imagesUpdated(list: string | undefined): readonly string[] | undefined {
  return list?.split(',').map((image) => image.trim().replace(/^[\w.-]+=/, '')).filter((image) => image !== '');
}

function readObject(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node, kind, apiVersion } = resource;
  const template = below(doc, node, 'spec', 'template') ?? below(doc, node, 'spec', 'podTemplate');
  const makes = below(doc, template, 'spec', 'containers') !== undefined && !knownMakers.test(kind);
  cx.emit('k8s.object', nameSpan(resource), {
    ...commonOf(cx, resource),
    kind,
    updatesImages: imagesUpdated(known(below(doc, node, 'metadata', 'annotations', 'argocd-image-updater.argoproj.io/image-list'))),
    pods: makes ? textMap(doc, below(doc, template, 'metadata', 'labels')) : kind === 'Pod' && apiVersion === 'v1' ? textMap(doc, below(doc, node, 'metadata', 'labels')) : undefined,
  });
}

function readDocument(document: YamlDocument, cx: FactFileContext): void {
  for (const resource of resourcesOf(document)) {
    readObject(cx, resource);
    if (resource.kind === 'PodDisruptionBudget' && resource.apiVersion.startsWith('policy/')) readBudget(cx, resource);
    if (resource.kind === 'PersistentVolumeClaim' && resource.apiVersion === 'v1') readClaim(cx, resource);
  }
}

const needles = [['apiVersion', 'kind']];

/** `k8s.object` for every resource, `k8s.disruption-budget` and `k8s.claim`. */
export const objectFacts: FactExtractor = {
  kinds: ['k8s.object', 'k8s.disruption-budget', 'k8s.claim'],
  matchers: [factMatcher({ language: 'yaml', needles, on: { document: readDocument } }), onJson(needles, readDocument)],
};
