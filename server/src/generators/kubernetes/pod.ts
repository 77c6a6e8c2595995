import { basename } from '../../base/paths.js';
import type {} from '../../facts/java/start-work.js';
import { isInJoin } from '../../facts/join.js';
import { behind, below, ChartOnly, Held, knob, noted, type Data, type DataMap } from '../manifest-data.js';
import { placeholderRequest } from '../hpa.js';
import type { Ask } from '../probes.js';
import { configMap } from './config.js';
import { nameOf } from './objects.js';
import { userHost, type Plan } from './plan.js';
import { neededSecrets } from './settings.js';
import { comments } from './words.js';

/** Name of the port for requests. */
export const portName = 'http';
/** Seconds that load balancers and proxies take to learn that a pod goes. */
const wait = 10;
const spare = 10;

function imageData({ image, say }: Plan): Data {
  const value = new Held(`${image.repository}:${image.tag}`, 'printf "%s:%s" (toString .Values.image.repository) (toString .Values.image.tag)', [
    { path: 'image.repository', value: image.repository, about: [say(image.versioned ? comments.image : comments.imageVersion)] }, { path: 'image.tag', value: image.tag },
  ]);
  return noted(value, say(image.versioned ? comments.image : comments.imageVersion));
}

/** Placeholders by what the platforms usually need. */
function memoryOf({ jvm, application: { platform } }: Plan): { readonly request: string; readonly limit: string } {
  if (jvm || platform === 'dotnet') return { request: '512Mi', limit: '1Gi' };
  return platform === 'go' || platform === 'static' ? { request: '64Mi', limit: '256Mi' } : { request: '256Mi', limit: '512Mi' };
}

export function resourcesData(plan: Plan): Data {
  const { jvm, web, say } = plan;
  const { request, limit } = memoryOf(plan);
  return knob('resources', {
    requests: { cpu: behind(placeholderRequest.app, say(web ? comments.request : comments.requestWorker)), memory: behind(request, say(comments.memoryRequest)) },
    limits: { memory: behind(limit, say(jvm ? comments.memoryLimitJvm : comments.memoryLimit)) },
  }, undefined, true);
}

function readOnlyData({ application, folders, say }: Plan): Data {
  if (application.writesBeside) return noted(false, say(comments.serverWrites));
  return folders.writesHome ? noted(false, say(comments.writable, folders.writesHome)) : noted(true, say(comments.readOnly));
}

function containerSecurity(plan: Plan): DataMap {
  return { allowPrivilegeEscalation: false, readOnlyRootFilesystem: readOnlyData(plan), capabilities: { drop: ['ALL'] } };
}

/** OpenShift refuses pods that ask for a user outside of the namespace's own range. */
export function podSecurity({ application: { user }, target, folders, say }: Plan): DataMap {
  const own = target === 'openshift' ? {} : { runAsUser: noted(user, say(comments.user)), runAsGroup: user, ...(folders.claims.length > 0 ? { fsGroup: noted(user, say(comments.group)) } : {}) };
  return { runAsNonRoot: target === 'openshift' ? noted(true, say(comments.userOpenshift)) : true, ...own, seccompProfile: { type: 'RuntimeDefault' } };
}

/** Variables come from the ConfigMap and the Secret as a whole, so that a new key needs no change here. */
export function environmentOf(plan: Plan): readonly DataMap[] {
  return [
    ...(configMap(plan) ? [{ configMapRef: { name: nameOf(plan, 'config') } }] : []),
    ...(neededSecrets(plan.settings).length > 0 ? [{ secretRef: { name: secretName(plan) } }] : []),
  ];
}

/** A chart may be given a Secret that something else makes. */
export function secretName(plan: Plan): Held {
  const own = nameOf(plan, 'secret');
  return new Held(own.value, `.Values.existingSecret | default (${own.expression})`);
}

export function volumesOf(plan: Plan): { readonly mounts: readonly DataMap[]; readonly volumes: readonly DataMap[] } {
  const { scratch, claims } = plan.folders;
  return {
    mounts: [...scratch, ...claims].map(({ name, path }) => ({ name, mountPath: path })),
    volumes: [...scratch.map(({ name }) => ({ name, emptyDir: {} })), ...claims.map(({ name }) => ({ name, persistentVolumeClaim: { claimName: nameOf(plan, name) } }))],
  };
}

/** The container as every pod of the application has it, serving or not. */
export function containerOf(plan: Plan, name: Data): DataMap {
  const environment = environmentOf(plan);
  return { name, image: imageData(plan), ...(environment.length > 0 ? { envFrom: environment } : {}) };
}

export function containerEnd(plan: Plan): DataMap {
  const { mounts } = volumesOf(plan);
  return { resources: resourcesData(plan), securityContext: containerSecurity(plan), volumeMounts: mounts };
}

