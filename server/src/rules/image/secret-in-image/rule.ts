import { basename, dirname, join } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import { ruleMatcher, type Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { isProductImage } from '../../../facts/kubernetes/role.js';
import type {} from '../../../facts/image/secret-file.js';
import { lineage, shippedStage, stagesOf } from '../../../syntax/dockerfile/ask.js';
import { isForeignTool, purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { lookAtCommands } from './commands.js';
import { lookAtCopies } from './copies.js';
import { secretFixes } from './edits.js';
import { lookAtValues } from './values.js';

const secrets = ruleMatcher({
  language: 'dockerfile',
  needles: 'always',
  on: {
    file(node, cx) {
      const last = shippedStage(node);
      if (!last || purposeOf(cx.path, last) !== 'application' || isForeignTool(cx.path, node) || isProductImage(basename(dirname(cx.path)))) return;
      const shipped = new Set(lineage(last).map(({ index }) => index));
      for (const stage of stagesOf(node)) {
        lookAtValues(node, stage, shipped.has(stage.index), cx);
        if (!shipped.has(stage.index)) continue;
        lookAtCommands(node, stage, cx);
        lookAtCopies(node, stage, cx);
      }
    },
  },
});

/** Whether a file of the workspace is the one that is copied, and holds nothing secret. */
function isHarmless({ file, value }: Fact<'image.secret-file'>, { file: dockerfile, data }: Finding): boolean {
  const { path, from } = data as { readonly path?: string; readonly from?: boolean };
  if (path === undefined || from === true || value.secret) return false;
  for (let dir = dirname(dockerfile); ; dir = dirname(dir)) {
    if (join(dir, path) === file) return true;
    if (dir === '') return false;
  }
}

export const rule: Rule = {
  meta: {
    id: 'image/secret-in-image',
    title: { en: 'Secret inside the image', ko: '이미지에 들어 있는 비밀 값' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'security', 'secret'],
  },
  messages: {
    variable: {
      en: 'ENV writes the value of {variable} into the image: whoever may pull it can read it, every environment starts with the same one, and a new value needs a new image and a new rollout of all replicas.',
      ko: 'ENV가 {variable} 값을 이미지에 기록합니다. 이미지를 내려받을 수 있으면 누구나 읽을 수 있고, 모든 환경이 같은 값으로 시작하며, 값을 바꾸려면 이미지를 다시 만들어 모든 레플리카를 교체해야 합니다.',
    },
    argument: {
      en: 'The default of ARG {variable} stays readable in the history of the image: whoever may pull it has the secret.',
      ko: 'ARG {variable}의 기본값이 이미지의 이력에 그대로 남습니다. 이미지를 내려받을 수 있으면 비밀 값을 읽을 수 있습니다.',
    },
    baked: {
      en: 'ENV keeps the build argument {argument} in the image as {variable}: whoever may pull it can read it, and all replicas have to be replaced by those of a new image when it changes.',
      ko: '빌드 인자 {argument}이(가) ENV를 통해 이미지에 {variable}(으)로 남습니다. 이미지를 내려받을 수 있으면 읽을 수 있고, 값이 바뀌면 새 이미지로 모든 레플리카를 교체해야 합니다.',
    },
    used: {
      en: 'What is handed to the build as {variable} stays readable in the history of the image, and in what the commands write: whoever may pull the image has it.',
      ko: '빌드할 때 {variable}(으)로 전달한 값이 이미지의 이력과 명령이 기록한 파일에 남습니다. 이미지를 내려받을 수 있으면 읽을 수 있습니다.',
    },
    stage: {
      en: '{variable} has a literal value in a stage of the build: the image does not carry it, but the Dockerfile and the build cache do.',
      ko: '빌드 단계의 {variable}에 값이 그대로 적혀 있습니다. 최종 이미지에는 없지만 Dockerfile과 빌드 캐시에 남습니다.',
    },
    standIn: {
      en: 'The image starts with a stand-in for {variable}: a replica whose environment does not set it runs with a value that everyone knows.',
      ko: '이미지에 {variable}의 임시 값이 들어 있습니다. 환경 변수로 지정하지 않은 레플리카는 누구나 아는 값으로 실행됩니다.',
    },
    command: {
      en: 'This command carries a credential ({what}): it stays readable in the history of the image, and what it writes stays in the layer.',
      ko: '이 명령에 인증 정보({what})가 들어 있습니다. 이미지의 이력에서 읽을 수 있고, 명령이 기록한 내용도 레이어에 남습니다.',
    },
    environment: {
      en: '{file} becomes part of the image: whoever may pull it can read its values, and every environment starts with the same ones.',
      ko: '{file} 파일이 이미지에 포함됩니다. 이미지를 내려받을 수 있으면 값을 읽을 수 있고, 모든 환경이 같은 값으로 시작합니다.',
    },
    settings: {
      en: '{file} becomes part of the image: if it holds a token or a password, whoever may pull the image has it.',
      ko: '{file} 파일이 이미지에 포함됩니다. 토큰이나 비밀번호가 들어 있다면 이미지를 내려받을 수 있는 누구나 읽을 수 있습니다.',
    },
    login: {
      en: '{file} becomes part of the image, and with it the credentials that it is there to hold: whoever may pull the image has them.',
      ko: '인증 정보를 담는 {file}이(가) 이미지에 포함됩니다. 이미지를 내려받을 수 있으면 누구나 읽을 수 있습니다.',
    },
    key: {
      en: 'The private key in {file} becomes part of the image: whoever may pull it can take the part of the application, and a new key needs a new image.',
      ko: '{file}의 개인 키가 이미지에 포함됩니다. 이미지를 내려받으면 애플리케이션으로 위장할 수 있고, 키를 바꾸려면 이미지를 다시 만들어야 합니다.',
    },
    account: {
      en: 'The account in {file} becomes part of the image: whoever may pull it acts with its rights.',
      ko: '{file}의 계정 정보가 이미지에 포함됩니다. 이미지를 내려받으면 그 계정의 권한을 쓸 수 있습니다.',
    },
    removed: {
      en: '{file} is removed by a later step, but the layer that copied it keeps it: whoever may pull the image can read it.',
      ko: '이후 단계에서 {file}을(를) 지우지만 복사한 레이어에는 그대로 남습니다. 이미지를 내려받으면 읽을 수 있습니다.',
    },
  },
  matchers: [secrets],
  clearing: [
    { fact: 'image.secret-file', effect: 'silence', when: (fact, finding) => isHarmless(fact as Fact<'image.secret-file'>, finding), what: { en: 'the file of the workspace, which holds no secret', ko: '비밀 값이 없는 작업 영역의 해당 파일' } },
  ],
  fixes: [...secretFixes],
};
