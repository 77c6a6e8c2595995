/**
 * npm run bench [-- --java DIR] [--node DIR] [--manifests DIR] [--runs N] [--update]: whole-process figures of a scan and, as yardsticks in
 * the same run, of reading the same files and of one ast-grep pattern over them. Times are shown, never asserted. Counts
 * of the pinned trees do not jitter: they are compared with counts.json, which --update writes.
 */
import { spawnSync } from 'node:child_process';
import { createTwoFilesPatch } from 'diff';
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TemporaryFolder } from '../protocol/editor.js';
import { platform } from './sources.js';
import { javaTree, nodeTree } from './trees.js';

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { java: { type: 'string' }, node: { type: 'string' }, manifests: { type: 'string' }, runs: { type: 'string', default: '5' }, update: { type: 'boolean', default: false } } });
const runs = Number(values.runs);
const usageFile = join(mkdtempSync(join(tmpdir(), 'monolift-bench-')), 'usage.json');

interface Figures {
  readonly wall: number;
  readonly cpu?: number;
  readonly peak?: number;
  readonly output: string;
}

function measure(command: string, args: readonly string[], hooked: boolean): Figures {
  const env = hooked ? { ...process.env, MONOLIFT_USAGE_FILE: usageFile, NODE_OPTIONS: `--require ${join(import.meta.dirname, 'usage-hook.cjs')}` } : process.env;
  const started = performance.now();
  const { stdout, error, status, stderr } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 1 << 30 });
  const wall = (performance.now() - started) / 1000;
  if (error) throw error;
  if (status === null || status > 1) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  if (!hooked) return { wall, output: stdout };
  const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as { cpuSeconds: number; peakMegabytes: number };
  return { wall, cpu: usage.cpuSeconds, peak: usage.peakMegabytes, output: stdout };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Turns of all commands, so that drift of the machine's speed hits each alike; the first turn only warms up. */
function inTurn(commands: readonly (() => Figures)[]): readonly (readonly Figures[])[] {
  const results: Figures[][] = commands.map(() => []);
  for (let turn = 0; turn <= runs; turn++) commands.forEach((command, index) => {
    const figures = command();
    if (turn > 0) results[index]?.push(figures);
  });
  return results;
}

const readScript = `const fs=require('fs'),p=require('path');let n=0,b=0;(function w(d){for(const e of fs.readdirSync(d,{withFileTypes:true})){const f=p.join(d,e.name);if(e.isDirectory()){if(e.name!=='node_modules'&&e.name!=='.git')w(f)}else if(new RegExp(process.argv[2]).test(e.name)){n++;b+=fs.readFileSync(f).length}}})(process.argv[1]);console.log(n,b)`;

interface Counts {
  readonly files: number;
  readonly parsed: number;
  readonly findings: Readonly<Record<string, number>>;
}

