import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { at, below, entries, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { orbWork } from './components.js';
import type { PipelineStart } from './kinds.js';
import { folder, lasts, PipelineReader, startOf, written, type Part } from './reader.js';

class CircleReader {
  private readonly steps: PipelineReader;
  /** What orbs are called in this file. */
  private readonly orbs: ReadonlyMap<string, string>;

  constructor(private readonly doc: Document.Parsed, cx: FactFileContext) {
    this.steps = new PipelineReader(cx, 'circleci');
    this.orbs = new Map(entries(doc, at(doc, 'orbs')).map(({ key, value }) => [key, (written(value) ?? key).replace(/@.*$/, '')]));
  }

  read(): void {
    const workflows = entries(this.doc, at(this.doc, 'workflows')).filter(({ key }) => key !== 'version');
    for (const { value } of workflows) this.workflow(value);
    if (workflows.length === 0) for (const { value } of entries(this.doc, at(this.doc, 'jobs'))) this.job(value, 'main');
    this.steps.emit(startOf(this.doc), this.seen.includes('main') || workflows.length === 0 ? 'main' : this.seen[0] ?? 'demand', undefined);
  }

  private readonly seen: PipelineStart[] = [];

  private workflow(workflow: YamlNode | undefined): void {
    const triggers = items(this.doc, below(this.doc, workflow, 'triggers'));
    const scheduled = triggers.length > 0 && triggers.every((node) => entries(this.doc, node).some(({ key }) => key === 'schedule'));
    for (const entry of items(this.doc, below(this.doc, workflow, 'jobs'))) {
      const [pair] = entries(this.doc, entry);
      const name = written(entry) ?? pair?.key;
      if (name === undefined) continue;
      const starts = scheduled ? 'demand' : this.byFilters(below(this.doc, pair?.value, 'filters'));
      this.seen.push(starts);
      const job = at(this.doc, 'jobs', name);
      if (job) this.job(job, starts);
      else this.orb(name, pair?.keyNode ?? entry, { starts, dir: '' });
    }
  }

  private byFilters(filters: YamlNode | undefined): PipelineStart {
    if (below(this.doc, filters, 'tags')) return 'main';
    const only = below(this.doc, filters, 'branches', 'only');
    const names = [...items(this.doc, only), ...(only ? [only] : [])].flatMap((node) => written(node) ?? []);
    const ignored = below(this.doc, filters, 'branches', 'ignore');
    const left = [...items(this.doc, ignored), ...(ignored ? [ignored] : [])].flatMap((node) => written(node) ?? []);
    if (left.some((name) => /^\/?\^?(?:main|master|\.\*)\$?\/?$/.test(name))) return 'review';
    return names.length === 0 || names.some(lasts) ? 'main' : 'review';
  }

  private job(job: YamlNode | undefined, starts: PipelineStart): void {
    const dir = folder('', written(below(this.doc, job, 'working_directory'))?.replace(/^~\/(?:project|repo)\/?|^[~/].*$/, ''));
    this.steps.job(() => { this.list(below(this.doc, job, 'steps'), { starts, dir }); });
  }

  private list(list: YamlNode | undefined, part: Part, within: readonly string[] = []): void {
    for (const step of items(this.doc, list)) {
      const [pair] = entries(this.doc, step);
      const name = written(step) ?? pair?.key ?? '';
      const command = at(this.doc, 'commands', name);
      if (name === 'run') {
        const run = below(this.doc, pair?.value, 'command') ?? pair?.value;
        this.steps.script(this.doc, run, { ...part, dir: folder(part.dir, written(below(this.doc, pair?.value, 'working_directory'))) });
      } else if (name === 'when' || name === 'unless') this.list(below(this.doc, pair?.value, 'steps'), part, within);
      else if (command && !within.includes(name)) this.list(below(this.doc, command, 'steps'), part, [...within, name]);
      else if (name.includes('/')) {
        this.orb(name, pair?.keyNode ?? step, part);
        this.list(below(this.doc, pair?.value, 'steps'), part, within);
      }
    }
  }

  private orb(name: string, node: YamlNode, part: Part): void {
    const [orb = '', command = ''] = name.split('/');
    const known = this.orbs.get(orb);
    const own = orbWork(name);
    this.steps.done(own.length > 0 || known === undefined ? own : orbWork(`${known.replace(/^.*\//, '')}/${command}`), span(node), part);
  }
}

/** A pipeline of CircleCI. */
export function readCircle(doc: Document.Parsed, cx: FactFileContext): void {
  new CircleReader(doc, cx).read();
}
