import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/contract/finding.js';
import { say } from '../../server/src/contract/words.js';
import { severityRank } from '../../server/src/contract/finding.js';
import type { Conclusion } from '../../server/src/engine/conclude.js';
import { changedFiles, editsOf, fixesFor } from '../../server/src/engine/fixes.js';
import type { Case } from './cases.js';
import { scan } from './run.js';

function show(finding: Finding): string {
  const { startLine, startColumn, endColumn } = finding.range;
  return `${finding.file}:${startLine}:${startColumn}-${endColumn} ${finding.rule} ${finding.severity} ${finding.say} ${JSON.stringify(finding.args)}`;
}

function keyOf(finding: Finding): string {
  return `${finding.file}:${finding.range.startLine}:${finding.range.startColumn}-${finding.range.endLine}:${finding.range.endColumn} ${finding.rule} ${finding.severity} ${finding.say}`;
}

function noFailures(conclusion: Conclusion): void {
  assert.deepEqual(conclusion.failures.map(({ owner, file, error }) => `${owner} threw on ${file}: ${error}`), []);
}

/** Marks and findings agree: nothing unmarked, no mark unmet. Only rules that are marked, and the case's own, count. */
export async function provesMarks(test: Case): Promise<void> {
  const { conclusion } = await scan(test.files);
  noFailures(conclusion);
  const watched = new Set([test.rule, ...test.marks.map((mark) => mark.rule)]);
  const open = conclusion.findings.filter((finding) => watched.has(finding.rule));
  const complaints: string[] = [];
  for (const mark of test.marks) {
    const at = open.findIndex((finding) => finding.rule === mark.rule && finding.file === mark.file && finding.range.startLine === mark.line
      && (mark.columns === undefined || finding.range.startColumn === mark.columns[0]));
    const finding = open[at];
    const where = `${mark.file}:${mark.line}`;
    if (mark.kind === 'clean' && finding) complaints.push(`${where} must be clean, but: ${show(finding)}`);
    if (mark.kind === 'gap' && finding) complaints.push(`${where} is a known miss and is found now; turn the mark into expect-next: ${show(finding)}`);
    if (mark.kind !== 'expect') continue;
    if (!finding) {
      complaints.push(`${where} expected ${mark.rule}; findings there: ${conclusion.findings.filter((each) => each.file === mark.file).map(show).join('; ') || 'none'}`);
      continue;
    }
    open.splice(at, 1);
    if (mark.severity && mark.severity !== finding.severity) complaints.push(`${where} expected severity ${mark.severity}: ${show(finding)}`);
    if (mark.columns && mark.columns[1] !== finding.range.endColumn) complaints.push(`${where} expected columns ${mark.columns.join('-')}: ${show(finding)}`);
    for (const [name, value] of Object.entries(mark.args)) {
      if (String(finding.args[name]) !== value) complaints.push(`${where} expected argument ${name}=${value}: ${show(finding)}`);
    }
  }
  complaints.push(...open.map((finding) => `unmarked: ${show(finding)}`));
  assert.deepEqual(complaints, []);
}

export async function provesPrefilter(test: Case): Promise<void> {
  const on = await scan(test.files);
  const off = await scan(test.files, false);
  assert.deepEqual(on.conclusion.findings, off.conclusion.findings, 'the prefilter changed the findings');
}

export async function provesBrokenInput(test: Case): Promise<void> {
  for (const file of test.files.keys()) {
    const text = test.files.get(file) ?? '';
    const empty = await scan(new Map([...test.files, [file, '']]));
    noFailures(empty.conclusion);
    assert.deepEqual(empty.conclusion.findings.filter((finding) => finding.file === file && finding.rule === test.rule).map(show), [], 'an empty file has findings');
    const half = await scan(new Map([...test.files, [file, text.slice(0, text.length / 2)]]));
    noFailures(half.conclusion);
  }
}

export async function provesLineEnds(test: Case): Promise<void> {
  const unix = await scan(new Map([...test.files].map(([file, text]) => [file, text.replace(/\r\n/g, '\n')])));
  const windows = await scan(new Map([...test.files].map(([file, text]) => [file, text.replace(/\r?\n/g, '\r\n')])));
  assert.deepEqual(windows.conclusion.findings.map(keyOf), unix.conclusion.findings.map(keyOf), 'CRLF moved a finding');
}

