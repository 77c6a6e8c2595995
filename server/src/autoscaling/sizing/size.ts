import type { LoadTest } from '../load-test/collector.js';
import { fitScalability, type Scalability } from './scalability.js';

/** A load test and the pods that it was run against. */
export interface Measured {
  readonly test: LoadTest;
  readonly pods: number;
}

export interface SizingInput {
  /** One test or more; what a request costs is taken from the first. */
  readonly tests: readonly [Measured, ...Measured[]];
  /** Millicores that all pods of the first test used together; without it they are taken to have been busy. */
  readonly cpu?: number;
  /** Millicores that a pod requests. */
  readonly request: number;
  /** Requests per second on a usual day and at the peak. */
  readonly usual: number;
  readonly peak: number;
  /** Share by which the peak may be higher than expected. */
  readonly headroom: number;
  /** Share by which the load grows per second on its way to the peak. */
  readonly growth: number;
  /** Seconds from the start of a pod until it is ready. */
  readonly startUp: number;
  /** Connections that the database takes, and that one pod opens. */
  readonly connections?: { readonly database: number; readonly pool: number };
}

/** How sure the numbers are. `low`: what a request costs was not measured. */
export type Confidence = 'high' | 'medium' | 'low';

/** A number that was worked out, with what it was worked out of. */
export interface Derivation {
  readonly what: 'cost' | 'assumedCost' | 'reaction' | 'target' | 'capacity' | 'minimum' | 'maximum' | 'connections' | 'scalability';
  readonly args: Readonly<Record<string, number>>;
}

export interface Sized {
  readonly min: number;
  readonly max: number;
  /** Per cent of the request. */
  readonly target: number;
  readonly request: number;
  /** CPU of one request in ms. */
  readonly cost: number;
  readonly derivations: readonly Derivation[];
  readonly warnings: readonly { readonly what: 'errors' | 'outrun' | 'connections' | 'sharedState' | 'steady'; readonly args: Readonly<Record<string, number>> }[];
  readonly confidence: Confidence;
}

/** Per cent of its request that a pod may use while further ones start. */
const fullest = 90;
/** Targets beyond these leave no room, or pay for pods that idle. */
const [lowest, highest] = [30, 80];
/** Seconds until a change of the load is seen: a sample of the metrics server, and a sync of the controller. */
const [sampling, sync] = [15, 15];
/** One pod alone stops serving when it is moved. */
const fewest = 2;

/** Bounds and target of an autoscaler from load tests; every number comes with its derivation. */
export function size(input: SizingInput): Sized {
  const { tests: [{ test, pods }], request, usual, peak, headroom, growth, startUp, connections } = input;
  const cpu = input.cpu ?? request * pods;
  const cost = cpu / test.throughput;
  const reaction = sampling + sync + startUp;
  const allowed = fullest / (1 + growth * reaction);
  const target = Math.max(lowest, Math.min(highest, Math.floor(allowed)));
  const capacity = (request * target) / 100 / cost;
  const needed = Math.max(fewest, Math.ceil(usual / capacity));
  const wanted = Math.max(needed, Math.ceil((peak * (1 + headroom)) / capacity));
  const law = fitScalability(input.tests.map((measured) => ({ pods: measured.pods, throughput: measured.test.throughput })));
  const { max, derivations, warnings } = bounded(wanted, connections, law);
  return {
    min: Math.min(needed, max), max, target, request, cost,
    derivations: [
      { what: input.cpu === undefined ? 'assumedCost' : 'cost', args: { cpu, throughput: test.throughput, cost, pods } },
      { what: 'reaction', args: { sampling, sync, startUp, reaction } },
      { what: 'target', args: { fullest, growth: growth * 100, reaction, target } },
      { what: 'capacity', args: { request, target, cost, capacity } },
      { what: 'minimum', args: { usual, capacity, needed } },
      { what: 'maximum', args: { peak, headroom: headroom * 100, capacity, wanted } },
      ...derivations,
    ],
    warnings: [
      ...(test.errors > test.requests / 100 ? [{ what: 'errors' as const, args: { errors: test.errors, requests: test.requests } }] : []),
      ...(allowed < lowest ? [{ what: 'outrun' as const, args: { growth: growth * 100, reaction } }] : []),
      ...warnings,
      ...(max <= needed && wanted === needed ? [{ what: 'steady' as const, args: { max } }] : []),
    ],
    confidence: input.cpu === undefined ? 'low' : law ? 'high' : 'medium',
  };
}

/** The maximum as far as the database and the pods themselves allow it. */
function bounded(wanted: number, connections: SizingInput['connections'], law: Scalability | undefined): Pick<Sized, 'max' | 'derivations' | 'warnings'> {
  const fit = connections ? Math.floor(connections.database / connections.pool) : Infinity;
  const useful = law?.most === undefined ? Infinity : Math.floor(law.most);
  return {
    max: Math.max(1, Math.min(wanted, fit, useful)),
    derivations: [
      ...(connections ? [{ what: 'connections' as const, args: { ...connections, fit } }] : []),
      ...(law ? [{ what: 'scalability' as const, args: { gamma: law.gamma, sigma: law.sigma, kappa: law.kappa } }] : []),
    ],
    warnings: [
      ...(fit < wanted ? [{ what: 'connections' as const, args: { wanted, fit } }] : []),
      ...(useful < wanted ? [{ what: 'sharedState' as const, args: { useful, kappa: law?.kappa ?? 0 } }] : []),
    ],
  };
}