/** Name where the port has one, so that no number stands in two places. */
function probePort({ port }: Plan, asked: string): string | number {
  return asked === String(port) ? portName : managementPort(asked);
}

function managementPort(asked: string): string | number {
  return /^\d+$/.test(asked) ? 'management' : asked;
}

/** A port beside that for requests, where only probes ask. */
function managementPorts({ probes, port }: Plan): readonly DataMap[] {
  const others = new Set([probes.readiness?.port, probes.liveness?.port].filter((each): each is string => each !== undefined && each !== String(port) && /^\d+$/.test(each)));
  return [...others].slice(0, 1).map((each) => ({ name: 'management', containerPort: Number(each) }));
}

function asked(plan: Plan, { path, port, host }: Ask): DataMap {
  const at = probePort(plan, port);
  if (path === undefined) return { tcpSocket: { port: at } };
  return { httpGet: { path, port: at, ...(host === undefined ? {} : { httpHeaders: [{ name: 'Host', value: host === userHost(plan.name) ? behind(host, plan.say(comments.host)) : host }] }) } };
}

/** What makes the program slow to start, as a comment: its virtual machine, or work that it does before it answers. */
function slowness({ model, code, jvm, say }: Plan): string | undefined {
  const work = model.facts('start.work').find((fact) => isInJoin(code, fact));
  if (work) return say(comments.startupWork, { via: work.value.via, file: basename(work.file) });
  return jvm ? say(comments.startup) : undefined;
}

function probesOf(plan: Plan): DataMap {
  const { probes, say, port } = plan;
  const slow = slowness(plan);
  const ready = probes.readiness ?? { port: String(port) };
  const live = probes.liveness ?? { port: String(port) };
  return {
    ...(slow === undefined ? {} : { startupProbe: noted({ ...asked(plan, live), periodSeconds: 5, failureThreshold: 48 }, slow) }),
    readinessProbe: noted({ ...asked(plan, ready), periodSeconds: 5, failureThreshold: 3 }, say(ready.path === undefined ? comments.readyPort : comments.ready)),
    livenessProbe: noted({ ...asked(plan, live), periodSeconds: 10, failureThreshold: 6 }, say(comments.live)),
  };
}

/** The kubelet waits by itself from 1.30 on; before that a program of the image has to. */
function preStop({ minor, say }: Plan): Data {
  return noted(minor >= 30 ? { sleep: { seconds: wait } } : { exec: { command: ['sleep', String(wait)] } }, say(comments.sleep));
}

function serving(plan: Plan): DataMap {
  const container = containerOf(plan, plan.name);
  if (!plan.web) return { ...container, ...containerEnd(plan) };
  return {
    ...container,
    ports: [{ name: portName, containerPort: plan.port }, ...managementPorts(plan)],
    ...probesOf(plan),
    lifecycle: { preStop: preStop(plan) },
    ...containerEnd(plan),
  };
}

function graceOf({ stop: { seconds, setting }, web, say }: Plan): Data {
  const sleep = web ? wait : 0;
  const words = setting === undefined ? say(comments.graceUsual, { sleep, seconds }) : say(comments.grace, { sleep, seconds, setting });
  return noted(sleep + seconds + spare, words);
}

/** Parts of a pod that only a chart offers to set. */
const chartParts = (name: string, empty: Data): ChartOnly => new ChartOnly([`{{- with .Values.${name} }}`, `${name}:`, `  {{- toYaml . | ${below} }}`, '{{- end }}'], [{ path: name, value: empty, open: true }]);

/** The pod of the replicas. */
export function servingPod(plan: Plan, spread: Data): DataMap {
  return {
    imagePullSecrets: chartParts('imagePullSecrets', []),
    serviceAccountName: nameOf(plan),
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: graceOf(plan),
    securityContext: podSecurity(plan),
    nodeSelector: chartParts('nodeSelector', {}),
    tolerations: chartParts('tolerations', []),
    affinity: chartParts('affinity', {}),
    topologySpreadConstraints: spread,
    containers: [serving(plan)],
    volumes: volumesOf(plan).volumes,
  };
}

/** The pod of work that is done once and ends: by the program, told so by variables, or by a command of the image. */
export function jobPodOf(plan: Plan, name: string, variables: readonly (readonly [string, string])[], command?: readonly string[]): DataMap {
  const container = containerOf(plan, name);
  return {
    restartPolicy: 'Never',
    imagePullSecrets: chartParts('imagePullSecrets', []),
    serviceAccountName: nameOf(plan),
    automountServiceAccountToken: false,
    securityContext: podSecurity(plan),
    containers: [{ ...container, ...(command === undefined ? {} : { command }), ...(variables.length === 0 ? {} : { env: variables.map(([variable, value]) => ({ name: variable, value })) }), ...containerEnd(plan) }],
    volumes: volumesOf(plan).volumes,
  };
}
