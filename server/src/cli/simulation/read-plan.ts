import { dirname, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { autoscalerOf } from '../../autoscaling/controller/autoscaler.js';
import { defaultController, featuresOf } from '../../autoscaling/controller/spec.js';
import { closedLoad, secondsOf } from '../../autoscaling/input/load.js';
import type { Simulation } from '../../autoscaling/plant/simulate.js';
import type { Load, Workload } from '../../autoscaling/plant/workload.js';
import { millicores } from '../../base/quantity.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { UsageError } from '../errors.js';
import { readDocuments, readHpas } from './read-hpa.js';

const words = {
  wrong: { en: '{file}: {place}: {error}. Correct it and run again.', ko: '{file}: {place}: {error}. 수정한 뒤 다시 실행하세요.' },
  several: { en: 'expected one autoscaler in {hpa}', ko: '{hpa} 파일에는 오토스케일러가 하나만 있어야 합니다' },
} satisfies Record<string, Localized>;

/** A file of workloads that share nodes; durations and quantities as people write them. */
interface Plan {
  readonly duration: string;
  readonly pool: number;
  readonly goal?: string;
  readonly clusterVersion?: string;
  readonly workloads: readonly Planned[];
}

interface Planned {
  readonly name: string;
  /** File of its autoscaler, from the folder of the plan; without one the number of replicas is fixed. */
  readonly hpa?: string;
  readonly replicas?: number;
  /** Requests per second that one pod answers at its limit. */
  readonly capacity: number;
  readonly cpu?: string | number;
  readonly startUp?: string;
  /** Times and requests per second from then on; or users and their thinking time. */
  readonly load: readonly (readonly [string, number])[] | string;
}

const duration = { type: 'string', pattern: '^(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h|d))+$' };
const positive = { type: 'number', exclusiveMinimum: 0 };
const schema = {
  type: 'object', required: ['duration', 'pool', 'workloads'], additionalProperties: false,
  properties: {
    duration, pool: { type: 'integer', minimum: 1 }, goal: duration, clusterVersion: { type: 'string', pattern: '^\\d+\\.\\d+$' },
    workloads: {
      type: 'array', minItems: 1,
      items: {
        type: 'object', required: ['name', 'capacity', 'load'], additionalProperties: false, anyOf: [{ required: ['hpa'] }, { required: ['replicas'] }],
        properties: {
          name: { type: 'string' }, hpa: { type: 'string' }, replicas: { type: 'integer', minimum: 0 }, capacity: positive, cpu: { type: ['string', 'number'] }, startUp: duration,
          load: { anyOf: [{ type: 'string', pattern: '^\\d+, *\\d' }, { type: 'array', minItems: 1, items: { type: 'array', minItems: 2, maxItems: 2, items: [duration, { type: 'number', minimum: 0 }] } }] },
        },
      },
    },
  },
};

/** Reads a plan; what does not fit is told with its place. `notes`: what a reader of the result has to know. */
export function readPlan(file: string, lang: Locale): { readonly simulation: Simulation; readonly notes: readonly string[] } {
  const [data] = readDocuments(file, lang);
  const validate = new Ajv({ strict: false, allErrors: false }).compile(schema);
  if (!validate(data)) {
    const [error] = validate.errors ?? [];
    throw new UsageError(say(words.wrong, lang, { file, place: error?.instancePath || '/', error: [error?.message, ...Object.values(error?.params ?? {})].join(' ') }));
  }
  const plan = data as unknown as Plan;
  const read = plan.workloads.map((planned) => workloadOf(planned, plan, dirname(file), lang));
  const goal = plan.goal === undefined ? {} : { goal: seconds(plan.goal) * 1000 };
  return {
    simulation: { workloads: read.map(({ workload }) => workload), duration: seconds(plan.duration), pool: { pods: plan.pool }, ...goal },
    notes: [...new Set(read.flatMap(({ notes }) => notes))],
  };
}

function seconds(text: string): number {
  return secondsOf(text) ?? 0;
}

function workloadOf({ name, hpa, replicas, capacity, cpu = 1, startUp = '30s', load }: Planned, { clusterVersion = '1.32' }: Plan, folder: string, lang: Locale): { readonly workload: Workload; readonly notes: readonly string[] } {
  const cpuLimit = millicores(String(cpu)) ?? 1000;
  const pod = { cpuRequest: cpuLimit, cpuLimit, cpuPerRequest: cpuLimit / capacity, latency: 0, startUp: seconds(startUp), startUpCpu: cpuLimit };
  if (hpa === undefined) return { workload: { name, replicas: replicas ?? 1, pod, load: loadOf(load) }, notes: [] };
  const [found, ...others] = readHpas(resolve(folder, hpa), clusterVersion, lang);
  if (!found || others.length > 0) throw new UsageError(say(words.several, lang, { hpa }));
  const autoscaler = autoscalerOf(found.spec, defaultController, featuresOf(clusterVersion));
  return { workload: { name, replicas: replicas ?? autoscaler.min, autoscaler, pod, load: loadOf(load) }, notes: found.notes };
}

function loadOf(load: Planned['load']): Load {
  if (typeof load === 'string') return closedLoad(load) ?? { kind: 'closed', users: [[0, 0]], think: 1 };
  return { kind: 'open', rate: load.map(([time, rate]) => [seconds(time), rate] as const) };
}
