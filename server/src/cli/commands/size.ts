import { existsSync, writeFileSync } from 'node:fs';
import type { Goal } from '../../autoscaling/sizing/goal.js';
import type { Measured } from '../../autoscaling/sizing/size.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { sizing, type Tests, type Wishes } from '../../laboratory/sizing.js';
import { UsageError } from '../errors.js';
import { readLoadTest } from '../simulation/read-load-test.js';

interface Options extends Omit<Wishes, 'headroom' | 'connections'> {
  readonly loadTest: readonly string[];
  /** Per cent. */
  readonly headroom: number;
  readonly connections?: number;
  readonly poolSize?: number;
  readonly goal?: Goal;
  readonly write?: boolean;
  readonly output: string;
  readonly format: 'text' | 'json';
  readonly lang: Locale;
}

const words = {
  pools: { en: 'name both --connections and --pool-size, or neither', ko: '--connections와 --pool-size는 함께 지정해야 합니다' },
  exists: { en: '{file} exists already and was left as it is; name another with --output', ko: '{file} 파일이 이미 있어 그대로 두었습니다. --output으로 다른 이름을 지정하세요' },
  written: { en: 'wrote {file}', ko: '작성한 파일: {file}' },
} satisfies Record<string, Localized>;

/** `monolift size`: an autoscaler from load tests, each number with its derivation. */
export async function size(options: Options): Promise<void> {
  const { lang } = options;
  const read = await Promise.all(options.loadTest.map((text) => measuredIn(text, lang)));
  const { sized, course, manifest, ...answer } = sizing(read.map(({ measured }) => measured) as unknown as Tests, wishesOf(options), lang);
  const notes = [...read.flatMap(({ notes: told }) => told), ...answer.notes];
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify({ ...sized, simulated: course, notes }, null, 2)}\n`);
    return;
  }
  notes.forEach((note) => process.stderr.write(`monolift: ${note}\n`));
  output(manifest, options);
}

/** `results.csv` or, for tests with several numbers of pods, `results.csv@3`. */
async function measuredIn(text: string, lang: Locale): Promise<{ readonly measured: Measured; readonly notes: readonly string[] }> {
  const [, file = text, pods = '1'] = /^(.*)@(\d+)$/.exec(text) ?? [];
  const { test, notes } = await readLoadTest(file, lang);
  return { measured: { test, pods: Math.max(1, Number(pods)) }, notes };
}

function wishesOf({ connections: database, poolSize: pool, headroom, lang, ...wishes }: Options): Wishes {
  if ((database === undefined) !== (pool === undefined)) throw new UsageError(words.pools[lang]);
  return { ...wishes, headroom: headroom / 100, ...(database !== undefined && pool ? { connections: { database, pool } } : {}) };
}

function output(text: string, { write, output: file, lang }: Options): void {
  if (!write) {
    process.stdout.write(text);
    return;
  }
  if (existsSync(file)) throw new UsageError(say(words.exists, lang, { file }));
  writeFileSync(file, text);
  process.stdout.write(`${say(words.written, lang, { file })}\n`);
}
