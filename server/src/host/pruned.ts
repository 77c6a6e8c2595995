import { basename } from '../base/paths.js';
import { prunedFolders } from '../engine/roles.js';
import { isDockerfileName } from '../syntax/languages.js';

/** Folders below `build/` in which people keep what their images are built from; the rest of it is output. */
const imageFolder = /^(?:docker|containers?|images?|packag(?:e|ing))$/;

/** Whether nothing below a folder is ever read. */
export function isPrunedFolder(path: string): boolean {
  const folders = path.split('/');
  const at = folders.findIndex((folder) => prunedFolders.has(folder));
  if (at < 0) return false;
  const below = folders.slice(at + 1);
  return folders[at] !== 'build' || below.some((folder) => prunedFolders.has(folder)) || (below[0] !== undefined && !imageFolder.test(below[0]));
}

/** Whether a path lies in a folder that is never entered, or is output beside what images are built from. */
export function isIgnoredByDefault(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  if (!folders.some((folder) => prunedFolders.has(folder))) return false;
  return isPrunedFolder(folders.join('/')) || !isDockerfileName(basename(path));
}
