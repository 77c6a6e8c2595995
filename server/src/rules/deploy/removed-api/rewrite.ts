import type { Document } from 'yaml';
import type { Edit } from '../../../contract/rule.js';
import { applied, difference } from '../../../syntax/difference.js';
import { below, entries, items, pairOf, text as scalarText, type YamlNode } from '../../../syntax/yaml/ask.js';
import { addLines, addValue, mapAt, replaceKey, setValue } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';
import { scalar } from '../../../generators/yaml-scalar.js';

/** A resource in a text that changes step by step. */
interface Draft {
  readonly file: string;
  readonly text: string;
  readonly document: number;
}

interface Read {
  readonly doc: Document.Parsed;
  readonly node: YamlNode;
}

type Step = (draft: Draft, read: Read) => Edit | undefined | 'nothing';

/** Makes an edit, or gives up; what is there already needs none. */
function step(draft: Draft | undefined, make: Step): Draft | undefined {
  const doc = draft && readStream(draft.text).documents[draft.document]?.doc;
  const node = doc && mapAt(doc, []);
  const edit = draft && doc && node ? make(draft, { doc, node }) : undefined;
  if (!draft || edit === undefined) return undefined;
  return edit === 'nothing' ? draft : { ...draft, text: applied(draft.text, edit) };
}

const has = ({ doc, node }: Read, ...path: readonly string[]): boolean => below(doc, node, ...path) !== undefined;

/** Fields whose meaning changed with the version, so that a person has to look. */
const refused: Readonly<Record<string, (read: Read) => boolean>> = {
  Deployment: (read) => has(read, 'spec', 'rollbackTo'),
  DaemonSet: (read) => has(read, 'spec', 'templateGeneration'),
  // An empty selector picked no pod before, and picks all since.
  PodDisruptionBudget: ({ doc, node }) => entries(doc, below(doc, node, 'spec', 'selector')).length === 0,
  CertificateSigningRequest: () => true,
  CustomResourceDefinition: () => true,
  EndpointSlice: () => true,
  Event: () => true,
  MutatingWebhookConfiguration: webhooksLack,
  ValidatingWebhookConfiguration: webhooksLack,
  PriorityLevelConfiguration: (read) => has(read, 'spec', 'limited', 'assuredConcurrencyShares'),
};

/** `v1` wants side effects and versions to be said. */
function webhooksLack({ doc, node }: Read): boolean {
  return items(doc, below(doc, node, 'webhooks')).some((webhook) => !below(doc, webhook, 'admissionReviewVersions') || !/^None(?:OnDryRun)?$/.test(scalarText(below(doc, webhook, 'sideEffects')) ?? ''));
}

/** `apps/v1` no longer takes the selector from the labels of the pods. */
const addSelector: Step = ({ file, text }, { doc, node }) => {
  if (below(doc, node, 'spec', 'selector')) return 'nothing';
  const labels = entries(doc, below(doc, node, 'spec', 'template', 'metadata', 'labels')).map(({ key, value }) => [key, scalarText(value)] as const);
  if (labels.length === 0 || labels.some(([, value]) => value === undefined)) return undefined;
  return addLines(file, text, mapAt(doc, ['spec']), ['selector'], ['selector:', '  matchLabels:', ...labels.map(([key, value]) => `    ${key}: ${scalar(value ?? '')}`)], ['replicas', 'minReadySeconds', 'revisionHistoryLimit']);
};

/** `{serviceName, servicePort}` of a map becomes `{service: {name, port}}` under the key that `v1` has for it. */
function backendSteps(doc: Document.Parsed, path: readonly (string | number)[], key: string): readonly Step[] {
  const backend = pairOf(doc, mapAt(doc, path), 'backend')?.value ?? undefined;
  const [name, port] = ['serviceName', 'servicePort'].map((each) => scalarText(below(doc, backend, each)));
  if (!backend || ['service', 'resource'].some((each) => pairOf(doc, backend, each))) return [];
  const known = name !== undefined && port !== undefined && entries(doc, backend).length === 2;
  const byNumber = /^\d+$/.test(port ?? '');
  return [
    ({ file, text }, read) => (known ? replaceKey(file, text, mapAt(read.doc, path), 'backend', [key, 'service', 'name'], { text: scalar(name) }) : undefined),
    ({ file, text }, read) => addValue(file, text, mapAt(read.doc, [...path, key, 'service']), ['port', byNumber ? 'number' : 'name'], { text: byNumber ? (port ?? '') : scalar(port ?? '') }),
  ];
}

function ingressSteps(doc: Document.Parsed, node: YamlNode): readonly Step[] {
  const paths = items(doc, below(doc, node, 'spec', 'rules')).flatMap((rule, at) => items(doc, below(doc, rule, 'http', 'paths')).map((_, index) => ['spec', 'rules', at, 'http', 'paths', index]));
  // Without a type, each controller took the path in its own way, which `ImplementationSpecific` keeps.
  const typed = paths.map((path): Step => ({ file, text }, read) => {
    const map = mapAt(read.doc, path);
    return pairOf(read.doc, map, 'pathType') ? 'nothing' : addValue(file, text, map, ['pathType'], { text: 'ImplementationSpecific' }, ['path']);
  });
  return [...typed, ...paths.flatMap((path) => backendSteps(doc, path, 'backend')), ...(below(doc, node, 'spec', 'backend') ? backendSteps(doc, ['spec'], 'defaultBackend') : [])];
}

/** The resource in the new version; `undefined` where more than the edit knows would have to change. */
export function rewritten(file: string, text: string, document: number, kind: string, next: string): readonly Edit[] | undefined {
  const start: Draft = { file, text, document };
  const doc = readStream(text).documents[document]?.doc;
  const node = doc && mapAt(doc, []);
  if (!doc || !node || (Object.hasOwn(refused, kind) && refused[kind]?.({ doc, node }))) return undefined;
  const steps: readonly Step[] = kind === 'Ingress' ? ingressSteps(doc, node) : next === 'apps/v1' ? [addSelector] : [];
  const version: Step = (_draft, read) => {
    const value = pairOf(read.doc, read.node, 'apiVersion')?.value;
    return !value ? undefined : scalarText(value) === next ? 'nothing' : setValue(file, value, next);
  };
  const last = [version, ...steps].reduce<Draft | undefined>(step, start);
  return last && difference(file, text, last.text);
}
