import { lineEnding } from '../../../base/text.js';
import type { Edit, FixInput, Rule } from '../../../contract/rule.js';
import { builtForDesk } from '../../../facts/compose/desk.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { shippedStage } from '../../../syntax/dockerfile/ask.js';
import { commentsAbove } from '../../../syntax/dockerfile/edit.js';
import { singleStage } from './dockerfile.js';
import { secondStage } from './second-stage.js';

function edits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const content = text(finding.file);
  const node = content === undefined ? undefined : readDockerfile(content);
  const stage = node && shippedStage(node);
  const image = stage?.from.getImageRange();
  const second = stage && secondStage(stage);
  if (content === undefined || !node || !stage || !image || !second) return undefined;
  const eol = lineEnding(content);
  const named = node.span(image).end;
  const at = commentsAbove(content, node.span(second.first.getRange()).start);
  return [
    ...(stage.name === undefined ? [{ do: 'replace' as const, file: finding.file, span: { start: named, end: named }, text: ' AS build' }] : []),
    { do: 'replace', file: finding.file, span: { start: at, end: at }, text: `${second.lines.join(eol)}${eol}` },
  ];
}

export const rule: Rule = {
  meta: {
    id: 'image/single-stage',
    title: { en: 'Compilers and build tools in the runtime image', ko: '런타임 이미지에 들어간 컴파일러와 빌드 도구' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'size', 'security'],
  },
  messages: {
    buildImage: {
      en: 'Replicas run on "{image}", which is made for building: every node that gets its first replica pulls compilers, caches and sources before that replica serves, and an intruder finds them ready.',
      ko: '레플리카가 빌드용 이미지 "{image}"에서 실행됩니다. 처음 레플리카를 받는 노드가 컴파일러와 캐시, 소스까지 내려받은 뒤에야 서비스를 시작하고, 침입자가 쓸 도구도 함께 들어갑니다.',
    },
    built: {
      en: '"{tool}" builds in the very stage that replicas run on: every node that gets its first replica pulls build tools, caches and sources before that replica serves, and an intruder finds them ready.',
      ko: '레플리카가 실행되는 스테이지에서 "{tool}" 명령으로 빌드합니다. 처음 레플리카를 받는 노드가 빌드 도구와 캐시, 소스까지 내려받은 뒤에야 서비스를 시작하고, 침입자가 쓸 도구도 함께 들어갑니다.',
    },
    pages: {
      en: '"{tool}" builds in the very stage that replicas run on, and nothing drops what only building needs: every node that gets its first replica pulls it all before that replica serves.',
      ko: '레플리카가 실행되는 스테이지에서 "{tool}" 명령으로 빌드하고 개발용 패키지를 지우지 않습니다. 처음 레플리카를 받는 노드가 이것까지 모두 내려받은 뒤에야 서비스를 시작합니다.',
    },
    packages: {
      en: 'The package "{tool}" stays in the image that replicas run on: every node that gets its first replica pulls compilers before that replica serves, and an intruder finds them ready.',
      ko: '레플리카가 실행되는 이미지에 "{tool}" 패키지가 남습니다. 처음 레플리카를 받는 노드가 컴파일러까지 내려받은 뒤에야 서비스를 시작하고, 침입자가 쓸 도구도 함께 들어갑니다.',
    },
  },
  matchers: [singleStage],
  clearing: [builtForDesk],
  fixes: [
    {
      key: 'second-stage',
      title: { en: 'Run what was built in a stage of its own', ko: '빌드 결과를 별도의 스테이지에서 실행하기' },
      safety: 'review',
      applies: ({ data }) => (data as { fixable: boolean }).fixable,
      edits,
    },
  ],
};
