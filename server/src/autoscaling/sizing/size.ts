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
  /** Millicores that a pod requests; what one pod of the first test used when left out. */
  readonly request?: number;
  /** Millicores that a pod may use at the most; as many as it requests when left out. */
  readonly limit?: number;
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
  readonly what: 'request' | 'assumedRequest' | 'cost' | 'assumedCost' | 'reaction' | 'target' | 'capacity' | 'minimum' | 'maximum' | 'connections' | 'scalability';
  readonly args: Readonly<Record<string, number>>;
}

export interface Sized {
  readonly min: number;
  readonly max: number;
  /** Per cent of the request. */
  readonly target: number;
  /** Millicores that a pod requests. */
  readonly request: number;
  /** CPU of one request in ms. */
  readonly cost: number;
  readonly derivations: readonly Derivation[];
  readonly warnings: readonly { readonly what: 'errors' | 'request' | 'outrun' | 'connections' | 'sharedState' | 'steady'; readonly args: Readonly<Record<string, number>> }[];
  readonly confidence: Confidence;
}

/** Per cent of its request that a pod may use while further ones start. */
const fullest = 90;
/** Targets beyond these pay for pods that idle, or leave no room; in per cent. */
export const lowestTarget = 30;
const highestTarget = 80;
/** Seconds until a change of the load is seen: a sample of the metrics server, and a sync of the controller. */
const [sampling, sync] = [15, 15];
/** One pod alone stops serving when it is moved. */
const fewest = 2;

/** Seconds from a rise of the load until a new pod serves. */
function reactionTo({ startUp }: SizingInput): number {
  return sampling + sync + startUp;
}

/** Utilization at which a pod still copes with what comes until the next one serves, in per cent; it may lie beyond what is sensible. */
function bearable(input: SizingInput): number {
  return fullest / (1 + input.growth * reactionTo(input));
}

/** The highest target that the growth of the load and the time of reaction allow, in per cent. */
export function allowedTarget(input: SizingInput): number {
  return Math.max(lowestTarget, Math.min(highestTarget, Math.floor(bearable(input))));
}

/** Bounds of an autoscaler from load tests for a target in per cent; every number comes with its derivation. */
export function size(input: SizingInput, target = allowedTarget(input)): Sized {
  const { tests: [{ test, pods }], usual, peak, headroom, growth, startUp, connections } = input;
  const request = input.request ?? recommended(input) ?? assumedRequest;
  const cpu = input.cpu ?? request * pods;
  const cost = cpu / test.throughput;
  const reaction = reactionTo(input);
  const capacity = (request * target) / 100 / cost;
  const needed = Math.max(fewest, Math.ceil(usual / capacity));
  const wanted = Math.max(needed, Math.ceil((peak * (1 + headroom)) / capacity));
  const law = fitScalability(input.tests.map((measured) => ({ pods: measured.pods, throughput: measured.test.throughput })));
  const { max, derivations, warnings } = bounded(wanted, connections, law);
  return {
    min: Math.min(needed, max), max, target, request, cost,
    derivations: [
      ...requestDerivation(input, request),
      { what: input.cpu === undefined ? 'assumedCost' : 'cost', args: { cpu, throughput: test.throughput, cost, pods } },
      { what: 'reaction', args: { sampling, sync, startUp, reaction } },
      { what: 'target', args: { fullest, growth: growth * 100, reaction, target: allowedTarget(input) } },
      { what: 'capacity', args: { request, target, cost, capacity } },
      { what: 'minimum', args: { usual, capacity, needed } },
      { what: 'maximum', args: { peak, headroom: headroom * 100, capacity, wanted } },
      ...derivations,
    ],
    warnings: [
      ...(test.errors > test.requests / 100 ? [{ what: 'errors' as const, args: { errors: test.errors, requests: test.requests } }] : []),
      ...requestWarning(input, request),
      ...(bearable(input) < lowestTarget ? [{ what: 'outrun' as const, args: { growth: growth * 100, reaction } }] : []),
      ...warnings,
      ...(max <= needed && wanted === needed ? [{ what: 'steady' as const, args: { max } }] : []),
    ],
    confidence: input.cpu === undefined ? 'low' : law ? 'high' : 'medium',
  };
}

/** Millicores that a request is rounded up to. */
const requestStep = 10;
/** Where neither a request nor the CPU of the test is named. */
const assumedRequest = 500;
/** Times by which pods may use more or less than they request before that is worth a word. */
const farOff = 2;

/** What one pod of the first test used, as a request; `undefined` where that was not measured. */
function recommended({ cpu, tests: [{ pods }] }: SizingInput): number | undefined {
  // Rounded before: binary fractions would make 450 m of 0.9 cores and 2 pods 460 m.
  return cpu === undefined ? undefined : Math.max(1, Math.ceil(Number((cpu / pods / requestStep).toPrecision(12)))) * requestStep;
}

function requestDerivation(input: SizingInput, request: number): Sized['derivations'] {
  const { cpu, tests: [{ pods }] } = input;
  if (input.request !== undefined) return [];
  return [cpu === undefined ? { what: 'assumedRequest', args: { request } } : { what: 'request', args: { request, cpu, pods } }];
}

/** A request that is far from what pods use makes nodes run too full or too empty, and per cent of it say little. */
function requestWarning(input: SizingInput, request: number): Sized['warnings'] {
  const fitting = recommended(input);
  if (fitting === undefined || (fitting <= request * farOff && request <= fitting * farOff)) return [];
  return [{ what: 'request', args: { request, fitting } }];
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
