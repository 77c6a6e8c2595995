import { isSeq, stringify } from 'yaml';
import { maskSecrets, namesSecret } from '../base/secrets.js';
import { say, type Args, type Locale, type Localized } from '../contract/words.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import { below, pairOf, text as scalarText, type YamlNode } from '../syntax/yaml/ask.js';
import { readStream } from '../syntax/yaml/stream.js';
import type { CronSchedule } from './cron.js';
import { comments } from './cronjob-words.js';

export interface CronJobInput {
  /** Name of the CronJob, a DNS label of at most 52 characters. */
  readonly name: string;
  /** The work, as a reader knows it: `OrderTask.expire`. */
  readonly job: string;
  readonly when: CronSchedule;
  /** The clock as the code states it, for the comment. */
  readonly source: string;
  /** IANA name; `undefined` when the code states none, so that its process decided. */
  readonly zone: string | undefined;
  /** Variables that make the image do this work and end. */
  readonly trigger: readonly (readonly [name: string, value: string])[];
  /** The workload that runs the same image, whose settings the job needs too. */
  readonly workload: WorkloadFact | undefined;
  /** The image runs other work by its own clock as well, which starts in the job's pod too. */
  readonly companions: boolean;
  /** Image to name when no workload tells. */
  readonly fallbackImage: string;
  /** Current text of a workspace file. */
  text(path: string): string | undefined;
  readonly locale: Locale;
}

/** Kubernetes adds eleven characters to the name of a CronJob. */
const nameLimit = 52;

/** A name for a CronJob from words of the code: `OrderTask.expire` → `order-task-expire`. */
export function cronJobName(words: string): string {
  return words.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, nameLimit).replace(/-+$/, '');
}

type Plain = Readonly<Record<string, unknown>>;

/** The pod template of a workload as plain values; secrets are still in it. */
function templateOf({ workload, text }: CronJobInput): { readonly pod: Plain; readonly container: Plain } {
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

function podOf(input: CronJobInput): { readonly spec: Plain; readonly todo: readonly (readonly [Localized, Args])[] } {
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
      ...pick(container, 'envFrom'),
      env: [...input.trigger.map(([name, value]) => ({ name, value })), ...kept],
      ...pick(container, 'resources', 'securityContext'),
      ...(mounts.length > 0 ? { volumeMounts: mounts } : {}),
    }],
    ...(volumes.length > 0 ? { volumes } : {}),
  };
  const todo: (readonly [Localized, Args])[] = [
    ...(image === undefined ? [[comments.image, {}] as const] : []),
    ...(secret.length > 0 ? [[comments.secret, { names: secret.join(', ') }] as const] : []),
    ...(left.length > 0 ? [[comments.volumes, { names: left.join(', ') }] as const] : []),
    ...(container['resources'] === undefined ? [[comments.resources, {}] as const] : []),
  ];
  return { spec, todo };
}

function scheduleNotes({ when, zone }: CronJobInput): readonly (readonly [Localized, Args])[] {
  return [
    ...(when.nearest === undefined ? [] : [[comments.nearest, { seconds: when.nearest }] as const]),
    ...(when.droppedSecond === undefined ? [] : [[comments.second, { second: when.droppedSecond }] as const]),
    ...(zone === undefined ? [[comments.zone, {}] as const] : []),
  ];
}

/** The manifest: a comment that explains what it is and what is left to do, and a CronJob that runs the application's image once per run. */
export function cronJobManifest(input: CronJobInput): string {
  const { name, job, source, when, zone, workload, locale } = input;
  const { spec, todo } = podOf(input);
  const line = ([words, args]: readonly [Localized, Args]): string => `# ${say(words, locale, args)}`;
  const manifest = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, ...(workload?.value.namespace === undefined ? {} : { namespace: workload.value.namespace }), labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'job' } },
    spec: {
      schedule: when.schedule,
      ...(zone === undefined ? {} : { timeZone: zone }),
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      jobTemplate: { spec: { backoffLimit: 0, template: { spec } } },
    },
  };
  const head = [[comments.head, { job, source }] as const, ...scheduleNotes(input), [comments.retry, {}] as const, ...(input.companions ? [[comments.companions, {}] as const] : []), ...todo].map(line);
  return `${head.join('\n')}\n${stringify(manifest, { lineWidth: 0 })}`;
}
