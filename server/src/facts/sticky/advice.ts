import type { Finding } from '../../contract/finding.js';
import type { ProjectContext, ProjectFound } from '../../contract/rule.js';
import type { Localized } from '../../contract/words.js';
import type { FactKind, Model } from '../../contract/workspace.js';
import type {} from '../build/kinds.js';
import { sometimes } from '../evidence.js';
import type {} from '../finding.js';
import type {} from '../go/session.js';
import { environmentStoreHolds, storeHolds } from '../session/store.js';
import { behindReads, codeBehind, isForeign, type Behind, type StickyFact } from './behind.js';

/** What is kept for one user in one process, and works only as long as that user stays there. */
const userState = new Set(['state/http-session', 'state/session-scoped-bean', 'state/stateful-ejb', 'state/in-memory-token']);
/** What was handled is no user's: it is as much amiss with the setting as without it. */
const nobodys = new Set(['handled']);
const relatedLimit = 20;

/** Libraries whose clients send the requests of one connection apart when there is no WebSocket. */
const longPolling = /^(?:socket\.io|@nestjs\/platform-socket\.io|sockjs|primus|faye|python-socketio|flask-socketio|com\.corundumstudio\.socketio:netty-socketio)$/i;

interface Situation {
  readonly hidden: readonly Finding[];
  readonly external: boolean;
  readonly library: string | undefined;
}

function isStoredOutside(model: Model, behind: Behind): boolean {
  return model.facts('session.external-store').some((fact) => (fact.value.assumed === true || behind.holds(fact)) && fact.value.covers !== sometimes && storeHolds(fact, model))
    || model.facts('go.session-store').some(behind.holds)
    || model.facts('config.environment').some((fact) => behind.holds(fact) && environmentStoreHolds(fact, model));
}

function situationOf(cx: ProjectContext, behind: Behind): Situation {
  const findings = cx.facts('finding').map(({ value }) => value).filter((finding) => userState.has(finding.rule) && !nobodys.has(finding.say) && behind.holds(finding));
  const libraries = cx.facts('build.module').filter(behind.holds).flatMap(({ value }) => value.dependencies.filter((name) => longPolling.test(name)));
  return { hidden: findings.filter(({ severity }) => severity !== 'info'), external: isStoredOutside(cx.model, behind), library: libraries[0] };
}

function wordsFor(situation: Situation | undefined, known: boolean): Pick<ProjectFound, 'say' | 'severity' | 'args'> {
  if (!situation) return { say: 'unknown' };
  const { hidden, external, library } = situation;
  const [first] = hidden;
  if (first) return { say: 'hides', args: { count: hidden.length, file: first.file, line: first.range.startLine } };
  if (library !== undefined) return { say: 'longPolling', severity: 'info', args: { library } };
  if (external) return { say: 'external' };
  return known ? { say: 'stateless', severity: 'info' } : { say: 'unknown' };
}

/** What to tell of a sticky setting, by what the code behind it keeps; `undefined` where no application is behind it. */
export function stickyAdvice(subject: StickyFact, cx: ProjectContext): ProjectFound | undefined {
  if (isForeign(cx.model, subject)) return undefined;
  const behind = codeBehind(cx.model, subject);
  const situation = behind && situationOf(cx, behind);
  const { balancer, via, implied } = subject.value;
  const { say, severity = 'warning', args = {} } = wordsFor(situation, behind !== undefined && behind.modules.length > 0);
  return {
    say,
    // What the server does by itself is worth a warning only for what it hides.
    severity: implied && say !== 'hides' ? 'info' : severity,
    args: { balancer, via, ...args },
    also: (situation?.hidden ?? []).slice(0, relatedLimit).map((finding) => ({ file: finding.file, range: finding.range, say: 'state', args: { rule: finding.rule } })),
    cause: `${balancer} ${via}`,
    data: { removable: say === 'external' },
  };
}

/** What {@link stickyAdvice} looks at; its check has to be one of the last. */
export const stickyReads: readonly FactKind[] = [...behindReads, 'finding', 'session.external-store', 'session.filter', 'go.session-store', 'config.property', 'config.environment', 'web.descriptor', 'build.module'];

/** Whether it is the setting of a Kubernetes Service itself, which one rule tells of; those of all other balancers are told of by another. */
export function isOfService({ value }: StickyFact): boolean {
  return value.balancer === 'Kubernetes Service';
}

/** What {@link stickyAdvice} says. */
export const stickyMessages = {
  hides: {
    en: '{balancer} keeps each user at one replica ({via}), which hides that user state is kept in memory ({count} places, first {file}:{line}): when that replica restarts or is scaled in, its users lose it, and new replicas take over none of them.',
    ko: '{balancer}이(가) 사용자를 레플리카 하나에 고정해({via}) 사용자 상태가 메모리에 있다는 문제를 가립니다({count}곳, 첫 위치 {file}:{line}). 그 레플리카가 재시작하거나 스케일 인으로 사라지면 사용자는 상태를 잃고, 새로 늘어난 레플리카로는 기존 사용자가 옮겨 가지 않습니다.',
  },
  external: {
    en: '{balancer} keeps each user at one replica ({via}) although sessions are stored outside of the replicas: busy replicas stay busy when new ones start, so remove the setting.',
    ko: '세션이 레플리카 밖에 저장되는데도 {balancer}이(가) 사용자를 레플리카 하나에 고정합니다({via}). 레플리카를 늘려도 기존 레플리카의 부하가 줄지 않으므로 이 설정을 제거하세요.',
  },
  stateless: {
    en: '{balancer} keeps each user at one replica ({via}), but no session in memory was found in the code behind it: without the setting, new replicas share the load at once.',
    ko: '{balancer}이(가) 사용자를 레플리카 하나에 고정하지만({via}), 요청을 받는 코드에서 메모리에 두는 세션을 찾지 못했습니다. 이 설정이 없으면 새 레플리카가 바로 부하를 나눠 가집니다.',
  },
  longPolling: {
    en: '{balancer} keeps each client at one replica ({via}): long polling of {library} needs that, and a client has to connect again when its replica goes away.',
    ko: '{balancer}이(가) 클라이언트를 레플리카 하나에 고정합니다({via}). {library}의 롱 폴링에 필요한 설정이며, 그 레플리카가 사라지면 클라이언트는 다시 연결해야 합니다.',
  },
  unknown: {
    en: '{balancer} keeps each user at one replica ({via}): what that replica holds in memory for them is lost when it restarts or is scaled in, and new replicas take over none of its load.',
    ko: '{balancer}이(가) 사용자를 레플리카 하나에 고정합니다({via}). 그 레플리카가 메모리에 둔 사용자 상태는 재시작이나 스케일 인으로 사라지고, 새로 늘어난 레플리카는 기존 부하를 넘겨받지 못합니다.',
  },
  state: { en: 'User state in memory: {rule}', ko: '메모리에 있는 사용자 상태: {rule}' },
} as const satisfies Readonly<Record<string, Localized>>;
