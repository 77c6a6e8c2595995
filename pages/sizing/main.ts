import { say } from '../../server/src/contract/words.js';
import { loadIsRate, run } from '../../server/src/laboratory/setup.js';
import { notesHtml, tableHtml } from '../../server/src/laboratory/page.js';
import { sizingGroups, sizingWords, type SizingFields, type SizingMessage, type SizingPageData, type SizingView } from '../../server/src/laboratory/sizing-fields.js';
import { Charts } from '../charts.js';
import { button, buttonBar, element, fieldset, labelled } from '../fields.js';

declare function acquireVsCodeApi(): { postMessage(message: SizingMessage): void };

const { fields: first, names, view, file, lang } = JSON.parse(element('data').textContent ?? '') as SizingPageData;
const editor = acquireVsCodeApi();
const charts = new Charts(element('charts'));
/** Typing comes in bursts; load tests are only asked again when it pauses this long, in ms. */
const pause = 150;
let fields = first;
let waiting: ReturnType<typeof setTimeout> | undefined;

function show({ notes, manifest, setup }: SizingView): void {
  const outcomes = run(setup, lang);
  element('notes').innerHTML = notesHtml(notes);
  element('manifest').textContent = manifest;
  element('table').innerHTML = tableHtml(outcomes, setup.goal, lang);
  charts.show({ outcomes, loadIsRate: loadIsRate(setup), lang });
}

function change(next: SizingFields): void {
  fields = next;
  clearTimeout(waiting);
  waiting = setTimeout(() => editor.postMessage({ type: 'size', fields }), pause);
}

/** A field that may be empty; `undefined` says so. */
function row(id: string, label: string, value: number | undefined, least: number, changed: (value: number | undefined) => void): HTMLElement {
  const field = document.createElement('input');
  Object.assign(field, { type: 'number', id, min: String(least), step: 'any', value: value === undefined ? '' : String(value), inputMode: 'decimal' });
  field.addEventListener('input', () => {
    if (field.value === '') changed(undefined);
    else if (field.valueAsNumber >= least) changed(field.valueAsNumber);
  });
  return labelled(id, label, field);
}

/** Fields without which nothing can be worked out; emptied, they keep their last number. */
const needed: readonly (keyof SizingFields)[] = ['peak', 'headroom', 'startUp'];

function rowsOf(group: keyof typeof sizingGroups): readonly HTMLElement[] {
  return (Object.entries(sizingGroups[group]) as [Exclude<keyof SizingFields, 'pods'>, number][]).map(([id, least]) => row(id, sizingWords[id][lang], first[id], least, (value) => {
    const { [id]: _before, ...others } = fields;
    if (value !== undefined) change({ ...fields, [id]: value });
    else if (!needed.includes(id)) change(others as SizingFields);
  }));
}

const podRows = names.map((name, index) => row(`pods-${index}`, say(sizingWords.pods, lang, { file: name }), first.pods[index], 1, (value) => {
  if (value !== undefined) change({ ...fields, pods: fields.pods.map((pods, at) => (at === index ? Math.round(value) : pods)) });
}));
const hint = Object.assign(document.createElement('p'), { textContent: sizingWords.unknown[lang] });
element('settings').append(hint, ...(Object.keys(sizingGroups) as (keyof typeof sizingGroups)[]).map((group) => fieldset(group, sizingWords[group][lang], [...(group === 'measured' ? podRows : []), ...rowsOf(group)])));
element('settings').addEventListener('submit', (event) => event.preventDefault());
element('settings').before(buttonBar(button(say(sizingWords.create, lang, { file }), () => editor.postMessage({ type: 'create', fields }))));

addEventListener('message', ({ data }: MessageEvent<{ readonly type?: string; readonly view: SizingView }>) => {
  if (data.type === 'view') show(data.view);
});

show(view);
