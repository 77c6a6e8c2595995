import { isAlias, type Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { at, entries, items, mergedEntries, pairOf, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { imageWork } from './components.js';
import type { PipelineStart, Work } from './kinds.js';
import { lasts, PipelineReader, startOf, written } from './reader.js';

const keywords = /^(?:stages|variables|default|include|workflow|image|services|cache|before_script|after_script|spec|types)$/;

/** What GitLab's own templates and components bring, by a word of their names. */
const templates: readonly (readonly [RegExp, readonly Work[]])[] = [
  [/Auto-DevOps/i, ['tests', 'builds', 'image', 'deploys', 'scans']],
  [/sast|secret-detection|dependency-scanning|container-scanning|dast|api-?fuzzing|license-scanning/i, ['scans']], [/code-?quality|sonar/i, ['lints']],
  [/Jobs\/Build\.|docker-build|kaniko/i, ['image']], [/Jobs\/Test\./i, ['tests']], [/Jobs\/Deploy\.|AWS\/Deploy|deploy-ecs/i, ['deploys']],
];

/** A job with what it extends, nearest first, as whoever runs it sees it. */
type Pairs = ReturnType<typeof entries>;

class GitlabReader {
  private readonly steps: PipelineReader;

  constructor(private readonly doc: Document.Parsed, cx: FactFileContext) {
    this.steps = new PipelineReader(cx, 'gitlab');
  }

  read(root: boolean): void {
    const rules = pairOf(this.doc, at(this.doc, 'workflow'), 'rules');
    const starts = root ? this.byRules(rules?.value ?? undefined) ?? 'main' : 'called';
    this.includes(starts);
    for (const name of ['before_script', 'after_script']) this.steps.script(this.doc, at(this.doc, name) ?? at(this.doc, 'default', name), { starts, dir: '' });
    const jobs = entries(this.doc, this.doc.contents ?? undefined).filter(({ key }) => !keywords.test(key));
    for (const { key } of jobs) if (!key.startsWith('.')) this.steps.job(() => { this.job(this.withExtended(key), starts); });
    const isOne = jobs.some(({ value }) => entries(this.doc, value).some((pair) => /^(?:script|extends|trigger|stage)$/.test(pair.key)));
    if (root || isOne) this.steps.emit(startOf(this.doc), starts, rules ? span(rules.key) : undefined, root);
  }

  private withExtended(name: string, seen: readonly string[] = []): Pairs {
    const own = mergedEntries(this.doc, at(this.doc, name));
    const extended = own.find(({ key }) => key === 'extends')?.value;
    const names = [...items(this.doc, extended), ...(extended ? [extended] : [])].flatMap((node) => written(node) ?? []);
    const brought = names.filter((each) => !seen.includes(each)).reverse().flatMap((each) => this.withExtended(each, [...seen, name]));
    return [...own, ...brought.filter(({ key }) => !own.some((pair) => pair.key === key))];
  }

  private job(pairs: Pairs, start: PipelineStart): void {
    const get = (name: string): YamlNode | undefined => pairs.find(({ key }) => key === name)?.value;
    if (written(get('when')) === 'never') return;
    const starts = start === 'main' ? this.byRules(get('rules')) ?? this.byOnly(get('only')) ?? start : start;
    const part = { starts, dir: '' };
    for (const name of ['before_script', 'script', 'after_script']) this.steps.script(this.doc, this.referenced(get(name)), part);
    const image = get('image');
    const name = written(image) ?? written(pairOf(this.doc, image, 'name')?.value ?? undefined);
    if (name !== undefined && image && !/kaniko/.test(name)) this.steps.done(imageWork(name).filter(({ does }) => does !== 'image'), span(image), part);
    const environment = get('environment');
    this.steps.environment(pairOf(this.doc, environment, 'name')?.value ?? environment);
  }

  /** `!reference [.job, script]` and anchors stand for what is written elsewhere. */
  private referenced(node: YamlNode | undefined): YamlNode | undefined {
    const plain = isAlias(node) ? (node.resolve(this.doc) as YamlNode | undefined) : node;
    if (plain?.tag !== '!reference') return plain;
    return at(this.doc, ...items(this.doc, plain).map((item) => written(item) ?? ''));
  }

  /** What the rules of a job or of the whole pipeline let start it; `undefined` where they do not narrow it. */
  private byRules(rules: YamlNode | undefined): PipelineStart | undefined {
    const conditions = items(this.doc, rules).filter((rule) => written(pairOf(this.doc, rule, 'when')?.value ?? undefined) !== 'never')
      .map((rule) => written(pairOf(this.doc, rule, 'if')?.value ?? undefined) ?? '');
    if (conditions.length === 0) return undefined;
    const review = (text: string): boolean => /merge_request_event|\$CI_MERGE_REQUEST_|EXTERNAL_PULL_REQUEST/.test(text) && !/\|\||!=/.test(text);
    const demand = (text: string): boolean => /CI_PIPELINE_SOURCE\s*==\s*["'](?:schedule|web|api|trigger|chat)["']/.test(text) && !text.includes('||');
    const left = conditions.filter((text) => !demand(text));
    if (left.length === 0) return 'demand';
    return left.every(review) ? 'review' : undefined;
  }

  private byOnly(only: YamlNode | undefined): PipelineStart | undefined {
    const refs = pairOf(this.doc, only, 'refs')?.value ?? only;
    const names = [...items(this.doc, refs), ...(refs ? [refs] : [])].flatMap((node) => written(node) ?? []);
    if (names.length === 0) return undefined;
    if (names.every((name) => /^(?:merge_requests|external_pull_requests)$/.test(name))) return 'review';
    if (names.every((name) => /^(?:schedules|web|api|triggers|chat)$/.test(name))) return 'demand';
    return names.every((name) => name === 'merge_requests' || !lasts(name)) ? 'review' : undefined;
  }

  private includes(starts: PipelineStart): void {
    const include = at(this.doc, 'include');
    const list = items(this.doc, include);
    for (const node of list.length > 0 ? list : include ? [include] : []) {
      const local = pairOf(this.doc, node, 'local')?.value ?? (/^\/?[\w.]/.test(written(node) ?? '') ? node : undefined);
      const name = written(local);
      if (local && name !== undefined && !name.includes('://')) this.steps.call({ what: 'pipeline', name: name.replace(/^\//, '') }, span(local), { starts, dir: '' });
      const brought = pairOf(this.doc, node, 'template')?.value ?? pairOf(this.doc, node, 'component')?.value ?? undefined;
      const does = templates.find(([pattern]) => pattern.test(written(brought) ?? ''))?.[1] ?? [];
      if (brought) this.steps.done(does.map((each) => ({ does: each, via: written(brought) ?? '', ...(each === 'deploys' ? { to: 'kubernetes' as const } : {}) })), span(brought), { starts, dir: '' });
    }
  }
}

/** A pipeline of GitLab. `root`: the file that GitLab itself looks for; others count as far as they are included. */
export function readGitlab(doc: Document.Parsed, cx: FactFileContext, root: boolean): void {
  new GitlabReader(doc, cx).read(root);
}
