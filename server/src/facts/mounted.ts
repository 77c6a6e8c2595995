import { isInside } from '../base/paths.js';
import type { Fact } from '../contract/workspace.js';
import type { ComposeService } from './compose/kinds.js';
import type { K8sWorkload } from './kubernetes/kinds.js';

function covers(directory: string, mount: string | undefined): boolean {
  return directory.startsWith('/') && mount !== undefined && mount !== '/' && isInside(directory, mount.replace(/\/$/, ''));
}

/** Whether a workload mounts storage that outlives the pod at the folder or above it. An empty directory or a path of the node is no such place. */
export function isMountedInPod(fact: Fact, directory: string): boolean {
  const mounts = (fact.value as K8sWorkload).containers.flatMap((container) => container.mounts);
  return mounts.some(({ path, volume, readOnly }) => (volume === 'persistentVolumeClaim' || volume === 'network') && !readOnly && covers(directory, path));
}

/** Whether a Compose service mounts a named volume or a folder of the host there: its copies on that one host share it. */
export function isMountedInCompose(fact: Fact, directory: string): boolean {
  return (fact.value as ComposeService).mounts.some((mount) => covers(directory, mount));
}
