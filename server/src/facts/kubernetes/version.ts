import type { Settings } from '../../contract/workspace.js';

/** Minor version of the cluster, 32 for 1.32. */
export function minorVersion({ clusterVersion }: Settings): number {
  return Number(clusterVersion.split('.')[1] ?? 0);
}
