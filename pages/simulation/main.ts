import { say } from '../../server/src/contract/words.js';
import { knobsOf } from '../../server/src/laboratory/knobs.js';
import { assumptionOf, notesHtml, tableHtml, type PageData, type PageMessage } from '../../server/src/laboratory/page.js';
import { pageWords } from '../../server/src/laboratory/page-words.js';
import { loadIsRate, run } from '../../server/src/laboratory/setup.js';
import { Charts } from '../charts.js';
import { button, buttonBar, element } from '../fields.js';
import { Form, type State } from './settings.js';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const { setup, lang, file } = JSON.parse(element('data').textContent ?? '') as PageData;
const editor = file === undefined ? undefined : acquireVsCodeApi();
const charts = new Charts(element('charts'));
const form = new Form(element('settings') as HTMLFormElement, lang, change);
const buttons = file === undefined ? undefined : buttonsOf(file);
let state: State = { setup, given: setup, selected: 0 };

function change(next: (state: State) => State): void {
  const before = state;
  state = next(state);
  if (state.selected === before.selected) form.update(state);
  else form.show(state);
  show();
}

/** Simulates what the settings say, and shows what it comes to. */
function show(): void {
  const outcomes = run(state.setup, lang);
  element('assumption').textContent = assumptionOf(state.setup, lang);
  element('table').innerHTML = tableHtml(outcomes, state.setup.goal, lang);
  charts.show({ outcomes, loadIsRate: loadIsRate(state.setup), lang });
  if (buttons) buttons.disabled = JSON.stringify(state.setup.autoscalers) === JSON.stringify(state.given.autoscalers);
  sayLater(outcomes.map(({ name, totals, moments }) => say(pageWords.status, lang, {
    name, mean: Math.round(totals.mean), hours: totals.podHours.toFixed(1), pods: moments.reduce((most, { wanted }) => Math.max(most, wanted), 0),
  })).join('; '));
}

let saying: ReturnType<typeof setTimeout> | undefined;

/** Screen readers are told the outcome when a slider rests, not at each of its steps. */
function sayLater(text: string): void {
  clearTimeout(saying);
  saying = setTimeout(() => {
    element('status').textContent = text;
  }, 700);
}

/** Buttons of the editor: what was found out goes back into the manifest, or is forgotten. */
function buttonsOf(path: string): HTMLFieldSetElement {
  const bar = buttonBar(
    button(say(pageWords.write, lang, { file: path }), () => editor?.postMessage({ type: 'write', knobs: state.setup.autoscalers.map(({ spec }) => knobsOf(spec)) })),
    button(pageWords.reset[lang], () => {
      state = { ...state, setup: state.given };
      form.show(state);
      show();
    }),
  );
  element('settings').before(bar);
  return bar;
}

addEventListener('message', ({ data }: MessageEvent<{ readonly type?: string; readonly setup: PageData['setup']; readonly notes: readonly string[] }>) => {
  if (data.type !== 'setup') return;
  // The manifests changed: what people set for load and comparison stays.
  const { autoscalers, pod } = data.setup;
  state = { ...state, given: data.setup, setup: { ...state.setup, autoscalers, pod: { ...pod, capacity: state.setup.pod.capacity, latency: state.setup.pod.latency } } };
  element('notes').innerHTML = notesHtml(data.notes);
  form.update(state);
  show();
});

form.show(state);
show();
