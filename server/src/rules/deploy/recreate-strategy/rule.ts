import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { blockersOf } from '../../../facts/blockers.js';
import { joinReads, joinWorkload } from '../../../facts/join.js';
import { availabilityReads, broughtElsewhere, replicasOf } from '../../../facts/kubernetes/availability.js';
import type { Setting } from '../../../facts/kubernetes/kinds.js';
import { copiesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { answersRequests } from '../../../facts/kubernetes/role.js';
import { isEditable, setValue, workloadData, workloadOf } from '../../../generators/workload-edit.js';

interface Gap {
  readonly say: 'recreate' | 'rolling';
  readonly key: 'type' | 'maxUnavailable' | 'maxSurge';
  readonly setting: Setting<string>;
}

/** Pods that a number or a percentage stands for. */
function pods(written: string, replicas: number, round: (pods: number) => number): number {
  const share = /^(\d+)%$/.exec(written)?.[1];
  return share === undefined ? Number(written) : round((Number(share) * replicas) / 100);
}

/** What stops every old pod before a new one is there. Of two numbers that round to none, Kubernetes takes one pod away. */
function gapOf(model: Model, workload: WorkloadFact): Gap | undefined {
  const { type, maxUnavailable, maxSurge } = workload.value.strategy;
  if (type?.value === 'Recreate') return { say: 'recreate', key: 'type', setting: type };
  if (workload.value.kind === 'StatefulSet' || (type && !/^Rolling(?:Update)?$/.test(type.value ?? ''))) return undefined;
  if (maxUnavailable?.value === '100%') return { say: 'rolling', key: 'maxUnavailable', setting: maxUnavailable };
  const replicas = replicasOf(model, workload)?.most;
  const setting = maxUnavailable ?? maxSurge;
  if (replicas === undefined || !setting || [maxUnavailable, maxSurge].some((each) => each && each.value === undefined)) return undefined;
  const surge = pods(maxSurge?.value ?? '25%', replicas, Math.ceil);
  const away = pods(maxUnavailable?.value ?? '25%', replicas, Math.floor);
  return Math.max(away, away + surge === 0 ? 1 : 0) >= replicas ? { say: 'rolling', key: maxUnavailable ? 'maxUnavailable' : 'maxSurge', setting } : undefined;
}

/** What lets only one pod run at a time: `claim` names the volume that says so, when the workspace shows it. */
function forcedBy(model: Model, { value }: WorkloadFact): { readonly claim?: string } | undefined {
  const claims = value.containers.flatMap(({ mounts }) => mounts.flatMap(({ claim, readOnly }) => (claim === undefined || readOnly ? [] : [claim])));
  const modes = claims.map((claim) => ({ claim, fact: model.facts('k8s.claim').find((each) => each.value.name === claim) }));
  const single = modes.find(({ fact }) => fact && fact.value.accessModes.length > 0 && fact.value.accessModes.every((mode) => /^ReadWriteOnce(?:Pod)?$/.test(mode)));
  if (single) return { claim: single.claim };
  const other = modes.some(({ fact }) => !fact) || value.pod.volumes.some(({ kind }) => kind === 'hostPath') || value.pod.hostNetwork?.value === true;
  return other || value.containers.some(({ ports }) => ports.some(({ hostPort }) => hostPort)) ? {} : undefined;
}

const check: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: [...availabilityReads, ...joinReads, 'k8s.claim', 'finding'],
  last: true,
  check(workload, { model, report }) {
    if (!answersRequests(model, workload) || copiesOf(model, workload)[0] !== workload) return;
    const gap = gapOf(model, workload);
    if (!gap || broughtElsewhere(model, workload, ({ strategy: { type } }) => type !== undefined && type.value !== workload.value.strategy.type?.value, (path) => path.startsWith('spec.strategy'))) return;
    const forced = forcedBy(model, workload);
    // What forces it is not shown: nothing is known to be wrong.
    if (forced && forced.claim === undefined) return;
    const joined = joinWorkload(model, workload);
    const blocked = joined !== undefined && blockersOf(model, joined, workload).length > 0;
    const { kind, name = '' } = workload.value;
    const free = !forced && !blocked;
    report({
      at: { file: workload.file, range: gap.setting.at },
      say: forced ? 'forced' : blocked ? 'blocked' : gap.say,
      ...(free ? {} : { severity: 'info' as const }),
      args: { kind, name, ...(forced?.claim !== undefined ? { claim: forced.claim } : free ? { setting: `${gap.key}: ${gap.setting.value ?? ''}` } : {}) },
      data: { ...workloadData(workload), free, gap: gap.say },
    });
  },
};

