import type { Edit, Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { say, type Args, type Locale, type Localized } from '../../../contract/words.js';
import type { Model } from '../../../contract/workspace.js';
import type { K8sContainer } from '../../../facts/kubernetes/kinds.js';
import { copiesOf, relateReads, scalersOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { dividesBy, withoutMemoryLimit, withoutRequest } from '../../../facts/kubernetes/requests.js';
import { countedContainers, runsOwnProgram } from '../../../facts/kubernetes/role.js';
import { placeholderRequest } from '../../../generators/hpa.js';
import { containerMap } from '../../../generators/probes.js';
import { isEditable, workloadData, workloadOf } from '../../../generators/workload-edit.js';
import { isCompanion } from '../../../facts/kubernetes/companion.js';
import { addValue } from '../../../syntax/yaml/edit.js';
import { applied, difference } from '../../../syntax/difference.js';

type Part = 'cpu' | 'memory' | 'limit';
type Missing = Readonly<Record<Part, readonly K8sContainer[]>>;

/** What the containers of a workload lack. A CPU request that an autoscaler divides by is told of at its metric. */
function missingIn(model: Model, workload: WorkloadFact): Missing {
  const measured = scalersOf(model, workload).flatMap(({ value }) => value.metrics.flatMap((metric) => dividesBy(metric) ?? []));
  return {
    cpu: measured.includes('cpu') ? [] : withoutRequest(model, workload, 'cpu'),
    memory: measured.includes('memory') ? [] : withoutRequest(model, workload, 'memory'),
    limit: withoutMemoryLimit(model, workload),
  };
}

function isComplete({ cpu, memory, limit }: Missing): boolean {
  return cpu.length + memory.length + limit.length === 0;
}

/** Whether no container states anything: such pods are evicted before all others. */
function statesNothing(workload: WorkloadFact): boolean {
  return countedContainers(workload).every(({ requests, limits, resourcesUnknown }) => !resourcesUnknown && ![requests.cpu, requests.memory, limits.cpu, limits.memory].some((each) => each));
}

const parts: readonly Part[] = ['cpu', 'memory', 'limit'];
const phrases: Readonly<Record<Part, Localized>> = {
  cpu: { en: 'no CPU request ({cpu})', ko: 'CPU 요청량({cpu})' },
  memory: { en: 'no memory request ({memory})', ko: '메모리 요청량({memory})' },
  limit: { en: 'no memory limit ({limit})', ko: '메모리 한도({limit})' },
};
const consequences = {
  request: { en: 'the scheduler stacks replicas on nodes without room for them', ko: '여유가 없는 노드에도 레플리카가 몰려 배치됩니다' },
  limit: { en: 'a memory leak takes the pods beside it down', ko: '메모리 누수가 생기면 같은 노드의 다른 파드까지 종료됩니다' },
  both: { en: 'the scheduler stacks replicas on nodes without room for them, and a memory leak takes the pods beside it down', ko: '여유가 없는 노드에도 레플리카가 몰려 배치되고, 메모리 누수가 생기면 같은 노드의 다른 파드까지 종료됩니다' },
} as const satisfies Record<string, Localized>;

/** One message for each set of what is missing. */
const messages: Readonly<Record<string, Localized>> = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((bits) => {
  const chosen = parts.filter((_, index) => (bits & (1 << index)) !== 0);
  const consequence = consequences[chosen.includes('limit') ? (chosen.length > 1 ? 'both' : 'limit') : 'request'];
  return [chosen.join('-'), {
    en: `{kind} {name} states ${chosen.map((part) => phrases[part].en).join(' and ')}: ${consequence.en}.`,
    ko: `{kind} {name}에 ${chosen.map((part) => phrases[part].ko).join(', ')}이 없어 ${consequence.ko}.`,
  }];
}));

function namesOf(containers: readonly K8sContainer[]): string {
  return containers.map(({ name }) => name ?? '?').join(', ');
}

const check: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: relateReads,
  check(workload, { model, report }) {
    const copies = copiesOf(model, workload);
    if (!runsOwnProgram(workload) || copies[0] !== workload) return;
    const missing = missingIn(model, workload);
    if (isComplete(missing) || copies.some((copy) => isComplete(missingIn(model, copy)))) return;
    const nothing = statesNothing(workload) && missing.cpu.length + missing.memory.length > 0;
    const { kind, name = '' } = workload.value;
    const chosen = parts.filter((part) => missing[part].length > 0);
    const args: Args = Object.fromEntries(nothing ? [['containers', namesOf(countedContainers(workload))]] : chosen.map((part) => [part, namesOf(missing[part])]));
    const [first] = parts.flatMap((part) => missing[part]);
    report({
      at: { file: workload.file, range: first?.at ?? workload.range },
      say: nothing ? 'nothing' : chosen.join('-'),
      ...(nothing ? {} : { severity: 'info' as const }),
      args: { kind, name, ...args },
      data: workloadData(workload),
    });
  },
};

