import { isSeq } from 'yaml';
import { maskSecrets, namesSecret } from '../base/secrets.js';
import type { Args, Localized } from '../contract/words.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import { below, pairOf, text as scalarText, type YamlNode } from '../syntax/yaml/ask.js';
import { readStream } from '../syntax/yaml/stream.js';
import { comments } from './cronjob-words.js';

/** A comment line of a manifest. */
export type Note = readonly [Localized, Args];

/** What a pod needs that does one piece of the application's work and ends. */
export interface JobPodInput {
  /** Name of the job, a DNS label of at most 52 characters. */
  readonly name: string;
  /** Command in place of the image's own; absent when the variables suffice. */
  readonly command?: readonly string[];
  /** Variables that make the image do this work and end. */
  readonly trigger: readonly (readonly [name: string, value: string])[];
  /** The workload that runs the same image, whose settings the job needs too. */
  readonly workload: WorkloadFact | undefined;
  /** Image to name when no workload tells. */
  readonly fallbackImage: string;
  /** Current text of a workspace file. */
  text(path: string): string | undefined;
}

type Plain = Readonly<Record<string, unknown>>;

/** The pod template of a workload as plain values; secrets are still in it. */
function templateOf({ workload, text }: JobPodInput): { readonly pod: Plain; readonly container: Plain } {
  const written = workload && text(workload.file);
  const doc = written === undefined ? undefined : readStream(written).documents[workload?.value.where.document ?? 0]?.doc;
  const spec = doc && below(doc, doc.contents ?? undefined, ...(workload?.value.where.path ?? []), 'spec', 'template', 'spec');
  const main = workload && mainContainer(workload);
  if (!doc || !spec || !main) return { pod: {}, container: {} };
  const list = pairOf(doc, spec, 'containers')?.value;
  const found = isSeq(list) ? (list.items as YamlNode[]).find((item) => scalarText(pairOf(doc, item, 'name')?.value ?? undefined) === main.name) : undefined;
  const plain = (node: YamlNode | undefined): Plain => (node?.toJS(doc) ?? {}) as Plain;
  return { pod: plain(spec), container: plain(found) };
}

interface Variable {
  readonly name?: unknown;
  readonly value?: unknown;
  readonly valueFrom?: unknown;
}

/** Variables that the job shares with the workload. Values that may be secret are named, never copied. */
function environment(container: Plain): { readonly kept: readonly Variable[]; readonly secret: readonly string[] } {
  const all = (Array.isArray(container['env']) ? container['env'] : []) as readonly Variable[];
  const literal = (each: Variable): boolean => each.valueFrom === undefined && (namesSecret(String(each.name)) || maskSecrets(String(each.value ?? '')) !== String(each.value ?? ''));
  return { kept: all.filter((each) => !literal(each)), secret: all.filter(literal).map(({ name }) => String(name)) };
}

/** Volumes that any number of pods may mount; a claim may hang a job that is put on another node. */
function shareable(pod: Plain, container: Plain): { readonly volumes: readonly Plain[]; readonly mounts: readonly Plain[]; readonly left: readonly string[] } {
  const all = (Array.isArray(pod['volumes']) ? pod['volumes'] : []) as readonly Plain[];
  const volumes = all.filter((volume) => ['configMap', 'secret', 'emptyDir', 'projected', 'downwardAPI'].some((kind) => kind in volume));
  const mounted = (Array.isArray(container['volumeMounts']) ? container['volumeMounts'] : []) as readonly Plain[];
  const names = new Set(volumes.map(({ name }) => name));
  const mounts = mounted.filter(({ name }) => names.has(name));
  const used = new Set(mounts.map(({ name }) => name));
  return { volumes: volumes.filter(({ name }) => used.has(name)), mounts, left: mounted.filter(({ name }) => !names.has(name)).map(({ name }) => String(name)) };
}

function pick(from: Plain, ...keys: readonly string[]): Plain {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
}

/** The pod of a job, and what is left to a person: it runs the workload's image with the workload's settings, once. */
export function jobPod(input: JobPodInput): { readonly spec: Plain; readonly todo: readonly Note[] } {
  const { pod, container } = templateOf(input);
  const { kept, secret } = environment(container);
  const { volumes, mounts, left } = shareable(pod, container);
  const image = input.workload && mainContainer(input.workload)?.image;
  const spec = {
    restartPolicy: 'Never',
    ...pick(pod, 'serviceAccountName', 'imagePullSecrets', 'securityContext', 'nodeSelector', 'tolerations'),
    containers: [{
      name: input.name,
      image: image ?? input.fallbackImage,
      ...(input.command ? { command: input.command } : {}),
      ...pick(container, 'envFrom'),
      env: [...input.trigger.map(([name, value]) => ({ name, value })), ...kept.filter(({ name }) => !input.trigger.some(([own]) => own === name))],
      ...pick(container, 'resources', 'securityContext'),
      ...(mounts.length > 0 ? { volumeMounts: mounts } : {}),
    }],
    ...(volumes.length > 0 ? { volumes } : {}),
  };
  const todo: Note[] = [
    ...(image === undefined ? [[comments.image, {}] as const] : []),
    ...(secret.length > 0 ? [[comments.secret, { names: secret.join(', ') }] as const] : []),
    ...(left.length > 0 ? [[comments.volumes, { names: left.join(', ') }] as const] : []),
    ...(container['resources'] === undefined ? [[comments.resources, {}] as const] : []),
  ];
  return { spec, todo };
}