interface Data {
  readonly free: boolean;
  readonly gap: Gap['say'];
}

const rollingUpdate: Fix = {
  key: 'rolling-update',
  title: { en: 'Start new pods before old ones stop', ko: '이전 파드를 종료하기 전에 새 파드를 먼저 시작' },
  safety: 'review',
  applies: (finding) => isEditable(finding) && (finding.data as unknown as Data).free && finding.args['kind'] === 'Deployment',
  edits({ finding, model, text }) {
    const workload = workloadOf(finding, model);
    const written = text(finding.file);
    if (!workload || written === undefined) return undefined;
    if ((finding.data as unknown as Data).gap === 'recreate') {
      const edit = setValue(workload, written, ['spec', 'strategy'], 'type', { text: 'RollingUpdate' });
      return edit && [edit];
    }
    const rolling = ['spec', 'strategy', 'rollingUpdate'];
    const { maxUnavailable, maxSurge } = workload.value.strategy;
    const none = setValue(workload, written, rolling, 'maxUnavailable', { text: '0' }, ['maxSurge']);
    // Without a pod more than wanted there is none to start.
    const surge = maxSurge && /^0+%?$/.test(maxSurge.value ?? '') ? setValue(workload, written, rolling, 'maxSurge', { text: '1' }) : undefined;
    return none && (maxUnavailable || maxSurge) ? [none, ...(surge ? [surge] : [])] : undefined;
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/recreate-strategy',
    title: { en: 'Update that stops all pods at once', ko: '모든 파드를 한꺼번에 종료하는 배포 전략' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'availability'],
  },
  messages: {
    recreate: {
      en: 'Each update of {kind} {name} is an outage: `{setting}` stops every pod before the first new one starts.',
      ko: '`{setting}`은(는) 새 파드를 시작하기 전에 모든 파드를 종료하므로, {kind} {name}을(를) 배포할 때마다 서비스가 중단됩니다.',
    },
    rolling: {
      en: 'Each update of {kind} {name} is an outage: with `{setting}`, all of its pods may be stopped before a new one is ready.',
      ko: '`{setting}` 설정으로는 새 파드가 준비되기 전에 모든 파드가 종료될 수 있어, {kind} {name}을(를) 배포할 때마다 서비스가 중단됩니다.',
    },
    forced: {
      en: 'Each update of {kind} {name} is an outage, and the ReadWriteOnce claim {claim} forces it: no new pod can mount the volume before the old one is gone.',
      ko: '{kind} {name}은(는) 배포할 때마다 서비스가 중단됩니다. ReadWriteOnce 클레임 {claim} 때문에 이전 파드가 사라져야 새 파드가 볼륨을 마운트할 수 있습니다.',
    },
    blocked: {
      en: 'Each update of {kind} {name} is an outage, and has to be for now: its code has open findings that give wrong results while an old and a new pod run side by side.',
      ko: '{kind} {name}은(는) 배포할 때마다 서비스가 중단되며, 지금은 피할 수 없습니다. 이전 파드와 새 파드가 함께 실행되면 결과가 틀리는 문제가 코드에 남아 있습니다.',
    },
  },
  project: [check],
  fixes: [rollingUpdate],
};
