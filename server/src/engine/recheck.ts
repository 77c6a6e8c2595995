import { lower, type Finding } from '../contract/finding.js';
import type { Fact } from '../contract/workspace.js';
import { filesBeside } from '../facts/kubernetes/files-beside.js';
import type { Change } from './answer.js';
import { byPath, byPlaceAndRule, checkAll, configure, modelOf, weighing, type Analyzed, type Conclusion } from './conclude.js';
import { group } from './group.js';

function factsOf({ before, after }: Change): readonly Fact[] {
  return [...(before?.facts ?? []), ...(after?.facts ?? [])];
}

/** Whether an edit changes what manifests say, most of which is told in the files of others. */
export function concernsManifests(change: Change): boolean {
  return factsOf(change).some(({ kind }) => /^(?:k8s|kustomize|compose|image)\./.test(kind));
}

/**
 * The answer to an edit of a manifest, with the checks run again in the files that it may concern: those that may speak of
 * the same objects, and those of which something was told because of it. A full conclusion has to follow.
 */
export function recheck(answered: Conclusion, changes: readonly Change[], analyzed: Analyzed): Conclusion {
  const model = modelOf([...analyzed.results].sort(byPath), analyzed);
  const edited = new Set(changes.map(({ path }) => path));
  const files = new Set([...edited, ...filesBeside(model, changes.flatMap(factsOf)), ...toldBecauseOf(answered, edited)]);
  const kept = answered.findings.filter(({ fingerprint }) => !files.has(answered.subjects.get(fingerprint) ?? ''));
  model.addFindings(kept);
  const known = new Set(kept.flatMap((finding) => finding.group ?? []));
  const weigh = weighing(model, analyzed);
  const checked = checkAll(analyzed.ruleset, model, (found) => configure(regroup(weigh(found), known), analyzed.settings), files);
  return {
    ...answered, model,
    findings: [...kept, ...checked.findings].sort(byPlaceAndRule),
    failures: [...answered.failures, ...checked.failures],
    subjects: new Map([...answered.subjects, ...checked.subjects]),
  };
}

/** Files of subjects of which something was told that has a place in one of the edited files. */
function toldBecauseOf({ findings, subjects }: Conclusion, edited: ReadonlySet<string>): readonly string[] {
  return findings.filter(({ file, related }) => edited.has(file) || related.some((place) => edited.has(place.file))).flatMap(({ fingerprint }) => subjects.get(fingerprint) ?? []);
}

/** A cause that is told elsewhere keeps its root there. */
function regroup(findings: readonly Finding[], known: ReadonlySet<string>): readonly Finding[] {
  const isKnown = ({ group: cause }: Finding): boolean => cause !== undefined && known.has(cause);
  const further = findings.filter(isKnown).map((finding) => ({ ...finding, severity: lower(finding.severity, 'warning') }));
  return [...group(findings.filter((finding) => !isKnown(finding))), ...further];
}
