import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { at, below, entries, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { imageWork } from './components.js';
import type { PipelineStart } from './kinds.js';
import { PipelineReader, startOf, written } from './reader.js';

/** Texts of a scalar, a list, or what the list is included from. */
function texts(doc: Document.Parsed, node: YamlNode | undefined): readonly string[] {
  const list = items(doc, below(doc, node, 'include') ?? node);
  return [...list, ...(node ? [node] : [])].flatMap((each) => written(each) ?? []);
}

function byEvents(doc: Document.Parsed, condition: YamlNode | undefined): PipelineStart | undefined {
  const events = [...texts(doc, below(doc, condition, 'event')), ...items(doc, condition).flatMap((each) => texts(doc, below(doc, each, 'event')))];
  if (events.length === 0) return undefined;
  if (events.some((event) => /^(?:push|tag|release)$/.test(event))) return 'main';
  return events.some((event) => event.startsWith('pull_request')) ? 'review' : 'demand';
}

/** A pipeline of Drone or Woodpecker: one document of their files. */
export function readDrone(doc: Document.Parsed, cx: FactFileContext, system: 'drone' | 'woodpecker'): void {
  if (['secret', 'signature', 'template'].includes(written(at(doc, 'kind')) ?? '')) return;
  const steps = new PipelineReader(cx, system);
  const condition = at(doc, 'trigger') ?? at(doc, 'when');
  const starts = byEvents(doc, condition) ?? 'main';
  const list = at(doc, 'steps') ?? at(doc, 'pipeline');
  const all = [...items(doc, list), ...entries(doc, list).flatMap(({ value }) => value ?? [])];
  if (all.length === 0) return;
  steps.job(() => {
    for (const step of all) {
      const image = below(doc, step, 'image');
      const part = { starts: (starts === 'main' ? byEvents(doc, below(doc, step, 'when')) : undefined) ?? starts, dir: '' };
      if (image) steps.done(imageWork(written(image) ?? ''), span(image), part);
      steps.script(doc, below(doc, step, 'commands'), part);
      steps.script(doc, below(doc, step, 'settings', 'script'), part);
    }
  });
  steps.emit(startOf(doc), starts, condition && span(condition));
}
