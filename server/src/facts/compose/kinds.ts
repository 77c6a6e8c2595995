import type { Range } from '../../base/text.js';
import type { Setting } from '../kubernetes/kinds.js';

/** A port that the host opens for the container. */
export interface ComposePort {
  /** Port in the container; absent where only the start knows it. */
  readonly target?: number | undefined;
  /** First and last port of the host, defaults of variables filled in; absent where only the start knows them. */
  readonly host?: readonly [first: number, last: number] | undefined;
  /** Name of the variable that gives the host's port. */
  readonly variable?: string | undefined;
  /** The mapping as written, or the key `published` of its long form. */
  readonly at: Range;
  readonly form: 'short' | 'long';
}

/** `bind`: a folder of the host; `volume`: a named volume; `unknown`: a variable decides. */
export type ComposeVolumeKind = 'bind' | 'volume' | 'anonymous' | 'tmpfs' | 'unknown';

export interface ComposeMount {
  readonly kind: ComposeVolumeKind;
  /** Folder of the host, defaults of variables filled in, or the name of the volume. */
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  readonly readOnly: boolean;
  /** Variable that gives the source. */
  readonly variable?: string | undefined;
  readonly at: Range;
  readonly form: 'short' | 'long';
}

/** A key that stands in the file, and whether it can be taken away without leaving an empty map. */
export interface ComposeKey {
  readonly at: Range;
  readonly removable: boolean;
}

/** One service as one file states it; `<<` merges are followed, `extends` and further files are not. */
export interface ComposeService {
  readonly name: string;
  readonly image?: string | undefined;
  /** Whether it has `build`, from whatever place. */
  readonly built: boolean;
  /** Workspace path of the build context; absent when the service is not built here. */
  readonly context?: string | undefined;
  readonly dockerfile?: string | undefined;
  /** Paths in the container where it mounts a named volume or a folder of the host for writing. */
  readonly mounts: readonly string[];
  readonly ports: readonly ComposePort[];
  readonly volumes: readonly ComposeMount[];
  readonly containerName?: (ComposeKey & { readonly value?: string | undefined; readonly mentioned: boolean }) | undefined;
  /** `network_mode: host`, or a network that stands for the host's. */
  readonly hostNetwork?: (ComposeKey & { readonly mentionsLocalhost: boolean }) | undefined;
  /** `privileged: true`, or an added capability that comes to the same. */
  readonly privileged?: (ComposeKey & { readonly capability?: string | undefined }) | undefined;
  readonly healthcheck?: 'set' | 'disabled' | undefined;
  /** `deploy.replicas` or `scale`. */
  readonly replicas?: Setting<number> | undefined;
  /** What only `docker stack deploy` reads: placement, updates, overlay networks. `global`: one container on each node. */
  readonly swarm?: 'replicated' | 'global' | undefined;
  /** Names only: values may be secrets. */
  readonly env: readonly string[];
  readonly profiles: readonly string[];
  /** What the container starts, entry point first, passwords in addresses masked. */
  readonly command?: string | undefined;
  readonly extends?: { readonly service: string; /** Workspace path. */ readonly file: string } | undefined;
  /** Keys whose values in other files it takes away (`!reset`) or replaces (`!override`). */
  readonly resets: readonly string[];
  /** Its files come from a developer's desk, or it is started for development or tests alone. */
  readonly development: boolean;
}

/** A volume of the top of a file. */
export interface ComposeVolume {
  readonly name: string;
  /** `local`: a folder of the node; `network`: file systems that several nodes mount; `unknown`: made elsewhere. */
  readonly place: 'local' | 'network' | 'unknown';
  /** Whether nothing is said of it but its name. */
  readonly plain: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'compose.service': ComposeService;
    'compose.volume': ComposeVolume;
  }
}
