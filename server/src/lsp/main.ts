import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { registerCodeAction } from './code-action.js';
import { registerCodeActionResolve } from './code-action-resolve.js';
import { registerCodeLens } from './code-lens.js';
import { registerConfiguration } from './configuration.js';
import { registerDocuments } from './documents.js';
import { registerExecuteCommand } from './execute-command.js';
import { registerHover } from './hover.js';
import { registerInitialize } from './initialize.js';
import { registerInitialized } from './initialized.js';
import { firstLine } from './log.js';
import { Session } from './session.js';
import { registerWatchedFiles } from './watched-files.js';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

/** Language server: `node dist/server.js --stdio` for any editor, `--node-ipc` when VS Code starts it. */
function main(): void {
  if (!process.argv.slice(2).some((argument) => transports.some((transport) => argument.startsWith(transport)))) {
    process.stderr.write('monolift: the language server talks to an editor; start it with --stdio\n');
    process.exit(2);
  }
  const connection = createConnection(ProposedFeatures.all);
  const session = new Session(connection);
  // One request that goes wrong must not take the findings of the whole workspace with it.
  process.on('uncaughtException', (error) => connection.console.error(`internal error: ${firstLine(error)}`));
  process.on('unhandledRejection', (error) => connection.console.error(`internal error: ${firstLine(error)}`));
  for (const register of [
    registerInitialize, registerInitialized, registerDocuments, registerWatchedFiles, registerConfiguration,
    registerCodeAction, registerCodeActionResolve, registerHover, registerCodeLens, registerExecuteCommand,
  ]) register(session);
  connection.onShutdown(() => session.stop());
  session.documents.listen(connection);
  connection.listen();
}

main();
