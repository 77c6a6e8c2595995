import type { Span } from '../../../base/text.js';
import { extension } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { isFilledIn } from '../../../facts/java/datasource.js';
import { environmentEdits, type EnvironmentEntry } from '../../../generators/environment-entry.js';
import { isSince } from '../../../generators/go-plan.js';
import { carriedOut } from '../../../generators/planned-edits.js';
import type { GoPlan } from '../../../syntax/go/plan.js';
import { plainValue, withPlaceholder } from '../../../syntax/placeholder-edit.js';
import { repeatsOf } from './repeats.js';
import { addImports } from '../../../syntax/python/edit.js';
import { dataOf } from './report.js';

/** The whole value as written, quotes included. */
function valueSpan(finding: Finding): Span {
  const { before, after } = dataOf(finding);
  return { start: finding.range.start - before, end: finding.range.end + after };
}

/** `??` where the file may use it; `||` in files that write it that way or are too old for `??`. */
function operator(file: string, text: string): '??' | '||' {
  if (text.includes('??') || /^[mc]?tsx?$/.test(extension(file))) return '??';
  return /process\.env\.\w+\s*\|\|/.test(text) || (/\brequire\(/.test(text) && !text.includes('?.')) ? '||' : '??';
}

/** Whether the value is an operand or has members called on it, so that another operator must be set apart. */
function isOperand(text: string, { start, end }: Span): boolean {
  return /(?:\+|&&|\|\||\?\?)\s*$/.test(text.slice(0, start)) || /^\s*(?:[+.[]|&&|\|\||\?\?|as\b)/.test(text.slice(end));
}

function replacement(file: string, text: string, span: Span, variable: string): string {
  const written = text.slice(span.start, span.end);
  if (extension(file) === 'java') return `System.getenv().getOrDefault("${variable}", ${written})`;
  if (extension(file) === 'cs') return `System.Environment.GetEnvironmentVariable("${variable}") ?? ${written}`;
  if (extension(file) === 'py') return `os.environ.get("${variable}", ${written})`;
  if (!/^[mc]?[jt]sx?$/.test(extension(file))) return withPlaceholder(file, text, span, variable);
  const value = `process.env.${variable} ${operator(file, text)} ${written}`;
  return isOperand(text, span) ? `(${value})` : value;
}

/** The place turned to the environment, and the variable that the ConfigMap shall hold. */
export interface Replaced {
  readonly edit: Edit;
  readonly entry: EnvironmentEntry | undefined;
}

export function replaceHost({ finding, text }: Pick<FixInput, 'finding' | 'text'>): Replaced | undefined {
  const { variable } = dataOf(finding);
  const current = text(finding.file);
  if (current === undefined || variable === '') return undefined;
  const span = valueSpan(finding);
  if (span.start < 0 || span.end > current.length) return undefined;
  const value = plainValue(finding.file, current, span);
  return {
    edit: { do: 'replace', file: finding.file, span, text: replacement(finding.file, current, span, variable) },
    entry: value === undefined ? undefined : { from: 'configMap', variable, value },
  };
}

/** The same host under the same key in files of other profiles, which would be told next. */
export function repeatEdits(input: FixInput): readonly Edit[] {
  const { variable } = dataOf(input.finding);
  return repeatsOf(input).map(({ file, span, text }) => ({ do: 'replace', file, span, text: withPlaceholder(file, text, span, variable) }));
}

function goPlanOf(finding: Finding): GoPlan | undefined {
  return (dataOf(finding).plan ?? undefined) as GoPlan | undefined;
}

/** Go wants imports, and a variable in place of a constant: all of it was planned with the tree. */
function goEdits(input: FixInput): readonly Edit[] | undefined {
  const { finding, text } = input;
  const now = text(finding.file);
  const code = carriedOut(finding.file, now, goPlanOf(finding));
  if (!code || now === undefined) return undefined;
  const { variable } = dataOf(finding);
  const value = plainValue(finding.file, now, valueSpan(finding));
  return [...code, ...environmentEdits(input, finding, value === undefined ? [] : [{ from: 'configMap', variable, value }])];
}

/** The environment decides, filled from a ConfigMap where a manifest runs this code; what stood there remains the default for development. */
export const environmentPlaceholder: Fix = {
  key: 'environment-placeholder',
  title: { en: 'Read the value from the environment', ko: '값을 환경 변수에서 읽기' },
  safety: 'review',
  applies(finding, model) {
    if (dataOf(finding).variable === '' || extension(finding.file) === 'json') return false;
    if (extension(finding.file) === 'go') return goPlanOf(finding) !== undefined && isSince(model, finding, 22);
    if (extension(finding.file) === 'xml') return model.factsFor('spring.placeholders', finding.file).length > 0;
    return !/^(?:properties|ya?ml)$/.test(extension(finding.file)) || isFilledIn(model, finding.file);
  },
  edits(input) {
    if (extension(input.finding.file) === 'go') return goEdits(input);
    const replaced = replaceHost(input);
    const { file } = input.finding;
    const imports = file.endsWith('.py') ? addImports(file, input.text(file) ?? '', 'import os') : [];
    return replaced && [replaced.edit, ...imports, ...repeatEdits(input), ...environmentEdits(input, input.finding, replaced.entry ? [replaced.entry] : [])];
  },
};
