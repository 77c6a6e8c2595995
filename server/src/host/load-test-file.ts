import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { Parser } from 'htmlparser2';
import { Collector, type LoadTest } from '../autoscaling/load-test/collector.js';
import { lineFormats, type LineFormat } from '../autoscaling/load-test/lines.js';
import { fromSummary, gatlingStatistics, isGatlingScript } from '../autoscaling/load-test/summaries.js';
import { tableFormats, type TableFormat } from '../autoscaling/load-test/tables.js';
import { JmeterXml } from '../autoscaling/load-test/xml.js';
import type { Localized } from '../contract/words.js';
import { encodingOf, isBinary } from './decode.js';
import { FileError, filledIn, namedBytes, namedText } from './named-file.js';

const words = {
  utf16: { en: '{file} is written in UTF-16; save it as UTF-8 and run again', ko: '{file} 파일이 UTF-16으로 저장되어 있습니다. UTF-8로 저장한 뒤 다시 실행하세요' },
  binary: { en: '{file} holds binary data; unpack it if it is compressed, or name the result file itself', ko: '{file} 파일에 바이너리 데이터가 들어 있습니다. 압축 파일이면 풀고, 아니면 결과 파일을 지정하세요' },
  gatling: { en: '{file} is a binary log, as Gatling writes since 3.12; name js/stats.js (or js/stats.json) of its report instead', ko: '{file} 파일은 Gatling 3.12부터 쓰는 바이너리 로그입니다. 대신 보고서의 js/stats.js(또는 js/stats.json)를 지정하세요' },
  unknown: { en: '{file}: neither a table with `time` in ascending seconds and `rate` or `users`, nor a result of JMeter (CSV, XML), k6 (JSON, CSV, summary), Gatling (log, stats.js, stats.json), nGrinder or Locust (stats history)', ko: '{file}: `time`(초, 오름차순)과 `rate` 또는 `users` 열이 있는 표도 아니고 JMeter(CSV, XML), k6(JSON, CSV, summary), Gatling(로그, stats.js, stats.json), nGrinder, Locust(stats history)의 결과 파일도 아닙니다' },
  nothing: { en: '{file} is empty', ko: '{file} 파일이 비어 있습니다' },
  json: { en: '{file} begins as JSON but cannot be read to its end; it may have been cut off', ko: '{file} 파일은 JSON으로 시작하지만 끝까지 읽을 수 없습니다. 중간에서 끊겼을 수 있습니다' },
  empty: { en: '{file}: this is of {tool}, but holds no request that was measured', ko: '{file}: {tool} 결과 파일이지만 측정한 요청이 없습니다' },
  broken: { en: '{file}: {count} lines could not be read and are left out', ko: '{file}: 읽을 수 없는 {count}줄을 제외했습니다' },
  cut: { en: '{file} ends in the middle; what stands before counts', ko: '{file} 파일이 중간에서 끊겨 있어 그 앞까지만 읽었습니다' },
} satisfies Record<string, Localized>;

/** A load test, and what a reader of it has to know. */
export interface ReadLoadTest {
  readonly test: LoadTest;
  readonly notes: readonly Localized[];
}

/** Enough to tell the forms apart. */
const headLength = 64 * 1024;
/** Summaries are short; a longer file of JSON is none. */
const summaryLimit = 64 * 2 ** 20;

/**
 * Reads what a load-testing tool wrote, line by line, so that a file of any length fits into memory. Throws a
 * {@link FileError} where the file cannot be read, is of no tool that is known, or holds no request.
 */
