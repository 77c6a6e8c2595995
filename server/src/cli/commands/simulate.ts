import { share } from '../../autoscaling/share.js';
import { answer } from '../../autoscaling/scenario/answer.js';
import type { Locale, Localized } from '../../contract/words.js';
import { pageAssets } from '../../host/page-assets.js';
import { pageOf } from '../../laboratory/page.js';
import { run, type Setup, type TriedPod } from '../../laboratory/setup.js';
import { UsageError } from '../errors.js';
import { readScenarios } from '../read-scenarios.js';
import { printJson, printShared, printText, type Report } from '../simulation/print.js';
import { readHpas } from '../simulation/read-hpa.js';
import { readLoad, type LoadOptions } from '../simulation/read-load.js';
import { readPlan } from '../simulation/read-plan.js';
import { readPod, type PodFacts } from '../simulation/read-pod.js';

interface Options extends LoadOptions {
  readonly scenario?: string;
  readonly plan?: string;
  readonly hpa?: readonly string[];
  readonly fixed?: readonly number[];
  readonly duration?: number;
  readonly replicas?: number;
  readonly capacity?: number;
  readonly request?: number;
  readonly limit?: number;
  readonly latency: number;
  readonly startUp?: number;
  readonly pool?: number;
  readonly goal?: number;
  readonly clusterVersion: string;
  readonly format: 'text' | 'json' | 'html';
  readonly lang: Locale;
}

const words = {
  what: { en: 'name what to simulate: --hpa FILE, --fixed N or both, --plan FILE or --scenario FILE', ko: '시뮬레이션할 대상을 지정하세요: --hpa FILE, --fixed N(함께 쓸 수 있음), --plan FILE 또는 --scenario FILE' },
  page: { en: '--plan prints text or json; the page shows one workload', ko: '--plan은 text와 json만 지원합니다. 페이지는 워크로드 하나만 보여 줍니다' },
  capacity: { en: 'say how many requests per second one pod answers at its CPU limit with --capacity: a load test of a single pod tells it', ko: '파드 하나가 CPU 한도에서 초당 처리하는 요청 수를 --capacity로 지정하세요. 파드 하나로 부하 테스트를 하면 알 수 있습니다' },
} satisfies Record<string, Localized>;

/** Where neither the options nor the manifests say. */
const assumed = { cpu: 1000, startUp: 30, duration: 3600 };

/** `monolift simulate`: what the controller does in each scenario of a file, or how autoscalers and fixed replicas fare under a load. */
export async function simulate(options: Options): Promise<void> {
  if (options.scenario !== undefined) {
    process.stdout.write(`${JSON.stringify(readScenarios(options.scenario, options.lang).map(answer), null, 2)}\n`);
    return;
  }
  if (options.plan !== undefined) {
    printPlan(options.plan, options);
    return;
  }
  const report = await compared(options);
  process.stdout.write(printed(report, options));
}

function printPlan(file: string, { format, lang }: Options): void {
  if (format === 'html') throw new UsageError(words.page[lang]);
  const { simulation, notes } = readPlan(file, lang);
  const shared = share(simulation);
  const data = { ...shared, notes, outcomes: shared.outcomes.map(({ name, totals, changes }) => ({ name, totals, changes })) };
  process.stdout.write(format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : printShared(shared, simulation, notes, lang));
}

function printed(report: Report, { format, lang }: Options): string {
  if (format === 'json') return printJson(report);
  if (format === 'text') return printText(report, lang);
  return pageOf({ setup: report.setup, lang }, report.notes, pageAssets('simulation'));
}

async function compared(options: Options): Promise<Report> {
  const { hpa: files = [], fixed = [], lang, clusterVersion } = options;
  if (files.length + fixed.length === 0) throw new UsageError(words.what[lang]);
  if (options.capacity === undefined) throw new UsageError(words.capacity[lang]);
  const hpas = files.flatMap((file) => readHpas(file, clusterVersion, lang).map((hpa) => ({ file, hpa })));
  const [first] = hpas;
  const facts = first ? readPod(first.file, first.hpa, lang) : {};
  const { load, length, notes = [] } = await readLoad(options, lang);
  const replicas = options.replicas ?? facts.replicas;
  const setup: Setup = {
    autoscalers: hpas.map(({ hpa: { name, spec } }) => ({ name, spec, ...(replicas === undefined ? {} : { replicas }) })),
    fixed, pod: podOf(options, facts, options.capacity), load, duration: options.duration ?? length ?? assumed.duration, clusterVersion,
    ...(options.goal === undefined ? {} : { goal: options.goal * 1000 }), ...(options.pool === undefined ? {} : { pool: options.pool }),
  };
  return { setup, outcomes: run(setup, lang), notes: [...notes, ...hpas.flatMap(({ hpa }) => hpa.notes)] };
}

function podOf(options: Options, facts: PodFacts, capacity: number): TriedPod {
  const request = options.request ?? facts.request ?? options.limit ?? facts.limit ?? assumed.cpu;
  return { request, limit: options.limit ?? facts.limit ?? request, capacity, latency: options.latency * 1000, startUp: options.startUp ?? facts.startUp ?? assumed.startUp };
}
