import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { closedLoad, loadTable, shapedLoad, shapeNames } from '../../autoscaling/input/load.js';
import type { Load } from '../../autoscaling/plant/workload.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { UsageError } from '../errors.js';

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
  unreadable: { en: '{file} cannot be read ({error}); check the path', ko: '{file} 파일을 읽을 수 없습니다({error}). 경로를 확인하세요' },
  table: { en: '{file}: expected a table with a header, a column `time` in ascending seconds and a column `rate` (requests per second) or `users`', ko: '{file}: 머리글이 있는 표가 필요합니다. 초 단위 오름차순의 `time` 열과 `rate`(초당 요청 수) 또는 `users` 열이 있어야 합니다' },
} satisfies Record<string, Localized>;

/** The load that the options name; `length`: how long a table goes on, in seconds. */
export function readLoad({ load, closed, shape, think }: LoadOptions, duration: number, lang: Locale): { readonly load: Load; readonly length?: number } {
  if ([load, closed, shape].filter((each) => each !== undefined).length !== 1) throw new UsageError(words.one[lang]);
  if (load !== undefined) return fromTable(load, think, lang);
  const found = closed === undefined ? shapedLoad(shape ?? '', duration) : closedLoad(closed);
  if (found) return { load: found };
  throw new UsageError(closed === undefined ? say(words.shape, lang, { text: shape ?? '', names: shapeNames.join(', ') }) : say(words.closed, lang, { text: closed }));
}

function fromTable(file: string, think: number, lang: Locale): { readonly load: Load; readonly length: number } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(say(words.unreadable, lang, { file, error: (error as NodeJS.ErrnoException).code ?? 'unknown' }));
  }
  const table = loadTable(rowsOf(text));
  if (!table) throw new UsageError(say(words.table, lang, { file }));
  const last = table.steps.at(-1)?.[0] ?? 0;
  const before = table.steps.at(-2)?.[0] ?? 0;
  const load: Load = table.counts === 'users' ? { kind: 'closed', users: table.steps, think } : { kind: 'open', rate: table.steps };
  // The last row holds as long as the one before it.
  return { load, length: last + (last - before) };
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: [',', ';', '\t'], relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    return [];
  }
}
