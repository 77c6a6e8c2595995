import type { Outcome } from '../autoscaling/plant/simulate.js';
import type { Localized } from '../contract/words.js';

/** Title of a column, and what stands in it for a case. */
export type Column = readonly [Localized, (outcome: Outcome) => string];

/** A time in ms as people say it; where requests pile up it grows to hours. */
function milliseconds(value: number): string {
  if (value < 10_000) return `${Math.round(value)} ms`;
  return value < 600_000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value / 60_000)} min`;
}

/** What is told of each case; `goal` in ms. */
export function columnsOf(goal: number | undefined): readonly Column[] {
  return [
    [{ en: 'Case', ko: '구분' }, ({ name }) => name],
    [{ en: 'Processed', ko: '처리 건수' }, ({ totals }) => totals.processed.toLocaleString('en-US')],
    [{ en: 'Per second', ko: '초당' }, ({ totals }) => totals.throughput.toFixed(1)],
    [{ en: 'Mean', ko: '평균' }, ({ totals }) => milliseconds(totals.mean)],
    [{ en: 'p95', ko: 'p95' }, ({ totals }) => milliseconds(totals.p95)],
    [{ en: 'Longest', ko: '최대' }, ({ totals }) => milliseconds(totals.longest)],
    [{ en: 'Pod hours', ko: '파드 시간' }, ({ totals }) => totals.podHours.toFixed(2)],
    ...(goal === undefined ? [] : [[{ en: `Above ${goal} ms`, ko: `${goal} ms 초과` }, ({ totals }) => `${totals.secondsOverGoal} s`] satisfies Column]),
    [{ en: 'Pending', ko: '대기' }, ({ totals }) => `${totals.secondsPending} s`],
    [{ en: 'Flaps', ko: '플래핑' }, ({ totals }) => String(totals.flaps)],
  ];
}
