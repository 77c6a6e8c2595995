import { basename, dirname } from '../../../base/paths.js';
import { lineEnding } from '../../../base/text.js';
import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { builtForDesk } from '../../../facts/compose/desk.js';
import type {} from '../../../facts/build/kinds.js';
import { folderOfImage } from '../../../facts/join.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { stagesOf } from '../../../syntax/dockerfile/ask.js';
import { floatingTag } from './dockerfile.js';
import { pins } from '../../../facts/image/pins.js';

const imageOf = ({ data }: Finding): string => (data as { readonly image: string }).image;

/** Whether a Dockerfile here makes the image, by its own name (`Dockerfile.base` makes `shop/shop-base`) or by its folder. */
function makesImage(model: Model, { file }: Fact, finding: Finding): boolean {
  const image = imageOf(finding);
  if (file === finding.file || !image.includes('/')) return false;
  const last = basename(image).toLowerCase();
  const name = /^(?:Dockerfile|Containerfile)[-_.](.+)$|^(.+)\.dockerfile$/i.exec(basename(file))?.slice(1).find((each) => each !== undefined)?.toLowerCase();
  if (name !== undefined && (name === last || (/base$/.test(name) && last.endsWith(`-${name}`)))) return true;
  const folder = folderOfImage(model, image);
  return folder !== undefined && folder === dirname(file) && folder !== dirname(finding.file);
}

/** A plain name, which no registry serves, is that of a module here: whoever builds this image builds that one before. */
function isOwnImage({ file }: Fact, image: string): boolean {
  return /^[a-z\d]+(?:[-_.][a-z\d]+)+$/.test(image) && basename(dirname(file)) === image;
}

export const rule: Rule = {
  meta: {
    id: 'image/floating-tag',
    title: { en: 'Base image without a fixed version', ko: '버전이 고정되지 않은 기반 이미지' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'reproducible'],
  },
  messages: {
    untagged: {
      en: '"{image}" has no tag and so means whatever "latest" is on the day of the build: replicas of the same commit that were built on different days can run on different versions.',
      ko: '"{image}" 이미지에 태그가 없어 빌드 시점의 latest를 사용합니다. 같은 커밋이라도 빌드한 날이 다르면 레플리카마다 다른 버전으로 실행될 수 있습니다.',
    },
    latest: {
      en: '"{image}:latest" changes without notice: replicas of the same commit that were built on different days can run on different versions, and a rebuild can break without any change of yours.',
      ko: '"{image}:latest"는 예고 없이 바뀝니다. 같은 커밋이라도 빌드한 날이 다르면 레플리카마다 다른 버전으로 실행될 수 있고, 코드를 바꾸지 않아도 다음 빌드가 깨질 수 있습니다.',
    },
    argument: {
      en: 'Unless the build sets {argument}, it uses "{image}:latest", which changes without notice: replicas of the same commit that were built on different days can run on different versions.',
      ko: '빌드할 때 {argument}을(를) 지정하지 않으면 예고 없이 바뀌는 "{image}:latest"를 사용합니다. 같은 커밋이라도 빌드한 날이 다르면 레플리카마다 다른 버전으로 실행될 수 있습니다.',
    },
  },
  matchers: [floatingTag],
  clearing: [
    builtForDesk,
    {
      fact: 'build.module', effect: 'silence', when: (fact, finding) => isOwnImage(fact, imageOf(finding)),
      what: { en: 'a module of this workspace from which the image is built', ko: '이미지를 빌드하는 워크스페이스 모듈' },
    },
    {
      fact: 'image.dockerfile', effect: 'info', when: (fact, finding, model) => makesImage(model, fact, finding),
      what: { en: 'a Dockerfile of this workspace that makes the image', ko: '이 이미지를 만드는 워크스페이스의 Dockerfile' },
    },
  ],
  fixes: [
    {
      key: 'pin-tag',
      title: { en: 'Pin the supported version line of the image', ko: '이미지를 지원 중인 버전으로 고정하기' },
      safety: 'review',
      applies: ({ data }) => (data as { fixable: boolean }).fixable,
      edits({ finding, text }) {
        const content = text(finding.file);
        const pin = pins[(finding.data as { image: string }).image];
        if (content === undefined || !pin) return undefined;
        const node = readDockerfile(content);
        const stage = stagesOf(node).find(({ from }) => {
          const range = from.getImageRange();
          return range !== null && node.span(range).start === finding.range.start;
        });
        const image = stage?.from.getImageRange();
        if (!stage || !image) return undefined;
        const line = node.span(stage.from.getRange()).start;
        const eol = lineEnding(content);
        return [
          { do: 'replace', file: finding.file, span: { start: line, end: line }, text: `# ${stage.image.repository} ${pin.tag}: ${pin.reason}.${eol}` },
          { do: 'replace', file: finding.file, span: { start: node.span(image).start, end: node.span(image).end }, text: `${content.slice(node.span(image).start, node.span(image).end).replace(/:latest$/, '')}:${pin.tag}` },
        ];
      },
    },
  ],
};
