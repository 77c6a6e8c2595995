import type { Finding } from '../../../contract/finding.js';
import type { AnyProjectCheck, ProjectContext, ProjectFound } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import { sometimes } from '../../../facts/evidence.js';
import type {} from '../../../facts/finding.js';
import type {} from '../../../facts/go/session.js';
import { environmentStoreHolds, storeHolds } from '../../../facts/session/store.js';
import { behindReads, codeBehind, isForeign, type Behind, type StickyFact } from '../../../facts/sticky/behind.js';

/** What is kept for one user in one process, and works only as long as that user stays there. */
const userState = new Set(['state/http-session', 'state/session-scoped-bean', 'state/stateful-ejb', 'state/in-memory-token']);
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
  const findings = cx.facts('finding').map(({ value }) => value).filter((finding) => userState.has(finding.rule) && behind.holds(finding));
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

function check(subject: StickyFact, cx: ProjectContext): void {
  if (isForeign(cx.model, subject)) return;
  const behind = codeBehind(cx.model, subject);
  const situation = behind && situationOf(cx, behind);
  const { balancer, via, implied } = subject.value;
  const { say, severity = 'warning', args = {} } = wordsFor(situation, behind !== undefined && behind.modules.length > 0);
  cx.report({
    say,
    // What the server does by itself is worth a warning only for what it hides.
    severity: implied && say !== 'hides' ? 'info' : severity,
    args: { balancer, via, ...args },
    also: (situation?.hidden ?? []).slice(0, relatedLimit).map((finding) => ({ file: finding.file, range: finding.range, say: 'state', args: { rule: finding.rule } })),
    cause: `${balancer} ${via}`,
    data: { removable: say === 'external' },
  });
}

/** Each sticky setting, by what the code behind it keeps. */
export const stickySettings: AnyProjectCheck = {
  subject: 'server.sticky',
  reads: [...behindReads, 'finding', 'session.external-store', 'session.filter', 'go.session-store', 'config.property', 'config.environment', 'web.descriptor', 'build.module'],
  last: true,
  check,
};
