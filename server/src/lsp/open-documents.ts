import type { Folder } from './folder.js';
import type { Session } from './session.js';

/** Lays all open documents over a folder that was listed for the first time or again. */
export function showOpenDocuments(session: Session, folder: Folder): void {
  for (const document of session.documents.all()) {
    const at = session.locate(document.uri);
    if (at?.folder === folder && !folder.openPaths.has(at.path)) folder.show(at.path, document.getText());
  }
}
