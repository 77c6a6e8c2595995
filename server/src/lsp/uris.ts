import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of a `file:` URI; `undefined` for any other URI and for one that names no path here. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** Path of a file relative to a root, with `/`; `undefined` when it does not lie below. */
export function pathBelow(root: string, file: string): string | undefined {
  const path = relative(root, file);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || /^[a-z]:/i.test(path)) return undefined;
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** URI of a file below a folder, keeping the client's own spelling of the folder. */
export function uriBelow(folder: string, path: string): string {
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
