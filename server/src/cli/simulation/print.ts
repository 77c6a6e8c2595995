import type { Outcome, Simulation } from '../../autoscaling/plant/simulate.js';
import type { Shared } from '../../autoscaling/share.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { columnsOf } from '../../laboratory/columns.js';
import { assumptionOf } from '../../laboratory/page.js';
import { podModel, type Setup } from '../../laboratory/setup.js';

/** What a simulation was told, and what it came to. */
export interface Report {
  readonly setup: Setup;
  readonly outcomes: readonly Outcome[];
  /** What a reader of the result has to know. */
  readonly notes: readonly string[];
}

const words = {
  shared: { en: 'For {duration} s on nodes with room for {pool} pods: {processed} requests in all.', ko: '파드 {pool}개를 실행할 수 있는 노드에서 {duration}초 동안의 결과입니다. 전체 처리 건수는 {processed}건입니다.' },
  alone: { en: 'Without sharing, the same service takes {parts} = {sum} pods; here {together} ran at a time at the most.', ko: '노드를 공유하지 않으면 같은 서비스에 파드 {parts} = {sum}개가 필요합니다. 여기서는 동시에 최대 {together}개만 실행되었습니다.' },
  changes: { en: '{name}: {changes}', ko: '{name}: {changes}' },
  change: { en: '{to} pods after {time} s', ko: '{time}초 후 {to}개' },
  more: { en: 'and {count} more', ko: '그 밖에 {count}회' },
  never: { en: 'no change', ko: '변경 없음' },
} satisfies Record<string, Localized>;

/** Columns that a terminal draws for a text: characters of East Asian scripts take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\u115F\u3000-\u9FFF\uAC00-\uD7A3\uFF00-\uFF60]/.test(character) ? 2 : 1), 0);
}

/** Changes that are listed before the rest is counted. */
const listed = 12;

export function printText(report: Report, lang: Locale): string {
  const { setup, outcomes, notes } = report;
  return `${[assumptionOf(setup, lang), ...notes, '', ...tableOf(outcomes, setup.goal, lang), '', ...changesOf(outcomes, lang)].join('\n')}\n`;
}

/** For workloads that share nodes: what sharing saves, and who waited for it. */
export function printShared({ outcomes, alone, together }: Shared, { duration, pool, goal }: Simulation, notes: readonly string[], lang: Locale): string {
  const processed = outcomes.reduce((sum, { totals }) => sum + totals.processed, 0).toLocaleString('en-US');
  const head = say(words.shared, lang, { duration, pool: pool?.pods ?? 0, processed });
  const saved = say(words.alone, lang, { parts: alone.join(' + '), sum: alone.reduce((sum, pods) => sum + pods, 0), together });
  return `${[head, saved, ...notes, '', ...tableOf(outcomes, goal, lang), '', ...changesOf(outcomes, lang)].join('\n')}\n`;
}

function tableOf(outcomes: readonly Outcome[], goal: number | undefined, lang: Locale): readonly string[] {
  const columns = columnsOf(goal);
  const rows = [columns.map(([title]) => title[lang]), ...outcomes.map((outcome) => columns.map(([, of]) => of(outcome)))];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const pad = (text: string, column: number): string => (column === 0 ? text + ' '.repeat((widths[column] ?? 0) - widthOf(text)) : ' '.repeat((widths[column] ?? 0) - widthOf(text)) + text);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

function changesOf(outcomes: readonly Outcome[], lang: Locale): readonly string[] {
  return outcomes.map(({ name, changes: all }) => {
    const told = all.slice(0, listed).map(({ time, to }) => say(words.change, lang, { time, to }));
    const rest = all.length > listed ? [say(words.more, lang, { count: all.length - listed })] : [];
    return say(words.changes, lang, { name, changes: [...told, ...rest].join(', ') || words.never[lang] });
  });
}

/** For programs: the same with the course of every case, every 15 s. */
export function printJson({ setup: { pod, duration, goal }, outcomes, notes }: Report): string {
  const cases = outcomes.map(({ moments, ...outcome }) => ({ ...outcome, moments: moments.filter(({ time }) => time % 15 === 0) }));
  return `${JSON.stringify({ duration, capacity: pod.capacity, ...(goal === undefined ? {} : { goal }), pod: podModel(pod), notes, cases }, null, 2)}\n`;
}
