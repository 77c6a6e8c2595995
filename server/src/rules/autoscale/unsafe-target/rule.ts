import type { Place } from '../../../contract/finding.js';
import type { ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { blockersOf, firstToFix, mayBlock } from '../../../facts/blockers.js';
import { joinPhrases, joinReads, joinWorkload, type Join, type JoinHow } from '../../../facts/join.js';
import { copiesOf, isFirstScaler, scalersNaming, targetsOf, type ScalerFact, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { overrideOfPatch, overridesOfKustomization } from './overlays.js';

/** Related locations listed; the others are found by their own findings. */
const listed = 10;

const texts = {
  scaler: {
    en: 'The autoscaler {scaler} runs up to {replicas} replicas of {workload}, but its code has {count} open finding(s) that give wrong results or lose data with more than one; fix {rule} in {file}:{line} first',
    ko: '오토스케일러 {scaler}이(가) {workload}의 레플리카를 {replicas}개까지 늘리지만, 코드에 레플리카가 둘 이상이면 결과가 틀리거나 데이터가 유실되는 문제가 {count}개 남아 있습니다. {file}:{line}의 {rule}부터 고치세요',
  },
  replicas: {
    en: '{kind} {workload} runs {replicas} replicas, but its code has {count} open finding(s) that give wrong results or lose data with more than one; fix {rule} in {file}:{line} first',
    ko: '{kind} {workload}이(가) 레플리카 {replicas}개로 실행되지만, 코드에 레플리카가 둘 이상이면 결과가 틀리거나 데이터가 유실되는 문제가 {count}개 남아 있습니다. {file}:{line}의 {rule}부터 고치세요',
  },
} as const satisfies Record<string, Localized>;

type Kind = keyof typeof texts;

/** A message for each way to join, so that the sentence can say it in the reader's language. */
const messages = Object.fromEntries((Object.keys(texts) as Kind[]).flatMap((kind) =>
  (Object.keys(joinPhrases) as JoinHow[]).map((how) => [`${kind}-${how}`, { en: `${texts[kind].en} (${joinPhrases[how].en}).`, ko: `${texts[kind].ko}(${joinPhrases[how].ko}).` }])));

/** Kinds whose pods stand beside each other and answer for one another. A Job ends and a DaemonSet runs one per node by design. */
const scaled = new Set(['Deployment', 'Rollout', 'DeploymentConfig', 'ReplicaSet', 'StatefulSet']);

interface Subject {
  readonly kind: Kind;
  readonly at: Place;
  readonly workload: WorkloadFact;
  readonly replicas: number;
  readonly scaler?: ScalerFact;
}

function reportBlockers(cx: ProjectContext, { kind, at, workload, replicas, scaler }: Subject): void {
  // Most workspaces have none: nothing is joined in vain.
  if (!cx.facts('finding').some(({ value }) => mayBlock(value))) return;
  const joined = joinWorkload(cx.model, workload);
  const blockers = joined ? firstToFix(blockersOf(cx.model, joined, workload)) : [];
  const [first] = blockers;
  if (!joined || !first) return;
  cx.report({
    at,
    say: `${kind}-${joined.how}`,
    // A StatefulSet may give each pod a share of the data by design.
    ...(workload.value.kind === 'StatefulSet' ? { severity: 'warning' as const } : {}),
    confidence: joined.confidence,
    args: { ...phraseArgs(joined), ...(scaler ? { scaler: scaler.value.name ?? '' } : { kind: workload.value.kind }), workload: workload.value.name ?? '', replicas, count: blockers.length, rule: first.rule, file: first.file, line: first.range.startLine },
    also: [
      ...blockers.slice(0, listed).map(({ file, range, rule }, index) => ({ file, range, say: index === 0 ? 'blocker' : 'next', args: { rule } })),
      ...(joined.place ? [{ ...joined.place, say: 'join' }] : []),
    ],
  });
}

function phraseArgs({ how, args }: Join): Record<string, string | number> {
  return Object.fromEntries(Object.entries(args).filter(([name]) => joinPhrases[how].en.includes(`{${name}}`)));
}

function checkScaler(scaler: ScalerFact, cx: ProjectContext): void {
  const most = scaler.value.max ? scaler.value.max.value : 100;
  if (scaler.value.templated || most === undefined || most < 2 || !isFirstScaler(cx.model, scaler)) return;
  const [workload] = targetsOf(cx.model, scaler);
  if (workload && scaled.has(workload.value.kind)) reportBlockers(cx, { kind: 'scaler', at: { file: scaler.file, range: scaler.value.target.at }, workload, replicas: most, scaler });
}

const reads = [...joinReads, 'finding'] as const;
const hpa: ProjectCheck<'k8s.hpa'> = { subject: 'k8s.hpa', reads, last: true, check: checkScaler };
const keda: ProjectCheck<'k8s.scaled-object'> = { subject: 'k8s.scaled-object', reads, last: true, check: checkScaler };

const fixedReplicas: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads,
  last: true,
  check(workload, cx) {
    const { replicas, kind, templated, partial } = workload.value;
    if (templated || !scaled.has(kind) || !replicas?.value || replicas.value < 2 || copiesOf(cx.model, workload)[0] !== workload) return;
    const set = partial ? overrideOfPatch(cx.model, workload) : { workload, at: { file: workload.file, range: replicas.at }, replicas: replicas.value };
    // An autoscaler that owns the number speaks for itself.
    if (set && scalersNaming(cx.model, set.workload).length === 0) reportBlockers(cx, { kind: 'replicas', ...set });
  },
};

const inKustomization: ProjectCheck<'kustomize.kustomization'> = {
  subject: 'kustomize.kustomization',
  reads,
  last: true,
  check(kustomization, cx) {
    for (const set of overridesOfKustomization(cx.model, kustomization)) {
      if (scaled.has(set.workload.value.kind) && scalersNaming(cx.model, set.workload).length === 0) reportBlockers(cx, { kind: 'replicas', ...set });
    }
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/unsafe-target',
    title: { en: 'More than one replica of code that cannot bear it', ko: '다중 레플리카를 감당하지 못하는 코드의 확장' },
    severity: 'error',
    confidence: 'high',
    fix: 'none',
    tags: ['autoscale', 'kubernetes', 'hpa', 'state'],
  },
  messages: {
    ...messages,
    blocker: { en: 'Fix first: {rule}', ko: '먼저 고칠 것: {rule}' },
    next: { en: 'Then: {rule}', ko: '다음으로 고칠 것: {rule}' },
    join: { en: 'This joins the workload to the code.', ko: '이 위치를 근거로 워크로드와 코드를 연결했습니다.' },
  },
  project: [hpa, keda, fixedReplicas, inKustomization],
};
