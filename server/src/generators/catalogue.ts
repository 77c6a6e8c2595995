import { join } from '../base/paths.js';
import type { Edit } from '../contract/rule.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import type { Model, Settings } from '../contract/workspace.js';
import { applications, refusals } from './application/find.js';
import type { Application } from './application/kinds.js';
import { generateCompose } from './compose/generate.js';
import { generateDevcontainer } from './devcontainer/generate.js';
import { generateDockerfile } from './dockerfile/generate.js';
import { generateHpa, hpaCandidates } from './hpa.js';
import { generateCronJobs } from './kubernetes/cronjobs.js';
import { generateSet } from './kubernetes/generate.js';
import type { PlanInput } from './kubernetes/plan.js';
import { generatePipeline } from './pipeline/generate.js';

/** What may be generated, by the name that the command line gives it, in the order in which people need it. */
export const generatorKinds = ['dockerfile', 'dockerignore', 'compose', 'kubernetes', 'kustomize', 'helm', 'hpa', 'cronjob', 'pipeline', 'devcontainer'] as const;
export type GeneratorKind = (typeof generatorKinds)[number];

/** What the user asked for beside the kind. */
export interface GeneratorOptions {
  /** Name of the objects; that of the application when left out. */
  readonly name?: string | undefined;
  /** Platform to write for; that of `monolift.yaml` when left out. */
  readonly target?: Settings['target'] | undefined;
  /** Write a NetworkPolicy with the Kubernetes objects. */
  readonly networkPolicy?: boolean | undefined;
}

export interface GeneratorInput {
  readonly model: Model;
  /** Current text of a workspace file. */
  text(path: string): string | undefined;
  /** Language of notes and of the comments in the files. */
  readonly locale: Locale;
  readonly options: GeneratorOptions;
}

