import { pathToFileURL } from 'node:url';
import type { Finding, Severity } from '../contract/finding.js';
import type { Rule } from '../contract/rule.js';
import { ruleDocs } from '../generated/docs.js';
import { version } from '../host/version.js';
import { messageOf, problemText, type ReportInput } from './view.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS). Texts are in the chosen language; the other language is in each result's and rule's property bag. */
export function sarifReport(input: ReportInput): string {
  const { conclusion, ruleset } = input;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Monolift', semanticVersion: version.replace(/^dev$/, '0.0.0-dev'), rules: ruleset.rules.map((rule) => descriptor(rule, input)) } },
        language: input.locale === 'ko' ? 'ko-KR' : 'en-US',
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(input.root).href}/` } },
        invocations: [
          {
            executionSuccessful: conclusion.failures.length === 0,
            toolExecutionNotifications: conclusion.problems.map((problem) => ({
              level: 'warning',
              message: { text: problemText(problem, input.locale) },
              locations: [location(problem.file, problem.line === undefined ? undefined : { startLine: problem.line })],
            })),
          },
        ],
        results: conclusion.findings.map((finding) => result(finding, input)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(rule: Rule, { locale }: ReportInput): object {
  const { id, title, severity, confidence, tags } = rule.meta;
  const doc = ruleDocs[id]?.[locale] ?? '';
  return {
    id,
    name: id.split(/[/-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    shortDescription: { text: title[locale] },
    fullDescription: { text: title[locale] },
    help: { text: doc, markdown: doc },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [...tags], precision: confidence, title },
  };
}

function location(file: string, region?: object): object {
  return { physicalLocation: { artifactLocation: { uri: encodeURI(file), uriBaseId: 'ROOT' }, ...(region ? { region } : {}) } };
}

function regionOf({ range }: Pick<Finding, 'range'>): object {
  return { startLine: range.startLine, startColumn: range.startColumn, endLine: range.endLine, endColumn: range.endColumn };
}

function result(finding: Finding, { ruleset, locale }: ReportInput): object {
  return {
    ruleId: finding.rule,
    ruleIndex: ruleset.rules.findIndex((rule) => rule.meta.id === finding.rule),
    level: levels[finding.severity],
    message: { text: messageOf(finding, ruleset, locale) },
    locations: [location(finding.file, regionOf(finding))],
    ...(finding.related.length === 0 ? {} : {
      relatedLocations: finding.related.map((related, id) => ({
        id,
        ...location(related.file, regionOf(related)),
        message: { text: messageOf({ rule: finding.rule, say: related.say, args: related.args }, ruleset, locale) },
      })),
    }),
    partialFingerprints: { 'monolift/v1': finding.fingerprint },
    properties: {
      confidence: finding.confidence,
      messages: { en: messageOf(finding, ruleset, 'en'), ko: messageOf(finding, ruleset, 'ko') },
      ...(finding.group === undefined ? {} : { group: finding.group }),
    },
  };
}
