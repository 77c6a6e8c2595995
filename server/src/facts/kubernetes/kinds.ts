import type { Range } from '../../base/text.js';
import type { DrainTime } from '../drain-time.js';

/** `Service` is Knative's, which makes pods by itself and has an autoscaler of its own. */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet' | 'ReplicationController' | 'Job' | 'CronJob' | 'Rollout' | 'DeploymentConfig' | 'Service';

/** Where a resource stands in its file, so that an edit can find it again: document of the stream and path inside it. */
export interface ResourcePlace {
  readonly document: number;
  readonly path: readonly (string | number)[];
}

/** What every resource has. Texts that a template or a parameter fills in are `undefined`. */
export interface K8sResource {
  readonly apiVersion: string;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly where: ResourcePlace;
  /** The word after `kind:`. */
  readonly kindAt: Range;
  /** A Helm template: what is absent may come from a value, so absence proves nothing. */
  readonly templated: boolean;
}

/** A value that is set: `undefined` where it stands for something only known at deployment. */
export interface Setting<T> {
  readonly value?: T | undefined;
  readonly at: Range;
  /** A condition of a template decides whether it is there. */
  readonly chosen?: true;
}

/** Resource quantities that are set; CPU in millicores, memory in bytes. */
export interface Resources {
  readonly cpu?: Setting<number> | undefined;
  readonly memory?: Setting<number> | undefined;
}

/** `network`: a share that the pod names itself, without a claim. */
export type VolumeKind = 'persistentVolumeClaim' | 'network' | 'hostPath' | 'emptyDir' | 'configMap' | 'secret' | 'other' | 'unknown';

export interface VolumeMount {
  /** Name of the volume. */
  readonly name?: string | undefined;
  readonly path?: string | undefined;
  readonly readOnly: boolean;
  readonly volume: VolumeKind;
  /** Name of the claim behind the volume. */
  readonly claim?: string | undefined;
}

export type ProbeKind = 'http' | 'tcp' | 'grpc' | 'exec' | 'unknown';

/** A probe. `same` is one value for probes that ask the same thing in the same way. */
export interface Probe {
  readonly kind: ProbeKind;
  /** Number or name of the port that is asked; absent for commands, and where only the deployment knows. */
  readonly port?: string | undefined;
  readonly path?: string | undefined;
  readonly same: string;
  /** Seconds before the first question, and between two; Kubernetes' own where it says nothing, absent where only the deployment knows. */
  readonly delay?: number | undefined;
  readonly period?: number | undefined;
  readonly failures?: number | undefined;
  /** The word `livenessProbe` and the like. */
  readonly at: Range;
}

/** The user that processes start as; what is not set is left to the image. */
export interface RunsAs {
  readonly user?: Setting<number> | undefined;
  readonly nonRoot?: Setting<boolean> | undefined;
}

export interface ContainerPort {
  readonly name?: string | undefined;
  /** TCP when it is left out. */
  readonly protocol?: string;
  readonly port?: number | undefined;
  readonly hostPort?: Setting<number> | undefined;
}

export interface K8sContainer {
  readonly name?: string | undefined;
  /** `sidecar` is an init container that keeps running (`restartPolicy: Always`); it counts like an `app` container, `init` does not. */
  readonly role: 'app' | 'sidecar' | 'init';
  /** As far as it stands in the file: see {@link writtenImage}. */
  readonly image?: string | undefined;
  /** The whole reference as it stands in the file, tag and digest included, with parameters as they are written. */
  readonly reference?: Setting<string> | undefined;
  readonly pullPolicy?: string | undefined;
  readonly requests: Resources;
  readonly limits: Resources;
  /** The manifest leaves requests and limits to something else: a template or an alias that cannot be followed. */
  readonly resourcesUnknown: boolean;
  /** The same for all other keys: a merge key or a template may bring what is not written here. */
  readonly incomplete: boolean;
  readonly ports: readonly ContainerPort[];
  readonly probes: { readonly liveness?: Probe | undefined; readonly readiness?: Probe | undefined; readonly startup?: Probe | undefined };
  /** The word `preStop`. */
  readonly preStop?: Range | undefined;
  /** Seconds that `preStop` waits before the process gets SIGTERM; absent where it does something else. */
  readonly preStopSeconds?: number | undefined;
  /** Seconds that an option of the command leaves requests to end after SIGTERM. */
  readonly drain?: DrainTime | undefined;
  readonly runsAs: RunsAs;
  /** Seconds that the liveness probe leaves a starting container before it is restarted; absent without the probe, or where only the deployment knows. */
  readonly livenessAllows?: number | undefined;
  readonly mounts: readonly VolumeMount[];
  /** Names only: values may be secrets. */
  readonly env: readonly string[];
  /** Words of `command` and `args` that begin with a dash, without their values. */
  readonly flags: readonly string[];
  /** The container's name, or its first token. */
  readonly at: Range;
}

