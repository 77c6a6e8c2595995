import type { Document } from 'yaml';
import { isOpen } from '../../../facts/kubernetes/document.js';
import { below, items, pairOf, type YamlNode } from '../../../syntax/yaml/ask.js';

/** What `networking.k8s.io/v1` does not take from an Ingress. */
export type OldField = { readonly say: 'field'; readonly field: string; readonly at: YamlNode } | { readonly say: 'path-type'; readonly at: YamlNode };

function flatBackend(doc: Document.Parsed, backend: YamlNode | undefined): OldField | undefined {
  for (const field of ['serviceName', 'servicePort']) {
    const pair = pairOf(doc, backend, field);
    if (pair) return { say: 'field', field, at: pair.key };
  }
  return undefined;
}

/** The first field that is written in the way of `v1beta1`, or path that lacks its type. */
export function oldFieldOf(doc: Document.Parsed, node: YamlNode, templated: boolean): OldField | undefined {
  const spec = below(doc, node, 'spec');
  const paths = items(doc, below(doc, spec, 'rules')).flatMap((rule) => items(doc, below(doc, rule, 'http', 'paths')));
  const flat = [spec, ...paths].map((map) => flatBackend(doc, below(doc, map, 'backend'))).find((each) => each !== undefined);
  if (flat) return flat;
  const bare = paths.find((path) => !isOpen(doc, path, templated) && pairOf(doc, path, 'backend') && !pairOf(doc, path, 'pathType'));
  const key = bare && (pairOf(doc, bare, 'path') ?? pairOf(doc, bare, 'backend'))?.key;
  return key && { say: 'path-type', at: key };
}
