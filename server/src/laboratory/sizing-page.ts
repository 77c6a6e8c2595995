import type { LoadTest } from '../autoscaling/load-test/collector.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import { documentOf, escaped, type PageParts } from '../base/html.js';
import type { ScaledWorkload } from './hpa-text.js';
import { notesHtml, outcomeHtml, tableHtml } from './page.js';
import { run } from './setup.js';
import { sizing, type Tests, type Wishes } from './sizing.js';
import { sizingWords, type SizingFields, type SizingPageData, type SizingView } from './sizing-fields.js';

const summary: Localized = {
  en: '{file}: {requests} requests in {duration} s ({tool}), {throughput} per second, {mean} ms on average, {errors} failed.',
  ko: '{file}: {duration}초 동안 요청 {requests}건({tool}), 초당 {throughput}건, 평균 {mean} ms, 실패 {errors}건',
};

/** A load test that was read, the name of its file, and what a reader of it has to know. */
export interface NamedTest {
  readonly name: string;
  readonly test: LoadTest;
  readonly notes: readonly string[];
}

/** What is known when the page opens: the rest of what the workload says stands in `pod`. */
export function firstFields(tests: readonly NamedTest[], pod: { readonly request?: number; readonly limit?: number; readonly startUp?: number }): SizingFields {
  const { startUp = 30, ...cpu } = pod;
  return { pods: tests.map(() => 1), peak: Math.round((tests[0]?.test.throughput ?? 1) * 100) / 100, headroom: 20, ...cpu, startUp };
}

/** The autoscaler that the fields lead to; its whole answer, and what the page shows of it. */
export function sizedBy(fields: SizingFields, tests: readonly [NamedTest, ...NamedTest[]], workload: ScaledWorkload, lang: Locale): ReturnType<typeof sizing> & { readonly view: SizingView } {
  const measured = tests.map(({ test }, index) => ({ test, pods: fields.pods[index] ?? 1 }));
  const answer = sizing(measured as unknown as Tests, wishesOf(fields, workload), lang);
  const told = tests.flatMap(({ name, test, notes }) => [say(summary, lang, { file: name, tool: test.tool, requests: test.requests, errors: test.errors, duration: Math.round(test.duration), throughput: test.throughput.toFixed(1), mean: Math.round(test.mean) }), ...notes]);
  return { ...answer, view: { notes: [...told, ...answer.notes.map(sentence)], manifest: answer.manifest, setup: answer.setup } };
}

/** Notes of the command line are parts of lines; here they stand alone. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.)]$/.test(text) ? '' : '.');
}

function wishesOf({ pods: _pods, headroom, growth, connections, pool, goal, ...fields }: SizingFields, workload: ScaledWorkload): Wishes {
  return {
    ...fields, workload, headroom: headroom / 100,
    ...(growth === undefined ? {} : { growth: growth / 100 / 60 }),
    ...(connections === undefined || pool === undefined ? {} : { connections: { database: connections, pool } }),
    ...(goal === undefined ? {} : { goal: { of: 'p95', within: goal } }),
  };
}

/** The page of a sizing, inside the editor: what it says is worked out by whoever holds the load tests. */
export function sizingPageOf(data: SizingPageData, parts: PageParts): string {
  const { lang, view } = data;
  const word = (key: keyof typeof sizingWords): string => escaped(sizingWords[key][lang]);
  return documentOf({ lang, title: sizingWords.title[lang], data, parts, body: `<div id="notes">${notesHtml(view.notes)}</div>
<div class="laboratory">
<form id="settings" aria-label="${word('settings')}"></form>
<div>
<section aria-labelledby="manifest-title">
<h2 id="manifest-title">${word('manifest')}</h2>
<pre tabindex="0"><code id="manifest">${escaped(view.manifest)}</code></pre>
</section>
${outcomeHtml(tableHtml(run(view.setup, lang), view.setup.goal, lang), lang)}
</div>
</div>` });
}
