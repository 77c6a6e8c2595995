import type { Outcome } from '../../autoscaling/plant/simulate.js';
import type { PodModel } from '../../autoscaling/plant/workload.js';
import { say, type Locale, type Localized } from '../../contract/words.js';

/** What a simulation came to, and what it was told and assumed. */
export interface Report {
  readonly outcomes: readonly Outcome[];
  readonly pod: PodModel;
  /** Seconds. */
  readonly duration: number;
  /** Requests per second that one pod answers at its limit. */
  readonly capacity: number;
  /** Response time in ms. */
  readonly goal?: number;
  readonly notes: readonly string[];
}

const words = {
  assumed: {
    en: 'For {duration} s. A pod answers {capacity} requests per second at its limit of {limit} m CPU, requests {request} m and is ready {startUp} s after its start.',
    ko: '{duration}초 동안의 결과입니다. 파드 하나는 CPU 한도 {limit}m에서 초당 요청 {capacity}건을 처리하고, CPU {request}m를 요청하며, 시작한 뒤 {startUp}초가 지나면 준비 상태가 됩니다.',
  },
  changes: { en: '{name}: {changes}', ko: '{name}: {changes}' },
  change: { en: '{to} pods after {time} s', ko: '{time}초 후 {to}개' },
  more: { en: 'and {count} more', ko: '그 밖에 {count}회' },
  never: { en: 'no change', ko: '변경 없음' },
} satisfies Record<string, Localized>;

type Column = readonly [Localized, (outcome: Outcome) => string];

const milliseconds = (value: number): string => `${Math.round(value)} ms`;

function columnsOf({ goal }: Report): readonly Column[] {
  return [
    [{ en: 'Replicas', ko: '레플리카' }, ({ name }) => name],
    [{ en: 'Processed', ko: '처리 건수' }, ({ totals }) => totals.processed.toLocaleString('en-US')],
    [{ en: 'Per second', ko: '초당' }, ({ totals }) => totals.throughput.toFixed(1)],
    [{ en: 'Mean', ko: '평균' }, ({ totals }) => milliseconds(totals.mean)],
    [{ en: 'p95', ko: 'p95' }, ({ totals }) => milliseconds(totals.p95)],
    [{ en: 'Longest', ko: '최대' }, ({ totals }) => milliseconds(totals.longest)],
    [{ en: 'Pod hours', ko: '파드 시간' }, ({ totals }) => totals.podHours.toFixed(2)],
    ...(goal === undefined ? [] : [[{ en: `Above ${goal} ms`, ko: `${goal} ms 초과` }, ({ totals }) => `${totals.secondsOverGoal} s`] satisfies Column]),
    [{ en: 'Pending', ko: '대기' }, ({ totals }) => `${totals.secondsPending} s`],
    [{ en: 'Flaps', ko: '반전' }, ({ totals }) => String(totals.flaps)],
  ];
}

/** Columns that a terminal draws for a text: characters of East Asian scripts take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\u115F\u3000-\u9FFF\uAC00-\uD7A3\uFF00-\uFF60]/.test(character) ? 2 : 1), 0);
}

/** Changes that are listed before the rest is counted. */
const listed = 12;

export function printText(report: Report, lang: Locale): string {
  const { outcomes, pod, duration, capacity, notes } = report;
  const columns = columnsOf(report);
  const rows = [columns.map(([title]) => title[lang]), ...outcomes.map((outcome) => columns.map(([, of]) => of(outcome)))];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const pad = (text: string, column: number): string => (column === 0 ? text + ' '.repeat((widths[column] ?? 0) - widthOf(text)) : ' '.repeat((widths[column] ?? 0) - widthOf(text)) + text);
  const table = rows.map((row) => row.map(pad).join('  ').trimEnd());
  const changes = outcomes.map(({ name, changes: all }) => {
    const told = all.slice(0, listed).map(({ time, to }) => say(words.change, lang, { time, to }));
    const rest = all.length > listed ? [say(words.more, lang, { count: all.length - listed })] : [];
    return say(words.changes, lang, { name, changes: [...told, ...rest].join(', ') || words.never[lang] });
  });
  const assumption = say(words.assumed, lang, { duration, capacity, limit: pod.cpuLimit, request: pod.cpuRequest, startUp: pod.startUp });
  return `${[assumption, ...notes, '', ...table, '', ...changes].join('\n')}\n`;
}

/** For programs: the same with the course of every case, every 15 s. */
export function printJson({ outcomes, pod, duration, capacity, goal, notes }: Report): string {
  const cases = outcomes.map(({ moments, ...outcome }) => ({ ...outcome, moments: moments.filter(({ time }) => time % 15 === 0) }));
  return `${JSON.stringify({ duration, capacity, ...(goal === undefined ? {} : { goal }), pod, notes, cases }, null, 2)}\n`;
}
