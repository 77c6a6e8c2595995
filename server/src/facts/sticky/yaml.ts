import { basename } from '../../base/paths.js';
import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type Edit, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, entries, items, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { removeKeys, setValue } from '../../syntax/yaml/edit.js';
import { maskTemplate } from '../../syntax/yaml/helm.js';
import { onJson } from '../kubernetes/json.js';
import { stickyAnnotation, stickyAnnotationWords, withoutStickiness } from './annotations.js';
import { stickyInApache } from './apache.js';
import { stickyInHaproxy } from './haproxy.js';
import { stickyInNginx } from './nginx.js';
import { backendOf, distinctBackends, type ServerSticky, type StickyBackend, type StickyPlace } from './kinds.js';
import { stickyPolicies } from './policies.js';

/** A node on the way from the document to a key, with the key it stands at. */
interface Step {
  readonly node: YamlNode;
  readonly key: string;
}

interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
}

interface Reader {
  readonly path: string;
  readonly source: string;
  /** The source with the actions of a template blanked out, at the same offsets. */
  readonly masked: string;
  readonly doc: Document.Parsed;
  readonly templated: boolean;
  readonly found: StickyPlace[];
}

function resourceAt(doc: Document.Parsed, node: YamlNode): Resource | undefined {
  const apiVersion = text(below(doc, node, 'apiVersion'));
  const kind = text(below(doc, node, 'kind'));
  return apiVersion === undefined || kind === undefined ? undefined : { apiVersion, kind, namespace: text(below(doc, node, 'metadata', 'namespace')), name: text(below(doc, node, 'metadata', 'name')) };
}

const serviceLists = /^(?:services|backendRefs|targetRefs)$/;

/** Services that a part of an object names, in the words of Ingress, Route, Gateway API and the usual controllers. */
function servicesIn(doc: Document.Parsed, node: YamlNode, key: string): readonly (StickyBackend | undefined)[] {
  if (isSeq(node)) return items(doc, node).flatMap((item) => (serviceLists.test(key) ? [named(doc, item)] : []).concat(servicesIn(doc, item, '')));
  if (!isMap(node)) return [];
  return entries(doc, node).flatMap(({ key: name, value }) => {
    if (!value) return [];
    if (/^(?:serviceName|service|host)$/.test(name) && text(value) !== undefined) return name === 'host' && key !== 'spec' ? [] : [backendOf(text(value) ?? '')];
    if (/^(?:service|to|targetRef)$/.test(name) && isMap(value)) return [named(doc, value)];
    return servicesIn(doc, value, name);
  });
}

function named(doc: Document.Parsed, node: YamlNode): StickyBackend | undefined {
  const name = text(below(doc, node, 'name'));
  return name === undefined ? undefined : { name, namespace: text(below(doc, node, 'namespace')) };
}

/** Backends of a setting: those of the innermost part around it that names any. */
function backendsAround(doc: Document.Parsed, steps: readonly Step[], resource: Resource | undefined): readonly StickyBackend[] {
  if (!resource) return [];
  const inherit = (backend: StickyBackend | undefined): StickyBackend | undefined => backend && { name: backend.name, ...(backend.namespace ?? resource.namespace ? { namespace: backend.namespace ?? resource.namespace } : {}) };
  if (resource.kind === 'Service') return distinctBackends([resource.name === undefined ? undefined : inherit({ name: resource.name })]);
  for (let at = steps.length - 1; at >= 0; at--) {
    const { node, key } = steps[at] as Step;
    const item = serviceLists.test(steps[at - 1]?.key ?? '') && key === '' ? [named(doc, node)] : [];
    const names = distinctBackends([...item, ...(item.length > 0 ? [] : servicesIn(doc, node, key))].map(inherit));
    if (names.length > 0) return names;
    if (resourceAt(doc, node)) break;
  }
  return [];
}