/** Files to propose, and what the user should know of them, in their language. */
export interface Generated {
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

/** One application or workload that files can be generated for. */
export interface Source {
  /** What a person calls it; '' for the folder's own application. */
  readonly label: string;
  /** Path inside the folder that tells it from others. */
  readonly place: string;
  /** `undefined` when no template fits. */
  generate(): Generated | undefined;
}

export interface Generator {
  /** What a list of kinds calls it. */
  readonly label: Localized;
  /** `{name}` stands for the application or workload. */
  readonly title: Localized;
  /** Asked when there are several sources. */
  readonly question: Localized;
  /** Said when there is nothing to generate for, with the next step. */
  readonly nothing: Localized;
  /** Sources may be taken together, because each is generated on its own; otherwise the user picks one. */
  readonly together: boolean;
  sources(input: GeneratorInput): readonly Source[];
}

type Make = (application: Application, input: GeneratorInput) => Generated | undefined;

const whichApplication: Localized = { en: 'Which application is meant?', ko: '어느 애플리케이션에 사용할까요?' };
const noApplication: Localized = {
  en: 'No application was found that is started by itself. It needs a build file that says how it is built and started: pom.xml, build.gradle, package.json, pyproject.toml or requirements.txt, a project file of .NET, go.mod, composer.json. Open the folder that holds it.',
  ko: '단독으로 실행되는 애플리케이션을 찾지 못했습니다. 빌드와 실행 방법을 알려 주는 빌드 파일(pom.xml, build.gradle, package.json, pyproject.toml 또는 requirements.txt, .NET 프로젝트 파일, go.mod, composer.json)이 필요합니다. 그 파일이 있는 폴더를 여세요.',
};

/** A generator that writes something for each application of the workspace. */
function forApplications(label: Localized, title: Localized, make: Make): Generator {
  return {
    label, title, question: whichApplication, nothing: noApplication, together: false,
    sources: (input) => applications(input.model, '').map((application) => ({
      label: application.dir.split('/').at(-1) ?? '', place: application.dir, generate: () => make(application, input),
    })),
  };
}

/** Files that a generator proposes whole, wherever they are. */
function proposed(files: readonly { readonly path: string; readonly text: string }[]): readonly Edit[] {
  return files.map(({ path, text }) => ({ do: 'create', path, text, ifExists: 'propose' }));
}

function image({ dir }: Application, { model, locale }: GeneratorInput): Generated | undefined {
  const generated = generateDockerfile(model, dir);
  return generated && { edits: proposed(generated.files), notes: generated.notes.map((note) => note[locale]) };
}

function ignoreFile({ dir, layout }: Application, { model }: GeneratorInput): Generated | undefined {
  const path = join(layout.context, '.dockerignore');
  const files = generateDockerfile(model, dir)?.files.filter((file) => file.path === path);
  return files && { edits: proposed(files), notes: [] };
}

type Writer = (input: PlanInput) => { readonly files: readonly { readonly path: string; readonly text: string }[]; readonly notes: readonly string[] };

function filesOf(write: Writer): Make {
  return (application, { model, text, locale, options }) => {
    const { files, notes } = write({ model, application, text, locale, ...options });
    return { edits: proposed(files), notes };
  };
}

const cronjob: Generator = {
  label: { en: 'CronJobs for scheduled work', ko: '예약 작업용 CronJob' },
  title: { en: 'Create CronJobs for the scheduled work of {name}', ko: '{name}의 예약 작업용 CronJob 생성' },
  question: whichApplication,
  nothing: { en: 'No application was found that starts work by its own clock.', ko: '자체 시계로 작업을 시작하는 애플리케이션을 찾지 못했습니다.' },
  together: false,
  sources: ({ model, text, locale, options }) => applications(model, '').flatMap((application) => {
    const generated = generateCronJobs({ model, application, text, locale, ...options });
    return generated ? [{ label: application.dir.split('/').at(-1) ?? '', place: application.dir, generate: () => generated }] : [];
  }),
};

const hpa: Generator = {
  label: { en: 'HorizontalPodAutoscaler', ko: 'HorizontalPodAutoscaler' },
  title: { en: 'Create a HorizontalPodAutoscaler for {name}', ko: '{name}용 HorizontalPodAutoscaler 생성' },
  question: { en: 'Which workload shall be scaled?', ko: '어느 워크로드를 확장할까요?' },
  nothing: {
    en: 'No stateless web workload without an autoscaler was found in the Kubernetes manifests. Add a Deployment for the application first; the snippet "deployment-requests" writes one.',
    ko: 'Kubernetes 매니페스트에서 오토스케일러가 없는 무상태 웹 워크로드를 찾지 못했습니다. 먼저 애플리케이션의 Deployment를 추가하세요. "deployment-requests" 코드 조각을 사용할 수 있습니다.',
  },
  together: true,
  sources: (input) => hpaCandidates(input.model, '').map((workload) => ({
    label: workload.value.name ?? workload.file,
    place: workload.file,
    generate: () => {
      const generated = generateHpa({ ...input, workload });
      return generated && { edits: generated.edits, notes: generated.notes.map(({ text, args }) => say(text, input.locale, args)) };
    },
  })),
};

export const generators: Readonly<Record<GeneratorKind, Generator>> = {
  dockerfile: forApplications({ en: 'Dockerfile and .dockerignore', ko: 'Dockerfile과 .dockerignore' }, { en: 'Create a Dockerfile for {name}', ko: '{name}용 Dockerfile 생성' }, image),
  dockerignore: forApplications({ en: '.dockerignore', ko: '.dockerignore' }, { en: 'Create a .dockerignore for {name}', ko: '{name}용 .dockerignore 생성' }, ignoreFile),
  kubernetes: forApplications({ en: 'Kubernetes manifests', ko: 'Kubernetes 매니페스트' }, { en: 'Create Kubernetes manifests for {name}', ko: '{name}용 Kubernetes 매니페스트 생성' }, filesOf((input) => generateSet('kubernetes', input))),
  kustomize: forApplications({ en: 'Kustomize base and overlays', ko: 'Kustomize 베이스와 오버레이' }, { en: 'Create a Kustomize base and overlays for {name}', ko: '{name}용 Kustomize 베이스와 오버레이 생성' }, filesOf((input) => generateSet('kustomize', input))),
  helm: forApplications({ en: 'Helm chart', ko: 'Helm 차트' }, { en: 'Create a Helm chart for {name}', ko: '{name}용 Helm 차트 생성' }, filesOf((input) => generateSet('helm', input))),
  hpa, cronjob,
  compose: forApplications({ en: 'Compose file that can be scaled', ko: '확장 가능한 Compose 파일' }, { en: 'Create a Compose file for {name}', ko: '{name}용 Compose 파일 생성' }, filesOf(generateCompose)),
  pipeline: forApplications({ en: 'CI pipeline for the image', ko: '이미지용 CI 파이프라인' }, { en: 'Create a CI pipeline for {name}', ko: '{name}용 CI 파이프라인 생성' }, filesOf((input) => generatePipeline(input))),
  devcontainer: forApplications({ en: 'Dev container', ko: '개발 컨테이너' }, { en: 'Create a dev container for {name}', ko: '{name}용 개발 컨테이너 생성' }, filesOf(generateDevcontainer)),
};

export function isGeneratorKind(kind: unknown): kind is GeneratorKind {
  return generatorKinds.some((each) => each === kind);
}

/** The sources of a kind, as the options want them. */
export function sourcesOf(kind: GeneratorKind, input: GeneratorInput): readonly Source[] {
  return generators[kind].sources({ ...input, model: aimedAt(input.model, input.options.target) });
}

/** What to say where there are no sources: why an application that is there has none, else what is looked for. */
export function nothingFor(kind: GeneratorKind, model: Model): Localized {
  const refused = refusals(model, '').map(({ reason }) => reason);
  const { nothing } = generators[kind];
  return refused.length === 0 || nothing !== noApplication ? nothing : { en: refused.map(({ en }) => en).join(' '), ko: refused.map(({ ko }) => ko).join(' ') };
}

/** The same workspace, read for another platform than `monolift.yaml` names. */
function aimedAt(model: Model, target: Settings['target'] | undefined): Model {
  if (target === undefined || target === model.settings.target) return model;
  const memo = new Map<object, unknown>();
  return {
    settings: { ...model.settings, target }, modules: model.modules, files: model.files,
    facts: (kind) => model.facts(kind),
    factsFor: (kind, path) => model.factsFor(kind, path),
    moduleOf: (path) => model.moduleOf(path),
    hasFile: (path) => model.hasFile(path),
    roleOf: (path) => model.roleOf(path),
    once<T>(key: object, compute: () => T): T {
      if (!memo.has(key)) memo.set(key, compute());
      return memo.get(key) as T;
    },
  };
}
