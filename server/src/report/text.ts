import type { Finding } from '../contract/finding.js';
import { say } from '../contract/words.js';
import { fixesFor } from '../engine/fixes.js';
import { countBySeverity, messageOf, problemText, type ReportInput } from './view.js';
import { words } from './words.js';

/** Members of one group, and places of one finding, that are listed one by one; the others are counted, so that a monolith stays readable. */
const shownPerGroup = 5;

/** Terminal colours; `plain` for pipes and files. */
export interface Palette {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}
const same = (text: string): string => text;
export const plain: Palette = { error: same, warning: same, info: same, bold: same, dim: same };
const paint = (code: number) => (text: string): string => `\u001b[${code}m${text}\u001b[0m`;
export const coloured: Palette = { error: paint(31), warning: paint(33), info: paint(36), bold: paint(1), dim: paint(2) };

/** How the reader called the program and named the folder, for commands to copy. */
export interface Invocation {
  readonly program: string;
  readonly target: string;
}

/** Findings by file, the figures, and what to do next; made for a person at a terminal. */
export function textReport(input: ReportInput, palette: Palette = plain, invocation: Invocation = { program: 'monolift', target: '.' }): string {
  const { conclusion, locale } = input;
  const lines: string[] = [];
  const shown = new Map<string, number>();
  let file: string | undefined;
  for (const finding of conclusion.findings) {
    if (finding.group !== undefined) {
      const count = (shown.get(finding.group) ?? 0) + 1;
      shown.set(finding.group, count);
      if (count > shownPerGroup && finding.related.length === 0) continue;
    }
    if (finding.file !== file) {
      if (file !== undefined) lines.push('');
      file = finding.file;
      lines.push(palette.bold(file));
    }
    lines.push(...findingLines(finding, input, palette));
  }
  const hidden = [...shown.values()].reduce((sum, count) => sum + Math.max(0, count - shownPerGroup), 0);
  if (hidden > 0) lines.push('', palette.dim(say(words.more, locale, { count: hidden })));
  if (conclusion.findings.length === 0) lines.push(words.clean[locale]);
  lines.push('', ...summaryLines(input, palette), ...problemLines(input), ...nextSteps(input, palette, invocation), '');
  return lines.join('\n');
}

function findingLines(finding: Finding, input: ReportInput, palette: Palette): readonly string[] {
  const { locale, ruleset, conclusion } = input;
  const { startLine, startColumn } = finding.range;
  const severity = palette[finding.severity](words.severity[finding.severity][locale]);
  const lines = [`  ${startLine}:${startColumn}  ${severity}  ${messageOf(finding, ruleset, locale)}  ${palette.dim(finding.rule)}`];
  for (const related of finding.related.slice(0, shownPerGroup)) {
    lines.push(palette.dim(`         ↳ ${related.file}:${related.range.startLine}  ${messageOf({ rule: finding.rule, say: related.say, args: related.args }, ruleset, locale)}`));
  }
  const hidden = finding.related.length - shownPerGroup;
  if (hidden > 0) lines.push(palette.dim(`         ↳ ${say(words.morePlaces, locale, { count: hidden })}`));
  for (const { file, range } of finding.clearedBy ?? []) lines.push(palette.dim(`         ${say(words.clearedBy, locale, { place: `${file}:${range.startLine}` })}`));
  for (const fix of fixesFor(finding, ruleset, conclusion.model)) lines.push(palette.dim(`         ${say(words.fix, locale, { key: fix.key, title: fix.title[locale] })}`));
  return lines;
}

function summaryLines({ conclusion, summary, milliseconds, locale }: ReportInput, palette: Palette): readonly string[] {
  const counts = countBySeverity(conclusion.findings);
  return [
    palette.bold(say(words.counts, locale, { errors: counts.error, warnings: counts.warning, infos: counts.info })),
    palette.dim(say(words.read, locale, {
      files: summary.files, megabytes: (summary.bytes / 1e6).toFixed(1), parsed: summary.parsed, skipped: summary.skipped, seconds: (milliseconds / 1000).toFixed(2),
    })),
  ];
}

function problemLines({ conclusion, locale }: ReportInput): readonly string[] {
  if (conclusion.problems.length === 0) return [];
  return ['', words.problems[locale], ...conclusion.problems.map((problem) => `  ${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}  ${problemText(problem, locale)}`)];
}

/** Commands to copy, chosen by what was found. */
function nextSteps(input: ReportInput, palette: Palette, { program, target }: Invocation): readonly string[] {
  const { conclusion, ruleset, locale } = input;
  const [first] = [...conclusion.findings].sort((a, b) => rank(a) - rank(b));
  if (!first) return [];
  const steps: string[] = [];
  const fixable = [...conclusion.findings].sort((a, b) => rank(a) - rank(b)).find((finding) => fixesFor(finding, ruleset, conclusion.model).length > 0);
  const fix = fixable && fixesFor(fixable, ruleset, conclusion.model)[0];
  if (fixable && fix) steps.push(say(words.applyFix, locale, { command: `${program} fix ${target} --rule ${fixable.rule} --fix ${fix.key}` }));
  const what = conclusion.findings.some((finding) => finding.rule === 'image/missing-dockerfile') ? 'dockerfile' : conclusion.findings.some((finding) => finding.rule === 'autoscale/missing-autoscaler') ? 'hpa' : undefined;
  if (what) steps.push(say(words.generate, locale, { command: `${program} generate ${what} ${target} --stdout` }));
  steps.push(say(words.explain, locale, { command: `${program} explain ${first.rule}` }));
  return ['', palette.bold(words.next[locale]), ...steps.map((step) => `  ${step}`)];
}

/** The gravest first; of those, faults of the code before faults of its packaging, which are right once the code is. */
function rank(finding: Finding): number {
  const packaging = /^(?:image|compose|deploy|autoscale)\//.test(finding.rule);
  return 2 * { error: 0, warning: 1, info: 2 }[finding.severity] + (packaging ? 1 : 0);
}
