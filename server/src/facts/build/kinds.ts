import type { BuildTool } from '../../contract/workspace.js';

/** How an artefact starts on its own: a Spring Boot archive, or one jar that holds its dependencies and names its main class. */
export type Executable = 'boot' | 'fat-jar' | 'distribution';

/** What one build file says of its module. What a parent adds is joined by `effectiveModule`. */
export interface BuildModule {
  readonly tool: BuildTool;
  /** Artifact or package name. */
  readonly name: string;
  /** Maven group; absent elsewhere. */
  readonly group?: string;
  readonly version?: string;
  /** `jar`, `war`, `ear` or `pom` (no artefact) of a JVM build; elsewhere the tool, because it alone decides. */
  readonly packaging: 'jar' | 'war' | 'ear' | 'pom' | Exclude<BuildTool, 'maven' | 'gradle'>;
  /** File name of the artefact without its extension, when the build sets one (`finalName`, `archiveBaseName`). */
  readonly artifact?: string;
  /** `group:artifact` for JVM builds, package name for npm; runtime scopes only (no test, provided or devDependencies). Gradle projects are `:x`; what a catalog calls `libs.x` has its own name in `effectiveModule` as far as the catalog is there. */
  readonly dependencies: readonly string[];
  /** Dependencies that the server provides (`provided`, `providedCompile`, `compileOnly`). */
  readonly provided: readonly string[];
  /** What a Gradle script gives the projects below it, in `subprojects` and `allprojects`. */
  readonly handedDown?: { readonly dependencies: readonly string[]; readonly provided: readonly string[] };
  /** WARs of the build that this one is laid over, by the same names: their files become its own. */
  readonly overlays?: readonly string[];
  /** Versions by the same names where the file states them, `dependencyManagement` included. */
  readonly versions: Readonly<Record<string, string>>;
  /** Build plugins: `group:artifact`, Gradle plugin ids; npm devDependencies. */
  readonly plugins: readonly string[];
  /** Java release the code is compiled for, for example 8 or 17. */
  readonly javaVersion?: number;
  /** Spring Boot version, from the parent, the plugin, or the imported BOM. */
  readonly bootVersion?: string;
  /** What the archive that starts has behind its version, when the build gives it a classifier. */
  readonly classifier?: string;
  /** Libraries come from folders of the project itself (`system` scope, `file:` repositories): without the sources nothing resolves. */
  readonly localLibraries?: boolean;
  /** Set when the artefact starts with `java -jar` or its own start script. */
  readonly executable?: Executable;
  /** What builds an image without a Dockerfile, as configured: `jib`, `spring-boot:build-image`, `fabric8` … */
  readonly imageBuild?: string;
  /** The Maven parent, and the folder where the build looks for it in the workspace. */
  readonly parent?: { readonly name: string; readonly version?: string; readonly dir?: string };
  /** Sub-folders named as modules of this build (`<modules>`, npm workspaces). */
  readonly modules: readonly string[];
  /** Maven properties and Gradle variables that are not secrets, placeholders kept. */
  readonly properties: Readonly<Record<string, string>>;
  /** npm scripts. */
  readonly scripts: Readonly<Record<string, string>>;
  /** npm `main`; JVM main class when stated. */
  readonly main?: string;
  /** npm `engines.node`. */
  readonly nodeEngine?: string;
  /** npm `private: true`: never published, so an application rather than a library. */
  readonly private?: boolean;
  /** What loads an npm package instead of `node`: `vscode`, `electron` and the like. */
  readonly host?: string;
  /** npm `packageManager`, for example `pnpm@9.1.0`. */
  readonly packageManager?: string;
}

/** A plugin or library of a catalog. */
export interface CatalogEntry {
  /** Id of the plugin, or `group:artifact`. */
  readonly name: string;
  readonly version?: string;
}

/** What `gradle/libs.versions.toml` calls plugins, libraries and bundles of them, by the name behind `libs.`, dots in it. */
export interface GradleCatalog {
  readonly plugins: Readonly<Record<string, CatalogEntry>>;
  readonly libraries: Readonly<Record<string, CatalogEntry>>;
  readonly bundles: Readonly<Record<string, readonly string[]>>;
}

/** What `settings.gradle` says of the whole build, or the catalog of versions that all of it shares. */
export interface GradleSettings {
  /** `rootProject.name`. */
  readonly name?: string;
  /** Folders of the included projects, relative to the settings file: `:a:b` is `a/b`. */
  readonly projects: readonly string[];
  /** Folders of those projects that lie elsewhere than their path says, by that path: `{ "a/b": "modules/b" }`. */
  readonly moved?: Readonly<Record<string, string>>;
  readonly catalog?: GradleCatalog;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'build.module': BuildModule;
    'build.gradle-settings': GradleSettings;
    /** Extensions of PHP without which Composer refuses to install what its lock file says, development left out. */
    'build.locked-extensions': readonly string[];
  }
}
