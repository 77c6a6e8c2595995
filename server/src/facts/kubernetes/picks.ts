import { dirname } from '../../base/paths.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { FactIndex } from '../fact-index.js';
import { labelKeys, objectsByPart, workloadsByLabel } from './indexes.js';
import type { K8sResource, LabelSelector } from './kinds.js';
import { picksLabels } from './selector.js';
import { isPatched, patchesOf, relateReads, uses, appliedTogether, type WorkloadFact } from './relate.js';

/** What the functions of this file look at. */
export const picksReads = [...relateReads, 'k8s.object'] as const satisfies readonly FactKind[];

/** A resource with a selector or a name to look for. */
type Resource = { readonly file: string; readonly value: K8sResource };

/** Labels that controllers give to pods by themselves, so that no manifest shows them. */
const given = /^(?:statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|(?:batch\.kubernetes\.io\/)?(?:job-name|controller-uid)|(?:rollouts-)?pod-template-hash|controller-revision-hash|deploymentconfig|deployment|leaderworkerset\.sigs\.k8s\.io\/.*)$/;

/** Groups of the cluster itself and of tools whose objects make no pods and no Services. */
const quietGroups = /^(?:v1$|(?:apps|extensions|batch|autoscaling|policy|(?:[\w-]+\.)+k8s\.io|[\w.-]+\.istio\.io|cert-manager\.io|acme\.cert-manager\.io|monitoring\.coreos\.com|keda\.sh|external-secrets\.io|bitnami\.com|traefik\.(?:io|containo\.us)|projectcontour\.io|k8s\.nginx\.org|appprotect\.f5\.com|cloud\.google\.com|networking\.gke\.io|elbv2\.k8s\.aws|route\.openshift\.io|apps\.openshift\.io|image\.openshift\.io|build\.openshift\.io|kyverno\.io|cilium\.io|crd\.projectcalico\.org|projectcalico\.org|kustomize\.config\.k8s\.io|serving\.knative\.dev|linkerd\.io|policy\.linkerd\.io|getambassador\.io|configuration\.konghq\.com|secrets-store\.csi\.x-k8s\.io|goldilocks\.fairwinds\.com)\/)/;
/** Kinds of these groups that install other things all the same. */
const loudKinds = /^(?:monitoring\.coreos\.com\/\S+ (?:Prometheus|PrometheusAgent|Alertmanager|ThanosRuler)|gateway\.networking\.k8s\.io\/\S+ Gateway)$/;

const loud = 'loud';
/** Objects that may bring pods and Services which nothing here shows. */
const loudObjects = new FactIndex('k8s.object', ({ value }) => (value.templated || !quietGroups.test(value.apiVersion) || loudKinds.test(`${value.apiVersion} ${value.kind}`) ? [loud] : []));

function kustomizationsOf(model: Model, file: string): readonly Fact<'kustomize.kustomization'>[] {
  return model.facts('kustomize.kustomization').filter((each) => dirname(each.file) === dirname(file) || uses(model, each, file));
}

/** Whether pods or Services may be there that no plain manifest of the workspace shows, beside those that are applied together with a file: made by operators, charts and remote bases. */
export function mayBringMore(model: Model, file: string): boolean {
  if (kustomizationsOf(model, file).some(({ value }) => value.open)) return true;
  return loudObjects.get(model, loud).some(({ file: other }) => appliedTogether(model, file, other));
}

function namespaceOf(model: Model, { file, value }: Resource): string | undefined {
  return model.facts('kustomize.kustomization').find((each) => each.value.namespace !== undefined && uses(model, each, file))?.value.namespace ?? value.namespace;
}

export function sameNamespace(model: Model, a: Resource, b: Resource): boolean {
  const [left, right] = [namespaceOf(model, a), namespaceOf(model, b)];
  return left === undefined || right === undefined || left === right;
}

/** A selector without the labels that controllers give. */
function wantedOf({ labels, expressions }: LabelSelector): Pick<LabelSelector, 'labels' | 'expressions'> {
  return { labels: Object.fromEntries(Object.entries(labels).filter(([key]) => !given.test(key))), expressions: expressions.filter(({ key }) => !given.test(key)) };
}

/** Labels of a workload's pods with those that patches and kustomizations add. */
function labelsOf(model: Model, workload: WorkloadFact): Readonly<Record<string, string>> {
  const added = model.facts('kustomize.kustomization').filter((each) => Object.keys(each.value.podLabels).length > 0 && uses(model, each, workload.file)).map(({ value }) => value.podLabels);
  return Object.assign({}, workload.value.podLabels, ...patchesOf(model, workload).map(({ value }) => value.podLabels), ...added) as Record<string, string>;
}

function labelsOpen(model: Model, workload: WorkloadFact): boolean {
  return workload.value.podLabelsOpen || isPatched(model, workload, workload.value.kind, (path) => path.startsWith('spec.template.metadata.labels'), 'changes');
}

/** Workloads whose pods a selector picks, or may pick as far as is known. */
export function pickedWorkloads(model: Model, resource: Resource, selector: LabelSelector): readonly WorkloadFact[] {
  const wanted = wantedOf(selector);
  const plainly = ({ value }: WorkloadFact): boolean => picksLabels(wanted, value.podLabels, false);
  const maybe = (workload: WorkloadFact): boolean => picksLabels(wanted, labelsOf(model, workload), labelsOpen(model, workload) && appliedTogether(model, resource.file, workload.file));
  const around = (workload: WorkloadFact): boolean => sameNamespace(model, resource, workload);
  const [label] = labelKeys(wanted.labels);
  const plain = (label === undefined ? model.facts('k8s.workload') : workloadsByLabel.get(model, label)).filter((workload) => plainly(workload) && around(workload));
  return plain.length > 0 ? plain : model.facts('k8s.workload').filter((workload) => maybe(workload) && around(workload));
}

/** What is applied together with a selector that picks no pods, for a person to compare. */
export interface PicksNothing {
  /** The workload that was probably meant: it bears the name, or some of the labels. */
  readonly meant: WorkloadFact | undefined;
}

/** Whether a selector picks no pods, as far as the workspace can tell: something that it could pick is applied together with it, and nothing else brings pods. */
export function picksNothing(model: Model, resource: Resource, selector: LabelSelector): PicksNothing | undefined {
  const wanted = wantedOf(selector);
  const [labels, positive] = [Object.entries(wanted.labels), wanted.expressions.filter(({ operator }) => operator === 'In' || operator === 'Exists')];
  if (selector.open || labels.length + positive.length === 0 || pickedWorkloads(model, resource, selector).length > 0) return undefined;
  const pods = objectsByPart.get(model, 'pods');
  if (pods.some((pod) => sameNamespace(model, resource, pod) && pod.value.pods && picksLabels(wanted, pod.value.pods, false))) return undefined;
  const beside = model.facts('k8s.workload').filter(({ file, value }) => !['Job', 'CronJob', 'Service'].includes(value.kind) && Object.keys(value.podLabels).length > 0 && appliedTogether(model, resource.file, file));
  const alone = pods.some(({ file, value }) => Object.keys(value.pods ?? {}).length > 0 && appliedTogether(model, resource.file, file));
  if ((beside.length === 0 && !alone) || mayBringMore(model, resource.file)) return undefined;
  const near = beside.filter((workload) => workload.value.name === resource.value.name || labels.some(([key, label]) => workload.value.podLabels[key] === label));
  const named = near.filter(({ value }) => value.name === resource.value.name);
  return { meant: named.find(({ file }) => file === resource.file) ?? named[0] ?? (near.length === 1 ? near[0] : undefined) };
}
