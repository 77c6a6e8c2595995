import { Document } from 'yaml';
import type { Derivation, Sized } from '../autoscaling/sizing/size.js';
import { say, type Locale } from '../contract/words.js';
import { derivationWords } from './size-words.js';

/** Numbers in comments: three digits say as much as was measured. */
function told({ what, args }: Derivation, lang: Locale): string {
  return ` ${say(derivationWords[what], lang, Object.fromEntries(Object.entries(args).map(([key, value]) => [key, Number(value.toPrecision(3))])))}`;
}

/** The autoscaler as a manifest; each number has its derivation as a comment above it. */
export function hpaText(name: string, { min, max, target, request, derivations }: Sized, lang: Locale): string {
  const document = new Document({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, labels: { 'app.kubernetes.io/name': name } },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: min,
      maxReplicas: max,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: target } } }],
    },
  });
  const about = (...what: readonly Derivation['what'][]): string => derivations.filter((each) => what.includes(each.what)).map((each) => told(each, lang)).join('\n');
  const above = (path: readonly (string | number)[], key: string, text: string): void => {
    const map = document.getIn(path, true) as { readonly items: readonly { readonly key: { value: unknown; commentBefore?: string } }[] };
    const found = map.items.find((item) => item.key.value === key);
    if (found && text !== '') found.key.commentBefore = text;
  };
  above(['spec'], 'minReplicas', about('minimum'));
  above(['spec'], 'maxReplicas', about('maximum', 'connections', 'scalability'));
  above(['spec', 'metrics', 0, 'resource', 'target'], 'averageUtilization', about('target'));
  const holds = say({ en: 'Holds for pods that request {request} m of CPU (resources.requests.cpu).', ko: 'CPU를 {request}m 요청하는 파드에 맞춘 값입니다(resources.requests.cpu).' }, lang, { request });
  document.commentBefore = [` ${holds}`, about('cost', 'assumedCost', 'capacity', 'reaction')].join('\n');
  return document.toString({ lineWidth: 0 });
}
