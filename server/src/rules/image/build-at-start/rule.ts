import type { Edit, FixInput, Rule } from '../../../contract/rule.js';
import { builtForDesk } from '../../../facts/compose/desk.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { commandOf, inForce, shippedStage } from '../../../syntax/dockerfile/ask.js';
import { execForm, insertBeforeStart } from '../../../syntax/dockerfile/edit.js';
import { inDockerfile } from './dockerfile.js';
import { inScript } from './script.js';
import { movable } from './steps.js';

interface Data {
  readonly keyword: string;
  readonly fixable: boolean;
}

/** Runs the steps once, before the instruction that started with them. */
function edits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const content = text(finding.file);
  const node = content === undefined ? undefined : readDockerfile(content);
  const stage = node && shippedStage(node);
  const instruction = stage && inForce(stage, (finding.data as unknown as Data).keyword);
  const range = instruction?.getArgumentsRange();
  const command = instruction && commandOf(instruction);
  const moved = command && movable(command);
  // A stage that others continue runs the step where the command stands, not in theirs.
  if (content === undefined || !node || !stage || !instruction || !range || !command || !moved || !stage.instructions.includes(instruction)) return undefined;
  const rest = command.form === 'shell' ? moved.rest : execForm([...command.words.slice(0, -1), moved.rest]);
  return [
    insertBeforeStart(finding.file, content, node, stage, [`RUN ${moved.run}`]),
    { do: 'replace', file: finding.file, span: node.span(range), text: rest },
  ];
}

export const rule: Rule = {
  meta: {
    id: 'image/build-at-start',
    title: { en: 'Dependencies installed or code built when a replica starts', ko: '레플리카가 시작될 때 실행되는 의존성 설치와 빌드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'startup', 'reproducible'],
  },
  messages: {
    install: {
      en: 'Every replica runs "{tool}" before it serves: a scale-out waits for it, fails when the package servers do not answer, and two replicas can end up with different versions.',
      ko: '레플리카마다 서비스를 시작하기 전에 "{tool}" 명령을 실행합니다. 스케일 아웃이 그만큼 늦어지고, 패키지 서버가 응답하지 않으면 실패하며, 레플리카마다 설치된 버전이 다를 수 있습니다.',
    },
    build: {
      en: 'Every replica runs "{tool}" before it serves: a scale-out waits for the same build again and again, just when the CPU is short, and needs memory that serving does not.',
      ko: '레플리카마다 서비스를 시작하기 전에 "{tool}" 명령으로 빌드합니다. CPU가 부족한 순간에 같은 빌드를 되풀이하느라 스케일 아웃이 늦어지고, 서비스할 때보다 많은 메모리가 필요합니다.',
    },
    fetch: {
      en: 'Every replica runs "{tool}" when it starts and so takes whatever the repository holds at that moment: replicas behind one Service run different code, and none starts without the server.',
      ko: '레플리카마다 시작할 때 "{tool}" 명령으로 그 시점의 코드를 받습니다. 같은 Service 뒤의 레플리카가 서로 다른 코드로 실행되고, 서버에 접속할 수 없으면 시작되지 않습니다.',
    },
  },
  matchers: [inDockerfile, inScript],
  clearing: [builtForDesk],
  fixes: [
    {
      key: 'build-in-image',
      title: { en: 'Run the step while the image is built', ko: '이미지를 빌드할 때 실행하도록 옮기기' },
      safety: 'review',
      applies: ({ data }) => (data as unknown as Data).fixable,
      edits,
    },
  ],
};
