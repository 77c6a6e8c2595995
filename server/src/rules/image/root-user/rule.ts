import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { builtForDesk } from '../../../facts/compose/desk.js';
import { basename, dirname } from '../../../base/paths.js';
import { needsLowPort, userLines } from '../../../syntax/dockerfile/accounts.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { imageName, shippedStage } from '../../../syntax/dockerfile/ask.js';
import { insertBeforeStart } from '../../../syntax/dockerfile/edit.js';
import { rootUser } from './dockerfile.js';

/** Whether a manifest that sets a user starts the image of this Dockerfile: images are named after the folder they are built from. */
function startsThisImage(fact: Fact, finding: Finding): boolean {
  const { image } = fact.value as Fact<'image.non-root'>['value'];
  const folders = dirname(finding.file).split('/').filter((name) => !/^(?:src|docker|app)?$/i.test(name));
  const name = imageName(image).base;
  return folders.length > 0 ? folders.includes(name) : name === basename(finding.module) || finding.module === '';
}

const forProduction = /(?:^|[-_.])prod(?:uction)?(?:[-_.]|$)/i;

/** Whether a Dockerfile for production makes the image of the same folder: this one then is for the desk. */
function hasProductionTwin({ file, value }: Fact<'image.dockerfile'>, finding: Finding): boolean {
  return file !== finding.file && dirname(file) === dirname(finding.file) && value.purpose === 'application' && forProduction.test(basename(file)) && !forProduction.test(basename(finding.file));
}

export const rule: Rule = {
  meta: {
    id: 'image/root-user',
    title: { en: 'Container that starts as root', ko: 'root로 시작하는 컨테이너' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'security'],
  },
  messages: {
    noUser: {
      en: 'No USER is set and "{image}" starts as root: clusters that enforce the restricted Pod Security Standard, and OpenShift, do not start such replicas as they are.',
      ko: 'USER가 없고 "{image}" 이미지는 root로 시작합니다. restricted Pod Security Standard를 적용한 클러스터와 OpenShift에서는 이대로는 레플리카가 시작되지 않습니다.',
    },
    root: {
      en: 'USER {user} starts the container as root: clusters that enforce the restricted Pod Security Standard, and OpenShift, do not start such replicas as they are.',
      ko: 'USER {user}(으)로 컨테이너가 root 권한으로 시작합니다. restricted Pod Security Standard를 적용한 클러스터와 OpenShift에서는 이대로는 레플리카가 시작되지 않습니다.',
    },
    workers: {
      en: '"{image}" starts its master process as root and binds a low port: clusters that enforce the restricted Pod Security Standard do not start it; its unprivileged variant listens on 8080.',
      ko: '"{image}" 이미지는 마스터 프로세스를 root로 시작하고 1024 미만의 포트를 사용합니다. restricted Pod Security Standard를 적용한 클러스터에서는 시작되지 않으므로, 8080 포트를 쓰는 unprivileged 변형을 사용하세요.',
    },
    unknownBase: {
      en: 'No USER is set, so the container starts as whatever user "{image}" sets; if that is root, clusters that enforce the restricted Pod Security Standard do not start the replicas.',
      ko: 'USER가 없으므로 "{image}" 이미지가 정한 사용자로 시작합니다. 그 사용자가 root이면 restricted Pod Security Standard를 적용한 클러스터에서 레플리카가 시작되지 않습니다.',
    },
  },
  matchers: [rootUser],
  clearing: [
    builtForDesk,
    { fact: 'image.non-root', effect: 'info', when: startsThisImage, what: { en: 'a manifest that starts this image as another user', ko: '이 이미지를 다른 사용자로 실행하는 매니페스트' } },
    { fact: 'image.dockerfile', effect: 'info', when: (fact, finding) => hasProductionTwin(fact as Fact<'image.dockerfile'>, finding), what: { en: 'a Dockerfile for production beside it', ko: '같은 폴더에 있는 운영용 Dockerfile' } },
  ],
  fixes: [
    {
      key: 'non-root-user',
      title: { en: 'End the image with a numeric user without rights', ko: '권한 없는 숫자 사용자로 이미지 마무리하기' },
      safety: 'review',
      applies: ({ say, data }) => (say === 'noUser' || say === 'root') && (data as { fixable: boolean }).fixable,
      edits({ finding, text, model }) {
        const content = text(finding.file);
        const node = content === undefined ? undefined : readDockerfile(content);
        const last = node && shippedStage(node);
        if (content === undefined || !node || !last || needsLowPort(last)) return undefined;
        return [insertBeforeStart(finding.file, content, node, last, userLines(last, model.settings.target))];
      },
    },
  ],
};
