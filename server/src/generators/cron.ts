import { CronPattern } from 'croner';

/** Where an expression comes from, which decides how its fields are read. */
export type CronDialect = 'spring' | 'quartz';

/**
 * Why no Kubernetes schedule says the same. `seconds`: runs more often than once a minute; `special`: `L`, `W`, `#` and
 * the like; `year`: only in certain years; `days`: a day of the month *and* of the week, which cron joins with *or*;
 * `interval`: no schedule comes near the interval; `unreadable`: not an expression of that dialect.
 */
export type CronRefusal = 'seconds' | 'special' | 'year' | 'days' | 'interval' | 'unreadable';

export interface CronSchedule {
  /** Five fields, as Kubernetes reads them. */
  readonly schedule: string;
  /** The second of the minute that the expression named and that the schedule drops; absent when it was 0. */
  readonly droppedSecond?: number;
  /** Seconds between two runs where an interval was asked for that no schedule meets exactly. */
  readonly nearest?: number;
}

export type CronConversion = { readonly ok: true; readonly value: CronSchedule } | { readonly ok: false; readonly why: CronRefusal };

function refuse(why: CronRefusal): CronConversion {
  return { ok: false, why };
}

const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** `FRI-MON`, which cron libraries refuse because Friday comes after Monday, as the days it names. */
function unwrapWeekdays(field: string): string {
  return field.replace(/\b([A-Z]{3})-([A-Z]{3})\b/g, (whole: string, from: string, to: string) => {
    const start = weekdays.indexOf(from);
    const end = weekdays.indexOf(to);
    if (start < 0 || end < 0 || start <= end) return whole;
    return [...weekdays.slice(start), ...weekdays.slice(0, end + 1)].join(',');
  });
}

/** Six fields (seven for Quartz) in the notation of the reader; `undefined` when their number is wrong. */
function normalised(expression: string, dialect: CronDialect): string | undefined {
  const text = expression.trim().replace(/\s*,\s*/g, ',').toUpperCase();
  if (dialect === 'spring' && text.startsWith('@')) return text.replace('@MIDNIGHT', '@DAILY').toLowerCase();
  const fields = text.split(/\s+/);
  if (fields.length !== 6 && !(dialect === 'quartz' && fields.length === 7)) return undefined;
  return fields.map((field, index) => (index === 5 ? unwrapWeekdays(field) : field).replace(/^\?$/, '*')).join(' ');
}

function read(expression: string, dialect: CronDialect): CronPattern | undefined {
  const text = normalised(expression, dialect);
  if (text === undefined) return undefined;
  try {
    return new CronPattern(text, undefined, { sloppyRanges: true, alternativeWeekdays: dialect === 'quartz' });
  } catch {
    return undefined;
  }
}

/** Numbers that are switched on, the first being `first`. */
function chosen(flags: readonly number[], first: number): readonly number[] {
  return flags.flatMap((flag, index) => (flag === 0 ? [] : [index + first]));
}

/** Consecutive numbers as ranges: 1, 2, 3, 7 → `1-3,7`. */
function ranges(values: readonly number[]): string {
  const runs: number[][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && last.at(-1) === value - 1) last.push(value);
    else runs.push([value]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',');
}

/** The shortest usual way to write a set of numbers of a field: `*`, a step, ranges. */
function written(values: readonly number[], first: number, last: number): string {
  if (values.length === last - first + 1) return '*';
  const [start = first, next] = values;
  const step = next === undefined ? 0 : next - start;
  const even = values.length > 2 && step > 1 && values.every((value, index) => value === start + index * step) && start + values.length * step > last;
  if (!even) return ranges(values);
  return start === first ? `*/${step}` : `${start}-${last}/${step}`;
}

/** Days that depend on the month: the last one, the working day nearest to one, the n-th of a weekday. */
const special = /^(?:L(?:W|-\d+)?|\d+[LW]|\w+#\d|[a-z]{3}L)$/i;

function isSpecial({ lastDayOfMonth, lastWeekday, nearestWeekdays, dayOfWeek }: CronPattern): boolean {
  // Every bit of a weekday is set where it is meant every week.
  const everyWeek = Math.max(...new CronPattern('* * * * * *').dayOfWeek);
  return lastDayOfMonth || lastWeekday || nearestWeekdays.some((flag) => flag !== 0) || dayOfWeek.some((bits) => bits !== 0 && bits !== everyWeek);
}

/** A cron expression with seconds as the five fields of a Kubernetes CronJob; the days and times are the same ones, only written evenly. */
export function kubernetesSchedule(expression: string, dialect: CronDialect): CronConversion {
  const pattern = read(expression, dialect);
  if (!pattern) return refuse(expression.trim().split(/\s+/).some((field) => special.test(field)) ? 'special' : 'unreadable');
  if (isSpecial(pattern)) return refuse('special');
  if (!pattern.starYear) return refuse('year');
  const seconds = chosen(pattern.second, 0);
  if (seconds.length !== 1) return refuse('seconds');
  const day = written(chosen(pattern.day, 1), 1, 31);
  const weekday = written(chosen(pattern.dayOfWeek, 0), 0, 6);
  if (day !== '*' && weekday !== '*') return refuse('days');
  const schedule = [written(chosen(pattern.minute, 0), 0, 59), written(chosen(pattern.hour, 0), 0, 23), day, written(chosen(pattern.month, 1), 1, 12), weekday].join(' ');
  return { ok: true, value: { schedule, ...(seconds[0] ? { droppedSecond: seconds[0] } : {}) } };
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Every even interval that five fields can say, with its length in seconds. */
const intervals: readonly (readonly [seconds: number, schedule: string])[] = [
  ...[1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30].map((each) => [each * minute, each === 1 ? '* * * * *' : `*/${each} * * * *`] as const),
  ...[1, 2, 3, 4, 6, 8, 12].map((each) => [each * hour, each === 1 ? '0 * * * *' : `0 */${each} * * *`] as const),
  [day, '0 0 * * *'], [7 * day, '0 0 * * 0'],
];

/** How far the nearest interval may be from the one that was asked for. */
const tolerance = 1.5;

/** The schedule whose interval comes nearest to one in seconds; refused below a minute and where nothing comes near. */
export function nearestSchedule(seconds: number): CronConversion {
  if (!Number.isFinite(seconds) || seconds <= 0) return refuse('unreadable');
  if (seconds < minute) return refuse('seconds');
  const distance = (each: number): number => Math.max(each / seconds, seconds / each);
  const [best] = [...intervals].sort(([a], [b]) => distance(a) - distance(b) || a - b);
  if (!best || distance(best[0]) > tolerance) return refuse('interval');
  const [length, schedule] = best;
  return { ok: true, value: { schedule, ...(length === seconds ? {} : { nearest: length }) } };
}
