import { specOf, wayOf, type Course } from '../autoscaling/sizing/course.js';
import type { Goal } from '../autoscaling/sizing/goal.js';
import type { Measured, Sized, SizingInput } from '../autoscaling/sizing/size.js';
import { solve, type GoalAnswer, type Solved } from '../autoscaling/sizing/solve.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import { hpaText, type ScaledWorkload } from './hpa-text.js';
import type { Setup } from './setup.js';
import { confidenceWords, measureWords, warningWords } from './size-words.js';

/** Load tests that were read; what a request costs is taken from the first. */
export type Tests = readonly [Measured, ...Measured[]];

/** What the user wants of an autoscaler, and knows of the pods. CPU in millicores, times in seconds, rates in requests per second. */
export interface Wishes {
  readonly workload: ScaledWorkload;
  /** What a pod requests; what one pod of the first test used when left out. */
  readonly request?: number;
  /** What a pod may use at the most; as much as it requests when left out. */
  readonly limit?: number;
  /** What all pods of the first test used together. */
  readonly cpu?: number;
  /** A third of the peak when left out. */
  readonly usual?: number;
  /** The throughput of the first test when left out. */
  readonly peak?: number;
  /** Share by which the peak may be higher than expected. */
  readonly headroom: number;
  /** Share by which the load grows per second; without it the peak is reached in ten minutes. */
  readonly growth?: number;
  readonly startUp: number;
  /** Connections that the database takes, and that one pod opens. */
  readonly connections?: { readonly database: number; readonly pool: number };
  /** The target is lowered until it holds on the simulated way to the peak. */
  readonly goal?: Goal;
}

/** An autoscaler from load tests. */
export interface SizingAnswer {
  readonly sized: Sized;
  readonly course: Course;
  readonly goal?: GoalAnswer;
  /** What a reader of the numbers has to know, in the language that was asked for. */
  readonly notes: readonly string[];
  /** The autoscaler as YAML; each number has its derivation as a comment. */
  readonly manifest: string;
  /** The way to the peak, to be simulated and looked at. */
  readonly setup: Setup;
}

const words = {
  usual: { en: 'no usual load was named: a third of the peak is assumed', ko: '평소 부하를 지정하지 않아 피크의 3분의 1로 가정합니다' },
  growth: { en: 'how fast the load grows was not named: it is assumed to rise to its peak within ten minutes', ko: '부하 증가율을 지정하지 않아 부하가 10분에 걸쳐 피크에 이른다고 가정합니다' },
  course: { en: 'simulated from the usual load to the peak: mean {mean} ms, 95 % within {p95} ms, at most {pods} pods', ko: '평소 부하에서 피크까지 시뮬레이션한 결과: 평균 {mean} ms, p95 {p95} ms, 최대 파드 {pods}개' },
  overrun: { en: 'simulated from the usual load to the peak: the pods do not keep up, requests pile up', ko: '평소 부하에서 피크까지 시뮬레이션한 결과: 파드가 부하를 따라가지 못해 요청이 계속 쌓입니다' },
  slower: { en: 'an idle pod that is limited to its CPU takes {alone} ms for a request in the simulation, the test {measured} ms on average: its pods had more CPU, or used it for other work, so simulated response times are on the high side', ko: 'CPU 한도 안에서 시뮬레이션하면 유휴 상태의 파드도 요청 하나에 {alone} ms가 걸리지만 테스트 평균은 {measured} ms였습니다. 테스트 파드의 CPU 한도가 더 높았거나 CPU를 다른 작업에 썼을 수 있으므로 시뮬레이션 응답 시간은 실제보다 길 수 있습니다' },
  goal: { en: 'the goal of {measure} ≤ {goal} ms takes a target of {target} % instead of {allowed} %', ko: '{measure} {goal} ms 이내라는 목표를 지키기 위해 목표 사용률을 {allowed}%에서 {target}%로 낮췄습니다' },
  missed: { en: 'no target holds the goal of {measure} ≤ {goal} ms: {reached} ms is the best, at {target} %; a request takes {alone} ms on average in an idle pod', ko: '{measure} {goal} ms 이내라는 목표를 지킬 수 있는 목표 사용률이 없습니다. 가장 나은 값은 {target}%에서 {reached} ms이며, 유휴 상태의 파드에서도 요청 하나에 평균 {alone} ms가 걸립니다' },
  modelled: { en: 'the test tells no 95th percentile: what is said of it follows from a model of how response times spread around their mean', ko: '테스트 결과에 p95가 없어 평균 응답 시간의 분포를 가정해 추정했습니다' },
  bounded: { en: 'the test tells no 95th percentile: {p95} ms follows from a model of how response times spread around their mean, and {atMost} ms is the most that it can be', ko: '테스트 결과에 p95가 없습니다. {p95} ms는 평균 응답 시간의 분포를 가정해 추정한 값이며, 가능한 최댓값은 {atMost} ms입니다' },
} satisfies Record<string, Localized>;

