import type { Document } from 'yaml';
import { dirname, join } from '../../base/paths.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, entries, items, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { readStream } from '../../syntax/yaml/stream.js';
import { integer, known, rangeOf, textMap } from './document.js';
import type { KustomizePatch, ReplicaCount } from './kinds.js';

/** Workspace paths that a list names; remote bases and paths outside the workspace are left out. */
function pathsOf(cx: FactFileContext, doc: Document.Parsed, key: string, inner?: string): readonly string[] {
  return items(doc, below(doc, doc.contents ?? undefined, key)).flatMap((item) => {
    const written = known(inner === undefined ? item : below(doc, item, inner));
    if (written === undefined || written.includes('\n') || /^[\w+.-]+:\/\/|^[\w.-]+@|^github\.com\//.test(written)) return [];
    return join(dirname(cx.path), written) ?? [];
  });
}

/** `commonLabels`, and those of `labels` that go into selectors or templates. */
function podLabelsOf(doc: Document.Parsed): Readonly<Record<string, string>> {
  const sets = items(doc, below(doc, doc.contents ?? undefined, 'labels')).filter((set) => ['includeSelectors', 'includeTemplates'].some((key) => known(below(doc, set, key)) === 'true'));
  return Object.assign({}, textMap(doc, below(doc, doc.contents ?? undefined, 'commonLabels')), ...sets.map((set) => textMap(doc, below(doc, set, 'pairs')))) as Record<string, string>;
}

function readReplicas(cx: FactFileContext, doc: Document.Parsed, item: YamlNode): readonly ReplicaCount[] {
  const name = known(below(doc, item, 'name'));
  const count = pairOf(doc, item, 'count');
  if (name === undefined || !count?.value) return [];
  return [{ name, count: integer(count.value), at: rangeOf(cx, { start: count.key.range[0], end: span(count.value).end }) }];
}

/** Paths of the keys that a text sets: `spec.template.spec.containers.resources`, without the places in lists. */
function setPaths(doc: Document.Parsed, node: YamlNode | undefined, above = ''): readonly string[] {
  const listed = items(doc, node);
  if (listed.length > 0) return listed.flatMap((item) => setPaths(doc, item, above));
  const pairs = entries(doc, node);
  return pairs.length === 0 ? [above] : pairs.flatMap(({ key, value }) => setPaths(doc, value, above === '' ? key : `${above}.${key}`));
}

/** Paths that the operations of a JSON patch (RFC 6902) set: `/spec/template/spec/containers/0/resources`. */
function operationPaths(doc: Document.Parsed, operations: readonly YamlNode[], removed: boolean): readonly string[] {
  return operations.flatMap((operation) => {
    const path = known(below(doc, operation, 'path'));
    if (path === undefined || (known(below(doc, operation, 'op')) === 'remove') !== removed) return [];
    const keys = path.split('/').filter((key) => key !== '' && !/^(?:\d+|-)$/.test(key)).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    return removed ? [keys.join('.')] : setPaths(doc, below(doc, operation, 'value'), keys.join('.'));
  });
}

/** The number of replicas that operations set; `undefined` when they leave it alone. */
function operationReplicas(doc: Document.Parsed, operations: readonly YamlNode[]): number | undefined {
  const set = operations.find((operation) => known(below(doc, operation, 'path')) === '/spec/replicas' && known(below(doc, operation, 'op')) !== 'remove');
  const value = below(doc, set, 'value');
  return value && integer(value);
}

/** A patch, of either kind. Names in a target are patterns. */
function patchOf({ doc }: YamlDocument, target: KustomizePatch['target']): Omit<KustomizePatch, 'at'> {
  const top = doc.contents ?? undefined;
  const operations = items(doc, top);
  if (operations.length > 0) return { target, paths: operationPaths(doc, operations, false), removed: operationPaths(doc, operations, true), replicas: operationReplicas(doc, operations) };
  const own = { kind: known(below(doc, top, 'kind')), name: known(below(doc, top, 'metadata', 'name')) };
  const replicas = below(doc, top, 'spec', 'replicas');
  return { target: target.kind === undefined && target.name === undefined ? own : target, paths: setPaths(doc, top), removed: [], replicas: replicas && integer(replicas) };
}

/** Patches written in the kustomization itself, and the targets of those that stand in files of their own. */
function patchesIn(cx: FactFileContext, doc: Document.Parsed): readonly KustomizePatch[] {
  return ['patches', 'patchesStrategicMerge', 'patchesJson6902'].flatMap((key) => items(doc, below(doc, doc.contents ?? undefined, key))).flatMap((item): readonly KustomizePatch[] => {
    const target = { kind: known(below(doc, item, 'target', 'kind')), name: known(below(doc, item, 'target', 'name')) };
    const whole = text(item);
    const inline = whole?.includes('\n') ? whole : text(below(doc, item, 'patch'));
    const at = rangeOf(cx, span(pairOf(doc, item, 'patch')?.key ?? item));
    if (inline !== undefined) return readStream(inline).documents.map((patch) => ({ ...patchOf(patch, target), at }));
    const path = known(below(doc, item, 'path'));
    const file = path === undefined ? undefined : join(dirname(cx.path), path);
    return file === undefined ? [] : [{ target, paths: [], removed: [], file, at }];
  });
}

/** Whether something is deployed with it that the workspace does not hold: more listed than paths found, charts, generators. */
function isOpen(doc: Document.Parsed, top: YamlNode | undefined, found: readonly string[]): boolean {
  const listed = [...items(doc, below(doc, top, 'resources')), ...items(doc, below(doc, top, 'bases'))];
  return listed.length > found.length || ['helmCharts', 'helmChartInflationGenerator', 'generators', 'transformers'].some((key) => pairOf(doc, top, key) !== undefined);
}

function readKustomization({ doc }: YamlDocument, cx: FactFileContext): void {
  const top = doc.contents ?? undefined;
  const resources = [...pathsOf(cx, doc, 'resources'), ...pathsOf(cx, doc, 'bases')];
  const patches = [...pathsOf(cx, doc, 'patches', 'path'), ...pathsOf(cx, doc, 'patchesStrategicMerge'), ...pathsOf(cx, doc, 'patchesJson6902', 'path')];
  cx.emit('kustomize.kustomization', span(top ?? (doc.contents as YamlNode)), {
    uses: [...resources, ...pathsOf(cx, doc, 'components'), ...patches],
    resources,
    namespace: known(below(doc, top, 'namespace')),
    prefix: known(below(doc, top, 'namePrefix')) ?? '',
    suffix: known(below(doc, top, 'nameSuffix')) ?? '',
    open: isOpen(doc, top, resources),
    podLabels: podLabelsOf(doc),
    images: items(doc, below(doc, top, 'images')).flatMap((image) => {
      const name = known(below(doc, image, 'name'));
      return name === undefined ? [] : [{ name, newName: known(below(doc, image, 'newName')), pinned: ['newTag', 'digest'].some((key) => pairOf(doc, image, key)) }];
    }),
    patches: patchesIn(cx, doc),
    replicas: items(doc, below(doc, top, 'replicas')).flatMap((item) => readReplicas(cx, doc, item)),
  });
}

/** `kustomize.kustomization`: which manifests are applied together. */
export const kustomizationFacts: FactExtractor = {
  kinds: ['kustomize.kustomization'],
  matchers: [factMatcher({ language: 'yaml', files: ['**/kustomization.{yaml,yml}', '**/Kustomization'], needles: 'always', on: { document: readKustomization } })],
};

/** A file of operations, whose target stands in the kustomization that names it. */
function readOperations({ doc, index }: YamlDocument, cx: FactFileContext): void {
  const operations = items(doc, doc.contents ?? undefined);
  const [first] = operations;
  if (index === 0 && first && pairOf(doc, first, 'op') && pairOf(doc, first, 'path')) {
    cx.emit('kustomize.json-patch', span(first), { paths: operationPaths(doc, operations, false), removed: operationPaths(doc, operations, true), replicas: operationReplicas(doc, operations) });
  }
}

/** `kustomize.json-patch`: JSON patches in files of their own. */
export const jsonPatchFacts: FactExtractor = {
  kinds: ['kustomize.json-patch'],
  matchers: [factMatcher({ language: 'yaml', needles: [['op', 'path']], on: { document: readOperations } })],
};
