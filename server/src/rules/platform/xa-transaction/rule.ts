import type { AnyProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { listed, sameInApplication } from '../../../facts/application-root.js';
import type {} from '../../../facts/java/xa.js';
import { csharpMessages, csharpScopes } from './csharp.js';

type Part = Fact<'transaction.xa'>;

/** Persistence units of one file that name different data sources; files of other profiles are alternatives. */
function units(parts: readonly Part[]): readonly Part[] {
  const all = parts.filter(({ value }) => value.as === 'unit');
  const file = all.find((one) => all.some((other) => other.file === one.file && other.value.name !== one.value.name))?.file;
  return all.filter((one) => one.file === file);
}

/** What the finding is about, gravest first: a coordinator in the process, several resources, one alone. */
function situation(parts: readonly Part[]): { readonly say: 'manager' | 'resources' | 'single'; readonly places: readonly Part[] } | undefined {
  const managers = parts.filter(({ value }) => value.as === 'manager');
  if (managers.length > 0) return { say: 'manager', places: managers };
  const resources = parts.filter(({ value }) => value.as === 'resource');
  const joined = [...resources, ...units(parts)];
  if (new Set(joined.map(({ value }) => value.name)).size > 1) return { say: 'resources', places: joined };
  return resources.length > 0 ? { say: 'single', places: resources } : undefined;
}

function check(subject: Part, cx: ProjectContext): void {
  const found = situation(sameInApplication(cx.model, subject, () => ''));
  const [root, ...others] = found?.places ?? [];
  if (!found || root !== subject) return;
  const names = [...new Set(found.places.map(({ value }) => value.name))].slice(0, 4).join(', ');
  cx.report({
    say: found.say, args: found.say === 'resources' ? { names } : { name: subject.value.name }, ...(found.say === 'single' ? { severity: 'info' as const } : {}),
    also: others.slice(0, listed).map(({ file, range, value }) => ({ file, range, say: 'more', args: { name: value.name } })),
  });
}

/** One finding per application: its resources are committed together. */
const parts: AnyProjectCheck = { subject: 'transaction.xa', reads: [], check };

export const rule: Rule = {
  meta: {
    id: 'platform/xa-transaction',
    title: { en: 'Transaction over several resources (XA)', ko: '여러 자원에 걸친 트랜잭션(XA)' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'none',
    tags: ['platform', 'transaction'],
  },
  messages: {
    manager: {
      en: '{name} coordinates XA transactions inside this process and keeps their log on its disk: a pod that is replaced in mid-commit leaves rows locked for good, and replicas of the same node name take over work that is not theirs.',
      ko: '{name}은(는) 프로세스 안에서 XA 트랜잭션을 조정하고 로그를 로컬 디스크에 둡니다. 커밋 도중에 파드가 교체되면 잠긴 행을 풀어 줄 주체가 없고, 노드 이름이 같은 레플리카끼리는 서로의 트랜잭션을 잘못 처리합니다.',
    },
    resources: {
      en: 'Several resources are committed together ({names}): the server that coordinates them must come back under the same name with its log, which a replaced pod does not, so prepared work stays locked.',
      ko: '여러 자원을 한 트랜잭션으로 커밋합니다({names}). 이를 조정하던 서버가 같은 이름과 로그로 되살아나야 하는데 교체된 파드는 그렇지 않으므로, 준비(prepare)된 작업이 잠긴 채 남습니다.',
    },
    single: {
      en: '{name} is set up for XA although no other resource is seen here: if it is the only one, a plain data source needs neither the log nor the recovery that a replaced pod cannot offer.',
      ko: '{name}이(가) XA로 설정되어 있지만 함께 커밋할 다른 자원이 보이지 않습니다. 자원이 하나뿐이라면 일반 데이터소스로 바꾸어, 교체된 파드가 할 수 없는 로그 관리와 복구를 없앨 수 있습니다.',
    },
    more: { en: 'takes part: {name}', ko: '함께 참여하는 자원: {name}' },
    ...csharpMessages,
  },
  matchers: [csharpScopes],
  project: [parts],
};
