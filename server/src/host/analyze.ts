import { analyzeFile, concerns, type AnalyzeOptions, type FileResult } from '../engine/analyze-file.js';
import type { PlannedFile } from '../engine/plan.js';
import type { Ruleset } from '../engine/ruleset.js';
import type { Problem } from '../contract/finding.js';
import type { Localized } from '../contract/words.js';
import type { Module, Settings } from '../contract/workspace.js';
import type { AdapterPool } from '../syntax/load.js';
import type { ChartFiles, Charts } from './charts.js';
import { decode, isBinary } from './decode.js';
import { isMinified, type DiskHost } from './disk.js';
import type { ReadResult, SkipReason } from './host.js';

/** One file to analyse, with the module it belongs to. */
export interface FileTask extends PlannedFile {
  readonly module: Module;
  /** The chart that the file is a template of. */
  readonly chart?: ChartFiles;
}

/** The outcome for one file: what it contributes and what reading it cost. */
export interface FileOutcome {
  readonly result: FileResult;
  readonly bytes: number;
  readonly skipped?: SkipReason;
}

function empty(path: string, problems: readonly Problem[] = []): FileResult {
  return { path, parsed: false, findings: [], facts: [], problems, failures: [] };
}

/** What to tell of a file that was not analysed; minified files are only counted, because no one wrote them. */
const skipMessages: Readonly<Record<SkipReason, Localized | undefined>> = {
  unreadable: { en: 'file cannot be read; check its permissions and scan again', ko: '파일을 읽을 수 없습니다. 권한을 확인한 뒤 다시 검사하세요' },
  binary: { en: 'holds binary data although its name says otherwise, so it is left out', ko: '이름과 달리 바이너리 데이터가 들어 있어 제외했습니다' },
  'too-large': { en: 'is larger than 2 MB, so it is left out; split it if a person maintains it', ko: '2MB를 넘어 제외했습니다. 사람이 관리하는 파일이라면 나누세요' },
  minified: undefined,
  missing: undefined,
};

export function skipProblem(file: string, reason: SkipReason): readonly Problem[] {
  const message = skipMessages[reason];
  return message ? [{ file, message, args: {} }] : [];
}

export function skippedOutcome(path: string, skipped: SkipReason): FileOutcome {
  return { result: empty(path, skipProblem(path, skipped)), bytes: 0, skipped };
}

/** Analyses a text that is already there. Loads the language's adapter when it is first needed. */
export async function analyzeText(task: FileTask, read: ReadResult, charts: Charts, ruleset: Ruleset, adapters: AdapterPool, settings: Settings, options: AnalyzeOptions = { prefilter: true }): Promise<FileOutcome> {
  if ('skipped' in read) return skippedOutcome(task.path, read.skipped);
  const input = { path: task.path, text: read.text, language: task.language, module: task.module, chart: task.chart && charts.dataOf(task.chart) };
  const active = options.active ?? (options.prefilter ? concerns(input, ruleset, options.lookedUp) : undefined);
  if (options.prefilter && !active) return { result: empty(task.path), bytes: read.bytes };
  const missing = await grammarProblem(task, adapters);
  if (missing) return { result: empty(task.path, [missing]), bytes: read.bytes };
  const adapter = adapters.get(task.language);
  if (!adapter) return { result: empty(task.path), bytes: read.bytes };
  return { result: analyzeFile(input, ruleset, adapter as never, settings, { ...options, ...(active ? { active } : {}) }), bytes: read.bytes };
}

async function grammarProblem(task: FileTask, adapters: AdapterPool): Promise<Problem | undefined> {
  try {
    await adapters.load(task.language);
    return undefined;
  } catch (error) {
    return {
      file: task.path,
      message: { en: 'the {language} grammar could not be loaded, so files of this language are not analysed: {error}', ko: '{language} 문법을 불러오지 못해 이 언어의 파일은 분석하지 않습니다: {error}' },
      args: { language: task.language, error: error instanceof Error ? error.message : String(error) },
    };
  }
}

/**
 * Analyses a file on disk. The words are searched in the raw bytes first (they are ASCII, which every supported
 * encoding keeps), so that most files are never decoded.
 */
export async function analyzeOnDisk(disk: DiskHost, task: FileTask, charts: Charts, ruleset: Ruleset, adapters: AdapterPool, settings: Settings): Promise<FileOutcome> {
  const bytes = disk.bytes(task.path);
  if (typeof bytes === 'string') return skippedOutcome(task.path, bytes);
  if (isBinary(bytes)) return skippedOutcome(task.path, 'binary');
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  const raw = { path: task.path, text: utf16 ? decode(bytes) : bytes.toString('latin1'), language: task.language, module: task.module };
  const active = concerns(raw, ruleset);
  if (!active) return { result: empty(task.path), bytes: bytes.length };
  const text = decode(bytes);
  if (isMinified(text)) return skippedOutcome(task.path, 'minified');
  return analyzeText(task, { text, bytes: bytes.length }, charts, ruleset, adapters, settings, { prefilter: true, active });
}
