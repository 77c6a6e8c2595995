import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { commonOf, integer, known, nameSpan, rangeOf, resourcesOf, selectorOf, settingOf, textMap, type ResourceNode } from './document.js';
import { onJson } from './json.js';

function readService(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node, templated } = resource;
  cx.emit('k8s.service', nameSpan(resource), {
    ...commonOf(cx, resource),
    selector: textMap(doc, below(doc, node, 'spec', 'selector')),
    picks: selectorOf(cx, doc, below(doc, node, 'spec'), templated),
    type: known(below(doc, node, 'spec', 'type')) ?? 'ClusterIP',
    headless: known(below(doc, node, 'spec', 'clusterIP')) === 'None',
    sessionAffinity: settingOf(cx, doc, below(doc, node, 'spec'), 'sessionAffinity', known),
    backendConfigs: backendConfigs(below(doc, node, 'metadata', 'annotations', 'cloud.google.com/backend-config') ?? below(doc, node, 'metadata', 'annotations', 'beta.cloud.google.com/backend-config')),
    ports: items(doc, below(doc, node, 'spec', 'ports')).map((port) => {
      const [number, target] = [below(doc, port, 'port'), below(doc, port, 'targetPort')];
      return { name: known(below(doc, port, 'name')), port: number && integer(number), target: known(target), at: rangeOf(cx, span(target ?? number ?? port)) };
    }),
  });
}

/** `{"default": "shop", "ports": {"http": "shop-api"}}`: the names, whatever they are for. */
function backendConfigs(annotation: YamlNode | undefined): readonly string[] {
  return [...(known(annotation) ?? '').matchAll(/:\s*"([\w.-]+)"/g)].map(([, name = '']) => name);
}

function readLimitRange(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node } = resource;
  const limits = items(doc, below(doc, node, 'spec', 'limits')).filter((limit) => known(below(doc, limit, 'type')) === 'Container');
  // A default limit becomes the default request when none is given.
  const gives = (name: string): boolean => limits.some((limit) => ['defaultRequest', 'default'].some((key) => below(doc, limit, key, name)));
  cx.emit('k8s.limit-range', nameSpan(resource), { ...commonOf(cx, resource), cpu: gives('cpu'), memory: gives('memory') });
}

function readDocument(document: YamlDocument, cx: FactFileContext): void {
  for (const resource of resourcesOf(document)) {
    if (resource.apiVersion !== 'v1') continue;
    if (resource.kind === 'Service') readService(cx, resource);
    if (resource.kind === 'LimitRange') readLimitRange(cx, resource);
  }
}

const needles = [['kind', 'Service'], ['kind', 'LimitRange']];

/** `k8s.service` and `k8s.limit-range`. */
export const serviceFacts: FactExtractor = {
  kinds: ['k8s.service', 'k8s.limit-range'],
  matchers: [factMatcher({ language: 'yaml', needles, on: { document: readDocument } }), onJson(needles, readDocument)],
};
