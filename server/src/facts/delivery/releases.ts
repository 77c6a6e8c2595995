import { dirname, isInside, join } from '../../base/paths.js';
import type { Place } from '../../contract/finding.js';
import type { Model } from '../../contract/workspace.js';
import '../kubernetes/kinds.js';
import { uses } from '../kubernetes/relate.js';
import './gitops.js';
import { pipelinesOf, type DeployStep, type PipelineReport } from './pipelines-of.js';

/** Something that brings manifests to a cluster: a step of a pipeline, or an object of Argo CD or Flux. Its place is that. */
export interface Release extends Place {
  readonly by: 'pipeline' | 'argo-cd' | 'flux';
  /** The command or action, or the path that the object follows. */
  readonly via: string;
  /** Whether it follows changes of a branch that lasts by itself; `undefined` where that is said elsewhere. */
  readonly continuous: boolean | undefined;
  /** Workloads of this workspace that it deploys; empty where it deploys something else, or what is not known here. */
  readonly workloads: readonly Place[];
}

/** Workloads in a file or below a folder, and those that a kustomization there brings in. */
function workloadsAt(model: Model, path: string): readonly Place[] {
  const roots = model.facts('kustomize.kustomization').filter(({ file }) => isInside(file, path));
  const found = model.facts('k8s.workload').filter(({ file }) => isInside(file, path) || roots.some((root) => uses(model, root, file)));
  return found.map(({ file, range }) => ({ file, range }));
}

/** Folders that a step may mean by a path: from the root, or from where the script stands that names it. */
function placesOf(step: DeployStep, path: string): readonly string[] {
  return [path, join(dirname(step.file), path)].flatMap((each) => (each === undefined ? [] : [each.replace(/\/?\*.*$|\/+$/g, '')]));
}

function ofStep(model: Model, { onMain }: PipelineReport, step: DeployStep): Release {
  // These deploy what their own configuration names, which stands above it.
  const ownFile = /^(?:skaffold|okteto|devspace|garden|werf)\b/.test(step.via);
  const paths = ownFile ? (step.takes.length === 0 ? [''] : step.takes.map(dirname)) : step.takes;
  const workloads = paths.flatMap((path) => placesOf(step, path).map((place) => workloadsAt(model, place)).find((found) => found.length > 0) ?? []);
  const continuous = onMain === undefined && step.starts === 'elsewhere' ? undefined : step.starts === 'main';
  return { by: 'pipeline', via: step.via, file: step.file, range: step.range, continuous, workloads: unique(workloads) };
}

function unique(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.file}:${place.range.start}`, place])).values()];
}

function ofPipelines(model: Model): readonly Release[] {
  return pipelinesOf(model).flatMap((pipeline) => pipeline.deploys.filter(({ to }) => to === 'kubernetes').map((step) => ofStep(model, pipeline, step)));
}

function ofObjects(model: Model): readonly Release[] {
  return model.facts('delivery.gitops').map(({ file, range, value: { by, path, automatic } }) => ({ by, via: path ?? '', file, range, continuous: automatic, workloads: path === undefined ? [] : workloadsAt(model, path) }));
}

const key = {};

/**
 * What brings manifests to a cluster, pipelines first, and which workloads of this workspace are among them. Which
 * repository this is stands in none of its files: a path that an object of Argo CD or Flux names counts when it holds workloads here.
 */
export function releasesOf(model: Model): readonly Release[] {
  return model.once(key, () => [...ofPipelines(model), ...ofObjects(model)]);
}
