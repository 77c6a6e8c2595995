import { basename } from 'node:path';
import type { WorkspaceFolder } from 'vscode-languageserver/node';
import { say } from '../contract/words.js';
import { Folder } from './folder.js';
import { firstLine } from './log.js';
import { scanFolder } from './scan.js';
import type { Session } from './session.js';
import { pathBelow, pathOf } from './uris.js';
import { words } from './words.js';

/**
 * Makes the analysed folders those that the client has open, and scans the new ones. A folder inside another is part of
 * it: its code and manifests belong together, and no file is reported twice.
 */
export async function useFolders(session: Session, wanted: readonly WorkspaceFolder[]): Promise<void> {
  const roots = wanted.flatMap(({ uri, name }) => {
    const root = pathOf(uri);
    return root === undefined ? [] : [{ uri, root, name: name || basename(root) }];
  }).sort((a, b) => a.root.length - b.root.length);
  const kept: Folder[] = [];
  const added: Folder[] = [];
  for (const { uri, root, name } of roots) {
    if (kept.some((outer) => outer.root === root || covers(outer, root))) continue;
    const known = session.folders.find((folder) => folder.root === root);
    const folder = known ?? open(session, uri, root, name);
    if (!folder) continue;
    kept.push(folder);
    if (!known) added.push(folder);
  }
  const gone = session.folders.filter((folder) => !kept.includes(folder));
  session.folders = kept;
  gone.forEach((folder) => session.publisher.clear(folder));
  session.status.update();
  await Promise.all(hasOpenDocumentsFirst(session, added).map((folder) => scanFolder(session, folder)));
}

/** Whether files below the inner root are analysed with the outer one, which leaves out what is ignored or built. */
function covers(outer: Folder, inner: string): boolean {
  const below = pathBelow(outer.root, inner);
  return below !== undefined && outer.workspace.tasks().some(({ path }) => path.startsWith(`${below}/`));
}

function open(session: Session, uri: string, root: string, name: string): Folder | undefined {
  try {
    return new Folder(uri, root, name, session.ruleset, session.adapters, (folder, only) => session.concluded(folder, only));
  } catch (error) {
    const message = say(words.folderFailed, session.locale, { folder: name, reason: firstLine(error) });
    session.connection.console.error(message);
    session.tell('error', message);
    return undefined;
  }
}

function hasOpenDocumentsFirst(session: Session, folders: readonly Folder[]): readonly Folder[] {
  const isOpen = (folder: Folder): boolean => session.documents.all().some(({ uri }) => session.locate(uri)?.folder === folder);
  return [...folders.filter(isOpen), ...folders.filter((folder) => !isOpen(folder))];
}