export async function readLoadTest(file: string): Promise<ReadLoadTest> {
  const bytes = namedBytes(file, headLength);
  const what = unreadable(bytes);
  if (what) throw new FileError(filledIn(words[what], { file }));
  const head = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const lines = lineFormats.find((format) => format.matches(head));
  if (lines) return fromLines(file, lines);
  if (/^\s*<(?:\?xml|testResults)/.test(head)) return fromXml(file);
  if (/^\s*\{/.test(head)) return fromSummaryFile(file, (text) => text);
  if (isGatlingScript(head)) return fromSummaryFile(file, gatlingStatistics);
  return fromTable(file);
}

/** A Gatling log of 3.12 or newer: the mark of its first record, then the version with its length before it. */
const gatlingLog = /^\0\0\0\0.\d+\.\d/;

/** Why a file that begins with these bytes is no text that can be read; `undefined` when it is. */
function unreadable(bytes: Uint8Array): 'nothing' | 'utf16' | 'gatling' | 'binary' | undefined {
  if (bytes.length === 0) return 'nothing';
  if (encodingOf(bytes).name.startsWith('utf-16')) return 'utf16';
  if (!isBinary(bytes)) return undefined;
  return gatlingLog.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1')) ? 'gatling' : 'binary';
}

function told(test: LoadTest | undefined, tool: string, file: string, notes: readonly Localized[]): ReadLoadTest {
  if (!test) throw new FileError(filledIn(words.empty, { file, tool }));
  return { test, notes };
}

function brokenNote(file: string, count: number): readonly Localized[] {
  return count > 0 ? [filledIn(words.broken, { file, count })] : [];
}

async function fromLines(file: string, { tool, reader }: LineFormat): Promise<ReadLoadTest> {
  const collector = new Collector();
  const read = reader(collector);
  let broken = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) if (line !== '' && !read(line)) broken++;
  return told(collector.finish(tool), tool, file, brokenNote(file, broken));
}

/** Stops reading a table whose header nobody knows. */
class UnknownHeader extends Error {}

async function fromTable(file: string): Promise<ReadLoadTest> {
  const collector = new Collector();
  const state: { format?: TableFormat; read?: (row: readonly string[]) => boolean; broken: number; cut: boolean } = { broken: 0, cut: false };
  // Rows are taken as they are found: passed on through a stream they would need twice the memory and time.
  const take = (row: readonly string[]): null => {
    if (state.read) state.broken += state.read(row) ? 0 : 1;
    else {
      const format = tableFormats.find((each) => each.matches(row));
      if (!format) throw new UnknownHeader();
      Object.assign(state, { format, read: format.reader(row, collector) });
    }
    return null;
  };
  const parser = parse({ bom: true, delimiter: [',', ';', '\t'], relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true, on_record: take });
  try {
    await pipeline(createReadStream(file), parser.resume());
  } catch (error) {
    // Else a quote is never closed: the file was cut off within a row.
    state.cut = !(error instanceof UnknownHeader);
  }
  const { format, broken, cut } = state;
  if (!format) throw new FileError(filledIn(words.unknown, { file }));
  return told(collector.finish(format.tool), format.tool, file, [...brokenNote(file, broken), ...(cut ? [filledIn(words.cut, { file })] : [])]);
}

async function fromXml(file: string): Promise<ReadLoadTest> {
  const collector = new Collector();
  const samples = new JmeterXml(collector);
  let ended = false;
  const parser = new Parser({
    onopentag: (name, attributes) => samples.open(name, attributes),
    onclosetag: (name, implied) => {
      samples.close(name);
      ended ||= name === 'testResults' && !implied;
    },
  }, { xmlMode: true });
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) parser.write(chunk);
  parser.end();
  return told(collector.finish('JMeter'), 'JMeter', file, ended ? [] : [filledIn(words.cut, { file })]);
}

/** `jsonIn`: the part of the text that is JSON; `undefined` where there is none. */
function fromSummaryFile(file: string, jsonIn: (text: string) => string | undefined): ReadLoadTest {
  if (statSync(file).size > summaryLimit) throw new FileError(filledIn(words.unknown, { file }));
  let data: unknown;
  try {
    data = JSON.parse(jsonIn(namedText(file)) ?? '');
  } catch {
    throw new FileError(filledIn(words.json, { file }));
  }
  const test = fromSummary(data);
  if (!test) throw new FileError(filledIn(words.unknown, { file }));
  return { test, notes: [] };
}
