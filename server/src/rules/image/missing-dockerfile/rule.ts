import type { Rule } from '../../../contract/rule.js';
import { generateDockerfile } from '../../../generators/dockerfile/generate.js';
import { missingDockerfile } from './check.js';

export const rule: Rule = {
  meta: {
    id: 'image/missing-dockerfile',
    title: { en: 'Application without a container image', ko: '컨테이너 이미지가 없는 애플리케이션' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'build'],
  },
  messages: {
    missing: {
      en: 'Nothing in the workspace builds a container image of "{name}" ({kind}): without one, Kubernetes cannot start, move or scale replicas of it.',
      ko: '"{name}"({kind})의 컨테이너 이미지를 만드는 설정이 없습니다. 이미지가 없으면 Kubernetes가 레플리카를 시작하거나 옮기거나 늘릴 수 없습니다.',
    },
    builtElsewhere: {
      en: 'Manifests run "{image}", but nothing in the workspace builds an image of "{name}" ({kind}): whether the replicas run this code cannot be told from it.',
      ko: '매니페스트가 "{image}" 이미지를 실행하지만 "{name}"({kind})의 이미지를 만드는 설정이 없습니다. 레플리카가 이 코드로 실행되는지 알 수 없습니다.',
    },
  },
  project: [missingDockerfile],
  fixes: [
    {
      key: 'generate-dockerfile',
      title: { en: 'Generate a Dockerfile and .dockerignore', ko: 'Dockerfile과 .dockerignore 생성하기' },
      safety: 'review',
      applies: ({ data }, model) => generateDockerfile(model, (data as { dir: string }).dir) !== undefined,
      edits({ finding, model, text }) {
        const generated = generateDockerfile(model, (finding.data as { dir: string }).dir);
        const fresh = generated?.files.filter(({ path }) => path.endsWith('Dockerfile') || text(path) === undefined);
        return fresh?.map(({ path, text: content }) => ({ do: 'create', path, text: content, ifExists: 'refuse' }));
      },
    },
  ],
};
