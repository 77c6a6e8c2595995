import type { Finding } from '../contract/finding.js';
import type { Model } from '../contract/workspace.js';
import './finding.js';
import { isInJoin, type Join } from './join.js';
import type { WorkloadFact } from './kubernetes/relate.js';
import { isMountedInPod } from './mounted.js';

/** Faults of images and manifests: they do not make a second replica give wrong results. */
const aboutPackaging = /^(?:image|compose|deploy|autoscale|delivery)\//;

/** The folder of a finding about uploads, which is lost unless a volume is mounted there; the code alone leaves that open. */
function uploadsIn({ rule, severity, data }: Finding): string | undefined {
  const { directory } = (data ?? {}) as { readonly directory?: string };
  return rule === 'storage/upload-directory' && severity === 'warning' && directory?.startsWith('/') ? directory : undefined;
}

/** Whether a finding may forbid a second replica of some workload. */
export function mayBlock(finding: Finding): boolean {
  return !aboutPackaging.test(finding.rule) && (finding.severity === 'error' || uploadsIn(finding) !== undefined);
}

function blocks(finding: Finding, workload: WorkloadFact): boolean {
  const uploads = uploadsIn(finding);
  return mayBlock(finding) && (uploads === undefined || !isMountedInPod(workload, uploads));
}

/** Open errors in the code behind a workload, and uploads that its pods keep to themselves: what forbids a second replica. */
export function blockersOf(model: Model, joined: Join, workload: WorkloadFact): readonly Finding[] {
  return model.facts('finding').map(({ value }) => value).filter((finding) => blocks(finding, workload) && isInJoin(joined, finding));
}

const confidenceRank = { high: 0, medium: 1, low: 2 } as const;

/** In the order to fix them: what is most certain, then what has the most places, then by place. */
export function firstToFix(blockers: readonly Finding[]): readonly Finding[] {
  return [...blockers].sort((a, b) => confidenceRank[a.confidence] - confidenceRank[b.confidence]
    || b.related.length - a.related.length || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start));
}
