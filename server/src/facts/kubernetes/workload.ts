import type { Document } from 'yaml';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, entries, items, type YamlNode } from '../../syntax/yaml/ask.js';
import { containersOf } from './container.js';
import { commonOf, integer, isOpen, known, nameSpan, resourcesOf, selectorOf, settingOf, textMap, type ResourceNode } from './document.js';
import { onJson } from './json.js';
import type { WorkloadKind } from './kinds.js';
import { podOf, strategyOf } from './pod.js';

/** Kinds with the API groups in which the name means what it says; the same word in another group is someone's custom resource. */
const groups: Readonly<Record<WorkloadKind, RegExp>> = {
  Deployment: /^(?:apps|extensions)\//,
  StatefulSet: /^apps\//,
  DaemonSet: /^(?:apps|extensions)\//,
  ReplicaSet: /^(?:apps|extensions)\//,
  ReplicationController: /^v1$/,
  Job: /^batch\//,
  CronJob: /^batch\//,
  Rollout: /^argoproj\.io\//,
  DeploymentConfig: /^(?:apps\.openshift\.io\/|v1$)/,
  Service: /^serving\.knative\.dev\//,
};

function workloadKind({ kind, apiVersion }: ResourceNode): WorkloadKind | undefined {
  return Object.hasOwn(groups, kind) && groups[kind as WorkloadKind].test(apiVersion) ? (kind as WorkloadKind) : undefined;
}

function readWorkload(cx: FactFileContext, resource: ResourceNode): void {
  const kind = workloadKind(resource);
  if (!kind) return;
  const { doc, node, templated } = resource;
  const template = kind === 'CronJob' ? below(doc, node, 'spec', 'jobTemplate', 'spec', 'template') : below(doc, node, 'spec', 'template');
  const claims = items(doc, below(doc, node, 'spec', 'volumeClaimTemplates'));
  const claimNames = claims.flatMap((claim) => known(below(doc, claim, 'metadata', 'name')) ?? []);
  const [spec, podSpec, labels] = [below(doc, node, 'spec'), below(doc, template, 'spec'), below(doc, template, 'metadata', 'labels')];
  const pod = podOf(cx, doc, template, known(below(doc, node, 'metadata', 'namespace')), templated);
  const podLabels = textMap(doc, labels);
  cx.emit('k8s.workload', nameSpan(resource), {
    ...commonOf(cx, resource),
    kind,
    podLabels,
    podLabelsOpen: isOpen(doc, labels, templated) || Object.keys(podLabels).length < entries(doc, labels).length,
    selector: selectorOf(cx, doc, spec, templated),
    pod,
    replicas: settingOf(cx, doc, spec, 'replicas', integer),
    strategy: strategyOf(cx, doc, spec),
    containers: containersOf(cx, doc, podSpec, templated, pod.volumes, claimNames),
    volumeClaimTemplates: claims.length,
    imagesWritten: areImagesWritten(doc, node, podSpec),
    partial: isPartial(kind, doc, node, template),
  });
}

const updaters = /^(?:keel\.sh\/policy|image\.openshift\.io\/triggers|fluxcd\.io\/automated|flux\.weave\.works\/automated)$/;

/** Flux marks the line it writes with a comment; Keel and OpenShift go by annotations and triggers. */
function areImagesWritten(doc: Document.Parsed, node: YamlNode, podSpec: YamlNode | undefined): boolean {
  const annotated = entries(doc, below(doc, node, 'metadata', 'annotations')).some(({ key }) => updaters.test(key));
  const triggered = items(doc, below(doc, node, 'spec', 'triggers')).some((trigger) => known(below(doc, trigger, 'type')) === 'ImageChange');
  return annotated || triggered || items(doc, below(doc, podSpec, 'containers')).some((container) => below(doc, container, 'image')?.comment?.includes('$imagepolicy'));
}

/**
 * Patches repeat the kind and the name and little else. A whole workload names its containers with their images and
 * says which pods are its own.
 */
function isPartial(kind: WorkloadKind, doc: Document.Parsed, node: YamlNode, template: YamlNode | undefined): boolean {
  const listed = items(doc, below(doc, template, 'spec', 'containers'));
  if (listed.length === 0) return true;
  // A DeploymentConfig may take its image from a trigger.
  if (kind === 'DeploymentConfig') return false;
  if (listed.some((container) => !below(doc, container, 'image'))) return true;
  // Jobs and Knative make their own selectors.
  return kind !== 'Job' && kind !== 'CronJob' && kind !== 'Service' && !below(doc, node, 'spec', 'selector') && !below(doc, template, 'metadata', 'labels');
}

function readDocument(document: YamlDocument, cx: FactFileContext): void {
  for (const resource of resourcesOf(document)) readWorkload(cx, resource);
}

const needles = Object.keys(groups).map((kind) => ['kind', kind]);

/** `k8s.workload`: everything that makes pods. */
export const workloadFacts: FactExtractor = {
  kinds: ['k8s.workload'],
  matchers: [factMatcher({ language: 'yaml', needles, on: { document: readDocument } }), onJson(needles, readDocument)],
};
