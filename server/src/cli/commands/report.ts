import { basename } from 'node:path';
import type { Architecture } from '../../assessment/architecture.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { portfolioJob } from '../../generators/portfolio-job.js';
import { diagramCode, pageAssets } from '../../host/page-assets.js';
import { readinessCsv } from '../../report/readiness/csv.js';
import { readinessHtml } from '../../report/readiness/html.js';
import { portfolioJson, readinessJson } from '../../report/readiness/json.js';
import { readinessMarkdown } from '../../report/readiness/markdown.js';
import { assessWorkspace } from '../../report/readiness/of-workspace.js';
import { portfolioHtml, portfolioMarkdown } from '../../report/readiness/portfolio.js';
import { earlierReport, trendOf, type Trend } from '../../report/readiness/trend.js';
import { readinessView, type Readiness } from '../../report/readiness/view.js';
import { sarifReport } from '../../report/sarif.js';
import { architectureBeside } from '../../worker/architecture/beside.js';
import { UsageError } from '../errors.js';
import { open } from '../open.js';
import { output } from '../output.js';
import { assessApart } from '../portfolio.js';
import { readText } from '../read-text.js';

interface Options {
  readonly format: 'html' | 'markdown' | 'json' | 'csv' | 'sarif';
  readonly output?: string;
  readonly baseline?: string;
  readonly merge?: readonly string[];
  readonly job?: string;
  readonly image?: string;
  readonly shards: number;
  readonly cache: boolean;
  readonly lang: Locale;
}

const words = {
  what: { en: 'name the folders to report on, or reports to --merge', ko: '보고서를 만들 폴더를 지정하거나 --merge로 합칠 보고서를 지정하세요' },
  image: { en: '--job needs --image: an image with monolift and git', ko: '--job에는 --image가 필요합니다. monolift와 git이 들어 있는 이미지를 지정하세요' },
  noList: { en: '{file} names no repository; write one address on each line', ko: '{file} 파일에 저장소가 없습니다. 한 줄에 주소를 하나씩 적으세요' },
  secret: { en: '{file}, line {line}: the address holds credentials, which would stand in a ConfigMap; leave them out and give git its credentials in the image or by a Secret', ko: '{file} {line}번째 줄: 주소에 들어 있는 인증 정보가 ConfigMap에 남게 됩니다. 주소에서 빼고 이미지나 Secret으로 git에 전달하세요' },
  one: { en: '{what} takes one folder', ko: '{what}은(는) 폴더 하나에만 쓸 수 있습니다' },
  earlier: { en: '{file} is no report of `monolift report --format json`', ko: '{file} 파일은 `monolift report --format json`의 보고서가 아닙니다' },
} satisfies Record<string, Localized>;

/** `monolift report`: where a code base stands; several folders, or reports that were written before, make a portfolio. */
export async function report(paths: readonly string[], options: Options): Promise<void> {
  const { merge = [], job, lang } = options;
  if (job !== undefined) {
    output(indexedJob(job, options), options.output, lang);
    return;
  }
  if (paths.length + merge.length === 0) throw new UsageError(words.what[lang]);
  const [only] = paths;
  output(only !== undefined && paths.length === 1 && merge.length === 0 ? await single(only, options) : await portfolio(paths, merge, options), options.output, lang);
}

async function single(path: string, { format, baseline, cache, lang }: Options): Promise<string> {
  let architecture: Promise<Architecture | undefined> | undefined;
  const { workspace, conclusion, root, milliseconds } = await open(path, lang, cache, (folder, tasks) => {
    if (format !== 'sarif') architecture = architectureBeside(folder, tasks);
  });
  if (format === 'sarif') return sarifReport({ root, conclusion, summary: workspace.summary, milliseconds, ruleset: workspace.ruleset, locale: lang });
  const view = readinessView(basename(root), assessWorkspace(workspace, conclusion, await architecture), workspace.ruleset, lang);
  const trend = baseline === undefined ? undefined : trendSince(baseline, view, lang);
  switch (format) {
    case 'json': return readinessJson(view, trend);
    case 'csv': return readinessCsv([view], lang);
    case 'markdown': return readinessMarkdown(view, lang, trend);
    case 'html': return readinessHtml(view, lang, { ...pageAssets('readiness'), diagrams: diagramCode() }, trend);
  }
}

function trendSince(file: string, view: Readiness, lang: Locale): Trend {
  const earlier = earlierReport(readText(file, lang));
  if (!earlier) throw new UsageError(say(words.earlier, lang, { file }));
  return trendOf(view, earlier);
}

async function portfolio(paths: readonly string[], merge: readonly string[], { format, baseline, lang }: Options): Promise<string> {
  if (format === 'sarif' || baseline !== undefined) throw new UsageError(say(words.one, lang, { what: baseline === undefined ? '--format sarif' : '--baseline' }));
  const views = [...merge.flatMap((file) => reportsIn(file, lang)), ...(await assessApart(paths, lang))].sort((a, b) => (a.name < b.name ? -1 : 1));
  switch (format) {
    case 'json': return portfolioJson(views);
    case 'csv': return readinessCsv(views, lang);
    case 'markdown': return portfolioMarkdown(views, lang);
    case 'html': return portfolioHtml(views, lang, pageAssets('readiness'));
  }
}

/** The manifests that read a list of repositories in a cluster. */
function indexedJob(file: string, { image, shards, lang }: Options): string {
  if (image === undefined) throw new UsageError(words.image[lang]);
  const lines = readText(file, lang).split(/\r?\n/).map((line) => line.trim());
  const line = lines.findIndex((address) => /^[a-z+]+:\/\/[^/@\s]+:[^/@\s]*@/i.test(address));
  if (line >= 0) throw new UsageError(say(words.secret, lang, { file, line: line + 1 }));
  const repositories = lines.filter((address) => address !== '' && !address.startsWith('#'));
  if (repositories.length === 0) throw new UsageError(say(words.noList, lang, { file }));
  return portfolioJob({ repositories, image, shards: Math.min(shards, repositories.length) }, lang);
}

/** The reports of a file: one, or a portfolio. */
function reportsIn(file: string, lang: Locale): readonly Readiness[] {
  const fault = new UsageError(say(words.earlier, lang, { file }));
  try {
    const data = JSON.parse(readText(file, lang)) as Readiness & { readonly applications?: readonly Readiness[] };
    const all = data.applications ?? [data];
    if (!all.every(({ name, level, table }) => typeof name === 'string' && (typeof level === 'number' || level === null) && Array.isArray(table))) throw fault;
    return all;
  } catch (error) {
    throw error instanceof SyntaxError ? fault : error;
  }
}
