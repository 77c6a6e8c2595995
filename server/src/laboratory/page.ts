import type { Outcome } from '../autoscaling/plant/simulate.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import { columnsOf } from './columns.js';
import { documentOf, escaped, type PageParts } from '../base/html.js';
import type { Knobs } from './knobs.js';
import { pageWords } from './page-words.js';
import { run, type Setup } from './setup.js';

/** What the page is given: a JSON document in the element `data`. */
export interface PageData {
  readonly setup: Setup;
  readonly lang: Locale;
  /** File that knobs may be written to; without one there is no such button. */
  readonly file?: string;
}

/** What the page says to the editor. */
export interface PageMessage {
  readonly type: 'write';
  /** In the order of the autoscalers. */
  readonly knobs: readonly Knobs[];
}

const assumed: Localized = {
  en: 'For {duration} s. A pod answers {capacity} requests per second at its limit of {limit} m CPU, requests {request} m and is ready {startUp} s after its start.',
  ko: '{duration}초 동안의 결과입니다. 파드 하나는 CPU 한도 {limit}m에서 초당 요청 {capacity}건을 처리하고, CPU {request}m를 요청하며, 시작한 뒤 {startUp}초가 지나면 준비 상태가 됩니다.',
};

/** What the numbers hold for, in a sentence or two. */
export function assumptionOf({ pod, duration }: Setup, lang: Locale): string {
  return say(assumed, lang, { duration, capacity: pod.capacity, limit: pod.limit, request: pod.request, startUp: pod.startUp });
}

/** The cells of the table of outcomes. */
export function tableHtml(outcomes: readonly Outcome[], goal: number | undefined, lang: Locale): string {
  const columns = columnsOf(goal);
  const head = columns.map(([name]) => `<th scope="col">${escaped(name[lang])}</th>`).join('');
  const rows = outcomes.map((outcome) => `<tr>${columns.map(([, of], index) => (index === 0 ? `<th scope="row">${escaped(of(outcome))}</th>` : `<td>${escaped(of(outcome))}</td>`)).join('')}</tr>`);
  return `<thead><tr>${head}</tr></thead>\n<tbody>${rows.join('\n')}</tbody>`;
}

/** A page of one file: the table, charts of the course, and settings that simulate anew. `notes`: what a reader of the result has to know. */
export function pageOf(data: PageData, notes: readonly string[], parts: PageParts): string {
  const { setup, lang } = data;
  const word = (key: keyof typeof pageWords): string => escaped(pageWords[key][lang]);
  return documentOf({ lang, title: pageWords.title[lang], data, parts, body: `<p id="assumption">${escaped(assumptionOf(setup, lang))}</p>
<div id="notes">${notesHtml(notes)}</div>
<div class="laboratory">
<form id="settings" aria-label="${word('settings')}"></form>
<div>
${outcomeHtml(tableHtml(run(setup, lang), setup.goal, lang), lang)}
</div>
</div>` });
}

/** Where outcomes are shown: a table, and charts that code draws. */
export function outcomeHtml(table: string, lang: Locale): string {
  return `<section aria-labelledby="outcome">
<h2 id="outcome">${escaped(pageWords.outcome[lang])}</h2>
<div class="scroll" tabindex="0"><table id="table">
${table}
</table></div>
<p id="status" class="hidden" role="status"></p>
</section>
<section aria-labelledby="over-time">
<h2 id="over-time">${escaped(pageWords.charts[lang])}</h2>
<div id="charts"></div>
</section>`;
}

export function notesHtml(notes: readonly string[]): string {
  return notes.map((note) => `<p>${escaped(note)}</p>`).join('\n');
}
