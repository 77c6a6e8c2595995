import type { Range } from '../base/text.js';
import type { NeededNames, Severity } from './finding.js';

/** Values of facts by kind. Each file in `facts/` adds its kind by declaration merging, so one folder holds all of one idea. */
export interface FactOf {}
export type FactKind = keyof FactOf & string;

/** One thing that one file states, at the place that states it. Values are JSON only. */
export interface Fact<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly file: string;
  readonly range: Range;
  /** Folder of the module that the file belongs to. */
  readonly module: string;
  readonly value: FactOf[K];
  /** What other files have to name for the place to be reached at all, where a rule tells of the fact itself. */
  readonly reachedBy?: NeededNames;
}

export type BuildTool = 'maven' | 'gradle' | 'npm' | 'python' | 'dotnet' | 'composer' | 'go';

/** A folder with a build file. The workspace root counts as a module without a tool when no build file stands there. */
export interface Module {
  readonly dir: string;
  readonly tool: BuildTool | undefined;
  /** Path of the build file; `undefined` without a tool. */
  readonly buildFile: string | undefined;
  /** Topmost module of the same build (multi-module Maven or Gradle, npm workspaces, a .NET solution): evidence there counts for the whole application. */
  readonly application: string;
}

/** `monolift.yaml` after defaults. */
export interface Settings {
  readonly exclude: readonly string[];
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  readonly assume: Readonly<Record<string, string>>;
  /** Kubernetes minor version, for example 1.32. */
  readonly clusterVersion: string;
  readonly target: 'kubernetes' | 'openshift';
}

/** What a file is for: the product is code that serves requests and the manifests that run it; `browser` is what it sends to browsers. */
export type Role = 'product' | 'test' | 'documentation' | 'tooling' | 'generated' | 'browser';

/** Everything known of the workspace after all files were read; pure look-ups. */
export interface Model {
  readonly settings: Settings;
  readonly modules: readonly Module[];
  /** Facts of a kind, ordered by file and place. */
  facts<K extends FactKind>(kind: K): readonly Fact<K>[];
  /** Facts of a kind in the application (see {@link Module.application}) that a file path belongs to, and those outside every build. */
  factsFor<K extends FactKind>(kind: K, path: string): readonly Fact<K>[];
  moduleOf(path: string): Module;
  hasFile(path: string): boolean;
  /** What a file is for, by its path alone. */
  roleOf(path: string): Role;
  /** All analysed and listed files, sorted. */
  readonly files: readonly string[];
  /** What was worked out of this model under the key, when it is first asked for, and again where it looked at findings and more of these came. */
  once<T>(key: object, compute: () => T): T;
}
