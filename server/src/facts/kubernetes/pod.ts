import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { below, entries, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { runsAs, volumesOf } from './container.js';
import { amount, flag, integer, isChosen, isOpen, known, rangeOf, settingOf } from './document.js';
import type { K8sPod, NodeLabel, UpdateStrategy } from './kinds.js';
import { isSpread } from './spread.js';

/** Labels of `nodeSelector`, and of node affinity that is required to have certain values. */
function nodeLabels(cx: FactFileContext, doc: Document.Parsed, spec: YamlNode | undefined): readonly NodeLabel[] {
  const selected = entries(doc, below(doc, spec, 'nodeSelector')).map(({ key, keyNode, value }) => nodeLabel(cx, doc, 'selector', keyNode, key, known(value) === undefined ? undefined : [known(value) ?? '']));
  const terms = items(doc, below(doc, spec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'));
  const expressions = terms.flatMap((term) => [...items(doc, below(doc, term, 'matchExpressions')), ...items(doc, below(doc, term, 'matchFields'))]);
  const required = expressions.flatMap((expression): NodeLabel[] => {
    const node = below(doc, expression, 'key');
    const key = known(node);
    if (!node || key === undefined || known(below(doc, expression, 'operator')) !== 'In') return [];
    const values = items(doc, below(doc, expression, 'values')).map(known);
    return [nodeLabel(cx, doc, 'affinity', node, key, values.every((value) => value !== undefined) ? values : undefined)];
  });
  return [...selected, ...required];
}

function nodeLabel(cx: FactFileContext, doc: Document.Parsed, from: NodeLabel['from'], keyNode: YamlNode, key: string, values: readonly string[] | undefined): NodeLabel {
  return { key, from, values, at: rangeOf(cx, span(keyNode)), ...(isChosen(cx, doc, keyNode.range[0]) ? { chosen: true as const } : {}) };
}

/** Labels and annotations by which pods ask an admission webhook for a companion, or refuse it. */
const injections: readonly (readonly [companion: string, key: string, yes: RegExp])[] = [
  ['istio-proxy', 'sidecar.istio.io/inject', /^true$/],
  ['linkerd-proxy', 'linkerd.io/inject', /^(?:enabled|ingress)$/],
  ['daprd', 'dapr.io/enabled', /^true$/],
  ['vault-agent', 'vault.hashicorp.com/agent-inject', /^true$/],
];

function injectionsOf(doc: Document.Parsed, template: YamlNode | undefined): Pick<K8sPod, 'injected' | 'refused'> {
  const asked = injections.flatMap(([companion, key, yes]) => {
    const value = ['labels', 'annotations'].map((map) => known(below(doc, template, 'metadata', map, key))).find((each) => each !== undefined);
    return value === undefined ? [] : [{ companion, wanted: yes.test(value) }];
  });
  const named = (wanted: boolean): readonly string[] => asked.filter((each) => each.wanted === wanted).map(({ companion }) => companion);
  return { injected: named(true), refused: named(false) };
}

/** What a pod template says beside its containers. */
export function podOf(cx: FactFileContext, doc: Document.Parsed, template: YamlNode | undefined, namespace: string | undefined, templated: boolean): K8sPod {
  const spec = below(doc, template, 'spec');
  return {
    hostNetwork: settingOf(cx, doc, spec, 'hostNetwork', flag),
    nodeName: settingOf(cx, doc, spec, 'nodeName', known),
    nodeLabels: nodeLabels(cx, doc, spec),
    spread: isSpread(doc, template, namespace, templated),
    gracePeriod: settingOf(cx, doc, spec, 'terminationGracePeriodSeconds', integer),
    runsAs: runsAs(cx, doc, spec),
    volumes: volumesOf(cx, doc, spec),
    ...injectionsOf(doc, template),
    incomplete: isOpen(doc, spec, templated),
  };
}

/** `strategy` of a Deployment, `updateStrategy` of a StatefulSet or DaemonSet. */
export function strategyOf(cx: FactFileContext, doc: Document.Parsed, spec: YamlNode | undefined): UpdateStrategy {
  const strategy = below(doc, spec, 'strategy') ?? below(doc, spec, 'updateStrategy');
  const rolling = below(doc, strategy, 'rollingUpdate') ?? below(doc, strategy, 'rollingParams');
  return {
    type: settingOf(cx, doc, strategy, 'type', known),
    maxUnavailable: settingOf(cx, doc, rolling, 'maxUnavailable', amount),
    maxSurge: settingOf(cx, doc, rolling, 'maxSurge', amount),
  };
}
