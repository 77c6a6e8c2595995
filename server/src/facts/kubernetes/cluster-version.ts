import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { known, resourcesOf } from './document.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Minor version of a cluster that the workspace sets up, 27 for 1.27. */
    'k8s.cluster-version': { readonly minor: number };
  }
}

/** Where the tools that make clusters write the version: eksctl, kubeadm, and kind in the image of each node. */
function versionNodes(document: YamlDocument): readonly (YamlNode | undefined)[] {
  return resourcesOf(document).flatMap(({ doc, node, kind, apiVersion }) => {
    if (kind === 'ClusterConfig' && apiVersion.startsWith('eksctl.io/')) return [below(doc, node, 'metadata', 'version')];
    if (kind === 'ClusterConfiguration' && apiVersion.startsWith('kubeadm.k8s.io/')) return [below(doc, node, 'kubernetesVersion')];
    return kind === 'Cluster' && apiVersion.startsWith('kind.x-k8s.io/') ? items(doc, below(doc, node, 'nodes')).map((each) => below(doc, each, 'image')) : [];
  });
}

function read(document: YamlDocument, cx: FactFileContext): void {
  for (const node of versionNodes(document)) {
    const minor = /(?:^|:)v?1\.(\d+)(?:\.|@|$)/.exec(known(node) ?? '')?.[1];
    if (node && minor !== undefined) cx.emit('k8s.cluster-version', span(node), { minor: Number(minor) });
  }
}

/** `k8s.cluster-version`: what clusters the workspace sets up. */
export const clusterVersionFacts: FactExtractor = {
  kinds: ['k8s.cluster-version'],
  matchers: [factMatcher({ language: 'yaml', needles: [['eksctl.io'], ['kubeadm.k8s.io'], ['kind.x-k8s.io']], on: { document: read } })],
};
