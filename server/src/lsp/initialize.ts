import { CodeActionKind, TextDocumentSyncKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver/node';
import { version } from '../host/version.js';
import { abilitiesOf } from './abilities.js';
import { fixAllKind } from './fix-all.js';
import { serverCommands } from './execute-command.js';
import { toLocale } from './configuration.js';
import type { Session } from './session.js';

/** What our own client sends along; other editors may leave it out. */
interface InitializationOptions {
  readonly locale?: string;
  readonly storage?: string;
  readonly lenses?: boolean;
}

export function registerInitialize(session: Session): void {
  session.connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    session.client = abilitiesOf(params);
    session.editorLocale = toLocale(options.locale ?? params.locale);
    session.locale = session.editorLocale;
    session.storage = typeof options.storage === 'string' ? options.storage : undefined;
    session.lenses = options.lenses === true;
    const roots = params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []);
    session.wanted = roots;
    return {
      serverInfo: { name: 'monolift', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
        hoverProvider: true,
        ...(session.lenses ? { codeLensProvider: {} } : {}),
        executeCommandProvider: { commands: Object.values(serverCommands) },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
}
