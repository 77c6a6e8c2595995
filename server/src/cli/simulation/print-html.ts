import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseData, PageData, Words } from '../../../../pages/simulation/data.js';
import type { Outcome } from '../../autoscaling/plant/simulate.js';
import type { Locale, Localized } from '../../contract/words.js';
import { columnsOf } from './columns.js';
import { assumptionOf, type Report } from './print.js';

const words: Readonly<Record<keyof Words | 'title' | 'charts', Localized>> = {
  title: { en: 'Autoscaling under load', ko: '부하에 따른 오토스케일링' },
  charts: { en: 'Over time', ko: '시간에 따른 변화' },
  load: { en: 'Load', ko: '부하' },
  throughput: { en: 'Requests per second', ko: '초당 요청 수' },
  response: { en: 'Mean response time (ms)', ko: '평균 응답 시간(ms)' },
  replicas: { en: 'Replicas', ko: '레플리카' },
  wanted: { en: 'wanted', ko: '목표 수' },
  ready: { en: 'ready', ko: '준비된 수' },
  utilization: { en: 'CPU of a pod (% of its request)', ko: '파드의 CPU(요청량 대비 %)' },
  time: { en: 'Time', ko: '시간' },
};

/** Points of a line; more would not be told apart on a screen. */
const mostPoints = 1200;

function caseData({ name, moments }: Outcome): CaseData {
  const every = Math.max(1, Math.ceil(moments.length / mostPoints));
  const shown = moments.filter((_, index) => index % every === 0);
  const series = (of: (moment: Outcome['moments'][number]) => number): number[] => shown.map((moment) => Math.round(of(moment) * 100) / 100);
  return {
    name, times: series(({ time }) => time), load: series(({ load }) => load), throughput: series(({ throughput }) => throughput), response: series(({ response }) => response),
    wanted: series(({ wanted }) => wanted), ready: series(({ ready }) => ready), utilization: series(({ utilization }) => utilization),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Code or style of the page; it lies beside the program, or where the sources are built to. */
function asset(name: string): string {
  const beside = [join(import.meta.dirname, 'pages'), join(import.meta.dirname, '../../../../dist/pages')];
  for (const [index, folder] of beside.entries()) {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch (error) {
      if (index === beside.length - 1) throw error;
    }
  }
  return '';
}

/** A page of one file that needs no network: the table, and charts of the course. */
export function printHtml(report: Report, lang: Locale): string {
  const columns = columnsOf(report.goal);
  const texts = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[lang]])) as unknown as Words & { readonly title: string; readonly charts: string };
  const data: PageData = { cases: report.outcomes.map(caseData), loadIsRate: report.loadIsRate, words: texts };
  const heads = columns.map(([title]) => `<th scope="col">${escaped(title[lang])}</th>`).join('');
  const rows = report.outcomes.map((outcome) => `<tr>${columns.map(([, of], index) => (index === 0 ? `<th scope="row">${escaped(of(outcome))}</th>` : `<td>${escaped(of(outcome))}</td>`)).join('')}</tr>`);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(texts.title)}</title>
<style>${asset('simulation.css')}</style>
</head>
<body>
<main>
<h1>${escaped(texts.title)}</h1>
${[assumptionOf(report, lang), ...report.notes].map((text) => `<p>${escaped(text)}</p>`).join('\n')}
<div class="scroll" tabindex="0" role="region" aria-label="${escaped(texts.title)}">
<table>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
<h2>${escaped(texts.charts)}</h2>
<div id="charts"></div>
</main>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${asset('simulation.js')}</script>
</body>
</html>
`;
}
