import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isIgnoredByDefault } from '../host/pruned.js';
import { decidesAboutFiles, replanSoon } from './replan.js';
import type { Session } from './session.js';

/** `didOpen`, `didChange`, `didSave` and `didClose`: open documents are analysed as they stand in the editor. */
export function registerDocuments(session: Session): void {
  session.documents.onDidChangeContent(({ document }) => show(session, document));
  session.documents.onDidOpen(({ document }) => listIfNew(session, document));
  session.documents.onDidSave(({ document }) => listIfNew(session, document));
  session.documents.onDidClose(({ document }) => {
    const at = session.locate(document.uri);
    if (!at) return;
    at.folder.hide(at.path);
    if (decidesAboutFiles(at.path)) replanSoon(session, at.folder);
  });
}

function show(session: Session, document: TextDocument): void {
  const at = session.locate(document.uri);
  if (!at || !session.enabled) return;
  const { folder, path } = at;
  const text = document.getText();
  const decides = decidesAboutFiles(path) && folder.workspace.text(path) !== text;
  if (folder.show(path, text) && decides) replanSoon(session, folder);
}

/** A client that does not watch files tells of a new one only by opening or saving it. */
function listIfNew(session: Session, document: TextDocument): void {
  const at = session.locate(document.uri);
  if (!at || session.client.watchFiles || isIgnoredByDefault(at.path) || at.folder.workspace.knows(at.path)) return;
  replanSoon(session, at.folder);
}
