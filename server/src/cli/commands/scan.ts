import { isAbsolute, relative } from 'node:path';
import type { Locale } from '../../contract/words.js';
import { jsonReport } from '../../report/json.js';
import { markdownReport } from '../../report/markdown.js';
import { sarifReport } from '../../report/sarif.js';
import { coloured, plain, textReport, type Invocation } from '../../report/text.js';
import { reaches, type ReportInput } from '../../report/view.js';
import { exitCodes, UsageError } from '../errors.js';
import { open } from '../open.js';
import { output } from '../output.js';
import { knownRule } from '../rule-id.js';

interface ScanOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'markdown';
  readonly failOn: 'error' | 'warning' | 'never';
  readonly rule?: readonly string[];
  readonly lang: Locale;
  readonly output?: string;
  readonly cache: boolean;
}

/** `monolift scan`: several folders are reported one after the other; machine formats take one. */
export async function scan(paths: readonly string[], options: ScanOptions): Promise<void> {
  const wanted = options.rule?.map((id): string => knownRule(id, options.lang).meta.id);
  if (paths.length > 1 && (options.format === 'json' || options.format === 'sarif')) {
    throw new UsageError(options.lang === 'ko' ? `${options.format} 형식은 폴더 하나만 받습니다. 폴더마다 따로 실행하세요` : `the ${options.format} format takes one folder; run it once per folder`);
  }
  const reports: string[] = [];
  let failed = false;
  for (const path of paths) {
    const opened = await open(path, options.lang, options.cache);
    const findings = opened.conclusion.findings.filter((finding) => !wanted || wanted.includes(finding.rule));
    const input: ReportInput = {
      root: opened.root, conclusion: { ...opened.conclusion, findings }, summary: opened.workspace.summary,
      milliseconds: opened.milliseconds, ruleset: opened.workspace.ruleset, locale: options.lang,
    };
    for (const failure of opened.conclusion.failures) process.stderr.write(`monolift: ${failure.owner} failed on ${failure.file}; its other findings stand\n`);
    reports.push(render(input, options, path));
    const { failOn } = options;
    failed ||= failOn !== 'never' && findings.some((finding) => reaches(finding, failOn));
  }
  output(reports.join(''), options.output, options.lang);
  if (failed) process.exitCode = exitCodes.findings;
}

function render(input: ReportInput, options: ScanOptions, path: string): string {
  switch (options.format) {
    case 'json': return jsonReport(input);
    case 'sarif': return sarifReport(input);
    case 'markdown': return markdownReport(input);
    case 'text': return textReport(input, process.stdout.isTTY && !options.output && !process.env['NO_COLOR'] ? coloured : plain, invocation(path));
  }
}

/** The program as it was called: by its name when installed, else by its file. */
function invocation(path: string): Invocation {
  const script = process.argv[1] ?? 'monolift';
  const fromHere = (file: string): string => {
    const near = relative(process.cwd(), file);
    return near.startsWith('..') ? file : near || '.';
  };
  const program = /\.[cm]?js$/.test(script) ? `node ${fromHere(script)}` : 'monolift';
  return { program, target: isAbsolute(path) ? fromHere(path) : path };
}