/** Templates often carry stickiness for those who want it: a condition that names it decides. */
function isChosen({ templated, source }: Reader, offset: number): boolean {
  if (!templated) return false;
  const open: string[] = [];
  for (const [, word = '', condition = ''] of source.slice(0, offset).matchAll(/\{\{[-~]?\s*#?(if|with|range|define|block|end|else|\/if)\b([^}]*)\}\}/g)) {
    if (word === 'end' || word === '/if') open.pop();
    else if (word !== 'else') open.push(condition);
  }
  return open.some((condition) => /sticky|stick|affinity|session|cookie|persist/i.test(condition));
}

function add(reader: Reader, steps: readonly Step[], resource: Resource | undefined, at: YamlNode, value: Omit<ServerSticky, 'backends'>, remove: StickyPlace['remove']): void {
  if (isChosen(reader, at.range[0])) return;
  const backends = backendsAround(reader.doc, steps, resource);
  reader.found.push({ at: span(at), value: { ...value, backends }, ...(reader.templated || !remove ? {} : { remove }) });
}

/** Takes keys out of a map; where nothing is left in it, the maps around it go as well. */
function without(steps: readonly Step[], keys: readonly string[]): (file: string, source: string) => readonly Edit[] | undefined {
  return (file, source) => {
    let [at, gone] = [steps.length - 1, keys];
    for (; at > 0; at--) {
      const { node, key } = steps[at] as Step;
      if (!isMap(node) || node.items.some((pair) => !gone.includes(text(pair.key) ?? ''))) break;
      gone = [key];
    }
    const step = steps[at];
    return step && removeKeys(file, source, step.node, gone);
  };
}

function annotation(reader: Reader, steps: readonly Step[], resource: Resource | undefined, key: YamlNode, value: YamlNode): void {
  const { doc } = reader;
  const map = steps[steps.length - 1]?.node;
  const [name, written] = [text(key) ?? '', text(value) ?? ''];
  const sticky = stickyAnnotation(name, written);
  if (!sticky || !map) return;
  const kept = withoutStickiness(name, written);
  const others = entries(doc, map).map((entry) => entry.key).filter((other) => sticky.also?.test(other));
  add(reader, steps, resource, key, { balancer: sticky.balancer, via: name, by: sticky.by },
    kept === undefined ? without(steps, [name, ...others]) : (file) => [setValue(file, value, kept)]);
}

function policy(reader: Reader, steps: readonly Step[], resource: Resource, key: YamlNode, value: YamlNode): void {
  const map = steps[steps.length - 1]?.node;
  const name = text(key);
  for (const row of stickyPolicies) {
    if (row.key !== name || !row.kind.test(resource.kind) || !row.group.test(resource.apiVersion) || !map) continue;
    const sticky = row.read(reader.doc, value);
    if (!sticky) continue;
    const via = sticky.via ?? (text(value) === undefined ? name : `${name}: ${text(value) ?? ''}`);
    const beside = entries(reader.doc, map).map((entry) => entry.key).filter((other) => row.with?.includes(other));
    const policyName = resource.kind === 'BackendConfig' && resource.name !== undefined ? { policy: resource.name } : {};
    add(reader, steps, resource, text(value) === undefined ? key : value, { balancer: row.balancer, via, by: sticky.by, ...policyName }, without(steps, [name, ...beside]));
  }
}

/** `service.sessionAffinity` among the values of a Helm chart. */
function chartValue(reader: Reader, steps: readonly Step[], key: YamlNode, value: YamlNode): void {
  if (text(key) !== 'sessionAffinity' || text(value) !== 'ClientIP' || !/^values[\w.-]*\.ya?ml$/.test(basename(reader.path))) return;
  add(reader, steps, undefined, value, { balancer: 'Kubernetes Service', via: 'sessionAffinity: ClientIP', by: 'address' }, (file) => [setValue(file, value, 'None')]);
}

/** Configurations of proxies that a ConfigMap carries; their indentation means nothing to them. */
function embedded(reader: Reader, value: YamlNode): void {
  if (!isScalar(value) || !/^BLOCK_/.test(value.type ?? '')) return;
  const [start, end] = value.range;
  const body = reader.masked.indexOf('\n', start) + 1;
  const source = reader.masked.slice(body, end);
  const places = [
    ...(/\bupstream\b/.test(source) ? stickyInNginx(source, body) : []),
    ...(/stickysession=|WebLogicCluster/i.test(source) ? stickyInApache(source, body) : []),
    ...(/^\s*(?:backend|listen)\s/m.test(source) ? stickyInHaproxy(source, body) : []),
  ];
  for (const place of places) reader.found.push(reader.templated ? { at: place.at, value: place.value } : place);
}

function walk(reader: Reader, steps: readonly Step[], resource: Resource | undefined): void {
  const { node } = steps[steps.length - 1] as Step;
  if (isSeq(node)) for (const item of node.items) walk(reader, [...steps, { node: item as YamlNode, key: '' }], resource);
  if (!isMap(node)) return;
  const here = resourceAt(reader.doc, node as YamlNode) ?? resource;
  for (const pair of node.items) {
    const [key, value] = [pair.key as YamlNode, pair.value as YamlNode | null];
    if (!value) continue;
    annotation(reader, steps, here, key, value);
    if (here) policy(reader, steps, here, key, value);
    else chartValue(reader, steps, key, value);
    if (here?.kind === 'ConfigMap' && here.apiVersion === 'v1') embedded(reader, value);
    walk(reader, [...steps, { node: value, key: text(key) ?? '' }], here);
  }
}

/** Sticky sessions in a document of Kubernetes, or in values of a chart that writes annotations. */
export function stickyInYaml(path: string, source: string, { doc, templated }: YamlDocument): readonly StickyPlace[] {
  const reader: Reader = { path, source, masked: maskTemplate(source).text, doc, templated, found: [] };
  if (doc.contents) walk(reader, [{ node: doc.contents, key: '' }], undefined);
  return reader.found;
}

function read(document: YamlDocument, cx: FactFileContext): void {
  for (const { at, value } of stickyInYaml(cx.path, cx.text, document)) cx.emit('server.sticky', at, value);
}

const needles = [[new RegExp(`(?:${stickyAnnotationWords.join('|')})`, 'i'), /kubernetes\.io|nginx\.org|nginx\.com|haproxy|openshift|hetzner/], ['sessionAffinity'], ['consistentHash'], ['affinityType'], ['sessionPersistence'], ['strategy'], ['sticky'], ['sessionCookie'], ['lb-method'], ['load_balancer'], ['hash_on'], ['hashOn'], ['upstream'], [/stickysession=/i], [/\b(?:backend|listen)\b/]];

/** `server.sticky` of Kubernetes: Services, Ingresses, gateways, meshes. */
export const stickyManifestFacts: FactExtractor = {
  kinds: ['server.sticky'],
  matchers: [factMatcher({ language: 'yaml', needles, on: { document: read } }), onJson(needles, read)],
};
