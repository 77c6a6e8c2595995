import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { at, below, entries, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { imageWork } from './components.js';
import { folder, PipelineReader, startOf, written, type Part } from './reader.js';

const part: Part = { starts: 'elsewhere', dir: '' };

/** A `buildspec.yml` of AWS CodeBuild; CodePipeline or a webhook starts it, which the file does not say. */
export function readBuildspec(doc: Document.Parsed, cx: FactFileContext): void {
  const phases = at(doc, 'phases');
  if (!phases) return;
  const steps = new PipelineReader(cx, 'buildspec');
  steps.job(() => {
    const lists = entries(doc, phases).flatMap(({ value }) => ['commands', 'finally'].flatMap((name) => below(doc, value, name) ?? []));
    for (const list of lists) steps.script(doc, list, part);
  });
  steps.emit(startOf(doc), 'elsewhere', undefined);
}

/** The program that an image of Cloud Build starts with its arguments; '' where these name it themselves. */
function builderProgram(image: string): string | undefined {
  const name = image.replace(/[@:].*$/, '').replace(/^.*\//, '');
  if (/^(?:docker|kubectl|gcloud|mvn|npm|yarn|go|gradle|helm|git|bazel|curl|dotnet|terraform|kustomize|skaffold|ko|pack|trivy)$/.test(name)) return name;
  if (name === 'maven') return 'mvn';
  if (name === 'k8s-skaffold') return '';
  return name === 'cloud-sdk' || name === 'node' || name === 'python' ? '' : undefined;
}

/** A `cloudbuild.yaml` of Google Cloud; a trigger in the project starts it. */
export function readCloudBuild(doc: Document.Parsed, cx: FactFileContext): void {
  if (!at(doc, 'steps')) return;
  const steps = new PipelineReader(cx, 'cloudbuild');
  steps.job(() => {
    for (const step of items(doc, at(doc, 'steps'))) cloudStep(doc, step, steps);
    const images = at(doc, 'images');
    if (images) steps.done([{ does: 'image', via: 'images' }], span(images), part);
  });
  steps.emit(startOf(doc), 'elsewhere', undefined);
}

function cloudStep(doc: Document.Parsed, step: YamlNode, steps: PipelineReader): void {
  const name = below(doc, step, 'name');
  const image = written(name) ?? '';
  const own = { ...part, dir: folder('', written(below(doc, step, 'dir'))) };
  steps.script(doc, below(doc, step, 'script'), own);
  const argument = below(doc, step, 'args');
  const words = items(doc, argument).length > 0 ? items(doc, argument) : argument ? [argument] : [];
  const entry = written(below(doc, step, 'entrypoint'));
  if (!name) return;
  if (words.length > 0 && isShell(entry ?? '')) return steps.script(doc, words.at(-1), own);
  const program = entry ?? builderProgram(image);
  const done = imageWork(image);
  if (done.length > 0 || program === undefined) return steps.done(/gke-deploy/.test(image) ? done.filter(() => /run|apply/.test(written(words[0]) ?? '')) : done, span(name), own);
  steps.commands([program, ...words.map((word) => written(word) ?? '')].join(' ').trim(), own, () => span(words[0] ?? name));
}

function isShell(program: string): boolean {
  return /^(?:\S*\/)?(?:ba|da|z)?sh$/.test(program);
}

/** Containers of steps: `script`, or `command` with `args`. */
function container(doc: Document.Parsed, node: YamlNode | undefined, steps: PipelineReader, own: Part): void {
  const image = below(doc, node, 'image');
  const source = below(doc, node, 'source') ?? below(doc, node, 'script');
  if (image) steps.done(imageWork(written(image) ?? ''), span(image), own);
  if (source) return steps.script(doc, source, own);
  const words = ['command', 'args'].flatMap((key) => items(doc, below(doc, node, key)));
  const [first, ...rest] = words;
  if (!first) return;
  const inner = isShell(written(first) ?? '') && rest.length > 0 ? rest.at(-1) : undefined;
  if (inner) steps.script(doc, inner, own);
  else steps.commands(words.map((word) => written(word) ?? '').join(' '), own, () => span(first));
}

const hubTasks: readonly (readonly [RegExp, Parameters<PipelineReader['done']>[0][number]])[] = [
  [/^(?:buildah|kaniko|jib-(?:maven|gradle)|buildpacks\S*|s2i-\S+|buildkit\S*|docker-build|ko|img)$/, { does: 'image', via: '' }], [/^(?:argocd-task-sync\S*|kubernetes-actions|openshift-client|helm-upgrade-from-\S+|kustomize-apply|deploy-\S*|gke-deploy)$/, { does: 'deploys', to: 'kubernetes', via: '' }],
  [/^(?:golang-test|maven-test|pytest|npm-test|run-tests?|unit-tests?|\w+-unit-tests?)$/, { does: 'tests', via: '' }], [/^(?:maven|gradle|golang-build|npm-build)$/, { does: 'builds', via: '' }],
  [/^(?:golangci-lint|pylint|flake8|black|eslint|yaml-lint|hadolint|sonarqube-scanner|markdown-lint)$/, { does: 'lints', via: '' }], [/^(?:trivy-scanner|grype|snyk\S*|sast-\S+|clair-scan|clamav-scan|trivy\S*|roxctl-scan|gitleaks)$/, { does: 'scans', via: '' }],
];

function taskRefs(doc: Document.Parsed, list: YamlNode | undefined, steps: PipelineReader, own: Part): void {
  for (const task of items(doc, list)) {
    const name = below(doc, task, 'taskRef', 'name');
    const known = hubTasks.find(([pattern]) => pattern.test(written(name) ?? ''))?.[1];
    if (name && known) steps.done([{ ...known, via: written(name) ?? '' }], span(name), own);
    for (const step of items(doc, below(doc, task, 'taskSpec', 'steps'))) container(doc, step, steps, own);
  }
}

/** A task, pipeline or run of Tekton. Pipelines as Code say in annotations what starts them. */
export function readTekton(doc: Document.Parsed, cx: FactFileContext): void {
  if (!/^tekton\.dev\//.test(written(at(doc, 'apiVersion')) ?? '')) return;
  const steps = new PipelineReader(cx, 'tekton');
  const event = at(doc, 'metadata', 'annotations', 'pipelinesascode.tekton.dev/on-event');
  const said = written(event);
  const own: Part = { starts: said === undefined ? 'elsewhere' : /push/.test(said) ? 'main' : 'review', dir: '' };
  steps.job(() => {
    for (const spec of [at(doc, 'spec'), at(doc, 'spec', 'taskSpec'), at(doc, 'spec', 'pipelineSpec')]) {
      for (const step of items(doc, below(doc, spec, 'steps'))) container(doc, step, steps, own);
      for (const list of ['tasks', 'finally']) taskRefs(doc, below(doc, spec, list), steps, own);
    }
  });
  steps.emit(startOf(doc), own.starts, event && span(event), false);
}

/** A workflow of Argo, as far as it does what pipelines do; many of them work on data. */
export function readArgoWorkflow(doc: Document.Parsed, cx: FactFileContext): void {
  if (!/^(?:Cron|Cluster)?Workflow(?:Template)?$/.test(written(at(doc, 'kind')) ?? '') || !/^argoproj\.io\//.test(written(at(doc, 'apiVersion')) ?? '')) return;
  const steps = new PipelineReader(cx, 'argo');
  const templates = items(doc, at(doc, 'spec', 'templates') ?? at(doc, 'spec', 'workflowSpec', 'templates'));
  steps.job(() => {
    for (const template of templates) for (const key of ['container', 'script']) container(doc, below(doc, template, key), steps, part);
  });
  steps.emit(startOf(doc), 'elsewhere', undefined, false);
}
