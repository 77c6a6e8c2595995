import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { explainRule } from './commands/explain-rule';
import { patterns } from './patterns';
import { serverFlags } from './server-flags';

/** A client that has not been started. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const options: LanguageClientOptions = {
    documentSelector: patterns.map((pattern) => ({ scheme: 'file', pattern })),
    diagnosticCollectionName: 'monolift',
    initializationOptions: { locale: vscode.env.language, storage: context.storageUri?.fsPath, lenses: true },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToPage)),
    },
  };
  const run = { module, transport: TransportKind.ipc };
  return new LanguageClient('monolift', 'Monolift', { run: { ...run, options: { execArgv: [...serverFlags] } }, debug: { ...run, options: { execArgv: [...serverFlags, '--nolazy', '--inspect=6010'] } } }, options);
}

/** A page of the documentation is read rendered, not as the file it is. */
function linkToPage(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object' && code.target.scheme === 'file') {
    const target = vscode.Uri.from({ scheme: 'command', path: explainRule.id, query: JSON.stringify([code.target.fsPath]) });
    diagnostic.code = { value: code.value, target };
  }
  return diagnostic;
}

