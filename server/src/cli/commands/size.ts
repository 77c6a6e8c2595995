import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Measured, Sized } from '../../autoscaling/sizing/size.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { encodeLike } from '../../host/encode.js';
import { containerRequest, derivationText } from '../../laboratory/hpa-text.js';
import { sizing, type Tests, type Wishes } from '../../laboratory/sizing.js';
import { UsageError } from '../errors.js';
import { checkRequest, readDeployment, withRequest, type DeploymentFile } from '../simulation/deployment.js';
import { readLoadTest } from '../simulation/read-load-test.js';

interface Options extends Pick<Wishes, 'request' | 'cpu' | 'usual' | 'peak' | 'growth' | 'goal'> {
  readonly loadTest: readonly string[];
  /** Manifest of the workload. */
  readonly deployment?: string;
  readonly name?: string;
  /** Per cent. */
  readonly headroom: number;
  /** Seconds. */
  readonly startUp?: number;
  readonly connections?: number;
  readonly poolSize?: number;
  readonly write?: boolean;
  readonly output: string;
  readonly format: 'text' | 'json';
  readonly lang: Locale;
}

const words = {
  pools: { en: 'name both --connections and --pool-size, or neither', ko: '--connections와 --pool-size는 함께 지정해야 합니다' },
  taken: { en: 'taken from {file}: {what}', ko: '{file}에서 가져온 값: {what}' },
  request: { en: 'a CPU request of {value} m', ko: 'CPU 요청량 {value}m' },
  limit: { en: 'a CPU limit of {value} m', ko: 'CPU 한도 {value}m' },
  startUp: { en: 'a start-up of {value} s', ko: '시작 시간 {value}초' },
  pool: { en: 'a pool of {value} connections', ko: '연결 풀 크기 {value}' },
  exists: { en: '{file} exists already and was left as it is; name another with --output', ko: '{file} 파일이 이미 있어 그대로 두었습니다. --output으로 다른 이름을 지정하세요' },
  unwritable: { en: '{file} cannot be written ({error}); check the folder and its permissions', ko: '{file} 파일을 쓸 수 없습니다({error}). 폴더와 권한을 확인하세요' },
  written: { en: 'wrote {file}', ko: '작성한 파일: {file}' },
  changed: { en: 'changed {file}: container {container} requests {request} m of CPU', ko: '변경한 파일: {file}. 컨테이너 {container}의 CPU 요청량을 {request}m으로 설정했습니다' },
} satisfies Record<string, Localized>;

/** Where neither the options nor the manifest say, in seconds. */
const usualStartUp = 30;

/** `monolift size`: an autoscaler and the requests that it holds for from load tests, each number with its derivation. */
export async function size(options: Options): Promise<void> {
  const { lang } = options;
  const read = await Promise.all(options.loadTest.map((text) => measuredIn(text, lang)));
  const deployment = options.deployment === undefined ? undefined : readDeployment(options.deployment, options.name, lang);
  const wishes = wishesOf(options, deployment);
  const { sized, course, goal, manifest, notes: told } = sizing(read.map(({ measured }) => measured) as unknown as Tests, wishes, lang);
  if (deployment) checkRequest(deployment, containerRequest(sized, deployment.workload), lang);
  const notes = [...read.flatMap((each) => each.notes), ...(deployment ? [...deployment.notes, ...takenNote(options, deployment)] : []), ...told];
  const changes = options.write ? written(manifest, sized, deployment, options) : [];
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify({ ...sized, ...(goal ? { goal } : {}), simulated: course, notes }, null, 2)}\n`);
    return;
  }
  notes.forEach((note) => process.stderr.write(`monolift: ${note}\n`));
  process.stdout.write(options.write ? changes.map((change) => `${change}\n`).join('') : manifest);
}

/** `results.csv` or, for tests with several numbers of pods, `results.csv@3`. */
async function measuredIn(text: string, lang: Locale): Promise<{ readonly measured: Measured; readonly notes: readonly string[] }> {
  const [, file = text, pods = '1'] = /^(.*)@(\d+)$/.exec(text) ?? [];
  const { test, notes } = await readLoadTest(file, lang);
  return { measured: { test, pods: Math.max(1, Number(pods)) }, notes };
}

/** What the options say, and where they are silent the manifest. */
function wishesOf(options: Options, deployment: DeploymentFile | undefined): Wishes {
  const { connections: database, poolSize, headroom, lang, cpu, usual, peak, growth, goal } = options;
  const pool = poolSize ?? (database === undefined ? undefined : deployment?.pool);
  if ((database === undefined) !== (pool === undefined)) throw new UsageError(words.pools[lang]);
  const given = { request: options.request ?? deployment?.request, limit: deployment?.limit === undefined ? undefined : deployment.limit + deployment.workload.beside, cpu, usual, peak, growth, goal };
  return {
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Pick<Wishes, keyof typeof given>),
    workload: deployment?.workload ?? { name: options.name ?? 'app', kind: 'Deployment' },
    headroom: headroom / 100, startUp: options.startUp ?? deployment?.startUp ?? usualStartUp,
    ...(database !== undefined && pool ? { connections: { database, pool } } : {}),
  };
}

function takenNote(options: Options, { file, request, limit, startUp, pool }: DeploymentFile): readonly string[] {
  const { lang, connections } = options;
  const part = (text: Localized, value: number | undefined, isNamed: boolean): readonly string[] => (value === undefined || isNamed ? [] : [say(text, lang, { value })]);
  const what = [
    ...part(words.request, request, options.request !== undefined), ...part(words.limit, limit, false), ...part(words.startUp, startUp, options.startUp !== undefined),
    ...part(words.pool, pool, connections === undefined || options.poolSize !== undefined),
  ];
  return what.length > 0 ? [say(words.taken, lang, { file, what: what.join(', ') })] : [];
}

/** Writes the autoscaler, and the request into the manifest of the workload; says what it did. Nothing is written where one of them cannot be. */
function written(manifest: string, sized: Sized, deployment: DeploymentFile | undefined, { output: file, lang }: Options): readonly string[] {
  if (existsSync(file)) throw new UsageError(say(words.exists, lang, { file }));
  const request = deployment && containerRequest(sized, deployment.workload);
  const changed = deployment && request !== undefined ? withRequest(deployment, request, derivationText(sized, ['request', 'assumedRequest'], lang), lang) : undefined;
  writeTo(file, manifest, lang);
  if (!deployment || changed === undefined || request === undefined || changed === deployment.text) return [say(words.written, lang, { file })];
  writeTo(deployment.file, encodeLike(readFileSync(deployment.file), changed), lang);
  return [say(words.written, lang, { file }), say(words.changed, lang, { file: deployment.file, container: deployment.workload.container, request })];
}

function writeTo(file: string, content: string | Uint8Array, lang: Locale): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new UsageError(say(words.unwritable, lang, { file, error: (error as NodeJS.ErrnoException).code ?? 'unknown' }));
  }
}