const comments = {
  cpu: { en: 'TODO: set to the CPU measured under usual load', ko: 'TODO: 평상시 부하에서 측정한 CPU 값으로 조정하세요' },
  memory: { en: 'TODO: set to the memory measured under usual load', ko: 'TODO: 평상시 부하에서 측정한 메모리 값으로 조정하세요' },
  limit: { en: 'TODO: above the most it ever needs, heap and all; beyond it the container is killed', ko: 'TODO: 힙을 포함한 최대 사용량보다 크게 지정하세요. 넘으면 컨테이너가 강제 종료됩니다' },
} as const satisfies Record<Part, Localized>;

/** Where a part stands below a container, and what stands there until someone measures. */
function placeholder(part: Part, container: K8sContainer): { readonly path: readonly string[]; readonly value: string } {
  const small = container.role === 'sidecar' || isCompanion(container);
  if (part === 'cpu') return { path: ['resources', 'requests', 'cpu'], value: small ? placeholderRequest.companion : placeholderRequest.app };
  if (part === 'memory') return { path: ['resources', 'requests', 'memory'], value: small ? '64Mi' : '512Mi' };
  // A limit below a request that stands there would not be accepted.
  const needed = container.requests.memory?.value ?? 0;
  const mebibytes = Math.max(small ? 128 : 1024, Math.ceil((2 * needed) / 2 ** 20));
  return { path: ['resources', 'limits', 'memory'], value: mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi` };
}

function withParts(workload: WorkloadFact, missing: Missing, text: string, locale: Locale): string | undefined {
  let next: string | undefined = text;
  for (const part of parts) {
    for (const container of missing[part]) {
      const { path, value } = placeholder(part, container);
      const edit: Edit | undefined = next === undefined ? undefined : addValue(workload.file, next, containerMap(workload, container, next), path, { text: value, comment: say(comments[part], locale, {}) }, ['name', 'image']);
      next = edit && next !== undefined ? applied(next, edit) : undefined;
    }
  }
  return next;
}

const addResources: Fix = {
  key: 'add-resources',
  title: { en: 'Add requests and a memory limit to adjust', ko: '요청량과 메모리 한도 추가(값 조정 필요)' },
  safety: 'review',
  applies: isEditable,
  edits({ finding, model, text, locale }) {
    const workload = workloadOf(finding, model);
    const written = text(finding.file);
    const next = workload && written !== undefined ? withParts(workload, missingIn(model, workload), written, locale) : undefined;
    return written === undefined || next === undefined ? undefined : difference(finding.file, written, next);
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/missing-resources',
    title: { en: 'Pods that do not say what they need', ko: '필요한 리소스를 지정하지 않은 파드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'resources'],
  },
  messages: {
    nothing: {
      en: '{kind} {name} states no requests or limits for CPU and memory ({containers}): the scheduler stacks its replicas on nodes without room for them, and they are the first to be evicted when memory runs short.',
      ko: '{kind} {name}에 CPU와 메모리의 요청량(requests)과 한도(limits)가 전혀 없습니다({containers}). 여유가 없는 노드에도 레플리카가 몰려 배치되고, 메모리가 부족해지면 가장 먼저 축출됩니다.',
    },
    ...messages,
  },
  project: [check],
  fixes: [addResources],
};
