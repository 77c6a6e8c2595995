import { say } from '../contract/words.js';
import { countBySeverity, fixKeys, messageOf, problemText, type ReportInput } from './view.js';
import { words } from './words.js';

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\r?\n/g, ' ');
}

/** The findings as one Markdown table, for pull requests and wikis. */
export function markdownReport(input: ReportInput): string {
  const { conclusion, ruleset, locale } = input;
  const counts = countBySeverity(conclusion.findings);
  const lines = [`# ${words.title[locale]}`, '', say(words.counts, locale, { errors: counts.error, warnings: counts.warning, infos: counts.info }), ''];
  if (conclusion.findings.length === 0) lines.push(words.clean[locale], '');
  else {
    lines.push(`| | ${words.place[locale]} | ${words.message[locale]} | ${words.rule[locale]} | ${words.fixes[locale]} |`, '|---|---|---|---|---|');
    for (const finding of conclusion.findings) {
      const keys = fixKeys(finding, input).map((key) => `\`${key}\``).join(', ');
      lines.push(`| ${words.severity[finding.severity][locale]} | \`${finding.file}:${finding.range.startLine}\` | ${cell(messageOf(finding, ruleset, locale))} | ${finding.rule} | ${keys} |`);
    }
    lines.push('');
  }
  if (conclusion.problems.length > 0) {
    lines.push(`## ${words.problems[locale]}`, '', ...conclusion.problems.map((problem) => `- \`${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}\` ${problemText(problem, locale)}`), '');
  }
  return lines.join('\n');
}