/** Beyond this, in ms, requests only pile up: the figure itself says nothing. */
const hopeless = 60_000;
/** Where nobody says how fast the load rises, in seconds. */
const usualRise = 600;

/** Works out an autoscaler from load tests, and how it fares on the way to the peak. */
export function sizing(tests: Tests, wishes: Wishes, lang: Locale): SizingAnswer {
  const input = inputOf(tests, wishes);
  const solved = solve(input, wishes.goal);
  return { ...solved, notes: notesOf(tests[0].test.mean, wishes, solved, lang), manifest: hpaText(wishes.workload, solved, lang), setup: setupOf(input, solved.sized, wishes) };
}

function setupOf(input: SizingInput, sized: Sized, { workload: { name }, goal }: Wishes): Setup {
  const { replicas, pod, load, duration } = wayOf(input, sized);
  const { cpuRequest: request, cpuLimit: limit, latency, startUp } = pod;
  return {
    autoscalers: [{ name, spec: specOf(sized), replicas }], fixed: [], pod: { request, limit, capacity: limit / sized.cost, latency, startUp }, load, duration, clusterVersion: '1.32',
    ...(goal?.of === 'mean' ? { goal: goal.within } : {}),
  };
}

function inputOf(tests: Tests, { workload: _workload, goal: _goal, ...wishes }: Wishes): SizingInput {
  const peak = wishes.peak ?? tests[0].test.throughput;
  const usual = wishes.usual ?? peak / 3;
  return { ...wishes, tests, usual, peak, growth: wishes.growth ?? Math.max(0, peak / usual - 1) / usualRise };
}

function notesOf(measured: number, { usual, growth }: Wishes, { sized, course, goal }: Solved, lang: Locale): readonly string[] {
  const round = (args: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries(Object.entries(args).map(([key, value]) => [key, Number(value.toPrecision(3))]));
  return [
    ...(usual === undefined ? [words.usual[lang]] : []), ...(growth === undefined ? [words.growth[lang]] : []),
    ...sized.warnings.map(({ what, args }) => say(warningWords[what], lang, round(args))),
    course.p95 > hopeless ? words.overrun[lang] : say(words.course, lang, { ...course }),
    ...(course.alone > Math.ceil(measured) ? [say(words.slower, lang, { alone: course.alone, measured: Math.round(measured) })] : []),
    ...(goal ? goalNotes(goal, sized, course, lang) : []),
    confidenceWords[sized.confidence][lang],
  ];
}

function goalNotes({ goal, decides, allowed, reached, modelled }: GoalAnswer, { target }: Sized, { p95, p95AtMost, alone }: Course, lang: Locale): readonly string[] {
  const args = { measure: measureWords[goal.of][lang], goal: goal.within, target, allowed, reached, alone };
  const note = decides === 'goal' ? [say(words.goal, lang, args)] : decides === 'nothing' ? [say(words.missed, lang, args)] : [];
  // A bound within the goal leaves nothing to doubt.
  if (!modelled || (p95AtMost !== undefined && p95AtMost <= goal.within)) return note;
  return [...note, p95AtMost === undefined ? words.modelled[lang] : say(words.bounded, lang, { p95, atMost: p95AtMost })];
}
