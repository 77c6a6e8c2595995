import { dirname, isInside, join } from '../../../base/paths.js';
import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { composeReads, dockerfileOf } from '../../../facts/compose/project.js';
import type {} from '../../../facts/image/context.js';
import { dockerignoreBeside } from '../../../generators/dockerfile/dockerignore.js';

type Whole = Fact<'image.whole-context'>;

/** Folders that the image is built in as files of the workspace say. */
function statedContexts(model: Model, file: string): readonly string[] {
  const composed = model.facts('compose.service').filter((service) => dockerfileOf(model, service)?.file === file).flatMap(({ value }) => value.context ?? []);
  const built = model.facts('image.built').filter(({ value }) => join(value.context, value.dockerfile ?? 'Dockerfile') === file).map(({ value }) => value.context);
  return [...composed, ...built];
}

function contextOf(model: Model, file: string): string {
  return statedContexts(model, file)[0] ?? model.facts('image.dockerfile').find((fact) => fact.file === file)?.value.context ?? dirname(file);
}

/** Whether something says what is left out: beside the Dockerfile under its name, in the context, or in a folder above that may be it. */
function hasIgnore(model: Model, file: string): boolean {
  const folders = new Set(statedContexts(model, file));
  if (folders.size === 0) for (let dir = dirname(file); ; dir = dirname(dir)) {
    folders.add(dir);
    if (dir === '') break;
  }
  return model.hasFile(`${file}.dockerignore`) || [...folders].some((dir) => ['.dockerignore', '.containerignore'].some((name) => model.hasFile(join(dir, name) ?? name)));
}

/** What a working tree holds besides its sources, as far as its build files tell. */
function besides(model: Model, context: string): readonly string[] {
  const byTool: Readonly<Record<string, string>> = { npm: 'node_modules', maven: 'target', gradle: 'build', dotnet: 'bin, obj', composer: 'vendor', python: '.venv' };
  const made = model.facts('build.module').filter(({ file }) => isInside(file, context)).map(({ value }) => byTool[value.tool]);
  return [...(context === '' ? ['.git'] : []), ...new Set(made.filter((name): name is string => name !== undefined)), '.env'];
}

const taken: ProjectCheck<'image.whole-context'> = {
  subject: 'image.whole-context',
  reads: [...composeReads, 'image.whole-context'],
  check(subject, { model, report }) {
    if (hasIgnore(model, subject.file)) return;
    const context = contextOf(model, subject.file);
    const { shipped, source } = subject.value;
    report({
      say: shipped ? 'image' : 'stage', severity: shipped ? 'warning' : 'info', cause: `context ${context}`,
      args: { source, folder: context === '' ? './' : `${context}/`, besides: besides(model, context).join(', ') },
      data: { context },
    });
  },
};

/** Of all Dockerfiles with the context: what one of them names, all of them keep. */
function together(model: Model, context: string): Whole['value'] | undefined {
  const all = model.facts('image.whole-context').filter(({ file }) => contextOf(model, file) === context).map(({ value }) => value);
  const [first] = all;
  return first && {
    ...first, named: all.flatMap(({ named }) => named), asksGit: all.some(({ asksGit }) => asksGit),
    tools: first.tools.filter((tool) => all.every(({ tools }) => tools.includes(tool))),
  };
}

/** Not safe: a step may read one of these files without naming it. */
const addIgnore: Fix = {
  key: 'add-dockerignore',
  title: { en: 'Create a .dockerignore', ko: '.dockerignore 생성' },
  safety: 'review',
  edits({ finding, model, text }) {
    const { context } = finding.data as { readonly context: string };
    const path = join(context, '.dockerignore');
    const all = together(model, context);
    if (path === undefined || !all || text(path) !== undefined) return undefined;
    return [{ do: 'create', path, text: dockerignoreBeside(model, context, all), ifExists: 'refuse' }];
  },
};

export const rule: Rule = {
  meta: {
    id: 'image/no-dockerignore',
    title: { en: 'Whole folder copied into the image', ko: '폴더 전체를 복사하는 이미지' },
    severity: 'warning',
    confidence: 'high',
    fix: 'always',
    tags: ['image', 'build', 'security'],
  },
  messages: {
    image: {
      en: '"{source}" takes in all of {folder} and no .dockerignore leaves anything out: {besides} of whoever builds it become part of the image that every replica starts from.',
      ko: '"{source}"이(가) {folder} 전체를 복사하는데 제외할 파일을 정하는 .dockerignore가 없습니다. 빌드하는 사람의 {besides}이(가) 모든 레플리카가 사용하는 이미지에 들어갑니다.',
    },
    stage: {
      en: '"{source}" takes in all of {folder} for a stage of the build and no .dockerignore leaves anything out: {besides} of whoever builds it are sent along, spoil the cache, and can mix with what the build makes.',
      ko: '빌드 단계에서 "{source}"이(가) {folder} 전체를 복사하는데 제외할 파일을 정하는 .dockerignore가 없습니다. 빌드하는 사람의 {besides}까지 전송되어 캐시가 무효화되고 빌드 결과와 섞일 수 있습니다.',
    },
  },
  project: [taken],
  fixes: [addIgnore],
};