export async function provesWords(test: Case): Promise<void> {
  const { conclusion, workspace } = await scan(test.files);
  for (const finding of conclusion.findings) {
    const rule = workspace.ruleset.byId.get(finding.rule);
    for (const { say: key, args } of [finding, ...finding.related]) {
      const message = rule?.messages[key];
      assert.ok(message, `${finding.rule} has no message ${key}`);
      for (const locale of ['en', 'ko'] as const) assert.doesNotMatch(say(message, locale, args), /(?<!\$)\{\w+\}/, `${finding.rule} ${key} leaves an argument out in ${locale}`);
    }
    assert.ok(finding.range.end > finding.range.start, `${show(finding)} has an empty span`);
  }
}

/** Each offered fix removes (or, for review fixes, lowers) its finding, adds nothing new, and does nothing the second time. */
export async function provesFixes(test: Case): Promise<void> {
  const { conclusion, workspace } = await scan(test.files);
  for (const finding of conclusion.findings.filter((each) => each.rule === test.rule)) {
    const offered = fixesFor(finding, workspace.ruleset, conclusion.model);
    if (workspace.ruleset.byId.get(finding.rule)?.meta.fix === 'always') assert.ok(offered.length > 0, `${show(finding)} has no fix although the rule says always`);
    for (const fix of offered) await provesFix(test, conclusion, finding, fix);
  }
}

type FixOf = ReturnType<typeof fixesFor>[number];

async function provesFix(test: Case, before: Conclusion, finding: Finding, fix: FixOf): Promise<void> {
  const what = `${fix.key} on ${show(finding)}`;
  const changed = changesOf(fix, finding, before, test.files);
  assert.ok(changed, `${what}: offered but gives no edits`);
  const files = new Map([...test.files, ...changed]);
  const { conclusion: after } = await scan(files);
  noFailures(after);
  const remaining = after.findings.find((each) => each.fingerprint === finding.fingerprint);
  assert.ok(!remaining || (fix.safety === 'review' && severityRank[remaining.severity] < severityRank[finding.severity]), `${what}: the finding is still there`);
  const known = new Set(before.problems.map((problem) => problem.file));
  assert.deepEqual(after.problems.filter((problem) => !known.has(problem.file)).map((problem) => `${problem.file}: ${problem.message.en}`), [], `${what}: adds a syntax error`);
  const old = new Set(before.findings.map((each) => each.fingerprint));
  const fresh = after.findings.filter((each) => !old.has(each.fingerprint) && !movedFrom(each, before) && (each.rule === finding.rule || !toldElsewhere(each, before, after)) && !loweredBy(fix, each, finding));
  assert.deepEqual(fresh.map(show), [], `${what}: adds a finding`);
  if (remaining) {
    const again = changesOf(fix, remaining, after, files);
    assert.ok(!again || [...again].every(([file, text]) => files.get(file) === text), `${what}: a second application changes something`);
  }
  const expected = test.after.get(fix.key);
  if (expected) for (const [file, text] of expected) assert.equal(changed.get(file), text, `${what}: ${file} differs from the expected file`);
}

/** The same finding in a line that the fix rewrote: as many of the rule and message as before in that file. */
function movedFrom(finding: Finding, before: Conclusion): boolean {
  return before.findings.some((each) => each.rule === finding.rule && each.file === finding.file && each.say === finding.say && JSON.stringify(each.args) === JSON.stringify(finding.args));
}

/** Another rule's finding that a line of the fix states more plainly than its old place did: no more of that rule and weight than before. */
function toldElsewhere({ rule, severity }: Finding, before: Conclusion, after: Conclusion): boolean {
  const count = ({ findings }: Conclusion): number => findings.filter((each) => each.rule === rule && severityRank[each.severity] >= severityRank[severity]).length;
  return count(after) <= count(before);
}

/** What a reviewed fix leaves of its finding: the same fault with a setting that decides, so said with other words and less gravely. */
function loweredBy(fix: FixOf, each: Finding, finding: Finding): boolean {
  return fix.safety === 'review' && each.rule === finding.rule && each.file === finding.file && severityRank[each.severity] < severityRank[finding.severity];
}

function changesOf(fix: FixOf, finding: Finding, conclusion: Conclusion, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> | undefined {
  const text = (path: string): string | undefined => files.get(path);
  const edits = editsOf(fix, finding, conclusion.model, text, 'en');
  return edits && changedFiles(edits, text);
}
