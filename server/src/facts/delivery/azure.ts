import type { Document } from 'yaml';
import { dirname } from '../../base/paths.js';
import type { FactFileContext } from '../../contract/rule.js';
import { at, entries, items, pairOf, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { taskWork } from './components.js';
import type { PipelineStart } from './kinds.js';
import { folder, lasts, PipelineReader, startOf, written, type Part } from './reader.js';

/** Tasks that are read with what they are told: the command line that an input completes. */
const lines: readonly (readonly [RegExp, (input: (name: string) => string) => string])[] = [
  [/^maven$/, (input) => `mvn ${input('goals') || 'package'} ${input('options')}${/true/i.test(input('sonarqubeRunAnalysis')) ? ' sonar:sonar' : ''}`],
  [/^gradle$/, (input) => `gradle ${input('tasks') || 'build'} ${input('options')}`],
  [/^dotnetcorecli$|^dotnetcore$/, (input) => `dotnet ${input('command') || 'build'} ${input('arguments')}`],
  [/^npm$/, (input) => `npm ${input('command') === 'custom' ? input('customCommand') : input('command') || 'install'}`],
  [/^docker$/, (input) => (/^(?:login|logout|start|stop)$/.test(input('command')) ? '' : `docker ${/push/i.test(input('command')) && input('command') === 'push' ? 'push' : 'build'}`)],
  [/^helmdeploy$/, (input) => `helm ${input('command')} ${input('chartPath')}`],
  [/^kubernetes$/, (input) => `kubectl ${input('command') || 'apply'} ${input('arguments')}`],
  [/^terraform(?:task\w*|cli)?$/, (input) => `terraform ${input('command')}`],
  [/^(?:cmdline|bash|shellscript|powershell|azurecli|azurepowershell|batchscript|pythonscript|npmauthenticate)$/, (input) => input('script') || input('inlineScript') || input('filePath') || input('scriptPath')],
  [/^(?:go)$/, (input) => `go ${input('command')}`], [/^(?:gulp|grunt)$/, (input) => `gulp ${input('targets') || 'build'}`],
];

class AzureReader {
  private readonly steps: PipelineReader;

  constructor(private readonly doc: Document.Parsed, private readonly cx: FactFileContext) {
    this.steps = new PipelineReader(cx, 'azure');
  }

  read(): void {
    if (!entries(this.doc, this.doc.contents ?? undefined).some(({ key }) => /^(?:steps|jobs|stages|extends|trigger|pool)$/.test(key))) return;
    const isTemplate = entries(this.doc, this.doc.contents ?? undefined).some(({ key }) => key === 'parameters') && !at(this.doc, 'trigger') && !at(this.doc, 'pr') && !at(this.doc, 'pool') && !/azure-pipelines[^/]*$/.test(this.cx.path);
    const starts = isTemplate ? 'called' : this.starts();
    const trigger = pairOf(this.doc, this.doc.contents, 'trigger') ?? pairOf(this.doc, this.doc.contents, 'pr');
    this.steps.job(() => { this.walk(this.doc.contents ?? undefined, { starts, dir: '' }); });
    this.steps.emit(startOf(this.doc), starts, trigger ? span(trigger.key) : undefined, !isTemplate);
  }

  /** Without `trigger`, every branch starts a pipeline. */
  private starts(): PipelineStart {
    const trigger = at(this.doc, 'trigger');
    const included = at(this.doc, 'trigger', 'branches', 'include');
    const branches = [...items(this.doc, trigger), ...items(this.doc, included)].flatMap((node) => written(node) ?? []);
    if (written(trigger) !== 'none' && (branches.length === 0 || branches.some(lasts))) return 'main';
    return at(this.doc, 'pr') && written(at(this.doc, 'pr')) !== 'none' ? 'review' : 'demand';
  }

  /** Stages, jobs and steps stand in each other, with conditions and templates in between. */
  private walk(node: YamlNode | undefined, part: Part): void {
    items(this.doc, node).forEach((item) => { this.walk(item, part); });
    const pairs = entries(this.doc, node);
    const get = (name: string): YamlNode | undefined => pairs.find(({ key }) => key === name)?.value;
    const own = { starts: this.narrowed(part.starts, written(get('condition')) ?? ''), dir: folder(part.dir, written(get('workingDirectory'))?.replace(/^\$\([\w.]+\)\/?/, '')) };
    const environment = get('environment');
    if (get('deployment')) this.steps.environment(pairOf(this.doc, environment, 'name')?.value ?? environment);
    for (const { key, value } of pairs) {
      if (/^(?:script|bash|pwsh|powershell)$/.test(key)) this.steps.script(this.doc, value, own);
      else if (key === 'task' && value) this.task(value, get('inputs'), own);
      else if (key === 'template' && value) this.template(value, own);
      else if (/^(?:stages|jobs|steps|extends|parameters|strategy|runOnce|rolling|canary|deploy|preDeploy|routeTraffic|postRouteTraffic|job|stage|on|success)$|^\$\{\{/.test(key)) this.walk(value, own);
    }
  }

  private template(node: YamlNode, part: Part): void {
    const path = written(node) ?? '';
    if (path.includes('@') && !path.endsWith('@self')) return;
    const plain = path.replace(/@self$/, '');
    this.steps.call({ what: 'pipeline', name: plain.startsWith('/') ? plain.slice(1) : folder(dirname(this.cx.path), plain) }, span(node), { ...part, dir: '' });
  }

  private task(node: YamlNode, inputs: YamlNode | undefined, part: Part): void {
    const name = (written(node) ?? '').replace(/@.*$/, '').toLowerCase();
    const input = (key: string): string => written(entries(this.doc, inputs).find((pair) => pair.key.toLowerCase() === key.toLowerCase())?.value) ?? '';
    const line = lines.find(([pattern]) => pattern.test(name))?.[1](input);
    const dir = folder(part.dir, (input('workingDirectory') || input('workingDir') || undefined)?.replace(/^\$\([\w.]+\)\/?/, ''));
    if (line !== undefined) this.steps.commands(line, { ...part, dir }, () => span(node));
    else this.steps.done(taskWork(written(node) ?? '').map((done) => (input('manifests') === '' ? done : { ...done, takes: input('manifests').split(/[\s,]+/).filter((path) => path !== '').map((path) => path.replace(/^\$\([\w.]+\)\/?/, '')) })), span(node), part);
  }

  private narrowed(starts: PipelineStart, condition: string): PipelineStart {
    if (starts !== 'main' || /\bor\(/.test(condition)) return starts;
    return /eq\(\s*variables\[?\.?'?Build\.Reason'?\]?\s*,\s*'PullRequest'/.test(condition) ? 'review' : starts;
  }
}

/** A pipeline of Azure DevOps, or a template of one. */
export function readAzure(doc: Document.Parsed, cx: FactFileContext): void {
  new AzureReader(doc, cx).read();
}
