import type { Evidence } from './statement.js';

/** What files of a repository tell of how it is built, delivered, watched and worked on. Empty: nothing tells of it. */
export interface Practice {
  readonly pipelines: readonly Evidence[];
  /** Steps of pipelines. */
  readonly tests: readonly Evidence[];
  readonly image: readonly Evidence[];
  readonly deploys: readonly Evidence[];
  readonly lints: readonly Evidence[];
  readonly scans: readonly Evidence[];
  /** Pipelines that run for whatever reaches the main branch. */
  readonly continuous: readonly Evidence[];
  /** Files of automated tests. */
  readonly testFiles: readonly Evidence[];
  readonly telemetry: readonly Evidence[];
  /** An environment to develop in that is described beside the code, and tools that bring each change to a cluster. */
  readonly environment: readonly Evidence[];
  readonly innerLoop: readonly Evidence[];
  readonly owners: readonly Evidence[];
  readonly policies: readonly Evidence[];
  readonly infrastructure: readonly Evidence[];
  /** Tools that keep dependencies up to date. */
  readonly updates: readonly Evidence[];
}
