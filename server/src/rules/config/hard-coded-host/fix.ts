import type { Span } from '../../../base/text.js';
import { extension } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import type { Fix } from '../../../contract/rule.js';
import type {} from '../../../facts/datasource.js';
import type { HostData } from './report.js';

function dataOf(finding: Finding): HostData {
  return finding.data as unknown as HostData;
}

/** The whole value as written, quotes included. */
function valueSpan(finding: Finding): Span {
  const { before, after } = dataOf(finding);
  return { start: finding.range.start - before, end: finding.range.end + after };
}

/** `${NAME:old}` with the quotes of the old value; YAML flow collections need some. */
function placeholder(file: string, text: string, { start, end }: Span, variable: string): string {
  const written = text.slice(start, end);
  const quote = extension(file) === 'properties' ? undefined : /^(['"])[^]*\1$/.exec(written)?.[1];
  const inFlow = /^ya?ml$/.test(extension(file)) && /[[{]/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  const inner = quote ? written.slice(1, -1) : written;
  const use = quote ?? (inFlow ? '"' : '');
  return `${use}\${${variable}:${inner}}${use}`;
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
  if (!/^[mc]?[jt]sx?$/.test(extension(file))) return placeholder(file, text, span, variable);
  const value = `process.env.${variable} ${operator(file, text)} ${written}`;
  return isOperand(text, span) ? `(${value})` : value;
}

/** The environment decides; what stood there remains the default for development. */
export const environmentPlaceholder: Fix = {
  key: 'environment-placeholder',
  title: { en: 'Read the value from the environment', ko: '값을 환경 변수에서 읽기' },
  safety: 'review',
  applies(finding, model) {
    if (dataOf(finding).variable === '') return false;
    return extension(finding.file) !== 'xml' || model.factsFor('spring.placeholders', finding.file).length > 0;
  },
  edits({ finding, text }) {
    const { variable } = dataOf(finding);
    const current = text(finding.file);
    if (current === undefined || variable === '') return undefined;
    const span = valueSpan(finding);
    if (span.start < 0 || span.end > current.length) return undefined;
    return [{ do: 'replace', file: finding.file, span, text: replacement(finding.file, current, span, variable) }];
  },
};
