/**
 * npm run corpus:fixes -- DIR [AREA …]: applies every fix to every place that offers it in the checkouts below DIR, one at
 * a time and in memory, and tells where one breaks a file, leaves its finding, changes something the second time, or makes
 * a resource that the schemas of Kubernetes refuse although they took it before. AREA picks rules (`deploy`, `image/…`).
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { severityRank, type Finding } from '../../server/src/contract/finding.js';
import type { Fix } from '../../server/src/contract/rule.js';
import type { Conclusion } from '../../server/src/engine/conclude.js';
import { changedFiles, editsOf, fixesFor } from '../../server/src/engine/fixes.js';
import { Overlay } from '../../server/src/host/overlay.js';
import type { Workspace } from '../../server/src/host/workspace.js';
import { faultsOfText, load, ruleset } from './checkout.js';

const [dir, ...areas] = process.argv.slice(2);
if (dir === undefined) {
  console.error('Name the folder that holds the checkouts: npm run corpus:fixes -- DIR');
  process.exit(2);
}
interface Tally {
  offered: number;
  refused: number;
  readonly faults: string[];
}
const tallies = new Map<string, Tally>();

async function tryOut(workspace: Workspace, before: Conclusion, finding: Finding, fix: Fix): Promise<readonly string[] | undefined> {
  const text = (path: string): string | undefined => workspace.text(path);
  const edits = editsOf(fix, finding, before.model, text, 'en');
  const changed = edits && changedFiles(edits, text);
  if (!changed) return undefined;
  const overlay = new Overlay(workspace.host);
  for (const [path, content] of changed) overlay.set(path, content);
  const after = workspace.over(overlay);
  for (const path of changed.keys()) await after.update(path);
  await after.lookUp();
  const conclusion = after.conclude();
  const faults: string[] = [];
  for (const [path, content] of changed) {
    const old = await faultsOfText(path, text(path) ?? '');
    faults.push(...(await faultsOfText(path, content)).filter((fault) => !old.includes(fault)).map((fault) => `${path}: ${fault}`));
  }
  const known = new Set(before.problems.map(({ file }) => file));
  faults.push(...conclusion.problems.filter(({ file }) => !known.has(file)).map(({ file, message }) => `${file}: ${message.en}`));
  // Equal lines are told apart by counting them, so that the next one may take the name of the one that is gone.
  const alike = ({ findings }: Conclusion): number => findings.filter(({ rule, file, say }) => rule === finding.rule && file === finding.file && say === finding.say).length;
  const left = alike(conclusion) < alike(before) ? undefined : conclusion.findings.find(({ fingerprint }) => fingerprint === finding.fingerprint);
  if (left && !(fix.safety === 'review' && severityRank[left.severity] < severityRank[finding.severity])) faults.push('the finding is still there');
  const again = left && editsOf(fix, left, conclusion.model, (path) => after.text(path), 'en');
  if (again && [...(changedFiles(again, (path) => after.text(path)) ?? [])].some(([path, content]) => after.text(path) !== content)) faults.push('a second application changes something');
  return faults;
}

async function tryCheckout(root: string, name: string): Promise<void> {
  const { workspace, conclusion } = await load(root).catch(() => ({ workspace: undefined, conclusion: undefined }));
  if (!workspace || !conclusion) return;
  const findings = conclusion.findings.filter(({ rule }) => areas.length === 0 || areas.some((area) => rule.startsWith(area)));
  console.log(`${name}: ${findings.length} findings`);
  for (const finding of findings) for (const fix of fixesFor(finding, ruleset, conclusion.model)) {
    const key = `${finding.rule} ${fix.key}`;
    const tally = tallies.get(key) ?? { offered: 0, refused: 0, faults: [] };
    tallies.set(key, tally);
    const faults = await tryOut(workspace, conclusion, finding, fix);
    if (faults) tally.offered++;
    else tally.refused++;
    for (const fault of faults ?? []) tally.faults.push(`${name}/${finding.file}:${finding.range.startLine} ${fault}`);
  }
}

async function main(folder: string): Promise<void> {
  for (const name of readdirSync(folder).sort()) await tryCheckout(join(folder, name), name);
  report();
}

function report(): void {
  for (const [key, { offered, refused, faults }] of [...tallies].sort()) {
    console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${key}: applied ${offered}${refused > 0 ? `, refused ${refused}` : ''}${faults.length > 0 ? `, ${faults.length} fault(s)` : ''}`);
    for (const fault of faults.slice(0, 10)) console.log(`       ${fault}`);
  }
  process.exitCode = [...tallies.values()].some(({ faults }) => faults.length > 0) ? 1 : 0;
}

void main(resolve(process.env['INIT_CWD'] ?? '.', dir));
