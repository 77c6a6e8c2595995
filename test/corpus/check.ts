/**
 * npm run corpus -- DIR: scans checkouts of public monoliths below DIR (named as in evidence.json, at the commits given
 * there) and tells which places that must be found, or must stay quiet, are as they should be.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { monolift, scanJson, type JsonReport } from '../cli/run.js';

interface Evidence {
  readonly commit: string;
  /** Findings in all, at most. */
  readonly atMost?: number;
  readonly found: readonly (readonly [file: string, line: number, rule: string])[];
  /** Code base whose readiness level has to be lower. */
  readonly above?: string;
  readonly atMostInfo: readonly (readonly [file: string, line: number])[];
}

const evidence = JSON.parse(readFileSync(join(import.meta.dirname, 'evidence.json'), 'utf8')) as Readonly<Record<string, Evidence>>;
let passed = 0;
let failed = 0;

function tell(holds: boolean, text: string): void {
  if (holds) passed++;
  else failed++;
  console.log(`  ${holds ? 'ok  ' : 'FAIL'} ${text}`);
}

function check(name: string, { found, atMostInfo, atMost }: Evidence, { findings }: JsonReport): void {
  console.log(`${name}: ${findings.length} findings`);
  if (atMost !== undefined) tell(findings.length <= atMost, `at most ${atMost} findings in all`);
  for (const [file, line, rule] of found) {
    const isHere = (place: { readonly file: string; readonly startLine: number }): boolean => place.file === file && place.startLine === line;
    // A place may be told by the finding that leads its group.
    const hit = findings.find((finding) => finding.rule === rule && (isHere(finding) || finding.related.some(isHere)));
    tell(hit !== undefined, `${file}:${line} ${rule}${hit ? ` (${hit.severity})` : ''}`);
  }
  for (const [file, line] of atMostInfo) {
    const loud = findings.filter((finding) => finding.file === file && finding.startLine === line && finding.severity !== 'info');
    tell(loud.length === 0, `${file}:${line} is quiet${loud.map((finding) => `, but: ${finding.rule} ${finding.severity}`).join('')}`);
  }
}

function levelOf(checkout: string): number {
  const { stdout } = monolift(['report', checkout, '--format', 'json', '--no-cache']);
  return (JSON.parse(stdout) as { readonly level: number | null }).level ?? -1;
}

const [dir] = process.argv.slice(2);
if (dir === undefined) {
  console.error('Name the folder that holds the checkouts: npm run corpus -- DIR');
  process.exit(2);
}
for (const [name, expected] of Object.entries(evidence)) {
  const checkoutOf = (of: string): string => join(resolve(process.env['INIT_CWD'] ?? '.', dir), of);
  const checkout = checkoutOf(name);
  if (existsSync(checkout)) check(name, expected, scanJson(checkout, '--no-cache'));
  else tell(false, `${checkout} is not there; check out commit ${expected.commit}`);
  if (expected.above !== undefined && existsSync(checkout)) {
    const [own, other] = [levelOf(checkout), levelOf(checkoutOf(expected.above))];
    tell(own > other, `level ${own} is above level ${other} of ${expected.above}`);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
