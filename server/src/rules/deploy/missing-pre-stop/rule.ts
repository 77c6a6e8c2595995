import type { Fix, ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { isInJoin, joinWorkload } from '../../../facts/join.js';
import { availabilityReads } from '../../../facts/kubernetes/availability.js';
import { copiesOf, isPatched, patchesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { answersRequests, mainContainer, runsOwnProgram } from '../../../facts/kubernetes/role.js';
import { workloadData } from '../../../generators/workload-edit.js';
import { addPreStop, raiseGrace } from './fix.js';
import { stopReads, stopTimeOf } from '../../../generators/stop-time.js';

/** Seconds between SIGTERM and SIGKILL where the manifest names none. */
const defaultGrace = 30;

/** Whether an overlay may give the pods another way to end. */
function endsElsewhere(model: Model, workload: WorkloadFact): boolean {
  return patchesOf(model, workload).some(({ value }) => value.pod.gracePeriod ?? value.containers.some(({ preStop }) => preStop))
    || isPatched(model, workload, workload.value.kind, (path) => /\.(?:terminationGracePeriodSeconds|lifecycle)(?:\.|$)/.test(path));
}

/** Pods that are killed while they still work on requests, by their own settings. */
function reportShort(workload: WorkloadFact, { model, report }: ProjectContext): boolean {
  const { pod, kind, name = '', kindAt, containers } = workload.value;
  if (pod.gracePeriod && pod.gracePeriod.value === undefined) return false;
  const grace = pod.gracePeriod?.value ?? defaultGrace;
  const sleep = Math.max(0, ...containers.map(({ preStopSeconds }) => preStopSeconds ?? 0));
  const time = stopTimeOf(model, workload, joinWorkload(model, workload));
  const needed = sleep + (time?.seconds ?? 0);
  if (needed <= grace && (sleep === 0 || sleep < grace)) return false;
  const sleeps = sleep > 0 && sleep >= grace;
  report({
    at: { file: workload.file, range: pod.gracePeriod?.at ?? containers.find(({ preStopSeconds }) => preStopSeconds === sleep && sleep > 0)?.preStop ?? kindAt },
    say: sleeps ? 'sleeps' : sleep > 0 ? 'together' : 'short',
    args: { kind, name, grace, ...(sleep > 0 ? { sleep } : {}), ...(sleeps ? {} : { seconds: time?.seconds ?? 0, setting: time?.setting ?? '' }) },
    also: time?.place ? [{ file: time.place.file, range: time.place.range, say: 'time' }] : [],
    data: { ...workloadData(workload), needed: Math.max(needed, sleep + 1) },
  });
  return true;
}

/** Code that ends at once on SIGTERM, in pods that nothing lets wait until requests go elsewhere. */
function reportMissing(workload: WorkloadFact, { model, report }: ProjectContext): void {
  const container = mainContainer(workload);
  if (!container || container.incomplete || container.preStop || container.name === undefined || !answersRequests(model, workload)) return;
  const joined = joinWorkload(model, workload);
  const cut = joined ? model.facts('finding').map(({ value }) => value).filter((finding) => finding.rule === 'lifecycle/no-graceful-shutdown' && isInJoin(joined, finding)) : [];
  const [first] = cut;
  if (!first) return;
  const { kind, name = '' } = workload.value;
  report({
    at: { file: workload.file, range: container.at },
    say: 'missing',
    severity: 'info',
    args: { kind, name },
    also: [{ file: first.file, range: first.range, say: 'code' }],
    data: workloadData(workload),
  });
}

const check: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: [...availabilityReads, ...stopReads, 'finding'],
  check(workload, cx) {
    const { model } = cx;
    if (!runsOwnProgram(workload) || workload.value.pod.incomplete || copiesOf(model, workload)[0] !== workload || endsElsewhere(model, workload)) return;
    if (!reportShort(workload, cx)) reportMissing(workload, cx);
  },
};

const fixes: readonly Fix[] = [raiseGrace, addPreStop];

export const rule: Rule = {
  meta: {
    id: 'deploy/missing-pre-stop',
    title: { en: 'Pods that end before their requests do', ko: '요청을 마치기 전에 종료되는 파드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'shutdown'],
  },
  messages: {
    short: {
      en: 'Pods of {kind} {name} are killed {grace} s after they are asked to stop, although `{setting}` gives requests {seconds} s to end: with each update, users lose the longer ones.',
      ko: '`{setting}` 설정은 처리 중인 요청에 {seconds}초를 주지만 {kind} {name}의 파드는 종료 요청을 받고 {grace}초가 지나면 강제 종료됩니다. 배포할 때마다 오래 걸리는 요청이 끊깁니다.',
    },
    together: {
      en: 'Pods of {kind} {name} are killed {grace} s after they are asked to stop, although preStop waits {sleep} s and `{setting}` then gives requests {seconds} s to end: with each update, users lose the longer ones.',
      ko: 'preStop에서 {sleep}초를 기다리고 `{setting}` 설정으로 처리 중인 요청에 다시 {seconds}초를 주지만, {kind} {name}의 파드는 종료 요청을 받고 {grace}초가 지나면 강제 종료됩니다. 배포할 때마다 오래 걸리는 요청이 끊깁니다.',
    },
    sleeps: {
      en: 'Pods of {kind} {name} are killed {grace} s after they are asked to stop, and preStop waits {sleep} s of that: the program has no time left to end its requests, and with each update users lose them.',
      ko: '{kind} {name}의 파드는 종료 요청을 받고 {grace}초가 지나면 강제 종료되는데 preStop에서만 {sleep}초를 기다립니다. 프로그램이 요청을 마칠 시간이 남지 않아 배포할 때마다 처리 중이던 요청이 끊깁니다.',
    },
    missing: {
      en: 'Pods of {kind} {name} still get requests for some seconds after they are asked to stop, and nothing lets them wait: the code ends at once and cuts them off.',
      ko: '{kind} {name}의 파드는 종료 요청을 받은 뒤에도 몇 초간 요청을 받지만, 그동안 기다리게 하는 설정이 없습니다. 프로그램이 곧바로 종료되어 그 요청이 끊깁니다.',
    },
    time: { en: 'This gives requests time to end.', ko: '처리 중인 요청에 주는 시간이 여기에 있습니다.' },
    code: { en: 'This ends at once on SIGTERM.', ko: 'SIGTERM을 받으면 곧바로 종료되는 코드입니다.' },
  },
  project: [check],
  fixes,
};
