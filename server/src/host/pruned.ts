import { prunedFolders } from '../engine/roles.js';

/** Whether a path lies in a folder that is never entered. */
export function isIgnoredByDefault(path: string): boolean {
  return path.split('/').slice(0, -1).some((folder) => prunedFolders.has(folder));
}
