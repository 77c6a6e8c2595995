import type { ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/session/cluster.js';
import { storeHolds } from '../../../facts/session/store.js';
import { removeSharing } from './fix.js';

/** A store that is really used makes what the server does by itself a leftover. */
function isStoredOutside(model: Model, file: string): boolean {
  return model.factsFor('session.external-store', file).some((fact) => fact.value.covers === undefined && storeHolds(fact, model));
}

/** What the servers of one application share their sessions by: each place is a decision that has to be taken back. */
const cluster: ProjectCheck<'session.cluster'> = {
  subject: 'session.cluster',
  reads: ['session.external-store', 'session.filter', 'config.property', 'web.descriptor', 'build.module'],
  check({ file, value: { server, kind, via, discovered, each } }, { model, report }) {
    const left = kind !== 'saved' && isStoredOutside(model, file);
    const severity = left || (kind === 'replicated' && discovered) ? 'info' : 'warning';
    report({ say: left ? 'leftover' : each ? 'pinnedEach' : kind, args: { server, via }, severity, cause: `${server} ${kind}` });
  },
};

export const rule: Rule = {
  meta: {
    id: 'state/session-replication',
    title: { en: 'Sessions shared between members of a server cluster', ko: 'WAS 클러스터 안에서만 공유되는 세션' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'session', 'server'],
  },
  messages: {
    replicated: {
      en: '{server} copies sessions between the members of its own cluster ({via}): pods that do not find each other keep separate sessions, each further replica means more copies, and a fast rollout logs users out.',
      ko: '{server}이(가) 자체 클러스터의 멤버끼리 세션을 복제합니다({via}). 파드가 서로를 찾지 못하면 세션이 공유되지 않고, 레플리카가 늘수록 복제 부담이 커지며, 복제가 끝나기 전에 파드가 교체되면 사용자가 로그아웃됩니다.',
    },
    pinned: {
      en: '{server} writes the name of its instance into each session id ({via}): replicas of one image carry the same name, so that a load balancer cannot tell them apart, and sessions go with their pod.',
      ko: '{server}이(가) 세션 ID에 인스턴스 이름을 붙입니다({via}). 같은 이미지로 실행한 레플리카는 이름이 모두 같아 로드 밸런서가 구분하지 못하고, 파드가 종료되면 그 파드의 세션도 사라집니다.',
    },
    pinnedEach: {
      en: '{server} writes the name of its instance into each session id ({via}), by which a load balancer sends users back to it: when that pod restarts or is scaled in, its sessions are gone.',
      ko: '{server}이(가) 세션 ID에 인스턴스 이름을 붙이고({via}) 로드 밸런서가 이 이름을 보고 사용자를 같은 인스턴스로 보냅니다. 그 파드가 재시작하거나 스케일 인으로 사라지면 세션도 사라집니다.',
    },
    leftover: {
      en: 'Sessions are stored outside of the servers, so {via} of {server} is left over: it only ties replicas to each other or users to one of them.',
      ko: '세션이 WAS 밖에 저장되므로 {server}의 {via} 설정은 더 이상 필요하지 않습니다. 레플리카끼리 얽히게 하거나 사용자를 한 레플리카에 묶기만 합니다.',
    },
    saved: {
      en: '{server} saves sessions when they are idle or the server stops ({via}): until then another replica finds an old copy or none.',
      ko: '{server}이(가) 세션을 유휴 상태가 되거나 서버가 종료될 때에만 저장합니다({via}). 그 전에는 다른 레플리카가 오래된 세션을 읽거나 세션을 찾지 못합니다.',
    },
  },
  project: [cluster],
  fixes: [removeSharing],
};
