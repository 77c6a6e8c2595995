import type { Edit, FixInput, Rule } from '../../../contract/rule.js';
import { builtForDesk } from '../../../facts/compose/desk.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { otherReference, stageAt } from '../../../syntax/dockerfile/edit.js';
import { endOfLifeBase } from './dockerfile.js';
import { successorOf } from './successor.js';
import { endedSupport } from './support.js';

function edits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const content = text(finding.file);
  const node = content === undefined ? undefined : readDockerfile(content);
  const stage = node && stageAt(node, finding.range.start);
  const range = stage?.from.getImageRange();
  const ended = stage && endedSupport(stage.image);
  const next = ended && successorOf(stage.image, ended);
  const written = stage?.from.getImage() ?? '';
  if (!node || !stage || !range || !next || written.includes('$')) return undefined;
  return [{ do: 'replace', file: finding.file, span: node.span(range), text: otherReference(written, stage.image, next) }];
}

export const rule: Rule = {
  meta: {
    id: 'image/end-of-life-base',
    title: { en: 'Base image that gets no more updates', ko: '더 이상 업데이트되지 않는 기반 이미지' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'security', 'end-of-life'],
  },
  messages: {
    ended: {
      en: '"{image}" brings {product}, which has had no security updates since {date}: every replica runs with holes that are known and stay open, and a rebuild for an urgent fix brings none either.',
      ko: '"{image}" 이미지의 {product} 버전은 {date}에 보안 업데이트가 끝났습니다. 알려진 취약점이 모든 레플리카에 그대로 남고, 급하게 다시 빌드해도 고쳐지지 않습니다.',
    },
    deprecated: {
      en: 'The publisher gave up the image "{image}" ({date}) in favour of {instead}: every replica runs with holes that are known and stay open, and a rebuild for an urgent fix brings none either.',
      ko: '"{image}" 이미지는 배포자가 {date}에 지원을 중단했고 {instead}(으)로 대체되었습니다. 알려진 취약점이 모든 레플리카에 그대로 남고, 급하게 다시 빌드해도 고쳐지지 않습니다.',
    },
    compiledIn: {
      en: '"{image}" compiles {product} into the program, which has had no security updates since {date}: every replica serves with a standard library whose known holes stay open.',
      ko: '"{image}" 이미지는 {date}에 보안 업데이트가 끝난 {product}을(를) 프로그램에 컴파일해 넣습니다. 표준 라이브러리의 알려진 취약점이 모든 레플리카에 그대로 남습니다.',
    },
    building: {
      en: '{product} in "{image}", which builds the image, has had no updates since {date}: the day its packages are taken off their servers, no new image for replicas can be built.',
      ko: '빌드에 사용하는 "{image}" 이미지의 {product} 버전은 {date}에 업데이트가 끝났습니다. 패키지가 서버에서 내려가면 레플리카에 쓸 이미지를 더 이상 빌드할 수 없습니다.',
    },
    argument: {
      en: 'Unless the build sets {argument}, it uses "{image}": {product} has had no updates since {date}, so every replica runs with holes that are known and stay open.',
      ko: '빌드할 때 {argument}을(를) 지정하지 않으면 "{image}" 이미지를 사용합니다. {product} 버전은 {date}에 업데이트가 끝나 알려진 취약점이 모든 레플리카에 그대로 남습니다.',
    },
  },
  matchers: [endOfLifeBase],
  clearing: [builtForDesk],
  fixes: [
    {
      key: 'supported-line',
      title: { en: 'Move to the oldest line that is still supported', ko: '지원 중인 가장 오래된 버전으로 옮기기' },
      safety: 'review',
      applies: ({ data }) => (data as { fixable: boolean }).fixable,
      edits,
    },
  ],
};
