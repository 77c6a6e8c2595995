import { existsSync, writeFileSync } from 'node:fs';
import { compare } from '../../autoscaling/compare.js';
import { autoscalerOf } from '../../autoscaling/controller/autoscaler.js';
import { defaultController, featuresOf } from '../../autoscaling/controller/spec.js';
import type { Totals } from '../../autoscaling/plant/simulate.js';
import { size as sized, type Measured, type Sized, type SizingInput } from '../../autoscaling/sizing/size.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { UsageError } from '../errors.js';
import { hpaText } from '../../laboratory/hpa-text.js';
import { readLoadTest } from '../simulation/read-load-test.js';
import { confidenceWords, warningWords } from '../../laboratory/size-words.js';

interface Options {
  readonly loadTest: readonly string[];
  readonly cpu?: number;
  readonly request: number;
  readonly usual?: number;
  readonly peak?: number;
  readonly headroom: number;
  readonly growth?: number;
  readonly startUp: number;
  readonly connections?: number;
  readonly poolSize?: number;
  readonly goal?: number;
  readonly name: string;
  readonly write?: boolean;
  readonly output: string;
  readonly format: 'text' | 'json';
  readonly lang: Locale;
}

const words = {
  pools: { en: 'name both --connections and --pool-size, or neither', ko: '--connections와 --pool-size는 함께 지정해야 합니다' },
  usual: { en: 'no --usual was named: a third of the peak is assumed', ko: '--usual이 없어 피크의 3분의 1로 가정합니다' },
  growth: { en: 'no --growth was named: the load is assumed to rise to its peak within ten minutes', ko: '--growth가 없어 부하가 10분에 걸쳐 피크에 이른다고 가정합니다' },
  course: { en: 'simulated from the usual load to the peak: mean {mean} ms, 95 % within {p95} ms, at most {pods} pods', ko: '평소 부하에서 피크까지 시뮬레이션한 결과: 평균 {mean} ms, p95 {p95} ms, 최대 파드 {pods}개' },
  overrun: { en: 'simulated from the usual load to the peak: the pods do not keep up, requests pile up', ko: '평소 부하에서 피크까지 시뮬레이션한 결과: 파드가 부하를 따라가지 못해 요청이 계속 쌓입니다' },
  missed: { en: 'the goal of {goal} ms for 95 % of the requests is missed: the test itself took {mean} ms on average', ko: '요청의 95%를 {goal} ms 안에 처리한다는 목표를 지키지 못합니다. 테스트의 평균 응답 시간은 {mean} ms였습니다' },
  exists: { en: '{file} exists already and was left as it is; name another with --output', ko: '{file} 파일이 이미 있어 그대로 두었습니다. --output으로 다른 이름을 지정하세요' },
  written: { en: 'wrote {file}', ko: '작성한 파일: {file}' },
} satisfies Record<string, Localized>;

/** Beyond this, in ms, requests only pile up: the figure itself says nothing. */
const hopeless = 60_000;
/** Where nobody says how fast the load rises, in seconds. */
const usualRise = 600;

/** `monolift size`: an autoscaler from load tests, each number with its derivation. */
export async function size(options: Options): Promise<void> {
  const { lang } = options;
  const read = await Promise.all(options.loadTest.map((text) => measuredIn(text, lang)));
  const input = inputOf(options, read.map(({ measured }) => measured) as [Measured, ...Measured[]]);
  const result = sized(input);
  const course = simulated(input, result);
  const notes = [...read.flatMap(({ notes: told }) => told), ...notesOf(options, input, result, course)];
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify({ ...result, simulated: course, notes }, null, 2)}\n`);
    return;
  }
  notes.forEach((note) => process.stderr.write(`monolift: ${note}\n`));
  output(hpaText(options.name, result, lang), options);
}

/** `results.csv` or, for tests with several numbers of pods, `results.csv@3`. */
async function measuredIn(text: string, lang: Locale): Promise<{ readonly measured: Measured; readonly notes: readonly string[] }> {
  const [, file = text, pods = '1'] = /^(.*)@(\d+)$/.exec(text) ?? [];
  const { test, notes } = await readLoadTest(file, lang);
  return { measured: { test, pods: Math.max(1, Number(pods)) }, notes };
}

function inputOf(options: Options, tests: readonly [Measured, ...Measured[]]): SizingInput {
  const { connections: database, poolSize: pool, lang } = options;
  if ((database === undefined) !== (pool === undefined)) throw new UsageError(words.pools[lang]);
  const peak = options.peak ?? tests[0].test.throughput;
  const usual = options.usual ?? peak / 3;
  return {
    tests, request: options.request, usual, peak, headroom: options.headroom / 100, startUp: options.startUp,
    growth: options.growth ?? Math.max(0, peak / usual - 1) / usualRise,
    ...(options.cpu === undefined ? {} : { cpu: options.cpu }),
    ...(database !== undefined && pool ? { connections: { database, pool } } : {}),
  };
}

/** The way from the usual load to the peak, and an hour of it. */
function simulated({ usual, peak, growth, startUp, tests: [{ test }] }: SizingInput, { min, max, target, request, cost }: Sized): Pick<Totals, 'mean' | 'p95'> & { readonly pods: number } {
  const rise = growth > 0 ? Math.max(0, peak / usual - 1) / growth : 0;
  const rate = Array.from({ length: 61 }, (_, step) => [300 + (rise * step) / 60, usual + ((peak - usual) * step) / 60] as const);
  const autoscaler = autoscalerOf({ minReplicas: min, maxReplicas: max, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: target } } }] }, defaultController, featuresOf('1.32'));
  const [outcome] = compare({
    cases: [{ name: '', autoscaler, replicas: min }], duration: Math.ceil(300 + rise + 3600), load: { kind: 'open', rate: [[0, usual], ...rate] },
    pod: { cpuRequest: request, cpuLimit: request, cpuPerRequest: cost, latency: Math.max(0, test.mean - cost), startUp, startUpCpu: request },
  });
  return { mean: Math.round(outcome?.totals.mean ?? 0), p95: Math.round(outcome?.totals.p95 ?? 0), pods: Math.max(min, ...(outcome?.changes ?? []).map(({ to }) => to)) };
}

function notesOf(options: Options, { tests: [{ test }] }: SizingInput, result: Sized, course: ReturnType<typeof simulated>): readonly string[] {
  const { lang, goal } = options;
  const round = (args: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries(Object.entries(args).map(([key, value]) => [key, Number(value.toPrecision(3))]));
  return [
    ...(options.usual === undefined ? [words.usual[lang]] : []), ...(options.growth === undefined ? [words.growth[lang]] : []),
    ...result.warnings.map(({ what, args }) => say(warningWords[what], lang, round(args))),
    course.p95 > hopeless ? words.overrun[lang] : say(words.course, lang, course),
    ...(goal !== undefined && course.p95 > goal ? [say(words.missed, lang, { goal, mean: Math.round(test.mean) })] : []),
    confidenceWords[result.confidence][lang],
  ];
}

function output(text: string, { write, output: file, lang }: Options): void {
  if (!write) {
    process.stdout.write(text);
    return;
  }
  if (existsSync(file)) throw new UsageError(say(words.exists, lang, { file }));
  writeFileSync(file, text);
  process.stdout.write(`${say(words.written, lang, { file })}\n`);
}
