import type { Range } from '../../base/text.js';

/** One `FROM` of a Dockerfile. */
export interface ImageStage {
  readonly name?: string;
  /** As written, ARG defaults filled in; what has no default stays `${NAME}`. */
  readonly image: string;
  readonly tag?: string;
  readonly digest?: string;
  /** True when it continues an earlier stage of the file. */
  readonly stage: boolean;
}

/** `application` images run the product; the others are made for another purpose and say nothing of it. */
export type ImagePurpose = 'application' | 'development' | 'database' | 'build' | 'device' | 'tool';

export interface ImageCommand {
  readonly form: 'exec' | 'shell';
  readonly text: string;
}

/** What a Dockerfile says of the image that its last stage makes. */
export interface DockerImage {
  readonly purpose: ImagePurpose;
  readonly stages: readonly ImageStage[];
  /** Image outside the file that the last stage stands on. */
  readonly base: string;
  /** `USER` in force at the end; absent when no stage of its line sets one. */
  readonly user?: string;
  /** Number of that user, as far as the file or the name of its base tells. */
  readonly userId?: number;
  readonly entrypoint?: ImageCommand;
  readonly command?: ImageCommand;
  /** Whether it says how to tell that the program works: `none` for `HEALTHCHECK NONE`. */
  readonly healthcheck?: 'set' | 'none';
  /** Keyword of the instruction that starts the program; absent when the image below brings it. */
  readonly startsAt?: Range;
  /** Ports of `EXPOSE`, in order. */
  readonly ports: readonly number[];
  /** Paths that any stage copies from the build context, as written. */
  readonly copies: readonly string[];
  /** Folder that the build most likely runs in: the Dockerfile's own, or the one above a `docker/` folder. */
  readonly context: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'image.dockerfile': DockerImage;
    /** A pipeline makes an image without a Dockerfile: buildpacks, Jib, S2I. `image` names the tool as the reader would search for it. */
    'image.pipeline': { readonly via: string };
    /** A manifest starts an image as another user than root, whatever the image says. */
    'image.non-root': { readonly image: string };
  }
}
