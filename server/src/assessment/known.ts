import type { Model } from '../contract/workspace.js';
import type { Localized } from '../contract/words.js';
import { copiesOf, type WorkloadFact } from '../facts/kubernetes/relate.js';
import { isProduct } from '../facts/kubernetes/role.js';
import type { Evidence, Statement } from './statement.js';

/** What there is to judge by. Without a kind of evidence, what it would tell is unknown. */
export interface Known {
  /** Build files of programs, and what makes the same program of the same sources again. */
  readonly builds: readonly Evidence[];
  readonly locks: readonly Evidence[];
  readonly hasCode: boolean;
  readonly images: readonly Evidence[];
  /** Own workloads, each once. */
  readonly workloads: readonly WorkloadFact[];
}

const code = /\.(?:java|kt|groovy|scala|[cm]?[jt]sx?|py|cs|vb|php|go|rb)$/;
/** Files that pin every dependency. Maven and Gradle pin versions in the build file itself. */
const lock = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|poetry\.lock|Pipfile\.lock|uv\.lock|pdm\.lock|composer\.lock|go\.sum|packages\.lock\.json|gradle\.lockfile)$/;

export function knownOf(model: Model): Known {
  const first = (file: string): Evidence => ({ file, line: 1 });
  const builds = model.modules.flatMap(({ buildFile }) => (buildFile === undefined ? [] : [first(buildFile)]));
  const images = [
    ...model.facts('image.dockerfile').map(({ file, range }) => ({ file, line: range.startLine })),
    ...model.facts('build.module').filter(({ value }) => value.imageBuild !== undefined).map(({ file, range }) => ({ file, line: range.startLine })),
  ];
  const workloads = model.facts('k8s.workload').filter((workload) => !workload.value.partial && !isProduct(workload) && copiesOf(model, workload)[0] === workload);
  return { builds, locks: model.files.filter((file) => lock.test(file)).map(first), hasCode: builds.length > 0 || model.files.some((file) => code.test(file)), images, workloads };
}

/** Nothing tells: the statement why. */
export function unknown(text: Localized): Statement {
  return { text, args: {}, evidence: [] };
}
