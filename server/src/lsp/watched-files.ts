import { FileChangeType, WatchKind, type FileSystemWatcher } from 'vscode-languageserver/node';
import { isIgnoredByDefault } from '../host/pruned.js';
import { decidesAboutFiles, replanSoon } from './replan.js';
import type { Session } from './session.js';

/** Coming and going is watched for every path, because a folder that moves is told as one event; changes only where text is read. */
export const watchers: readonly FileSystemWatcher[] = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: '**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx,java,jsp,jspf,jspx,tag,tagx,xml,yaml,yml,tpl,json,properties,dockerfile,containerfile}', kind: WatchKind.Change },
  { globPattern: '**/{Dockerfile,Containerfile,Dockerfile.*,Containerfile.*,.gitignore}', kind: WatchKind.Change },
];

/** `didChangeWatchedFiles`: what changed outside the editor. */
export function registerWatchedFiles(session: Session): void {
  session.connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const at = session.locate(uri);
      if (!at || !session.enabled || isIgnoredByDefault(at.path)) continue;
      const { folder, path } = at;
      if (type !== FileChangeType.Changed || decidesAboutFiles(path)) replanSoon(session, folder);
      // A replaced file is told as created; an open document is analysed as it stands in the editor, whatever the disk says.
      if (type !== FileChangeType.Deleted && folder.complete && !folder.openPaths.has(path) && (folder.workspace.task(path) ?? folder.workspace.templatesOf(path).length > 0)) folder.touch(path);
    }
  });
}
