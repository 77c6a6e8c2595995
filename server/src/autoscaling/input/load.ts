import type { ClosedLoad, OpenLoad, Steps } from '../plant/workload.js';

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of a duration such as `90`, `90s`, `10m9s` or `1.5h`; `undefined` when the text is none. */
export function secondsOf(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)].reduce((sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ''] ?? Number.NaN), 0);
}

/** `296,1s`: so many users who think so long in between. */
export function closedLoad(text: string): ClosedLoad | undefined {
  const match = /^(\d+),(.+)$/.exec(text.replaceAll(' ', ''));
  const think = match?.[2] === undefined ? undefined : secondsOf(match[2]);
  return match?.[1] === undefined || think === undefined ? undefined : { kind: 'closed', users: [[0, Number(match[1])]], think };
}

/** Forms of a load between two rates over the whole time, each from 0 to 1. */
const shapes: Readonly<Record<string, (at: number) => number>> = {
  /** Low at both ends, high in the middle, as a day is. */
  day: (at) => (1 - Math.cos(2 * Math.PI * at)) / 2,
  ramp: (at) => at,
  /** The middle fifth. */
  spike: (at) => (at >= 0.4 && at < 0.6 ? 1 : 0),
  steady: () => 1,
};

export const shapeNames: readonly string[] = Object.keys(shapes);

/** A form and its lowest and highest rate in requests per second, over a time in seconds; `undefined` for an unknown form. */
export function shapedLoad(name: string, low: number, high: number, duration: number): OpenLoad | undefined {
  const shape = shapes[name];
  const points = 720;
  return shape && { kind: 'open', rate: Array.from({ length: points }, (_, index) => [(index * duration) / points, low + (high - low) * shape(index / points)] as const) };
}

const timeColumn = /^(?:time|t|seconds?|timestamp|elapsed)$/i;
const rateColumn = /^(?:rate|rps|requests?(?:[ _/](?:per[ _])?s(?:econds?)?)?|tps|qps|load|users?|vus)$/i;
const userColumn = /^(?:users?|vus)$/i;

/** A load in a table: seconds, and requests per second or users from then on. */
export interface LoadTable {
  readonly counts: 'rate' | 'users';
  readonly steps: Steps;
}

function columnsOf(header: readonly string[]): readonly [number, number] | undefined {
  const [time = -1, value = -1] = [timeColumn, rateColumn].map((pattern) => header.findIndex((name) => pattern.test(name.trim())));
  return time < 0 || value < 0 ? undefined : [time, value];
}

/** Whether a header is that of a load in a table. */
export function isLoadHeader(header: readonly string[]): boolean {
  return columnsOf(header) !== undefined;
}

/** Reads a table by its header; `undefined` when it has no such columns or some row holds no numbers. */
export function loadTable(rows: readonly (readonly string[])[]): LoadTable | undefined {
  const [header = [], ...rest] = rows;
  const columns = columnsOf(header);
  if (!columns || rest.length === 0) return undefined;
  const [time, value] = columns;
  const steps = rest.map((row): readonly [number, number] => [Number(row[time] ?? Number.NaN), Number(row[value] ?? Number.NaN)]);
  const start = steps[0]?.[0] ?? 0;
  if (steps.some(([at, each], index) => !Number.isFinite(at) || !(each >= 0) || at < (steps[index - 1]?.[0] ?? at))) return undefined;
  return { counts: userColumn.test(header[value]?.trim() ?? '') ? 'users' : 'rate', steps: steps.map(([at, each]) => [at - start, each]) };
}