/** A volume of a pod. */
export interface PodVolume {
  readonly name?: string | undefined;
  readonly kind: VolumeKind;
  /** Name of the claim behind the volume. */
  readonly claim?: string | undefined;
  /** Folder or file of the node, for `hostPath`. */
  readonly path?: string | undefined;
  /** Mounted without `readOnly: true` in the volume itself; mounts may still be read-only. */
  readonly readOnly: boolean;
  /** What tells: the name of the claim, the path on the node, or else the name of the volume. */
  readonly at: Range;
  /** A condition of a template decides whether it is there. */
  readonly chosen?: true;
}

/** A label that a node must have. */
export interface NodeLabel {
  readonly key: string;
  readonly from: 'selector' | 'affinity';
  /** The values, one of which the node must have; absent where only the deployment knows. */
  readonly values?: readonly string[] | undefined;
  readonly at: Range;
  /** A condition of a template decides whether it is there. */
  readonly chosen?: true;
}

/** What a workload says of its pods beside their containers. */
export interface K8sPod {
  readonly hostNetwork?: Setting<boolean> | undefined;
  readonly nodeName?: Setting<string> | undefined;
  /** Labels of `nodeSelector` and of required node affinity. */
  readonly nodeLabels: readonly NodeLabel[];
  /** Whether anything asks that these very pods stand apart: pod anti-affinity or topology spread constraints. */
  readonly spread: boolean;
  /** Seconds between SIGTERM and SIGKILL. */
  readonly gracePeriod?: Setting<number> | undefined;
  readonly runsAs: RunsAs;
  readonly volumes: readonly PodVolume[];
  /** Companions that an admission webhook adds because labels or annotations of the pods ask for it, and those they refuse. */
  readonly injected: readonly string[];
  readonly refused: readonly string[];
  /** A merge key or a template may bring what is not written here. */
  readonly incomplete: boolean;
}

/** How the old pods give way to new ones; numbers as written, for example `25%`. */
export interface UpdateStrategy {
  readonly type?: Setting<string> | undefined;
  readonly maxUnavailable?: Setting<string> | undefined;
  readonly maxSurge?: Setting<string> | undefined;
}

