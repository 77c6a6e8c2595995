import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { commonOf, known, nameSpan, rangeOf, resourcesOf, type ResourceNode } from './document.js';
import { onJson } from './json.js';
import type { Backend } from './kinds.js';

type Reader = (cx: FactFileContext, resource: ResourceNode) => readonly Backend[];

function backend(cx: FactFileContext, { doc }: ResourceNode, node: YamlNode | undefined, service: readonly string[], ports: readonly (readonly string[])[]): readonly Backend[] {
  const name = below(doc, node, ...service);
  if (!name) return [];
  const port = ports.map((path) => below(doc, node, ...path)).find((found) => known(found) !== undefined);
  return [{ service: known(name), namespace: known(below(doc, node, 'namespace')), port: known(port), portAt: port && rangeOf(cx, span(port)), at: rangeOf(cx, span(name)) }];
}

/** `networking.k8s.io/v1` and the flat fields of the versions before it. */
function ingressBackend(cx: FactFileContext, resource: ResourceNode, node: YamlNode | undefined): readonly Backend[] {
  const v1 = backend(cx, resource, node, ['service', 'name'], [['service', 'port', 'number'], ['service', 'port', 'name']]);
  return v1.length > 0 ? v1 : backend(cx, resource, node, ['serviceName'], [['servicePort']]);
}

const ofIngress: Reader = (cx, resource) => {
  const { doc, node } = resource;
  const spec = below(doc, node, 'spec');
  const paths = items(doc, below(doc, spec, 'rules')).flatMap((rule) => items(doc, below(doc, rule, 'http', 'paths')));
  const fallback = below(doc, spec, 'defaultBackend') ?? below(doc, spec, 'backend');
  return [...ingressBackend(cx, resource, fallback), ...paths.flatMap((path) => ingressBackend(cx, resource, below(doc, path, 'backend')))];
};

const ofGatewayRoute: Reader = (cx, resource) => {
  const { doc, node } = resource;
  const refs = items(doc, below(doc, node, 'spec', 'rules')).flatMap((rule) => items(doc, below(doc, rule, 'backendRefs')));
  return refs.filter((ref) => (known(below(doc, ref, 'kind')) ?? 'Service') === 'Service').flatMap((ref) => backend(cx, resource, ref, ['name'], [['port']]));
};

const ofOpenShift: Reader = (cx, resource) => {
  const { doc, node } = resource;
  const spec = below(doc, node, 'spec');
  const port = below(doc, spec, 'port', 'targetPort');
  return [below(doc, spec, 'to'), ...items(doc, below(doc, spec, 'alternateBackends'))].flatMap((to) => backend(cx, resource, to, ['name'], [])).map((each) => ({ ...each, port: known(port), portAt: port && rangeOf(cx, span(port)) }));
};

const ofIstio: Reader = (cx, resource) => {
  const { doc, node } = resource;
  const routes = ['http', 'tls', 'tcp'].flatMap((kind) => items(doc, below(doc, node, 'spec', kind))).flatMap((rule) => items(doc, below(doc, rule, 'route')));
  return routes.flatMap((route) => backend(cx, resource, below(doc, route, 'destination'), ['host'], [['port', 'number']]));
};

/** Readers by kind, with the API group in which the kind is meant. */
const readers: Readonly<Record<string, readonly [RegExp, Reader]>> = {
  Ingress: [/^(?:networking\.k8s\.io|extensions)\//, ofIngress],
  HTTPRoute: [/^gateway\.networking\.k8s\.io\//, ofGatewayRoute],
  GRPCRoute: [/^gateway\.networking\.k8s\.io\//, ofGatewayRoute],
  TCPRoute: [/^gateway\.networking\.k8s\.io\//, ofGatewayRoute],
  Route: [/^(?:route\.openshift\.io\/|v1$)/, ofOpenShift],
  VirtualService: [/^networking\.istio\.io\//, ofIstio],
};

function readDocument(document: YamlDocument, cx: FactFileContext): void {
  for (const resource of resourcesOf(document)) {
    const [group, read] = (Object.hasOwn(readers, resource.kind) && readers[resource.kind]) || [];
    if (group?.test(resource.apiVersion) && read) cx.emit('k8s.route', nameSpan(resource), { ...commonOf(cx, resource), kind: resource.kind, backends: read(cx, resource) });
  }
}

const needles = Object.keys(readers).map((kind) => ['kind', kind]);

/** `k8s.route`: what brings requests from outside to a Service. */
export const routeFacts: FactExtractor = {
  kinds: ['k8s.route'],
  matchers: [factMatcher({ language: 'yaml', needles, on: { document: readDocument } }), onJson(needles, readDocument)],
};
