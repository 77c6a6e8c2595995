import type { Readiness } from './view.js';

/** What changed since an earlier report. */
export interface Trend {
  readonly levelBefore: number | null;
  readonly levelAfter: number | null;
  /** Rows whose score changed; `null` stands for unknown. */
  readonly rows: readonly { readonly id: string; readonly before: number | null; readonly after: number | null }[];
  /** Findings that are gone, and those that are new. */
  readonly gone: number;
  readonly fresh: number;
  readonly rulesGone: readonly string[];
  readonly rulesNew: readonly string[];
}

type Earlier = Pick<Readiness, 'level' | 'table' | 'rules'>;

/** Compares a report with an earlier one of the same code base. */
export function trendOf(now: Readiness, earlier: Earlier): Trend {
  const prints = ({ rules }: Earlier): ReadonlySet<string> => new Set(rules.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)));
  const ids = ({ rules }: Earlier): readonly string[] => rules.map(({ id }) => id);
  const [before, after] = [prints(earlier), prints(now)];
  const scoreBefore = new Map(earlier.table.map(({ id, score }) => [id, score]));
  return {
    levelBefore: earlier.level, levelAfter: now.level,
    rows: now.table.flatMap(({ id, score }) => {
      const was = scoreBefore.get(id) ?? null;
      return was === score ? [] : [{ id, before: was, after: score }];
    }),
    gone: [...before].filter((print) => !after.has(print)).length, fresh: [...after].filter((print) => !before.has(print)).length,
    rulesGone: ids(earlier).filter((id) => !ids(now).includes(id)), rulesNew: ids(now).filter((id) => !ids(earlier).includes(id)),
  };
}

/** The report in a JSON text, as far as a trend needs it; `undefined` when it is none. */
export function earlierReport(text: string): Earlier | undefined {
  try {
    const data = JSON.parse(text) as Partial<Earlier> | null;
    return data && (typeof data.level === 'number' || data.level === null) && Array.isArray(data.table) && Array.isArray(data.rules) ? { level: data.level, table: data.table, rules: data.rules } : undefined;
  } catch {
    return undefined;
  }
}