/** A requirement of `matchExpressions`. */
export interface LabelExpression {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/** What picks pods by their labels. */
export interface LabelSelector {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly LabelExpression[];
  /** Parameters and templates also decide, so that labels and expressions alone prove nothing. */
  readonly open: boolean;
  readonly at: Range;
}

export interface K8sWorkload extends K8sResource {
  readonly kind: WorkloadKind;
  readonly podLabels: Readonly<Record<string, string>>;
  /** Labels of the pods that a parameter or a template fills in are missing from `podLabels`. */
  readonly podLabelsOpen: boolean;
  readonly selector?: LabelSelector | undefined;
  readonly pod: K8sPod;
  /** The whole pair `replicas: n`; absent when the manifest leaves it out. */
  readonly replicas?: Setting<number> | undefined;
  readonly strategy: UpdateStrategy;
  readonly containers: readonly K8sContainer[];
  /** Claims of a StatefulSet. */
  readonly volumeClaimTemplates: number;
  /** A tool writes the versions of the images, going by a mark or an annotation in the manifest: Flux, Keel, triggers of OpenShift. */
  readonly imagesWritten: boolean;
  /** A patch or another fragment that only makes sense on top of another file. */
  readonly partial: boolean;
}

export interface TargetRef {
  /** '' when it is left out. */
  readonly apiVersion?: string | undefined;
  readonly kind?: string | undefined;
  /** The word after `kind:`; absent when the kind is left out. */
  readonly kindAt?: Range | undefined;
  readonly name?: string | undefined;
  readonly at: Range;
}

export interface ScalingMetric {
  /** Metric type of autoscaling/v2 or trigger type of KEDA. */
  readonly type: string;
  /** `cpu`, `memory` or the name of another metric. */
  readonly name?: string | undefined;
  /** The one container a `ContainerResource` metric looks at. */
  readonly container?: string | undefined;
  /** Only `Utilization` is a percentage of the request. */
  readonly target?: 'Utilization' | 'AverageValue' | 'Value' | undefined;
  readonly value?: number | undefined;
  /** The amount of another target as it is written, for example `100` or `500m`. */
  readonly quantity?: string | undefined;
  /** What is written; an HPA without metrics has one that is not. */
  readonly given: boolean;
  readonly at: Range;
}

export interface ScalingPolicy {
  /** `Pods` or `Percent`. */
  readonly type?: string | undefined;
  readonly value?: number | undefined;
  readonly seconds?: number | undefined;
}

/** One direction of `behavior`; what it leaves out is left to the controller. */
export interface ScalingRules {
  readonly window?: Setting<number> | undefined;
  readonly select?: string | undefined;
  readonly policies: readonly ScalingPolicy[];
  readonly tolerance?: Setting<string> | undefined;
}

export interface ScalingBehavior {
  readonly up?: ScalingRules | undefined;
  readonly down?: ScalingRules | undefined;
}

/** What an HPA and a KEDA ScaledObject have in common. */
export interface K8sScaler extends K8sResource {
  readonly target: TargetRef;
  readonly min?: Setting<number> | undefined;
  readonly max?: Setting<number> | undefined;
  /** As effective: an HPA without metrics looks at CPU utilization. */
  readonly metrics: readonly ScalingMetric[];
  readonly behavior?: ScalingBehavior | undefined;
  /** A merge key or a template may bring what is not written here. */
  readonly incomplete: boolean;
}

export type K8sHpa = K8sScaler;

/** KEDA's ScaledObject, or a custom autoscaler of another kind that names a `scaleTargetRef`. */
export interface K8sScaledObject extends K8sScaler {
  readonly kind: string;
  /** The name of the HPA that KEDA makes or, where it may, takes over. */
  readonly hpaName?: string | undefined;
  readonly takesOver: boolean;
}

/** What a vertical autoscaler does to one container, or to all that no other policy names. */
export interface ResizePolicy {
  /** `*` stands for all. */
  readonly container?: string | undefined;
  readonly off: boolean;
  /** `cpu` and `memory` unless it says otherwise. */
  readonly resources: readonly string[];
}

export interface K8sVpa extends K8sResource {
  readonly target: TargetRef;
  /** `Auto` when unset. */
  readonly updateMode: string;
  /** The whole pair `updateMode: …`. */
  readonly modeAt?: Range | undefined;
  readonly policies: readonly ResizePolicy[];
}

export interface K8sService extends K8sResource {
  readonly selector: Readonly<Record<string, string>>;
  /** The pair `selector:`; absent when the Service has none. */
  readonly picks?: LabelSelector | undefined;
  readonly type: string;
  readonly headless: boolean;
  /** `ClientIP` or `None`, with the place of the whole pair. */
  readonly sessionAffinity?: Setting<string> | undefined;
  /** GKE's BackendConfigs that its load balancers follow. */
  readonly backendConfigs: readonly string[];
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly name?: string | undefined;
  readonly port?: number | undefined;
  /** Number or name of the port of the pods; absent when it is that of the Service, or only known at deployment. */
  readonly target?: string | undefined;
  /** The target, or else the port. */
  readonly at: Range;
}

/** How many pods may be taken away at once on purpose. */
export interface K8sDisruptionBudget extends K8sResource {
  readonly selector?: LabelSelector | undefined;
  /** Numbers as written, for example `1` or `50%`. */
  readonly minAvailable?: Setting<string> | undefined;
  readonly maxUnavailable?: Setting<string> | undefined;
  /** A template may bring what is not written here. */
  readonly incomplete: boolean;
}

/** A PersistentVolumeClaim, or a claim template of a StatefulSet. */
export interface K8sClaim extends K8sResource {
  readonly accessModes: readonly string[];
  readonly modesAt?: Range | undefined;
  readonly storageClass?: string | undefined;
}

/** Where requests are sent: a Service by name. */
export interface Backend {
  readonly service?: string | undefined;
  readonly namespace?: string | undefined;
  /** Number or name. */
  readonly port?: string | undefined;
  readonly portAt?: Range | undefined;
  readonly at: Range;
}

/** Ingress, Gateway API route, OpenShift Route or Istio VirtualService. */
export interface K8sRoute extends K8sResource {
  readonly kind: string;
  readonly backends: readonly Backend[];
}

/** Any resource at all, for what only asks whether something of that name exists. */
export interface K8sObject extends K8sResource {
  readonly kind: string;
  /** Labels of the pods that a kind nobody here knows makes; absent when it shows no pod template. */
  readonly pods?: Readonly<Record<string, string>> | undefined;
  /** Images whose versions Argo CD's updater writes. */
  readonly updatesImages?: readonly string[] | undefined;
}

/** Requests that the namespace gives to containers which state none. */
export interface K8sLimitRange extends K8sResource {
  readonly cpu: boolean;
  readonly memory: boolean;
}

/** What a patch of a kustomization sets, and on what. */
export interface KustomizePatch {
  /** Kind and name, each a pattern; what is left out is any. */
  readonly target: { readonly kind?: string | undefined; readonly name?: string | undefined };
  /** Paths of the keys it sets, without the places in lists; empty for a patch in a file of its own. */
  readonly paths: readonly string[];
  /** Paths of the keys that a JSON patch takes away. */
  readonly removed: readonly string[];
  /** Number of replicas that it sets. */
  readonly replicas?: number | undefined;
  /** Workspace path of the file it stands in. */
  readonly file?: string;
  /** Where the kustomization writes or names it. */
  readonly at: Range;
}

/** How many replicas a kustomization runs of a workload. */
export interface ReplicaCount {
  readonly name: string;
  readonly count?: number | undefined;
  readonly at: Range;
}

export interface Kustomization {
  /** Workspace paths of files and folders: resources, bases, components and patches. */
  readonly uses: readonly string[];
  /** The `resources` among them. */
  readonly resources: readonly string[];
  readonly namespace?: string | undefined;
  readonly prefix: string;
  readonly suffix: string;
  /** It brings in what is not in the workspace: remote resources, charts, generators. */
  readonly open: boolean;
  /** Labels that it gives to pods. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** `pinned`: it sets a tag or a digest. */
  readonly images: readonly { readonly name: string; readonly newName?: string | undefined; readonly pinned: boolean }[];
  readonly patches: readonly KustomizePatch[];
  readonly replicas: readonly ReplicaCount[];
}

/** An image that a build file of the workspace makes: Skaffold artifacts. Paths are workspace paths. */
export interface BuiltImage {
  readonly image: string;
  readonly context: string;
  readonly dockerfile?: string | undefined;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'k8s.workload': K8sWorkload;
    'k8s.hpa': K8sHpa;
    'k8s.scaled-object': K8sScaledObject;
    'k8s.vpa': K8sVpa;
    'k8s.service': K8sService;
    'k8s.limit-range': K8sLimitRange;
    'k8s.disruption-budget': K8sDisruptionBudget;
    'k8s.claim': K8sClaim;
    'k8s.route': K8sRoute;
    'k8s.object': K8sObject;
    'kustomize.kustomization': Kustomization;
    'kustomize.json-patch': Pick<KustomizePatch, 'paths' | 'removed' | 'replicas'>;
    'image.built': BuiltImage;
  }
}
