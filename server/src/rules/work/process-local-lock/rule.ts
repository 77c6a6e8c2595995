import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import type {} from '../../../facts/java/lock-registry.js';
import type {} from '../../../facts/java/orm-version.js';
import { csharpLock } from './csharp.js';
import { csharpMessages, csharpNamed } from './csharp-named.js';
import { csharpTables } from './csharp-table.js';
import { goLocks, goWebDavLocks } from './go.js';
import { java } from './java.js';
import { javaFlags } from './java-flags.js';
import { javaRegistry } from './java-registry.js';
import { kotlinLock } from './kotlin.js';
import { pythonLocks } from './python.js';
import { pythonMessages } from './python-messages.js';
import { nodeMutex } from './node.js';
import { nodeLockTables } from './node-keyed.js';
import { javaKeyedLocks } from './java-keyed.js';

/** The entity that is written carries a version, or every entity does by a common base class. */
function versioned(fact: Fact, finding: Finding): boolean {
  const { entity } = (fact as Fact<'orm.version'>).value;
  const written = finding.data !== null && typeof finding.data === 'object' && 'entity' in finding.data ? finding.data.entity : '';
  return written !== '' && (entity === written || entity === '*');
}

export const rule: Rule = {
  meta: {
    id: 'work/process-local-lock',
    title: { en: 'Lock that ends at the process', ko: '프로세스 안에서만 유효한 잠금' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'none',
    tags: ['work', 'lock', 'database'],
  },
  messages: {
    node: {
      en: '{lock} keeps apart only what this process does: two replicas may read the same state at once and both go on to {work}, and one change is lost or made twice.',
      ko: '{lock}은(는) 이 프로세스 안의 작업만 순서대로 실행합니다. 레플리카가 둘이면 같은 상태를 동시에 읽고 둘 다 {work}을(를) 실행할 수 있어, 변경이 유실되거나 두 번 반영됩니다.',
    },
    table: {
      en: '"{field}" in {type} is where {method} looks for locks, and each process has one of its own: with two replicas both get the lock of the same name at the same time.',
      ko: '{type}의 {method} 메서드는 "{field}"에서 잠금을 확인하는데, 이 목록은 프로세스마다 따로 있습니다. 레플리카가 둘이면 양쪽이 같은 이름의 잠금을 동시에 얻습니다.',
    },
    given: { en: 'the lock is given here', ko: '여기에서 잠금을 얻습니다' },
    keyed: {
      en: '"{field}" in {type} gives callers locks by key that keep apart only the threads of this process: with two replicas, both may work on the same key at the same time.',
      ko: '{type}의 "{field}" 필드가 키별로 제공하는 잠금은 이 프로세스의 스레드만 막습니다. 레플리카가 둘이면 양쪽에서 같은 키의 작업을 동시에 처리할 수 있습니다.',
    },
    split: {
      en: '{lock} keeps apart only the threads of this process: two replicas may both do {read} before either does {write}, and one change is lost or made twice.',
      ko: '{lock}은(는) 이 프로세스의 스레드만 막습니다. 레플리카가 둘이면 둘 다 {read}을(를) 먼저 실행한 뒤 {write}을(를) 실행할 수 있어, 변경이 유실되거나 두 번 반영됩니다.',
    },
    number: {
      en: '{lock} keeps apart only the threads of this process: two replicas may do {read} at the same time and both give out the same next number.',
      ko: '{lock}은(는) 이 프로세스의 스레드만 막습니다. 레플리카 둘이 {read}을(를) 동시에 실행하면 같은 다음 번호를 중복해서 발급합니다.',
    },
    file: {
      en: '{lock} keeps apart only the threads of this process: two replicas that share the volume with "{file}" may both look at it before either writes it, and one change is lost.',
      ko: '{lock}은(는) 이 프로세스의 스레드만 막습니다. "{file}" 파일이 있는 볼륨을 레플리카 둘이 함께 쓰면 둘 다 파일을 먼저 확인한 뒤 쓸 수 있어, 한쪽 변경이 유실됩니다.',
    },
    registry: {
      en: 'The locks of {registry} hold in this process only: what takes them to be alone in the cluster runs in every replica at the same time.',
      ko: '{registry}의 잠금은 이 프로세스 안에서만 유효합니다. 클러스터에서 하나만 실행되도록 이 잠금을 얻는 작업이 모든 레플리카에서 동시에 실행됩니다.',
    },
    read: { en: 'what it decides on: {read}', ko: '판단의 근거가 되는 조회입니다: {read}' },
    write: { en: 'what it then changes: {write}', ko: '그 뒤에 실행되는 변경입니다: {write}' },
    ...csharpMessages,
    ...pythonMessages,
  },
  matchers: [goWebDavLocks, nodeMutex, csharpLock, csharpNamed, csharpTables, java, javaFlags, javaKeyedLocks, javaRegistry, forKotlin(javaRegistry), kotlinLock, pythonLocks, nodeLockTables],
  project: [goLocks],
  clearing: [
    { fact: 'lock.shared-registry', effect: 'silence', when: (_fact, finding) => finding.say === 'registry', what: { en: 'a lock registry that replicas share', ko: '레플리카가 공유하는 잠금 레지스트리' } },
    { fact: 'orm.version', effect: 'silence', when: versioned, what: { en: 'a version on the entity, so that the second change fails', ko: '나중 변경이 실패하도록 엔티티에 지정한 버전(@Version)' } },
  ],
};
