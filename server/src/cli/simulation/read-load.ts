import { parse } from 'csv-parse/sync';
import { closedLoad, isLoadHeader, loadTable, shapeNames } from '../../autoscaling/input/load.js';
import type { Load } from '../../autoscaling/plant/workload.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import type { TriedLoad } from '../../laboratory/setup.js';
import { UsageError } from '../errors.js';
import { readText } from '../read-text.js';
import { readLoadTest } from './read-load-test.js';

export interface LoadOptions {
  readonly load?: string;
  readonly closed?: string;
  readonly shape?: string;
  /** Seconds that users think, where a table counts users. */
  readonly think: number;
}

const words = {
  one: { en: 'name one load: --load FILE, --closed USERS,THINK or --shape NAME:LOW..HIGH', ko: '부하를 하나 지정하세요: --load FILE, --closed USERS,THINK, --shape NAME:LOW..HIGH' },
  closed: { en: '--closed {text}: expected users and a thinking time, for example 296,1s', ko: '--closed {text}: 사용자 수와 대기 시간(think time)이 필요합니다. 예: 296,1s' },
  shape: { en: '--shape {text}: expected one of {names} with rates in requests per second, for example day:20..300', ko: '--shape {text}: {names} 중 하나와 초당 요청 수가 필요합니다. 예: day:20..300' },
  totals: { en: '{file}: this summary of {tool} does not say when the requests came; name the log or the table that it was made of', ko: '{file}: {tool} 요약 파일에는 요청이 언제 들어왔는지가 없습니다. 요약의 원본인 로그나 표를 지정하세요' },
} satisfies Record<string, Localized>;

/** The load that the options name; `length`: how long a table goes on, in seconds. */
export async function readLoad({ load, closed, shape, think }: LoadOptions, lang: Locale): Promise<{ readonly load: TriedLoad; readonly length?: number; readonly notes?: readonly string[] }> {
  if ([load, closed, shape].filter((each) => each !== undefined).length !== 1) throw new UsageError(words.one[lang]);
  if (load !== undefined) return fromFile(load, think, lang);
  const found = closed === undefined ? shapeOf(shape ?? '') : closedLoad(closed);
  if (found) return { load: found };
  throw new UsageError(closed === undefined ? say(words.shape, lang, { text: shape ?? '', names: shapeNames.join(', ') }) : say(words.closed, lang, { text: closed }));
}

/** `day:20..300` */
function shapeOf(text: string): TriedLoad | undefined {
  const { name, low, high } = /^(?<name>[a-z]+):(?<low>\d+(?:\.\d+)?)(?:\.\.(?<high>\d+(?:\.\d+)?))?$/.exec(text)?.groups ?? {};
  return name === undefined || !shapeNames.includes(name) ? undefined : { kind: 'shape', shape: name, low: Number(low), high: Number(high ?? low) };
}

/** A table of a load, or whatever a load-testing tool measured. */
async function fromFile(file: string, think: number, lang: Locale): Promise<{ readonly load: Load; readonly length: number; readonly notes: readonly string[] }> {
  const [header = ''] = readText(file, lang, headerLimit).split('\n');
  const table = isLoadHeader(rowsOf(header)[0] ?? []) ? loadTable(rowsOf(readText(file, lang, tableLimit))) : undefined;
  if (table) {
    const last = table.steps.at(-1)?.[0] ?? 0;
    const before = table.steps.at(-2)?.[0] ?? 0;
    const load: Load = table.counts === 'users' ? { kind: 'closed', users: table.steps, think } : { kind: 'open', rate: table.steps };
    // The last row holds as long as the one before it.
    return { load, length: last + (last - before), notes: [] };
  }
  const { test, notes } = await readLoadTest(file, lang);
  if (test.intervals.length === 0) throw new UsageError(say(words.totals, lang, { file, tool: test.tool }));
  return { load: { kind: 'open', rate: test.intervals.map(({ time, requests }) => [time, requests] as const) }, length: test.duration, notes };
}

/** Bytes that a header takes at the most; tables of loads are short, anything longer is a measurement. */
const headerLimit = 4096;
const tableLimit = 4 * 2 ** 20;

function rowsOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: [',', ';', '\t'], relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    return [];
  }
}
