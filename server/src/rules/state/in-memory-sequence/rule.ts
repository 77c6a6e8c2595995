import type { Rule } from '../../../contract/rule.js';
import { isThrownAway } from './thrown-away.js';
import { csharpSequence } from './csharp.js';
import { goSequence } from './go.js';
import { fixedWorker, javaSequence, javaWorker } from './java.js';
import { kotlinSequence } from './kotlin.js';
import { nodeSequence } from './node.js';
import { pythonSequence } from './python.js';

export const rule: Rule = {
  meta: {
    id: 'state/in-memory-sequence',
    title: { en: 'Numbers from a counter in memory', ko: '메모리 카운터로 발급하는 번호' },
    severity: 'error',
    confidence: 'medium',
    fix: 'none',
    tags: ['state', 'memory', 'identifier'],
  },
  messages: {
    numbers: {
      en: '"{field}" in {type} hands out numbers from the memory of this process: two replicas hand out the same ones, and a restart begins again.',
      ko: '{type}의 "{field}" 필드가 프로세스 메모리에서 번호를 발급합니다. 레플리카가 둘이면 같은 번호가 중복 발급되고, 재시작하면 처음부터 다시 시작합니다.',
    },
    checked: {
      en: '"{field}" in {type} hands out numbers that are only looked up before they are stored: two replicas that ask at the same time hand out the same one.',
      ko: '{type}의 "{field}" 필드가 번호를 발급하면서 이미 저장된 번호인지만 확인합니다. 두 레플리카가 동시에 확인하면 같은 번호를 발급합니다.',
    },
    reserved: {
      en: '"{field}" in {type} notes in the memory of this process which numbers are given out: another replica knows nothing of them and gives out the same ones.',
      ko: '{type}의 "{field}" 필드가 이미 발급한 번호를 프로세스 메모리에 기록합니다. 다른 레플리카는 이 기록을 모르므로 같은 번호를 다시 발급합니다.',
    },
    block: {
      en: '"{field}" in {type} keeps blocks of numbers that the database hands out: they stay unique with two replicas, but they are out of order and a restart leaves gaps.',
      ko: '{type}의 "{field}" 필드가 데이터베이스에서 받은 번호 구간을 보관합니다. 레플리카가 둘이어도 중복되지는 않지만 순서가 섞이고, 재시작하면 번호가 비게 됩니다.',
    },
    worker: {
      en: 'The id generator has the fixed worker number {numbers}: two replicas generate under the same number and can hand out the same ids.',
      ko: 'ID 생성기의 워커 번호가 {numbers}(으)로 고정되어 있습니다. 레플리카가 둘이면 같은 번호로 생성하므로 ID가 중복될 수 있습니다.',
    },
    workerSetting: {
      en: 'The ids of this generator are unique only where `{setting}` differs in each replica: replicas of one Deployment get the same value, and two of them can hand out the same ids.',
      ko: '이 생성기의 ID는 레플리카마다 `{setting}` 값이 달라야 고유합니다. 한 Deployment의 레플리카는 모두 같은 값을 받으므로 ID가 중복될 수 있습니다.',
    },
    fixed: { en: '`{setting}` is fixed here', ko: '여기에서 `{setting}` 값이 고정됩니다' },
    taken: { en: 'a number is taken here', ko: '여기에서 번호를 발급합니다' },
  },
  clearing: [
    {
      fact: 'sql.insert', effect: 'silence', when: (_fact, finding, model) => isThrownAway(finding, model),
      what: { en: 'an INSERT that leaves the number to the database', ko: '번호를 데이터베이스에 맡기는 INSERT' },
    },
  ],
  proof: fixedWorker,
  matchers: [goSequence, nodeSequence, pythonSequence, javaSequence, javaWorker, kotlinSequence],
  project: [csharpSequence],
};
