import type { Document } from 'yaml';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, items, type YamlNode } from '../../syntax/yaml/ask.js';
import { known, nameSpan, resourcesOf, type ResourceNode } from '../kubernetes/document.js';

/** What an object of a tool that follows a repository says it brings to the cluster. */
export interface GitopsSource {
  readonly by: 'argo-cd' | 'flux';
  /** Folder in the repository, without leading or trailing slashes; absent where only the deployment knows, or for charts of a registry. */
  readonly path?: string;
  /** Address of the repository as written, without credentials. */
  readonly repository?: string;
  /** Whether the cluster follows by itself; Argo CD otherwise waits for a person. */
  readonly automatic: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'delivery.gitops': GitopsSource;
  }
}

/** A path from the root of its repository. */
function plainPath(path: string): string {
  return path.replace(/^(?:\.?\/)+|^\.$|\/+$/g, '');
}

function emit(cx: FactFileContext, resource: ResourceNode, by: GitopsSource['by'], path: string | undefined, repository: string | undefined, automatic: boolean): void {
  const address = repository?.replace(/\/\/[^/@]*@/, '//');
  cx.emit('delivery.gitops', nameSpan(resource), { by, automatic, ...(path === undefined ? {} : { path: plainPath(path) }), ...(address === undefined ? {} : { repository: address }) });
}

/** `source` and `sources` of an Application, or of what an ApplicationSet makes. Globs of generators name folders as well. */
function argo(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node, kind } = resource;
  const spec = kind === 'ApplicationSet' ? below(doc, node, 'spec', 'template', 'spec') : below(doc, node, 'spec');
  const automatic = below(doc, spec, 'syncPolicy', 'automated') !== undefined;
  const single = below(doc, spec, 'source');
  for (const source of [...(single ? [single] : []), ...items(doc, below(doc, spec, 'sources'))]) {
    const path = pathOf(doc, source);
    const written = path === undefined || /\{\{/.test(path) ? undefined : path;
    emit(cx, resource, 'argo-cd', written, known(below(doc, source, 'repoURL')), automatic);
  }
  if (kind !== 'ApplicationSet') return;
  for (const generator of items(doc, below(doc, node, 'spec', 'generators'))) {
    for (const folder of items(doc, below(doc, generator, 'git', 'directories'))) {
      const glob = pathOf(doc, folder)?.replace(/\/?\*.*$/, '');
      if (glob !== undefined && glob !== '' && known(below(doc, folder, 'exclude')) !== 'true') emit(cx, resource, 'argo-cd', glob, known(below(doc, generator, 'git', 'repoURL')), automatic);
    }
  }
}

function pathOf(doc: Document.Parsed, node: YamlNode): string | undefined {
  return known(below(doc, node, 'path'));
}

/** Kustomizations of Flux, and its releases of charts that stand in a repository. */
function flux(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node, kind } = resource;
  const chart = known(below(doc, node, 'spec', 'chart', 'spec', 'chart'));
  const fromGit = known(below(doc, node, 'spec', 'chart', 'spec', 'sourceRef', 'kind')) === 'GitRepository';
  const path = kind === 'Kustomization' ? known(below(doc, node, 'spec', 'path')) ?? '' : fromGit ? chart : undefined;
  if (kind === 'Kustomization' || kind === 'HelmRelease') emit(cx, resource, 'flux', path, undefined, known(below(doc, node, 'spec', 'suspend')) !== 'true');
}

const objects = factMatcher({
  language: 'yaml', needles: [['argoproj.io'], ['kustomize.toolkit.fluxcd.io'], ['helm.toolkit.fluxcd.io']],
  on: {
    document(document, cx) {
      for (const resource of resourcesOf(document)) {
        if (/^argoproj\.io\//.test(resource.apiVersion) && /^Application(?:Set)?$/.test(resource.kind)) argo(cx, resource);
        if (/^(?:kustomize|helm)\.toolkit\.fluxcd\.io\//.test(resource.apiVersion)) flux(cx, resource);
      }
    },
  },
});

/** `delivery.gitops`: what Argo CD and Flux are told to bring to a cluster. */
export const gitopsFacts: FactExtractor = { kinds: ['delivery.gitops'], matchers: [objects] };
