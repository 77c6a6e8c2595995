import { Document } from 'yaml';
import type { Course } from '../autoscaling/sizing/course.js';
import type { Derivation, Sized } from '../autoscaling/sizing/size.js';
import type { GoalAnswer, Solved } from '../autoscaling/sizing/solve.js';
import { say, type Locale } from '../contract/words.js';
import { derivationWords, goalWords, measureWords } from './size-words.js';

/** The workload that is scaled. */
export interface ScaledWorkload {
  readonly name: string;
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly namespace?: string;
  /** The container that does the work, and millicores that those beside it request. */
  readonly container?: string;
  readonly beside?: number;
}

/** Numbers in comments: three digits say as much as was measured. */
function told({ what, args }: Derivation, lang: Locale): string {
  return say(derivationWords[what], lang, Object.fromEntries(Object.entries(args).map(([key, value]) => [key, Number(value.toPrecision(3))])));
}

/** How some of the numbers came about, a line for each. */
export function derivationText({ derivations }: Sized, what: readonly Derivation['what'][], lang: Locale): string {
  return derivations.filter((each) => what.includes(each.what)).map((each) => told(each, lang)).join('\n');
}

/** What a goal made of the target. */
function goalText({ goal, decides, allowed, before, reached }: GoalAnswer, { target }: Sized, { alone }: Course, lang: Locale): string {
  return say(goalWords[decides], lang, { measure: measureWords[goal.of][lang], goal: goal.within, target, allowed, before, reached, alone });
}

/** Millicores that the working container is to request: what the sizing holds for, less what stands beside it. */
export function containerRequest({ request }: Sized, { beside = 0 }: ScaledWorkload): number {
  return request - beside;
}

const requestWords = {
  one: { en: 'Holds for pods that request {request} m of CPU. To set on their container{container}:', ko: 'CPU를 {request}m 요청하는 파드에 맞춘 값입니다. 컨테이너{container}에 설정할 요청량:' },
  beside: { en: 'Holds for pods that request {request} m of CPU, {beside} m of it beside the application. To set on its container{container}:', ko: 'CPU를 {request}m(사이드카 {beside}m 포함) 요청하는 파드에 맞춘 값입니다. 애플리케이션 컨테이너{container}에 설정할 요청량:' },
};

/** The requests to set, and how they came about. */
function requestText(workload: ScaledWorkload, sized: Sized, lang: Locale): string {
  const { container, beside = 0 } = workload;
  const head = say(beside > 0 ? requestWords.beside : requestWords.one, lang, { request: sized.request, beside, container: container === undefined ? '' : ` ${container}` });
  return [head, '  resources:', '    requests:', `      cpu: ${containerRequest(sized, workload)}m`, derivationText(sized, ['request', 'assumedRequest'], lang)].filter((line) => line !== '').join('\n');
}

/** The autoscaler as a manifest; each number has its derivation as a comment above it, and the requests that it holds for stand at its head. */
export function hpaText(workload: ScaledWorkload, { sized, course, goal }: Solved, lang: Locale): string {
  const { name, kind, namespace } = workload;
  const document = new Document({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels: { 'app.kubernetes.io/name': name } },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
      minReplicas: sized.min,
      maxReplicas: sized.max,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: sized.target } } }],
    },
  });
  const above = (path: readonly (string | number)[], key: string, text: string): void => {
    const map = document.getIn(path, true) as { readonly items: readonly { readonly key: { value: unknown; commentBefore?: string } }[] };
    const found = map.items.find((item) => item.key.value === key);
    if (found && text !== '') found.key.commentBefore = comment(text);
  };
  above(['spec'], 'minReplicas', derivationText(sized, ['minimum'], lang));
  above(['spec'], 'maxReplicas', derivationText(sized, ['maximum', 'connections', 'scalability'], lang));
  above(['spec', 'metrics', 0, 'resource', 'target'], 'averageUtilization', [derivationText(sized, ['target'], lang), ...(goal ? [goalText(goal, sized, course, lang)] : [])].join('\n'));
  document.commentBefore = comment([requestText(workload, sized, lang), derivationText(sized, ['cost', 'assumedCost', 'capacity', 'reaction'], lang)].join('\n'));
  return document.toString({ lineWidth: 0 });
}

/** Lines as the library takes them: it puts the `#` before each. */
function comment(text: string): string {
  return text.split('\n').map((line) => ` ${line}`).join('\n');
}
