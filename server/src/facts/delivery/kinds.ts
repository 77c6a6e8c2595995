import type { Range } from '../../base/text.js';

export type PipelineSystem = 'github' | 'gitlab' | 'jenkins' | 'azure' | 'bitbucket' | 'circleci' | 'travis' | 'drone' | 'woodpecker' | 'buildspec' | 'cloudbuild' | 'tekton' | 'argo';

/** What a step of a pipeline does for the product; a step may do several of these. */
export type Work = 'tests' | 'builds' | 'image' | 'deploys' | 'lints' | 'scans';

/** Where a step brings the product: to a cluster, to a platform that runs programs or images, or to a machine. */
export type DeployTarget = 'kubernetes' | 'platform' | 'server';

/**
 * What starts a pipeline or a part of it. `main`: changes of a branch that lasts, or tags; `review`: only changes that are
 * proposed; `demand`: a person or the clock; `called`: other pipelines; `elsewhere`: the file does not say.
 */
export type PipelineStart = 'main' | 'review' | 'demand' | 'called' | 'elsewhere';

/** One thing that a step does. */
export interface PipelineWork {
  readonly does: Work;
  /** Only for `deploys`. */
  readonly to?: DeployTarget;
  /** The words that tell, without arguments: `mvn verify`, `docker/build-push-action`. */
  readonly via: string;
  readonly starts: PipelineStart;
  readonly at: Range;
  /** What a deployment takes from the workspace, as it is written: manifests, folders, charts. */
  readonly takes?: readonly string[];
}

/** What a step starts that stands elsewhere: a script, one of npm or Composer, a target of make, another pipeline or part of one. */
export interface PipelineCall {
  readonly what: 'script' | 'npm' | 'composer' | 'make' | 'pipeline';
  /** Path as written, or name. */
  readonly name: string;
  /** The folder in which the step works, from the root of the workspace, where it says so. */
  readonly dir: string;
  /** The job works on a cluster that it started for tests. */
  readonly cluster?: true;
  readonly starts: PipelineStart;
  readonly at: Range;
}

/** What one file says of a pipeline. */
export interface Pipeline {
  readonly system: PipelineSystem;
  readonly starts: PipelineStart;
  /** The place that says what starts it. */
  readonly startsAt?: Range;
  readonly works: readonly PipelineWork[];
  readonly calls: readonly PipelineCall[];
  /** Environments and stages to which it delivers, by the names that it gives them. */
  readonly environments: readonly { readonly name: string; readonly at: Range }[];
}

/** What a script that pipelines may call does: the whole of a shell script, or the recipe of one target. */
export interface DeliveryScript {
  /** Name of the target of a makefile; absent for scripts. */
  readonly target?: string;
  readonly works: readonly Omit<PipelineWork, 'starts'>[];
  /** Targets that have to be made first, and what the recipe calls by itself. */
  readonly calls: readonly Omit<PipelineCall, 'starts'>[];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'delivery.pipeline': Pipeline;
    'delivery.script': DeliveryScript;
  }
}
