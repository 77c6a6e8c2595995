// What the generators make of every application below a folder, one line each: platform, kind, version, start and port.
// `npm run corpus:detect -- DIR [EXPECTED.json]`: with expectations, what differs is marked and counted.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generateDockerfile } from '../../server/src/generators/dockerfile/generate.js';
import { applications } from '../../server/src/generators/application/find.js';
import { DiskHost } from '../../server/src/host/disk.js';
import { productRuleset } from '../../server/src/host/ruleset.js';
import { Workspace } from '../../server/src/host/workspace.js';
import { AdapterPool } from '../../server/src/syntax/load.js';

/** What an example says of itself, `|` between answers that are all right; a missing one is not asked for. `null` for an example that nothing should be offered for. */
interface Expected {
  readonly language: string;
  readonly dir?: string;
  readonly platform?: string;
  readonly version?: string;
  readonly start?: string;
  /** 0 for a program that does not listen. */
  readonly port?: number;
}

interface Seen {
  readonly dir: string;
  readonly platform: string;
  readonly kind: string;
  readonly version: string;
  readonly start: string;
  readonly port: number;
  readonly open: number;
}

const adapters = new AdapterPool();

async function look(folder: string): Promise<readonly Seen[]> {
  const workspace = new Workspace(new DiskHost(folder), productRuleset(), adapters);
  for (const { path } of workspace.tasks()) await workspace.update(path);
  await workspace.lookUp();
  const { model } = workspace.conclude();
  return applications(model, '').map((each) => ({
    dir: each.dir, platform: each.platform, kind: each.kind, version: each.runtime.version, start: each.start.join(' '), port: each.serves === false ? 0 : each.port.port,
    open: generateDockerfile(model, each.dir)?.files[0]?.text.match(/# TODO:/g)?.length ?? 0,
  }));
}

const questions = ['platform', 'version', 'start', 'port'] as const;

function wrong(expected: Expected, seen: readonly Seen[]): readonly string[] {
  const one = seen.find(({ dir }) => dir === (expected.dir ?? dir)) ?? undefined;
  return questions.filter((question) => expected[question] !== undefined && !String(expected[question]).split('|').includes(String(one?.[question])));
}

const [root, table] = process.argv.slice(2);
if (root === undefined) throw new Error('npm run corpus:detect -- DIR [EXPECTED.json]');
const expectations = table === undefined ? {} : (JSON.parse(readFileSync(table, 'utf8')) as Record<string, Expected | null>);
const counts = new Map<string, { right: number; total: number }>();
const count = (name: string, isRight: boolean): void => {
  const known = counts.get(name) ?? { right: 0, total: 0 };
  counts.set(name, { right: known.right + (isRight ? 1 : 0), total: known.total + 1 });
};

async function main(folder: string): Promise<void> {
  for (const name of readdirSync(folder).sort()) {
    const dir = join(folder, name);
    const expected = expectations[name];
    if (!statSync(dir).isDirectory() || (table !== undefined && expected === undefined)) continue;
    const seen = await look(dir);
    const missed = expected ? wrong(expected, seen) : expected === null && seen.length > 0 ? ['platform'] : [];
    const lines = seen.map((each) => `${each.dir === '' ? '.' : each.dir} ${each.platform}/${each.kind} ${each.version} [${each.start}] :${each.port}${each.open > 0 ? ` ${each.open} open` : ''}`);
    console.log(`${missed.length > 0 ? '✗' : ' '} ${name.padEnd(40)} ${lines.join(' | ') || 'nothing'}${missed.length > 0 ? `   expected ${missed.map((question) => `${question}=${String(expected?.[question as 'platform'] ?? 'nothing')}`).join(' ')}` : ''}`);
    if (!expected) continue;
    count(expected.language, missed.length === 0);
    for (const question of questions) if (expected[question] !== undefined) count(`${expected.language} ${question}`, !missed.includes(question));
    count('all', missed.length === 0);
  }
  for (const [name, { right, total }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${name}: ${right}/${total}`);
}

void main(root);
