import type { Place } from '../contract/finding.js';
import type { Model } from '../contract/workspace.js';
import { fileSignsOf, pipelinesOf, releasesOf, telemetryOf, type FileSign, type PipelineReport } from '../facts/delivery/signs.js';
import type { Practice } from './practice.js';
import type { Evidence } from './statement.js';

function places(found: readonly Place[]): readonly Evidence[] {
  return found.map(({ file, range }) => ({ file, line: range.startLine }));
}

/** A deployment that takes manifests from the repository is a step of a pipeline as well. */
function distinct(found: readonly Evidence[]): readonly Evidence[] {
  return found.filter(({ file, line }, index) => found.findIndex((other) => other.file === file && other.line === line) === index);
}

/** What the files of a repository tell of how it is built, delivered, watched and worked on. */
export function practiceOf(model: Model): Practice {
  const pipelines = pipelinesOf(model);
  const { signs, tests } = fileSignsOf(model);
  const steps = (of: (pipeline: PipelineReport) => readonly Place[]): readonly Evidence[] => places(pipelines.flatMap(of));
  const files = (...wanted: readonly FileSign[]): readonly Evidence[] => places(signs.filter(({ sign }) => wanted.includes(sign)).flatMap(({ places: found }) => found));
  return {
    pipelines: places(pipelines),
    tests: steps((pipeline) => pipeline.tests), image: steps((pipeline) => pipeline.image), deploys: distinct([...places(releasesOf(model)), ...steps((pipeline) => pipeline.deploys)]),
    lints: steps((pipeline) => pipeline.lints), scans: steps((pipeline) => pipeline.scans), continuous: places(pipelines.filter(({ onMain }) => onMain !== false)),
    testFiles: places(tests.places), telemetry: places(telemetryOf(model).filter(({ closed }) => !closed).flatMap(({ places: found }) => found)),
    environment: files('devcontainer', 'compose-dev'), innerLoop: files('inner-loop'), owners: files('owners'), policies: files('policy', 'security-policy'),
    infrastructure: files('infrastructure', 'gitops'), updates: files('updates'),
  };
}
