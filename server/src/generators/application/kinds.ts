import type { Model } from '../../contract/workspace.js';
import type { Localized } from '../../contract/words.js';
import type { Layout } from '../dockerfile/layout.js';

/** What an application is built and run with. */
export type PlatformName = 'java' | 'node' | 'python' | 'dotnet' | 'go' | 'php' | 'static';

/** A version that was chosen for an image, and what told it. */
export interface RuntimeChoice {
  /** As the tag of the image says it: `17`, `3.12`. */
  readonly version: string;
  /** Part of a comment, in English: `Java 17: the release that pom.xml compiles for`. */
  readonly reason: string;
  /** False when nothing in the workspace tells: the choice is marked as open. */
  readonly known: boolean;
}

/** A port and where it was found. */
export interface Port {
  readonly port: number;
  /** File name, or what else tells; `undefined` for the usual port of the framework. */
  readonly source: string | undefined;
  /** Environment variable that the program reads it from. */
  readonly env?: string;
}

/** An application of the workspace that is started by itself, as everything that is generated for it sees it. */
export interface Application {
  /** Folder of the module that is started. */
  readonly dir: string;
  /** As its build calls it; what names are made of. */
  readonly name: string;
  readonly platform: PlatformName;
  /** What a person would call it: `spring-boot`, `war`, `express`, `django`, `go`, … */
  readonly kind: string;
  readonly runtime: RuntimeChoice;
  /** The command of its image in exec form, as the Dockerfile writes it. */
  readonly start: readonly string[];
  /** False when nothing tells how the program is started in production. */
  readonly startKnown: boolean;
  readonly port: Port;
  /** False for a program that does its work without being asked: it has no port, so it needs no Service. */
  readonly serves?: false;
  /** Numeric user of its image. */
  readonly user: number;
  /** Folders of the image that the program writes to. */
  readonly writable: readonly string[];
  /** Whether the server writes into folders that also hold what the image brings, so that nothing may be mounted over them. */
  readonly writesBeside?: true;
  /** Variables that the image itself sets for production: what is set elsewhere would only go over them. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly korean: boolean;
  readonly layout: Layout;
}

/** An application that no image can be written for, and what to do about it. */
export interface Refusal {
  readonly dir: string;
  readonly reason: Localized;
}

/** How applications of one platform are found and put into an image. */
export interface Platform {
  readonly name: PlatformName;
  /** Every application of the platform; those packaged inside another one are left to it. */
  find(model: Model): readonly Application[];
  /** What else could be started, although nothing tells that it answers requests: offered where a folder holds no server. */
  programs?(model: Model): readonly Application[];
  dockerfile(model: Model, application: Application): string;
  /** Patterns of a `.dockerignore` for what the build makes itself. */
  ignored(model: Model, application: Application): readonly string[];
  /** What a person has to know or decide, besides `TODO` lines. */
  notes(model: Model, application: Application): readonly Localized[];
  /** Applications of the platform that no image for Linux runs. */
  refused?(model: Model): readonly Refusal[];
}
