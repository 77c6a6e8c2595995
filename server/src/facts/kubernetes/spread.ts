import type { Document } from 'yaml';
import { below, entries, items, type YamlNode } from '../../syntax/yaml/ask.js';
import { isOpen, known } from './document.js';

/** Labels of pods as a selector meets them: `undefined` stands for a value that only the deployment knows. */
type Labels = ReadonlyMap<string, string | undefined>;

function holds(doc: Document.Parsed, expression: YamlNode, labels: Labels): boolean {
  const [key, operator] = [known(below(doc, expression, 'key')), known(below(doc, expression, 'operator'))];
  const values = items(doc, below(doc, expression, 'values')).map(known);
  if (key === undefined || values.includes(undefined) || (labels.has(key) && labels.get(key) === undefined)) return true;
  const label = labels.get(key);
  if (operator === 'In') return label !== undefined && values.includes(label);
  if (operator === 'NotIn') return label === undefined || !values.includes(label);
  return operator === 'DoesNotExist' ? !labels.has(key) : operator !== 'Exists' || labels.has(key);
}

/** Whether a selector may pick pods with the labels; one that is left out picks none. */
function picks(doc: Document.Parsed, selector: YamlNode | undefined, labels: Labels): boolean {
  if (!selector) return false;
  const equal = entries(doc, below(doc, selector, 'matchLabels')).every(({ key, value }) => {
    const wanted = known(value);
    return wanted === undefined || (labels.has(key) && (labels.get(key) ?? wanted) === wanted);
  });
  return equal && items(doc, below(doc, selector, 'matchExpressions')).every((expression) => holds(doc, expression, labels));
}

/** Whether a term of anti-affinity looks at the pods' own namespace. */
function looksHere(doc: Document.Parsed, term: YamlNode, namespace: string | undefined): boolean {
  const listed = items(doc, below(doc, term, 'namespaces')).map(known);
  return listed.length === 0 || namespace === undefined || below(doc, term, 'namespaceSelector') !== undefined || listed.some((each) => each === undefined || each === namespace);
}

/**
 * Whether anything asks that the pods of a template stand apart: anti-affinity or topology spread constraints that pick
 * these very pods. A selector copied from another workload keeps nothing apart.
 */
export function isSpread(doc: Document.Parsed, template: YamlNode | undefined, namespace: string | undefined, templated: boolean): boolean {
  const [spec, written] = [below(doc, template, 'spec'), below(doc, template, 'metadata', 'labels')];
  const [required, preferred] = ['requiredDuringSchedulingIgnoredDuringExecution', 'preferredDuringSchedulingIgnoredDuringExecution'].map((key) => items(doc, below(doc, spec, 'affinity', 'podAntiAffinity', key)));
  const terms = [...(required ?? []), ...(preferred ?? []).flatMap((each) => below(doc, each, 'podAffinityTerm') ?? [])];
  const constraints = items(doc, below(doc, spec, 'topologySpreadConstraints'));
  const open = isOpen(doc, written, templated) || entries(doc, written).length === 0;
  // What a patch adds is for labels that stand elsewhere.
  if (open) return terms.length + constraints.length > 0;
  const labels: Labels = new Map(entries(doc, written).map(({ key, value }) => [key, known(value)]));
  return terms.some((term) => looksHere(doc, term, namespace) && picks(doc, below(doc, term, 'labelSelector'), labels)) || constraints.some((constraint) => picks(doc, below(doc, constraint, 'labelSelector'), labels));
}
