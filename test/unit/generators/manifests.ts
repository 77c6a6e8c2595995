import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';

/** A Kubernetes object as the API would get it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly [key: string]: unknown;
}

/** Every object of a YAML text; text that is no YAML fails. */
export function objectsIn(text: string): readonly KubernetesObject[] {
  return parseAllDocuments(text).flatMap((document) => {
    assert.deepEqual('errors' in document ? document.errors : [], []);
    const value: unknown = document.toJS();
    return value === null ? [] : [value as KubernetesObject];
  });
}

type Tree = Readonly<Record<string, unknown>>;

function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? value as Tree : {};
}

function list(value: unknown): readonly Tree[] {
  return Array.isArray(value) ? value.map(tree) : [];
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((here, key) => tree(here)[key], value);
}

/** The pod that an object makes, if it makes one. */
function podOf({ kind, spec }: KubernetesObject): { readonly labels: Tree; readonly spec: Tree } | undefined {
  const template = kind === 'CronJob' ? at(spec, 'jobTemplate', 'spec', 'template') : ['Deployment', 'Job'].includes(kind) ? at(spec, 'template') : undefined;
  return template === undefined ? undefined : { labels: tree(at(template, 'metadata', 'labels')), spec: tree(at(template, 'spec')) };
}

function fits(selector: unknown, labels: Tree): boolean {
  return Object.entries(tree(selector)).every(([key, value]) => labels[key] === value);
}

/** What does not fit together in objects that are applied together; empty when all do. */
export function inconsistencies(objects: readonly KubernetesObject[]): readonly string[] {
  const said: string[] = [];
  const named = (kind: string, name: unknown): KubernetesObject | undefined => objects.find((each) => each.kind === kind && each.metadata.name === name);
  const needs = (from: KubernetesObject, kind: string, name: unknown): void => { if (!named(kind, name)) said.push(`${from.kind} ${from.metadata.name} names ${kind} ${String(name)}, which is missing`); };
  const pods = objects.flatMap((object) => { const pod = podOf(object); return pod ? [{ object, ...pod }] : []; });
  const keys = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  keys.forEach((key, index) => { if (keys.indexOf(key) !== index) said.push(`${key} is there twice`); });

  for (const { object, labels, spec } of pods) {
    if (object.kind === 'Deployment' && !fits(at(object['spec'], 'selector', 'matchLabels'), labels)) said.push(`${object.metadata.name}: its selector does not fit its pods`);
    if (spec['serviceAccountName'] !== undefined) needs(object, 'ServiceAccount', spec['serviceAccountName']);
    const volumes = list(spec['volumes']);
    for (const volume of volumes) if (volume['persistentVolumeClaim'] !== undefined) needs(object, 'PersistentVolumeClaim', at(volume, 'persistentVolumeClaim', 'claimName'));
    for (const container of list(spec['containers'])) {
      for (const { configMapRef, secretRef } of list(container['envFrom'])) {
        if (configMapRef !== undefined) needs(object, 'ConfigMap', at(configMapRef, 'name'));
        if (secretRef !== undefined) needs(object, 'Secret', at(secretRef, 'name'));
      }
      const mounts = list(container['volumeMounts']);
      for (const mount of mounts) if (!volumes.some(({ name }) => name === mount['name'])) said.push(`${object.metadata.name}: no volume ${String(mount['name'])}`);
      for (const volume of volumes) if (!mounts.some(({ name }) => name === volume['name'])) said.push(`${object.metadata.name}: nothing mounts ${String(volume['name'])}`);
      const paths = mounts.map(({ mountPath }) => mountPath);
      if (new Set(paths).size !== paths.length) said.push(`${object.metadata.name}: two mounts at one path`);
      const ports = list(container['ports']).map(({ name }) => name);
      for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
        const port = at(container[probe], 'httpGet', 'port') ?? at(container[probe], 'tcpSocket', 'port');
        if (port !== undefined && !ports.includes(port)) said.push(`${object.metadata.name}: ${probe} asks port ${String(port)}`);
      }
    }
  }
  for (const object of objects) {
    const { kind, metadata, spec } = object;
    if (metadata.name.length > (kind === 'CronJob' ? 52 : 63) || !/^[a-z][a-z0-9-]*[a-z0-9]$/.test(metadata.name)) said.push(`${kind} ${metadata.name}: no safe name`);
    for (const value of Object.values(metadata.labels ?? {})) if (!/^[A-Za-z0-9][\w.-]{0,62}$/.test(value)) said.push(`${kind} ${metadata.name}: label ${value}`);
    const selecting = kind === 'Service' ? at(spec, 'selector') : kind === 'PodDisruptionBudget' ? at(spec, 'selector', 'matchLabels') : kind === 'NetworkPolicy' ? at(spec, 'podSelector', 'matchLabels') : undefined;
    if (selecting !== undefined) {
      const found = pods.filter(({ labels }) => fits(selecting, labels));
      if (found.length !== 1 || found[0]?.object.kind !== 'Deployment') said.push(`${kind} ${metadata.name} finds ${found.map((each) => `${each.object.kind} ${each.object.metadata.name}`).join(', ') || 'nothing'}`);
      const ports = found.flatMap((each) => list(each.spec['containers'])).flatMap((container) => list(container['ports']).map(({ name }) => name));
      for (const port of kind === 'Service' ? list(at(spec, 'ports')) : []) if (!ports.includes(port['targetPort'])) said.push(`Service ${metadata.name} leads to port ${String(port['targetPort'])}`);
    }
    if (kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject') needs(object, 'Deployment', at(spec, 'scaleTargetRef', 'name'));
    if (kind === 'ScaledObject') for (const trigger of list(at(spec, 'triggers'))) if (trigger['authenticationRef'] !== undefined) needs(object, 'TriggerAuthentication', at(trigger, 'authenticationRef', 'name'));
    if (kind === 'TriggerAuthentication') {
      for (const { name, key } of list(at(spec, 'secretTargetRef'))) {
        needs(object, 'Secret', name);
        if (at(named('Secret', name), 'stringData', String(key)) === undefined) said.push(`TriggerAuthentication ${metadata.name} names key ${String(key)}, which Secret ${String(name)} lacks`);
      }
    }
    const routed = kind === 'Ingress' ? list(at(spec, 'rules')).flatMap((rule) => list(at(rule, 'http', 'paths')).map((path) => [at(path, 'backend', 'service', 'name'), at(path, 'backend', 'service', 'port', 'name')]))
      : kind === 'Route' ? [[at(spec, 'to', 'name'), at(spec, 'port', 'targetPort')]]
        : kind === 'HTTPRoute' ? list(at(spec, 'rules')).flatMap((rule) => list(at(rule, 'backendRefs')).map(({ name, port }) => [name, port])) : [];
    for (const [service, port] of routed) {
      needs(object, 'Service', service);
      if (!list(at(named('Service', service), 'spec', 'ports')).some((each) => each['name'] === port || each['port'] === port)) said.push(`${kind} ${metadata.name} leads to port ${String(port)}`);
    }
  }
  return said;
}
