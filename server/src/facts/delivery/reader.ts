import { isAlias, isMap, isScalar, isSeq, type Document } from 'yaml';
import { basename, join } from '../../base/paths.js';
import { LineMap, type Range, type Span } from '../../base/text.js';
import type { FactFileContext } from '../../contract/rule.js';
import { span, type YamlNode } from '../../syntax/yaml/ask.js';
import type { Pipeline, PipelineCall, PipelineStart, PipelineSystem, PipelineWork } from './kinds.js';
import { meaningsOf, type Called, type Done } from './work.js';

/** What holds for all steps of a job or for one step. */
export interface Part {
  readonly starts: PipelineStart;
  /** Folder from the root of the workspace in which commands run. */
  readonly dir: string;
}

/** Text of a scalar with what an expression of the pipeline fills in, which masks stand for; `undefined` for anything else. */
export function written(node: YamlNode | undefined): string | undefined {
  return isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value) : undefined;
}

/** A scalar as it stands in the file, expressions in it; '' for anything else. */
export function raw(cx: FactFileContext, node: YamlNode | undefined): string {
  return isScalar(node) ? cx.text.slice(node.range[0], node.range[1]) : '';
}

/** A folder that a step changes to, from the root; what is only known when it runs leaves it where it was. */
export function folder(from: string, to: string | undefined): string {
  if (to === undefined || /[$%?\u2047<>]/.test(to)) return from;
  return (to.startsWith('/') ? join(to.slice(1)) : join(from, to)) ?? from;
}

/** Gathers what the steps of one file do. */
export class PipelineReader {
  private readonly lines: LineMap;
  private works: PipelineWork[] = [];
  private calls: PipelineCall[] = [];
  private readonly environments: { name: string; at: Range }[] = [];

  constructor(readonly cx: FactFileContext, private readonly system: PipelineSystem) {
    this.lines = new LineMap(cx.text);
  }

  /** Reads one job. What a job deploys to a cluster that it started itself is a test. */
  job(read: () => void): void {
    const [before, called] = [this.works, this.calls];
    this.works = [];
    this.calls = [];
    this.cluster = false;
    read();
    const own = this.cluster ? this.works.map((work) => (work.to === 'kubernetes' ? testOf(work) : work)) : this.works;
    this.works = [...before, ...own];
    this.calls = [...called, ...(this.cluster ? this.calls.map((call) => ({ ...call, cluster: true as const })) : this.calls)];
    this.cluster = false;
  }

  private cluster = false;

  hasCluster(): void {
    this.cluster = true;
  }

  /** Commands of one text; `place` says where a command of it stands in the file. */
  commands(script: string, part: Part, place: (command: Span) => Span): void {
    let { dir } = part;
    for (const command of meaningsOf(script)) {
      const moved = /^(?:cd|pushd)\s+(["']?)([^\s"';]+)\1$/.exec(command.text)?.[2];
      if (moved !== undefined) dir = folder(part.dir === dir || !moved.startsWith('..') ? dir : part.dir, moved);
      if (command.cluster) this.cluster = true;
      const at = command.done.length > 0 || command.calls.length > 0 ? place(command) : command;
      this.done(command.done, at, part);
      for (const call of command.calls) this.call(call, at, { ...part, dir });
    }
  }

  /** Commands in a scalar, a list of these, or what an anchor stands for. */
  script(doc: Document.Parsed, node: YamlNode | undefined, part: Part): void {
    if (isAlias(node)) return this.script(doc, node.resolve(doc) as YamlNode | undefined, part);
    if (isSeq(node)) return this.list(doc, node.items as YamlNode[], part);
    const text = written(node);
    if (text === undefined || !node) return;
    const source = this.cx.text.slice(node.range[0], node.range[1]);
    let from = 0;
    this.commands(text, part, (command) => {
      const first = text.slice(command.start, command.end).trim().split(/\r?\n|\s{2,}/)[0]?.split('\u2047')[0] ?? '';
      const found = first === '' ? -1 : source.indexOf(first, from);
      if (found < 0) return span(node);
      from = found + first.length;
      return { start: node.range[0] + found, end: node.range[0] + from };
    });
  }

  /** Commands that stand in a list one by one run in one shell: a `cd` holds for those behind it. */
  private list(doc: Document.Parsed, nodes: readonly YamlNode[], part: Part): void {
    let { dir } = part;
    for (const node of nodes) {
      this.script(doc, node, { ...part, dir });
      const moved = /^(?:cd|pushd)\s+(["']?)([^\s"';&]+)\1\s*(?:;|&&|$)/.exec(written(node) ?? '')?.[2];
      if (moved !== undefined && !/&&/.test(written(node) ?? '')) dir = folder(dir, moved);
    }
  }

  done(done: readonly Done[], at: Span, { starts, dir }: Part): void {
    for (const each of done) this.works.push({ ...each, ...(each.takes ? { takes: each.takes.map((path) => join(dir, path) ?? path) } : {}), starts, at: this.lines.range(at) });
  }

  call({ what, name, dir }: Called, at: Span, part: Part): void {
    // A script or action that is called so starts a cluster, though what it does may not be known here.
    if (/(?:^|[/_-])(?:kind|minikube|k3d|k3s)(?=$|[/_.-])/i.test(name) && what !== 'npm') this.cluster = true;
    this.calls.push({ what, name, dir: folder(part.dir, dir), starts: part.starts, at: this.lines.range(at) });
  }

  environment(node: YamlNode | undefined, name = written(node)): void {
    if (node && name !== undefined && name.trim() !== '') this.environments.push({ name: raw(this.cx, node).replace(/^["']|["']$/g, '') || name, at: this.lines.range(span(node)) });
  }

  environmentAt(name: string, at: Span): void {
    this.environments.push({ name, at: this.lines.range(at) });
  }

  /** Tells the pipeline, at the place that stands for the file. `evenEmpty`: whether its name alone says that it is one. */
  emit(at: Span, starts: PipelineStart, startsAt: Span | undefined, evenEmpty = true): void {
    if (!evenEmpty && this.works.length === 0 && this.calls.length === 0) return;
    // Tests from end to end bring up what they test, wherever that is.
    const works = /(?:^|[-_.])e2e(?=[-_.])/.test(basename(this.cx.path)) ? this.works.map((work) => (work.does === 'deploys' ? testOf(work) : work)) : this.works;
    const value: Pipeline = { system: this.system, starts, ...(startsAt ? { startsAt: this.lines.range(startsAt) } : {}), works, calls: this.calls, environments: this.environments };
    this.cx.emit('delivery.pipeline', at, value);
  }
}

function testOf({ via, starts, at }: PipelineWork): PipelineWork {
  return { does: 'tests', via, starts, at };
}

/** Whether branches that are named or matched are more than those of single changes. */
export function lasts(branch: string): boolean {
  return !/^(?:(?:feature|feat|fix|bugfix|dependabot|renovate|user|users|pr|pull|pull-request|topic|wip|copilot|claude)s?(?:[/-].*)|gh-pages|gh_pages|\$?\^?renovate.*)$/.test(branch.replace(/^\/\^?|\$?\/$/g, ''));
}

/** The first place of a document, for facts about the whole of it. */
export function startOf(doc: Document.Parsed): Span {
  const first = isMap(doc.contents) ? doc.contents.items[0]?.key : doc.contents;
  const start = (first as YamlNode | null | undefined)?.range[0] ?? 0;
  return { start, end: Math.max(start + 1, (first as YamlNode | null | undefined)?.range[1] ?? 1) };
}
