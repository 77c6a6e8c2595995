import type { BuildTool } from '../contract/workspace.js';

/** What a build file says of its module. Values that come from properties or parents are resolved where the workspace tells. */
export interface BuildModule {
  readonly tool: BuildTool;
  /** Artifact or package name. */
  readonly name: string;
  readonly version?: string;
  /** `jar`, `war`, `ear`, `pom` (no artefact) or `npm`. */
  readonly packaging: 'jar' | 'war' | 'ear' | 'pom' | 'npm';
  /** File name of the artefact without its extension, when the build sets one (`finalName`, `archiveBaseName`). */
  readonly artifact?: string;
  /** `group:artifact` for JVM builds, package name for npm; runtime scopes only (no test, no devDependencies). */
  readonly dependencies: readonly string[];
  /** Versions by the same names where the file states them. */
  readonly versions: Readonly<Record<string, string>>;
  /** Build plugins: `group:artifact`, Gradle plugin ids; npm devDependencies. */
  readonly plugins: readonly string[];
  /** Java release the code is compiled for, for example 8 or 17. */
  readonly javaVersion?: number;
  /** Sub-folders named as modules of this build (`<modules>`, `include`, npm workspaces). */
  readonly modules: readonly string[];
  /** npm scripts. */
  readonly scripts: Readonly<Record<string, string>>;
  /** npm `main`; JVM main class when stated. */
  readonly main?: string;
  /** npm `engines.node`. */
  readonly nodeEngine?: string;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'build.module': BuildModule;
  }
}
