import type { Args, Localized } from '../../contract/words.js';
import { unknown } from '../known.js';
import { fewUnits, type Structure } from '../structure.js';
import type { Evidence } from '../statement.js';
import { byPoints, type Cost, type Dimension } from './dimension.js';

const words = {
  none: { en: 'No structure could be read: too little code, or languages that are not read.', ko: '구조를 분석하지 못했습니다. 코드가 너무 적거나 분석하지 않는 언어입니다.' },
  knot: { en: '{count} of {units} classes depend on each other in a circle.', ko: '클래스 {units}개 중 {count}개가 서로 순환 의존합니다.' },
  tables: { en: '{count} of {tables} tables are written by more than one part ({names}).', ko: '테이블 {tables}개 중 {count}개를 여러 부분에서 씁니다({names}).' },
  calls: { en: '{share} % of the calls would cross a border of the best cut.', ko: '가장 나은 분할에서도 호출의 {share}%가 경계를 넘습니다.' },
  transactions: { en: '{share} % of the transactions would cross a border of the best cut.', ko: '가장 나은 분할에서도 트랜잭션의 {share}%가 경계를 넘습니다.' },
} satisfies Record<string, Localized>;

/** The most that each cause costs, when all of a code base is so. */
const most = { knot: 30, tables: 25, calls: 25, transactions: 20 };
const namedTables = 5;
const percent = (share: number): number => Math.round(100 * share);

/** How tightly the parts of a program hold together, by shares, so that its size does not decide. */
export function coupling(structure: Structure | undefined): Dimension {
  if (!structure || structure.units < fewUnits) return { id: 'coupling', costs: [], unknown: [unknown(words.none)] };
  const { units, knot, tables, shared, callsBetween, transactionsWithin } = structure;
  const cost = (id: keyof typeof most, share: number, args: Args, evidence: readonly Evidence[] = []): readonly Cost[] => {
    const points = Math.round(most[id] * Math.min(1, share));
    return points > 0 ? [{ points, cause: { id: `coupling/${id}`, severity: 'warning', findings: [], missing: { text: words[id], args, evidence } } }] : [];
  };
  const costs = [
    // A circle of half of the classes is as bad as it gets.
    ...cost('knot', (2 * knot.length) / units, { count: knot.length, units }, knot),
    ...(tables > 0 ? cost('tables', shared.length / tables, { count: shared.length, tables, names: shared.slice(0, namedTables).map(({ table }) => table).join(', ') }, shared.map(({ at }) => at)) : []),
    ...(callsBetween === undefined ? [] : cost('calls', callsBetween, { share: percent(callsBetween) })),
    ...(transactionsWithin === undefined ? [] : cost('transactions', 1 - transactionsWithin, { share: percent(1 - transactionsWithin) })),
  ];
  return { id: 'coupling', score: 100 - costs.reduce((sum, { points }) => sum + points, 0), costs: byPoints(costs), unknown: [] };
}
