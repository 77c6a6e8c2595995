import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { at, entries, items, pairOf, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { orbWork } from './components.js';
import type { PipelineStart } from './kinds.js';
import { PipelineReader, startOf, written, type Part } from './reader.js';

const startOfSection: Readonly<Record<string, PipelineStart>> = { default: 'main', branches: 'main', tags: 'main', 'pull-requests': 'review', custom: 'demand' };

function step(doc: Document.Parsed, node: YamlNode | undefined, part: Part, steps: PipelineReader): void {
  steps.environment(pairOf(doc, node, 'deployment')?.value ?? undefined);
  for (const name of ['script', 'after-script']) {
    for (const line of items(doc, pairOf(doc, node, name)?.value ?? undefined)) {
      const pipe = pairOf(doc, line, 'pipe')?.value;
      if (pipe) steps.done(orbWork(written(pipe) ?? ''), span(pipe), part);
      else steps.script(doc, line, part);
    }
  }
}

/** Steps stand in stages and parallel groups. */
function walk(doc: Document.Parsed, node: YamlNode | undefined, part: Part, steps: PipelineReader): void {
  items(doc, node).forEach((item) => { walk(doc, item, part, steps); });
  for (const { key, value } of entries(doc, node)) {
    if (key === 'step') steps.job(() => { step(doc, value, part, steps); });
    else if (key === 'deployment') steps.environment(value);
    else walk(doc, value, part, steps);
  }
}

/** A pipeline of Bitbucket. */
export function readBitbucket(doc: Document.Parsed, cx: FactFileContext): void {
  const steps = new PipelineReader(cx, 'bitbucket');
  const sections = entries(doc, at(doc, 'pipelines')).filter(({ key }) => startOfSection[key] !== undefined);
  const order: readonly PipelineStart[] = ['main', 'review', 'demand'];
  const first = order.flatMap((starts) => sections.filter(({ key }) => startOfSection[key] === starts))[0];
  for (const { key, value } of sections) walk(doc, value, { starts: startOfSection[key] ?? 'elsewhere', dir: '' }, steps);
  steps.emit(startOf(doc), first ? startOfSection[first.key] ?? 'elsewhere' : 'elsewhere', first && span(first.keyNode));
}