function benchTree(title: string, tree: string, endings: string, language: string, pattern: string): Counts {
  const astGrep = join(root, 'node_modules/.bin/ast-grep');
  const [scan = [], read = [], grep = []] = inTurn([
    () => measure(process.execPath, [join(root, 'dist/cli.js'), 'scan', tree, '--no-cache', '--format', 'json', '--fail-on', 'never'], true),
    () => measure(process.execPath, ['-e', readScript, tree, endings], true),
    () => measure(astGrep, ['run', '-p', pattern, '-l', language, tree], false),
  ]);
  const report = JSON.parse(scan[0]?.output ?? '{}') as { summary: { files: number; bytes: number; parsed: number; skipped: number }; findings: { rule: string }[] };
  const wall = median(scan.map((each) => each.wall));
  const grepWall = median(grep.map((each) => each.wall));
  const readWall = median(read.map((each) => each.wall));
  const row = (name: string, text: string): void => console.log(`  ${name.padEnd(26)} ${text}`);
  console.log(`\n${title} (${runs} runs each, in turn; medians)`);
  row('files', `${report.summary.files} read (${(report.summary.bytes / 1e6).toFixed(1)} MB), ${report.summary.parsed} parsed, ${report.summary.skipped} skipped, ${report.findings.length} findings`);
  row('scan', `${wall.toFixed(2)} s wall, ${median(scan.map((each) => each.cpu ?? 0)).toFixed(2)} s CPU, peak ${Math.max(...scan.map((each) => each.peak ?? 0)).toFixed(0)} MB`);
  row('reading the same files', `${readWall.toFixed(2)} s wall; scan takes ${(wall / readWall).toFixed(1)} times as long`);
  row(`ast-grep '${pattern}'`, `${grepWall.toFixed(2)} s wall; scan takes ${(wall / grepWall).toFixed(2)} times as long`);
  const findings: Record<string, number> = {};
  for (const { rule } of report.findings) findings[rule] = (findings[rule] ?? 0) + 1;
  return { files: report.summary.files, parsed: report.summary.parsed, findings: Object.fromEntries(Object.entries(findings).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

const parseScript = `const fs=require('fs'),p=require('path'),{parseAllDocuments}=require('yaml');(function w(d){for(const e of fs.readdirSync(d,{withFileTypes:true})){const f=p.join(d,e.name);if(e.isDirectory())w(f);else if(/\\.ya?ml$/.test(e.name))parseAllDocuments(fs.readFileSync(f,'utf8'),{prettyErrors:false,logLevel:'silent'})}})(process.argv[1])`;

/** A scan of manifests against the time that the package yaml alone takes to parse the same files. */
function benchManifests(tree: string): void {
  const [scan = [], parse = []] = inTurn([
    () => measure(process.execPath, [join(root, 'dist/cli.js'), 'scan', tree, '--no-cache', '--format', 'json', '--fail-on', 'never'], true),
    () => measure(process.execPath, ['-e', parseScript, tree], false),
  ]);
  const { summary, findings } = JSON.parse(scan[0]?.output ?? '{}') as { summary: { files: number; bytes: number; parsed: number }; findings: unknown[] };
  const [wall, alone] = [median(scan.map((each) => each.wall)), median(parse.map((each) => each.wall))];
  console.log(`\nManifests (${runs} runs each, in turn; medians)\n  ${summary.files} files (${(summary.bytes / 1e6).toFixed(1)} MB), ${summary.parsed} parsed, ${findings.length} findings`);
  console.log(`  scan ${wall.toFixed(2)} s wall, ${median(scan.map((each) => each.cpu ?? 0)).toFixed(2)} s CPU, peak ${Math.max(...scan.map((each) => each.peak ?? 0)).toFixed(0)} MB; yaml alone ${alone.toFixed(2)} s: ${(wall / alone).toFixed(2)} times as long`);
}

const countsFile = join(import.meta.dirname, 'counts.json');

/** Shows what changed in the counts of the pinned trees since they were last written. */
function compareCounts(counts: Readonly<Record<string, Counts>>): void {
  if (values.update) {
    writeFileSync(countsFile, `${JSON.stringify(counts, null, 2)}\n`);
    return;
  }
  const before = existsSync(countsFile) ? readFileSync(countsFile, 'utf8') : '';
  const patch = createTwoFilesPatch('counts.json', 'this run', before, `${JSON.stringify(counts, null, 2)}\n`, undefined, undefined, { context: 1 });
  console.log(patch.includes('@@') ? `\nCounts differ from test/perf/counts.json (npm run bench -- --update writes them):\n${patch}` : '\nCounts are those of test/perf/counts.json');
}

function sizeOf(path: string): number {
  return statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : statSync(path).size;
}

console.log(`Node ${process.version}, ${process.arch}`);
const java = benchTree('Java', values.java ?? javaTree(), '\\.java$', 'java', 'new FileOutputStream($$$)');
const node = benchTree('JavaScript and TypeScript', values.node ?? nodeTree(), '\\.[cm]?[jt]sx?$', 'js', 'fs.writeFile($$$)');
if (!values.java && !values.node) compareCounts({ java, node });
const manifests = new TemporaryFolder(platform());
benchManifests(values.manifests ?? manifests.path);
manifests.remove();
const edit = join(import.meta.dirname, 'edit.ts');
if (existsSync(edit)) spawnSync(process.execPath, ['--import', 'tsx', edit], { stdio: 'inherit', cwd: root });
console.log(`\nBundles in dist: ${(sizeOf(join(root, 'dist')) / 1e6).toFixed(1)} MB`);
for (const name of readdirSync(root).filter((file) => file.endsWith('.vsix'))) console.log(`${name}: ${(statSync(join(root, name)).size / 1e6).toFixed(2)} MB`);
