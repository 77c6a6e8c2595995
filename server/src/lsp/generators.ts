import type { Edit } from '../contract/rule.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import type { Model } from '../contract/workspace.js';
import { dockerfileTargets, generateDockerfile } from '../generators/dockerfile/generate.js';
import { generateHpa, hpaCandidates } from '../generators/hpa.js';

export type GeneratorKind = 'dockerfile' | 'hpa';

export interface Generated {
  readonly edits: readonly Edit[];
  /** What the user should know, in their language. */
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

interface Input {
  readonly model: Model;
  text(path: string): string | undefined;
  readonly locale: Locale;
}

interface Generator {
  /** `{name}` stands for the application or workload. */
  readonly title: Localized;
  /** Said when there is nothing to generate for, with the next step. */
  readonly nothing: Localized;
  sources(input: Input): readonly Source[];
}

const dockerfile: Generator = {
  title: { en: 'Create a Dockerfile for {name}', ko: '{name}용 Dockerfile 생성' },
  nothing: {
    en: 'No application to put into an image was found: a module needs a pom.xml, build.gradle or package.json that says how it is built and started. Open the folder that holds it.',
    ko: '이미지로 만들 애플리케이션을 찾지 못했습니다. 빌드와 실행 방법을 알려 주는 pom.xml, build.gradle 또는 package.json이 있는 폴더를 여세요.',
  },
  sources: ({ model, locale }) => dockerfileTargets(model, '').map((dir) => ({
    label: dir.split('/').at(-1) ?? '',
    place: dir,
    generate: () => {
      const image = generateDockerfile(model, dir);
      return image && {
        edits: image.files.map(({ path, text }): Edit => ({ do: 'create', path, text, ifExists: 'propose' })),
        notes: image.notes.map((note) => note[locale]),
      };
    },
  })),
};

const hpa: Generator = {
  title: { en: 'Create a HorizontalPodAutoscaler for {name}', ko: '{name}용 HorizontalPodAutoscaler 생성' },
  nothing: {
    en: 'No stateless web workload without an autoscaler was found in the Kubernetes manifests. Add a Deployment for the application first; the snippet "deployment-requests" writes one.',
    ko: 'Kubernetes 매니페스트에서 오토스케일러가 없는 무상태 웹 워크로드를 찾지 못했습니다. 먼저 애플리케이션의 Deployment를 추가하세요. "deployment-requests" 코드 조각을 사용할 수 있습니다.',
  },
  sources: (input) => hpaCandidates(input.model, '').map((workload) => ({
    label: workload.value.name ?? workload.file,
    place: workload.file,
    generate: () => {
      const generated = generateHpa({ ...input, workload });
      return generated && { edits: generated.edits, notes: generated.notes.map(({ text, args }) => say(text, input.locale, args)) };
    },
  })),
};

export const generators: Readonly<Record<GeneratorKind, Generator>> = { dockerfile, hpa };
