import type { Range } from '../../base/text.js';

export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet' | 'Job' | 'CronJob' | 'Rollout' | 'DeploymentConfig';

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
}

/** Resource quantities that are set; CPU in millicores, memory in bytes. */
export interface Resources {
  readonly cpu?: Setting<number> | undefined;
  readonly memory?: Setting<number> | undefined;
}

/** `network`: a share that the pod names itself, without a claim. */
export type VolumeKind = 'persistentVolumeClaim' | 'network' | 'hostPath' | 'emptyDir' | 'configMap' | 'secret' | 'other' | 'unknown';

export interface VolumeMount {
  readonly path?: string | undefined;
  readonly readOnly: boolean;
  readonly volume: VolumeKind;
  /** Name of the claim behind the volume. */
  readonly claim?: string | undefined;
}

export type ProbeKind = 'http' | 'tcp' | 'grpc' | 'exec' | 'unknown';

export interface K8sContainer {
  readonly name?: string | undefined;
  /** `sidecar` is an init container that keeps running (`restartPolicy: Always`); it counts like an `app` container, `init` does not. */
  readonly role: 'app' | 'sidecar' | 'init';
  readonly image?: string | undefined;
  readonly requests: Resources;
  readonly limits: Resources;
  /** The manifest leaves requests and limits to something else: a template or an alias that cannot be followed. */
  readonly resourcesUnknown: boolean;
  readonly ports: readonly { readonly name?: string | undefined; readonly port?: number | undefined }[];
  readonly probes: { readonly liveness?: ProbeKind | undefined; readonly readiness?: ProbeKind | undefined; readonly startup?: ProbeKind | undefined };
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

export interface K8sWorkload extends K8sResource {
  readonly kind: WorkloadKind;
  readonly podLabels: Readonly<Record<string, string>>;
  /** The whole pair `replicas: n`; absent when the manifest leaves it out. */
  readonly replicas?: Setting<number> | undefined;
  readonly strategy?: string | undefined;
  readonly containers: readonly K8sContainer[];
  /** Claims of a StatefulSet. */
  readonly volumeClaimTemplates: number;
  /** A patch or another fragment that only makes sense on top of another file. */
  readonly partial: boolean;
}

export interface TargetRef {
  readonly kind?: string | undefined;
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
  readonly at: Range;
}

/** What an HPA and a KEDA ScaledObject have in common. */
export interface K8sScaler extends K8sResource {
  readonly target: TargetRef;
  readonly min?: Setting<number> | undefined;
  readonly max?: Setting<number> | undefined;
  /** As effective: an HPA without metrics looks at CPU utilization. */
  readonly metrics: readonly ScalingMetric[];
}

export interface K8sHpa extends K8sScaler {
  readonly behavior: boolean;
}

/** KEDA's ScaledObject, or a custom autoscaler of another kind that names a `scaleTargetRef`. */
export interface K8sScaledObject extends K8sScaler {
  readonly kind: string;
}

export interface K8sVpa extends K8sResource {
  readonly target: TargetRef;
  /** `Auto` when unset. */
  readonly updateMode: string;
}

export interface K8sService extends K8sResource {
  readonly selector: Readonly<Record<string, string>>;
  readonly type: string;
  readonly headless: boolean;
  readonly ports: readonly { readonly name?: string | undefined; readonly port?: number | undefined; readonly target?: string | undefined }[];
}

/** Requests that the namespace gives to containers which state none. */
export interface K8sLimitRange extends K8sResource {
  readonly cpu: boolean;
  readonly memory: boolean;
}

export interface Kustomization {
  /** Workspace paths of files and folders: resources, bases, components and patches. */
  readonly uses: readonly string[];
  /** The `resources` among them. */
  readonly resources: readonly string[];
  readonly namespace?: string | undefined;
  readonly images: readonly { readonly name: string; readonly newName?: string | undefined }[];
  /** Patches written in the file itself whose text speaks of requests; without a name they concern every workload. */
  readonly requestPatches: readonly { readonly name?: string | undefined }[];
  readonly replicas: readonly { readonly name: string; readonly count?: number | undefined; readonly at: Range }[];
}

/** An image that a build file of the workspace makes: Skaffold artifacts. Paths are workspace paths. */
export interface BuiltImage {
  readonly image: string;
  readonly context: string;
  readonly dockerfile?: string | undefined;
}

export interface ComposeService {
  readonly name: string;
  readonly image?: string | undefined;
  /** Workspace path of the build context; absent when the service is not built here. */
  readonly context?: string | undefined;
  readonly dockerfile?: string | undefined;
  /** Paths in the container where it mounts a named volume or a folder of the host for writing. */
  readonly mounts: readonly string[];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'k8s.workload': K8sWorkload;
    'k8s.hpa': K8sHpa;
    'k8s.scaled-object': K8sScaledObject;
    'k8s.vpa': K8sVpa;
    'k8s.service': K8sService;
    'k8s.limit-range': K8sLimitRange;
    'kustomize.kustomization': Kustomization;
    'image.built': BuiltImage;
    'compose.service': ComposeService;
  }
}
