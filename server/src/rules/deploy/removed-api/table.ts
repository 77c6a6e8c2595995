/** A version of an API that Kubernetes took out, and what took its place. */
export interface RemovedApi {
  /** Kinds that it held. */
  readonly kinds: readonly string[];
  /** Minor version of Kubernetes from which on it is gone. */
  readonly removed: number;
  /** The version to write; absent where the kind itself is gone. */
  readonly next?: string;
  /** Minor version of Kubernetes from which on that is there. */
  readonly since?: number;
}

/**
 * By version: kubernetes.io/docs/reference/using-api/deprecation-guide, as of November 2025, when 1.32 was the last
 * release with removals. Autoscalers have a rule of their own.
 */
const removals: Readonly<Record<string, readonly RemovedApi[]>> = {
  'extensions/v1beta1': [
    { kinds: ['Deployment', 'DaemonSet', 'ReplicaSet'], removed: 16, next: 'apps/v1', since: 9 },
    { kinds: ['NetworkPolicy'], removed: 16, next: 'networking.k8s.io/v1', since: 8 },
    { kinds: ['PodSecurityPolicy'], removed: 16 },
    { kinds: ['Ingress'], removed: 22, next: 'networking.k8s.io/v1', since: 19 },
  ],
  'apps/v1beta1': [{ kinds: ['Deployment', 'StatefulSet'], removed: 16, next: 'apps/v1', since: 9 }],
  'apps/v1beta2': [{ kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'], removed: 16, next: 'apps/v1', since: 9 }],
  'networking.k8s.io/v1beta1': [
    { kinds: ['Ingress', 'IngressClass'], removed: 22, next: 'networking.k8s.io/v1', since: 19 },
  ],
  'policy/v1beta1': [
    { kinds: ['PodDisruptionBudget'], removed: 25, next: 'policy/v1', since: 21 },
    { kinds: ['PodSecurityPolicy'], removed: 25 },
  ],
  'batch/v2alpha1': [{ kinds: ['CronJob'], removed: 21, next: 'batch/v1', since: 21 }],
  'batch/v1beta1': [{ kinds: ['CronJob'], removed: 25, next: 'batch/v1', since: 21 }],
  'admissionregistration.k8s.io/v1beta1': [
    { kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'], removed: 22, next: 'admissionregistration.k8s.io/v1', since: 16 },
  ],
  'apiextensions.k8s.io/v1beta1': [{ kinds: ['CustomResourceDefinition'], removed: 22, next: 'apiextensions.k8s.io/v1', since: 16 }],
  'apiregistration.k8s.io/v1beta1': [{ kinds: ['APIService'], removed: 22, next: 'apiregistration.k8s.io/v1', since: 10 }],
  'certificates.k8s.io/v1beta1': [{ kinds: ['CertificateSigningRequest'], removed: 22, next: 'certificates.k8s.io/v1', since: 19 }],
  'coordination.k8s.io/v1beta1': [{ kinds: ['Lease'], removed: 22, next: 'coordination.k8s.io/v1', since: 14 }],
  'rbac.authorization.k8s.io/v1alpha1': [
    { kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'], removed: 22, next: 'rbac.authorization.k8s.io/v1', since: 8 },
  ],
  'rbac.authorization.k8s.io/v1beta1': [
    { kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'], removed: 22, next: 'rbac.authorization.k8s.io/v1', since: 8 },
  ],
  'scheduling.k8s.io/v1beta1': [{ kinds: ['PriorityClass'], removed: 22, next: 'scheduling.k8s.io/v1', since: 14 }],
  'storage.k8s.io/v1beta1': [
    { kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'], removed: 22, next: 'storage.k8s.io/v1', since: 19 },
    { kinds: ['CSIStorageCapacity'], removed: 27, next: 'storage.k8s.io/v1', since: 24 },
  ],
  'discovery.k8s.io/v1beta1': [{ kinds: ['EndpointSlice'], removed: 25, next: 'discovery.k8s.io/v1', since: 21 }],
  'events.k8s.io/v1beta1': [{ kinds: ['Event'], removed: 25, next: 'events.k8s.io/v1', since: 19 }],
  'node.k8s.io/v1beta1': [{ kinds: ['RuntimeClass'], removed: 25, next: 'node.k8s.io/v1', since: 20 }],
  'flowcontrol.apiserver.k8s.io/v1beta1': [{ kinds: ['FlowSchema', 'PriorityLevelConfiguration'], removed: 26, next: 'flowcontrol.apiserver.k8s.io/v1', since: 29 }],
  'flowcontrol.apiserver.k8s.io/v1beta2': [{ kinds: ['FlowSchema', 'PriorityLevelConfiguration'], removed: 29, next: 'flowcontrol.apiserver.k8s.io/v1', since: 29 }],
  'flowcontrol.apiserver.k8s.io/v1beta3': [{ kinds: ['FlowSchema', 'PriorityLevelConfiguration'], removed: 32, next: 'flowcontrol.apiserver.k8s.io/v1', since: 29 }],
};

export function removedApi(apiVersion: string, kind: string): RemovedApi | undefined {
  return Object.hasOwn(removals, apiVersion) ? removals[apiVersion]?.find(({ kinds }) => kinds.includes(kind)) : undefined;
}
