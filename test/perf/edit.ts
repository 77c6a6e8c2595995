/**
 * Time from an edit to its diagnostics, over the protocol against dist/server.js:
 * `tsx test/perf/edit.ts [JAVA_WORKSPACE [TYPESCRIPT_WORKSPACE]]`. A file of 2,000 lines is opened in the place of one
 * that the workspace has, and every edit moves its findings by a line. Without arguments a monolith is generated.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Editor, TemporaryFolder } from '../protocol/editor.js';
import { javaFile, manifest, monolith, platform, typescriptFile } from './sources.js';

const edits = 200;
/** A quick typist; the server is idle between two edits. */
const pause = 120;

interface Case {
  readonly language: 'java' | 'typescript';
  readonly root: string;
  readonly file: string;
  readonly text: string;
}

/** First source file of a kind that the server reads, below a folder; `undefined` when there is none. */
function firstSource(root: string, extension: string): string | undefined {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(extension) && !entry.name.endsWith('.d.ts'));
  return files.map((entry) => relative(root, join(entry.parentPath, entry.name))).find((path) => !/node_modules|(?:^|[\\/])(?:tests?|docs?|scripts?|tools?|ui[\w-]*|target|dist|\.\w+)[\\/]/.test(path));
}

interface Measured {
  /** From edit to diagnostics, in ms; grows with whatever else the machine does. */
  readonly times: readonly number[];
  /** What the server's main thread computed per edit, in ms, which does not; `undefined` where the system does not tell. */
  readonly computed: number | undefined;
}

/** Time that the main thread of a process has run, in ms. */
function runTime(process: number | undefined): number | undefined {
  const file = `/proc/${process}/task/${process}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : undefined;
}

async function measure({ root, file, text }: Case): Promise<Measured> {
  const editor = await Editor.start({ folders: [root] });
  const uri = pathToFileURL(join(root, file)).href;
  await editor.open(uri, text, 'plaintext');
  await editor.ready(600_000);
  const [first] = await editor.found(uri, (all) => all.length > 0);
  const line = first?.range.start.line ?? 0;
  const times: number[] = [];
  const before = runTime(editor.process.pid);
  for (let index = 0; index < edits; index++) {
    const added = index % 2 === 0;
    const range = { start: { line: 0, character: 0 }, end: { line: added ? 0 : 1, character: 0 } };
    const started = performance.now();
    await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: index + 2 }, contentChanges: [{ range, text: added ? '\n' : '' }] });
    await editor.found(uri, (all) => all[0]?.range.start.line === (added ? line + 1 : line));
    times.push(performance.now() - started);
    await new Promise((resume) => setTimeout(resume, pause));
  }
  const after = runTime(editor.process.pid);
  await editor.stop();
  return { times, computed: before === undefined || after === undefined ? undefined : (after - before) / edits };
}

/** Times until the file of an autoscaler, which is not open, tells of a request that its Deployment loses and gets back. */
async function measureAcross(root: string): Promise<Measured> {
  const editor = await Editor.start({ folders: [root] });
  const [uri, other] = ['team-7/service-7/app.yaml', 'team-7/service-7/hpa.yaml'].map((file) => pathToFileURL(join(root, file)).href) as [string, string];
  const texts = [manifest('service-7', '#'), manifest('service-7')];
  await editor.open(uri, texts[1] ?? '', 'yaml');
  await editor.ready(600_000);
  const times: number[] = [];
  for (let index = 0; index < edits / 4; index++) {
    const started = performance.now();
    await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: index + 2 }, contentChanges: [{ text: texts[index % 2] ?? '' }] });
    await editor.found(other, (all) => all.some(({ code }) => code === 'autoscale/missing-request') === (index % 2 === 0));
    times.push(performance.now() - started);
    await new Promise((resume) => setTimeout(resume, pause));
  }
  await editor.stop();
  return { times, computed: undefined };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

async function main(): Promise<void> {
  const [java, typescript = java] = process.argv.slice(2).map((path) => resolve(path));
  const manifests = new TemporaryFolder(platform());
  const generated = java === undefined ? new TemporaryFolder(monolith()) : undefined;
  const cases = ([['java', java, '.java', javaFile()], ['typescript', typescript, '.ts', typescriptFile()], ['typescript', typescript, '.js', typescriptFile()]] as const).flatMap(([language, given, extension, text]): Case[] => {
    const root = given ?? generated?.path ?? '.';
    const file = firstSource(root, extension);
    return file === undefined ? [] : [{ language, root, file, text }];
  });
  try {
    for (const each of cases.filter(({ language }, index) => cases.findIndex((other) => other.language === language) === index)) {
      const { times, computed } = await measure(each);
      console.log(`${each.language}: ${each.text.split('\n').length} lines as ${each.file}; edit → diagnostics p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, max ${Math.max(...times).toFixed(1)} ms over ${times.length} edits${computed === undefined ? '' : `; computing ${computed.toFixed(1)} ms each, checks included`}`);
    }
    const { times } = await measureAcross(manifests.path);
    console.log(`yaml: edit of a Deployment → diagnostics of its autoscaler's file, which is not open: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, max ${Math.max(...times).toFixed(1)} ms over ${times.length} edits`);
  } finally {
    generated?.remove();
    manifests.remove();
  }
}

void main();
