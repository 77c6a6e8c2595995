import { useFolders } from './folders.js';
import type { Session } from './session.js';

/** `didChangeWorkspaceFolders`: folders that come are scanned, findings of folders that go are taken back. To be called once initialized. */
export function listenForFolders(session: Session): void {
  if (!session.client.workspaceFolders) return;
  session.connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    session.wanted = [...session.wanted.filter(({ uri }) => !gone.has(uri)), ...added];
    await useFolders(session, session.wanted);
  });
}
