import type { Document } from 'yaml';
import { isMap } from 'yaml';
import type { YamlDocument } from '../../contract/nodes.js';
import type { Edit } from '../../contract/rule.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { below, entries, items, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { removeKeys } from '../../syntax/yaml/edit.js';
import { removeStatement } from '../../syntax/lines/edit.js';
import { backendOf, distinctBackends, type StickyPlace } from './kinds.js';

interface Label {
  readonly key: string;
  readonly value: string;
  /** The whole item of a list, or the key of a map. */
  readonly node: YamlNode;
  readonly map: YamlNode | undefined;
}

function labelsOf(doc: Document.Parsed, labels: YamlNode | undefined): readonly Label[] {
  const listed = items(doc, labels).flatMap((node) => {
    const [, key, value] = /^([^=]+)(?:=([^]*))?$/.exec(text(node) ?? '') ?? [];
    return key === undefined ? [] : [{ key, value: value ?? '', node, map: undefined }];
  });
  return [...listed, ...entries(doc, labels).map(({ key, keyNode, value }) => ({ key, value: text(value) ?? '', node: keyNode, map: labels }))];
}

const sticky = /^traefik\.[\w.@-]*load-?balancer\.stick(?:y|iness)(?:\.|$)/i;
/** Labels that switch it on; the others only say how. */
const enabling = /\.(?:sticky|stickiness|sticky\.cookie|sticky\.cookie\.name|stickiness\.cookieName)$/i;

function withoutLabels(labels: readonly Label[]): (file: string, source: string) => readonly Edit[] | undefined {
  return (file, source) => {
    const [{ map } = { map: undefined }] = labels;
    if (map) return removeKeys(file, source, map, labels.map(({ key }) => key));
    return labels.map(({ node }) => {
      const dash = source.lastIndexOf('-', node.range[0]);
      return removeStatement(file, source, { start: dash, end: node.range[1] });
    });
  };
}

/** Labels of a Compose service, one place per service. The list must hold other labels as well, or there is nothing to route. */
function fromLabels(doc: Document.Parsed, name: string, labels: YamlNode | undefined): readonly StickyPlace[] {
  const all = labelsOf(doc, labels);
  const own = all.filter(({ key }) => sticky.test(key));
  const first = own.find(({ key, value }) => enabling.test(key) && !/^false$/i.test(value));
  if (!first || own.some(({ key, value }) => /\.(?:sticky|stickiness|sticky\.cookie)$/i.test(key) && /^false$/i.test(value))) return [];
  const block = first.map ? isMap(first.map) && !first.map.flow : true;
  return [{
    at: span(first.node),
    value: { balancer: 'Traefik', via: first.key, by: 'cookie', backends: [{ name }] },
    ...(block && own.length < all.length ? { remove: withoutLabels(own) } : {}),
  }];
}

/** Services of a dynamic configuration: `http.services.shop.loadBalancer.sticky.cookie`. */
function fromFile(doc: Document.Parsed): readonly StickyPlace[] {
  return entries(doc, below(doc, doc.contents ?? undefined, 'http', 'services')).flatMap(({ value }): readonly StickyPlace[] => {
    const balancer = below(doc, value, 'loadBalancer') ?? below(doc, value, 'weighted');
    const setting = entries(doc, balancer).find(({ key }) => key === 'sticky');
    if (!setting || !below(doc, setting.value, 'cookie')) return [];
    const servers = items(doc, below(doc, balancer, 'servers')).map((server) => backendOf(text(below(doc, server, 'url')) ?? '.'));
    return [{ at: span(setting.keyNode), value: { balancer: 'Traefik', via: 'sticky.cookie', by: 'cookie', backends: distinctBackends(servers) }, remove: (file, source) => removeKeys(file, source, balancer, ['sticky']) }];
  });
}

/** Sticky services of Traefik: labels of Compose services, and its own configuration. */
export function stickyInTraefik({ doc }: Pick<YamlDocument, 'doc'>): readonly StickyPlace[] {
  const services = entries(doc, below(doc, doc.contents ?? undefined, 'services')).flatMap(({ key, value }) =>
    [below(doc, value, 'labels'), below(doc, value, 'deploy', 'labels')].flatMap((labels) => fromLabels(doc, key, labels)).slice(0, 1));
  return [...services, ...fromFile(doc)];
}

/** `server.sticky` of Traefik outside of Kubernetes. */
export const stickyTraefikFacts: FactExtractor = {
  kinds: ['server.sticky'],
  matchers: [factMatcher({
    language: 'yaml', needles: [[/stick/i, /load-?balancer/i], ['sticky', 'services']],
    on: {
      document(document, cx) {
        for (const { at, value } of stickyInTraefik(document)) cx.emit('server.sticky', at, value);
      },
    },
  })],
};
