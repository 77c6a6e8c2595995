import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver/node';
import { readConfiguration } from './configuration.js';
import { useFolders } from './folders.js';
import type { Session } from './session.js';
import { watchers } from './watched-files.js';
import { listenForFolders } from './workspace-folders.js';

/** Asks the client to watch files and settings, then reads the workspace for the first time. */
export function registerInitialized(session: Session): void {
  session.connection.onInitialized(async () => {
    const { client, connection } = session;
    listenForFolders(session);
    try {
      if (client.watchFiles) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] });
      if (client.listenForConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'monolift' });
      await readConfiguration(session);
    } catch (error) {
      session.failed('registration', error);
    }
    const scanned = useFolders(session, session.wanted);
    session.start();
    await scanned;
  });
}
