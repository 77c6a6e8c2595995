import { basename, dirname, isInside } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import { ruleMatcher, type Fix, type Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { dockerfileOf } from '../../../facts/compose/project.js';
import { folderOfImage, isInJoin, joinWorkload } from '../../../facts/join.js';
import { isProductImage } from '../../../facts/kubernetes/role.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { baseOf, keywordSpan, lineage, shippedStage } from '../../../syntax/dockerfile/ask.js';
import { withoutInstruction } from '../../../syntax/dockerfile/edit.js';
import { isForeignTool, purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { declaredPaths, isFilledLater, kindOfPath } from './paths.js';

const declared = ruleMatcher({
  language: 'dockerfile',
  needles: [[/^\s*VOLUME\b/im]],
  on: {
    file(node, cx) {
      const last = shippedStage(node);
      if (!last || purposeOf(cx.path, last) !== 'application' || isForeignTool(cx.path, node) || isProductImage(basename(dirname(cx.path)))) return;
      // What a web server hands out comes with the image.
      const servesFiles = /^(?:nginx|httpd|caddy|openresty)$/.test(baseOf(last).base);
      for (const instruction of [...lineage(last)].reverse().flatMap((stage) => stage.instructions)) {
        if (instruction.getKeyword() !== 'VOLUME') continue;
        const paths = declaredPaths(last, instruction).filter((path) => kindOfPath(path) !== 'passing');
        if (paths.length === 0) continue;
        const filled = paths.some((path) => isFilledLater(last, instruction, path));
        const data = !servesFiles && paths.some((path) => kindOfPath(path) === 'data');
        cx.report({
          at: keywordSpan(node, instruction), say: filled ? 'filled' : data ? 'data' : 'besides', args: { paths: paths.join(', ') },
          ...(data || filled ? {} : { severity: 'info' as const }), cause: `volume at ${paths.join(' ')}`, data: { paths: [...paths] },
        });
      }
    },
  },
});

function covers(finding: Finding, mounts: readonly (string | undefined)[]): boolean {
  const { paths } = finding.data as { readonly paths: readonly string[] };
  return paths.every((path) => mounts.some((mount) => mount !== undefined && mount !== '/' && isInside(path, mount.replace(/\/$/, ''))));
}

/** Whether a Compose service of this image mounts something at the paths, so that the declaration has no effect. */
function composeMounts(fact: Fact<'compose.service'>, finding: Finding, model: Model): boolean {
  const { value } = fact;
  const folder = value.built ? undefined : folderOfImage(model, value.image);
  const runsIt = dockerfileOf(model, fact)?.file === finding.file || (folder !== undefined && isInside(dirname(finding.file), folder));
  return runsIt && covers(finding, value.volumes.flatMap(({ kind, target }) => (kind === 'anonymous' ? [] : [target])));
}

function podMounts(workload: Fact<'k8s.workload'>, finding: Finding, model: Model): boolean {
  if (!covers(finding, workload.value.containers.flatMap(({ mounts }) => mounts.map(({ path }) => path)))) return false;
  const join = joinWorkload(model, workload);
  return join !== undefined && isInJoin(join, finding);
}

/** Not safe: whoever starts the image without naming a volume finds the files in the container from then on. */
const removeVolume: Fix = {
  key: 'remove-volume',
  title: { en: 'Remove VOLUME: whoever runs the image names its volumes', ko: 'VOLUME 제거(볼륨은 이미지를 실행하는 쪽에서 지정)' },
  safety: 'review',
  edits({ finding, text }) {
    const written = text(finding.file);
    const node = written === undefined ? undefined : readDockerfile(written);
    const instruction = node?.instructions.find((each) => each.getKeyword() === 'VOLUME' && node.span(each.getRange()).start === finding.range.start);
    return written === undefined || !node || !instruction ? undefined : [withoutInstruction(finding.file, written, node, instruction)];
  },
};

export const rule: Rule = {
  meta: {
    id: 'image/declared-volume',
    title: { en: 'Image that declares a volume', ko: '볼륨을 선언하는 이미지' },
    severity: 'warning',
    confidence: 'high',
    fix: 'always',
    tags: ['image', 'storage'],
  },
  messages: {
    data: {
      en: 'VOLUME gives each container an anonymous volume of its own at {paths}: a second replica does not see these files, and the container that takes its place starts without them.',
      ko: 'VOLUME 때문에 컨테이너마다 {paths}에 이름 없는 볼륨이 따로 생깁니다. 다른 레플리카는 이 파일을 볼 수 없고, 컨테이너가 교체되면 파일 없이 시작합니다.',
    },
    filled: {
      en: 'VOLUME gives each container an anonymous volume of its own at {paths}, and what later steps of the build put there is lost unless BuildKit builds the image: replicas start without those files and share none that they write.',
      ko: 'VOLUME 때문에 컨테이너마다 {paths}에 이름 없는 볼륨이 따로 생기고, BuildKit으로 빌드하지 않으면 이후 단계에서 이 경로에 넣은 파일이 사라집니다. 레플리카는 그 파일 없이 시작하며 새로 쓴 파일도 공유하지 않습니다.',
    },
    besides: {
      en: 'VOLUME gives each container an anonymous volume of its own at {paths}: what is changed or logged there belongs to one replica, and goes with it.',
      ko: 'VOLUME 때문에 컨테이너마다 {paths}에 이름 없는 볼륨이 따로 생깁니다. 여기에서 변경하거나 남긴 로그는 그 레플리카에만 있고 레플리카와 함께 사라집니다.',
    },
  },
  matchers: [declared],
  clearing: [
    { fact: 'compose.service', effect: 'silence', when: (fact, finding, model) => composeMounts(fact as Fact<'compose.service'>, finding, model), what: { en: 'a Compose service that mounts a volume at the path', ko: '이 경로에 볼륨을 마운트하는 Compose 서비스' } },
    { fact: 'k8s.workload', effect: 'silence', when: (fact, finding, model) => podMounts(fact as Fact<'k8s.workload'>, finding, model), what: { en: 'a workload that mounts a volume at the path', ko: '이 경로에 볼륨을 마운트하는 워크로드' } },
  ],
  fixes: [removeVolume],
};
