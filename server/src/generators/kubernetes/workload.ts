import { join } from '../../base/paths.js';
import { roomFor } from '../../facts/database/demand.js';
import { behaviorData, blockerLines, boundsData, metricsData } from '../hpa-object.js';
import { comments as hpaWords } from '../hpa-words.js';
import { below, ChartOnly, knob, noted, type DataMap } from '../manifest-data.js';
import { metadataOf, nameOf, selectorOf, type Manifest } from './objects.js';
import { folderFor, type Plan } from './plan.js';
import { portName, servingPod } from './pod.js';
import { comments } from './words.js';

export function deployment(plan: Plan): Manifest {
  const { say, web } = plan;
  const replicas = new ChartOnly(['{{- if not .Values.autoscaling.enabled }}', 'replicas: {{ .Values.replicaCount }}', '{{- end }}'], [{ path: 'replicaCount', value: 2 }]);
  const annotations = new ChartOnly(['{{- with .Values.podAnnotations }}', 'annotations:', `  {{- toYaml . | ${below} }}`, '{{- end }}'], [{ path: 'podAnnotations', value: {}, open: true }]);
  const spread = [noted({ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: selectorOf(plan) } }, say(comments.spread))];
  const object: DataMap = {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: metadataOf(plan),
    spec: {
      replicas,
      strategy: noted({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }, say(web ? comments.replicas : comments.replicasKeda), say(comments.rollout)),
      selector: { matchLabels: selectorOf(plan) },
      template: { metadata: { annotations, labels: selectorOf(plan) }, spec: servingPod(plan, spread) },
    },
  };
  return { file: 'deployment', head: [say(comments.head)], objects: [object] };
}

export function service(plan: Plan): Manifest {
  return {
    file: 'service', head: [plan.say(comments.service)],
    objects: [{ apiVersion: 'v1', kind: 'Service', metadata: metadataOf(plan), spec: { selector: selectorOf(plan), ports: [{ name: portName, port: 80, targetPort: portName }] } }],
  };
}

export function autoscaler(plan: Plan): Manifest {
  const { say, blockers, model, code } = plan;
  return {
    file: 'hpa', head: [say(hpaWords.head, { kind: 'Deployment', name: plan.name }), ...blockerLines(say, blockers)],
    when: { path: 'autoscaling.enabled', about: [] },
    objects: [{
      apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: metadataOf(plan),
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: nameOf(plan) }, ...boundsData(say, 1, roomFor(model, { file: join(folderFor(plan, 'k8s'), 'deployment.yaml') ?? '', code })), metrics: metricsData(say), behavior: behaviorData(say) },
    }],
  };
}

export function budget(plan: Plan): Manifest {
  return {
    file: 'pdb', head: [plan.say(comments.budget)],
    objects: [{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: metadataOf(plan), spec: { maxUnavailable: 1, selector: { matchLabels: selectorOf(plan) } } }],
  };
}

export function account(plan: Plan): Manifest {
  return {
    file: 'serviceaccount', head: [plan.say(comments.account)],
    objects: [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadataOf(plan), automountServiceAccountToken: false }],
  };
}

/** Only its own port may be reached. */
export function network(plan: Plan): Manifest {
  return {
    file: 'networkpolicy', head: [plan.say(comments.network)],
    objects: [{
      apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: metadataOf(plan),
      spec: { podSelector: { matchLabels: selectorOf(plan) }, policyTypes: ['Ingress'], ingress: plan.web ? [{ ports: [{ protocol: 'TCP', port: portName }] }] : [] },
    }],
  };
}

export function claims(plan: Plan): Manifest | undefined {
  const { folders, say } = plan;
  if (folders.claims.length === 0) return undefined;
  return {
    file: 'pvc', head: [say(comments.claim)],
    objects: folders.claims.map(({ name }) => ({
      apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: metadataOf(plan, name),
      spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: noted(knob(`storage.${name.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase())}.size`, '10Gi', [say(comments.claimSize)]), say(comments.claimSize)) } } },
    })),
  };
}
