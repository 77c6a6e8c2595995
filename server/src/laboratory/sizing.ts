import { courseOf, type Course } from '../autoscaling/sizing/course.js';
import type { Goal } from '../autoscaling/sizing/goal.js';
import { size, type Measured, type Sized, type SizingInput } from '../autoscaling/sizing/size.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import { hpaText } from './hpa-text.js';
import { confidenceWords, warningWords } from './size-words.js';

/** Load tests that were read; what a request costs is taken from the first. */
export type Tests = readonly [Measured, ...Measured[]];

/** What the user wants of an autoscaler, and knows of the pods. CPU in millicores, times in seconds, rates in requests per second. */
export interface Wishes {
  /** Of the workload and the autoscaler. */
  readonly name: string;
  /** What a pod requests. */
  readonly request: number;
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
  readonly goal?: Goal;
}

/** An autoscaler from load tests. */
export interface SizingAnswer {
  readonly sized: Sized;
  readonly course: Course;
  /** What a reader of the numbers has to know, in the language that was asked for. */
  readonly notes: readonly string[];
  /** The autoscaler as YAML; each number has its derivation as a comment. */
  readonly manifest: string;
}

const words = {
  usual: { en: 'no usual load was named: a third of the peak is assumed', ko: '평소 부하를 지정하지 않아 피크의 3분의 1로 가정합니다' },
  growth: { en: 'how fast the load grows was not named: it is assumed to rise to its peak within ten minutes', ko: '부하 증가율을 지정하지 않아 부하가 10분에 걸쳐 피크에 이른다고 가정합니다' },
  course: { en: 'simulated from the usual load to the peak: mean {mean} ms, 95 % within {p95} ms, at most {pods} pods', ko: '평소 부하에서 피크까지 시뮬레이션한 결과: 평균 {mean} ms, p95 {p95} ms, 최대 파드 {pods}개' },
  overrun: { en: 'simulated from the usual load to the peak: the pods do not keep up, requests pile up', ko: '평소 부하에서 피크까지 시뮬레이션한 결과: 파드가 부하를 따라가지 못해 요청이 계속 쌓입니다' },
  missed: { en: 'the goal of {goal} ms for 95 % of the requests is missed: the test itself took {mean} ms on average', ko: '요청의 95%를 {goal} ms 안에 처리한다는 목표를 지키지 못합니다. 테스트의 평균 응답 시간은 {mean} ms였습니다' },
} satisfies Record<string, Localized>;

/** Beyond this, in ms, requests only pile up: the figure itself says nothing. */
const hopeless = 60_000;
/** Where nobody says how fast the load rises, in seconds. */
const usualRise = 600;

/** Works out an autoscaler from load tests, and how it fares on the way to the peak. */
export function sizing(tests: Tests, wishes: Wishes, lang: Locale): SizingAnswer {
  const input = inputOf(tests, wishes);
  const sized = size(input);
  const course = courseOf(input, sized);
  return { sized, course, notes: notesOf(wishes, input, sized, course, lang), manifest: hpaText(wishes.name, sized, lang) };
}

function inputOf(tests: Tests, { request, headroom, startUp, cpu, connections, ...wishes }: Wishes): SizingInput {
  const peak = wishes.peak ?? tests[0].test.throughput;
  const usual = wishes.usual ?? peak / 3;
  const growth = wishes.growth ?? Math.max(0, peak / usual - 1) / usualRise;
  return { tests, request, usual, peak, headroom, growth, startUp, ...(cpu === undefined ? {} : { cpu }), ...(connections ? { connections } : {}) };
}

function notesOf({ usual, growth, goal }: Wishes, { tests: [{ test }] }: SizingInput, { warnings, confidence }: Sized, course: Course, lang: Locale): readonly string[] {
  const round = (args: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries(Object.entries(args).map(([key, value]) => [key, Number(value.toPrecision(3))]));
  return [
    ...(usual === undefined ? [words.usual[lang]] : []), ...(growth === undefined ? [words.growth[lang]] : []),
    ...warnings.map(({ what, args }) => say(warningWords[what], lang, round(args))),
    course.p95 > hopeless ? words.overrun[lang] : say(words.course, lang, { ...course }),
    ...(goal !== undefined && course[goal.of] > goal.within ? [say(words.missed, lang, { goal: goal.within, mean: Math.round(test.mean) })] : []),
    confidenceWords[confidence][lang],
  ];
}
