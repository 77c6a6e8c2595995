import { isSeq, type Document } from 'yaml';
import type { Span } from '../../base/text.js';
import type { FactFileContext } from '../../contract/rule.js';
import { at, below, entries, items, pairOf, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { actionWork, startsCluster } from './components.js';
import type { PipelineStart } from './kinds.js';
import { folder, lasts, PipelineReader, raw, startOf, written, type Part } from './reader.js';

/** Inputs of actions that hold commands, by the word that has to stand before them. */
const inputs: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^gradle\//, /^arguments$/, 'gradle '], [/^actions-rs\/cargo$/, /^command$/, 'cargo '], [/^pulumi\/actions$/, /^command$/, 'pulumi '], [/^cypress-io\//, /^(?:build|start)$/, ''],
  [/^azure\/cli$/i, /^inlinescript$/i, ''], [/./, /^(?:command|run|cmd|script|scripts|shell-command)$/, ''],
];

class GithubReader {
  private readonly steps: PipelineReader;

  constructor(private readonly doc: Document.Parsed, private readonly cx: FactFileContext) {
    this.steps = new PipelineReader(cx, 'github');
  }

  workflow(): void {
    const on = pairOf(this.doc, this.doc.contents, 'on');
    const { starts, place } = on ? this.startOf(on.value ?? undefined, on.key) : { starts: 'elsewhere' as const, place: undefined };
    for (const { value } of entries(this.doc, at(this.doc, 'jobs'))) this.steps.job(() => { this.job(value, starts); });
    this.steps.emit(startOf(this.doc), starts, place);
  }

  /** Steps of an action that stands in the repository. */
  action(): void {
    if (!isSeq(at(this.doc, 'runs', 'steps'))) return;
    this.steps.job(() => { this.list(at(this.doc, 'runs', 'steps'), { starts: 'called', dir: '' }); });
    this.steps.emit(startOf(this.doc), 'called', undefined, false);
  }

  /** The strongest of the events: a push to a branch that lasts, then a proposed change, a call, a person or the clock. */
  private startOf(on: YamlNode | undefined, key: YamlNode): { readonly starts: PipelineStart; readonly place: Span } {
    const single = written(on);
    const names = single === undefined ? items(this.doc, on) : [];
    const events = single !== undefined && on ? [{ key: single, keyNode: on, value: undefined }] : names.length > 0 ? names.flatMap((node) => ({ key: written(node) ?? '', keyNode: node, value: undefined })) : entries(this.doc, on);
    for (const [starts, test] of this.tests) {
      const found = events.find((event) => test(event.key, event.value));
      if (found) return { starts, place: span(found.keyNode) };
    }
    return { starts: 'elsewhere', place: span(key) };
  }

  private readonly tests: readonly (readonly [PipelineStart, (event: string, value: YamlNode | undefined) => boolean])[] = [
    ['main', (event, value) => (event === 'push' && this.isMain(value)) || event === 'release' || event === 'workflow_run' || event === 'create' || event === 'merge_group'],
    ['review', (event) => event.startsWith('pull_request') || event === 'push'],
    ['called', (event) => event === 'workflow_call'],
    ['demand', () => true],
  ];

  private isMain(push: YamlNode | undefined): boolean {
    const branches = pairOf(this.doc, push, 'branches');
    if (!branches) return true;
    const named = [...items(this.doc, branches.value ?? undefined), ...(branches.value ? [branches.value] : [])].flatMap((node) => written(node) ?? []);
    return named.some((branch) => lasts(branch)) || pairOf(this.doc, push, 'tags') !== undefined;
  }

  private job(job: YamlNode | undefined, start: PipelineStart): void {
    const starts = this.narrowed(start, below(this.doc, job, 'if'));
    if (!starts) return;
    const environment = below(this.doc, job, 'environment');
    this.steps.environment(below(this.doc, environment, 'name') ?? environment);
    const uses = below(this.doc, job, 'uses');
    const dir = folder('', written(below(this.doc, job, 'defaults', 'run', 'working-directory')) ?? written(at(this.doc, 'defaults', 'run', 'working-directory')));
    if (uses) this.uses(uses, job, { starts, dir });
    this.list(below(this.doc, job, 'steps'), { starts, dir });
  }

  private list(list: YamlNode | undefined, part: Part): void {
    for (const step of items(this.doc, list)) {
      const starts = this.narrowed(part.starts, below(this.doc, step, 'if'));
      if (!starts) continue;
      const own = { starts, dir: folder(part.dir, written(below(this.doc, step, 'working-directory'))) };
      const uses = below(this.doc, step, 'uses');
      if (uses) this.uses(uses, step, { ...own, dir: '' });
      this.steps.script(this.doc, below(this.doc, step, 'run'), own);
    }
  }

  private uses(node: YamlNode, step: YamlNode | undefined, part: Part): void {
    const uses = written(node) ?? '';
    const local = /^\.\/(.+?)\/?$/.exec(uses)?.[1];
    if (local !== undefined) return this.steps.call({ what: 'pipeline', name: /\.ya?ml$/.test(local) ? local : `${local}/action.yml` }, span(node), { ...part, dir: '' });
    if (startsCluster(uses)) this.steps.hasCluster();
    this.steps.done(actionWork(uses).map((done) => (done.does === 'deploys' ? { ...done, takes: this.taken(step) } : done)), span(node), part);
    const bare = uses.replace(/@.*$/, '');
    for (const { key, value } of entries(this.doc, below(this.doc, step, 'with'))) {
      const input = inputs.find(([action, name]) => action.test(bare) && name.test(key));
      const text = written(value);
      if (!input || text === undefined || !value || actionWork(uses).length > 0) continue;
      if (input[2] === '') this.steps.script(this.doc, value, part);
      else this.steps.commands(`${input[2]}${text}`, part, () => span(value));
    }
  }

  /** Manifests and charts that an action is told to deploy. */
  private taken(step: YamlNode | undefined): readonly string[] {
    const told = entries(this.doc, below(this.doc, step, 'with')).filter(({ key }) => /^(?:manifests?|k8s_manifests|chart|chart-path|helmchart|kustomizationpath)$/i.test(key)).flatMap(({ value }) => written(value) ?? []);
    return told.flatMap((text) => text.split(/[\s,]+/)).map((path) => path.replace(/^\.\//, '')).filter((path) => path !== '' && !/[$:]/.test(path));
  }

  /** What starts a part with a condition; `undefined` when nothing does. */
  private narrowed(starts: PipelineStart, condition: YamlNode | undefined): PipelineStart | undefined {
    const text = raw(this.cx, condition).replace(/^["']?\$\{\{|\}\}["']?$/g, '').trim();
    if (text === 'false') return undefined;
    if (text.includes('||')) return starts;
    if (/github\.event\.workflow_run\.event\s*==\s*["']pull_request/.test(text)) return starts === 'main' ? 'review' : starts;
    const event = /(?<!!\s{0,3}\(?\s{0,3})github\.event_name\s*==\s*["'](\w+)["']/.exec(text)?.[1];
    if (event === undefined || starts !== 'main') return starts;
    if (event.startsWith('pull_request')) return 'review';
    return event === 'workflow_dispatch' || event === 'schedule' || event === 'issue_comment' ? 'demand' : starts;
  }
}

/** Workflows and composite actions of GitHub; Gitea and Forgejo read the same. */
export function readGithub(doc: Document.Parsed, cx: FactFileContext): void {
  const reader = new GithubReader(doc, cx);
  if (/(?:^|\/)action\.ya?ml$/.test(cx.path)) reader.action();
  else reader.workflow();
}
