import type { Document } from 'yaml';
import { dirname, join } from '../../base/paths.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, items, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { integer, known, rangeOf } from './document.js';

/** Workspace paths that a list names; remote bases and paths outside the workspace are left out. */
function pathsOf(cx: FactFileContext, doc: Document.Parsed, key: string, inner?: string): readonly string[] {
  return items(doc, below(doc, doc.contents ?? undefined, key)).flatMap((item) => {
    const written = known(inner === undefined ? item : below(doc, item, inner));
    if (written === undefined || written.includes('\n') || /^[\w+.-]+:\/\/|^[\w.-]+@|^github\.com\//.test(written)) return [];
    return join(dirname(cx.path), written) ?? [];
  });
}

function readReplicas(cx: FactFileContext, doc: Document.Parsed, item: YamlNode): { name: string; count: number | undefined; at: ReturnType<typeof rangeOf> }[] {
  const name = known(below(doc, item, 'name'));
  const count = pairOf(doc, item, 'count');
  if (name === undefined || !count?.value) return [];
  return [{ name, count: integer(count.value), at: rangeOf(cx, { start: count.key.range[0], end: span(count.value).end }) }];
}

/** Inline patches that may set what the patched manifest leaves out. */
function requestPatches(doc: Document.Parsed): readonly { readonly name: string | undefined }[] {
  return ['patches', 'patchesStrategicMerge', 'patchesJson6902'].flatMap((key) => items(doc, below(doc, doc.contents ?? undefined, key))).flatMap((item) => {
    const patch = text(item) ?? text(below(doc, item, 'patch'));
    if (patch === undefined || !/\b(?:requests|resources|limits)\b/.test(patch)) return [];
    return [{ name: known(below(doc, item, 'target', 'name')) ?? /\bname:\s*["']?([\w.-]+)/.exec(patch)?.[1] }];
  });
}

function readKustomization({ doc }: YamlDocument, cx: FactFileContext): void {
  const top = doc.contents ?? undefined;
  const resources = [...pathsOf(cx, doc, 'resources'), ...pathsOf(cx, doc, 'bases')];
  const patches = [...pathsOf(cx, doc, 'patches', 'path'), ...pathsOf(cx, doc, 'patchesStrategicMerge'), ...pathsOf(cx, doc, 'patchesJson6902', 'path')];
  cx.emit('kustomize.kustomization', span(top ?? (doc.contents as YamlNode)), {
    uses: [...resources, ...pathsOf(cx, doc, 'components'), ...patches],
    resources,
    namespace: known(below(doc, top, 'namespace')),
    images: items(doc, below(doc, top, 'images')).flatMap((image) => {
      const name = known(below(doc, image, 'name'));
      return name === undefined ? [] : [{ name, newName: known(below(doc, image, 'newName')) }];
    }),
    requestPatches: requestPatches(doc),
    replicas: items(doc, below(doc, top, 'replicas')).flatMap((item) => readReplicas(cx, doc, item)),
  });
}

/** `kustomize.kustomization`: which manifests are applied together. */
export const kustomizationFacts: FactExtractor = {
  kinds: ['kustomize.kustomization'],
  matchers: [factMatcher({ language: 'yaml', files: ['**/kustomization.{yaml,yml}', '**/Kustomization'], needles: 'always', on: { document: readKustomization } })],
};
