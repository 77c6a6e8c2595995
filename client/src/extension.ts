import { loadedAt } from './clock';
import * as vscode from 'vscode';
import { explainRule } from './commands/explain-rule';
import { generate, generateDockerfile, generateHpa } from './commands/generate';
import { scanWorkspace } from './commands/scan-workspace';
import { showExtractionCandidates, showReadinessReport } from './commands/show-readiness-report';
import { simulateAutoscaling } from './commands/simulate-autoscaling';
import { sizeFromLoadTest } from './commands/size-from-load-test';
import { Server } from './server';
import { StatusItem } from './views/status';

/** What other extensions and tests may ask. */
export interface Api {
  /** Time that activation kept the editor waiting, in ms; the server starts after it. */
  readonly activationMilliseconds: number;
  /** Whether activation had the server started before it returned; the editor would have waited for that. */
  readonly startedServer: boolean;
  /** Path of the words in the editor's language; `undefined` when they are those of the source. */
  readonly words: string | undefined;
}

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): Api {
  const status = new StatusItem();
  const started = new Server(context, (state) => status.show(state));
  server = started;
  const commands = [scanWorkspace, generate, generateDockerfile, generateHpa, simulateAutoscaling, sizeFromLoadTest, showReadinessReport, showExtractionCandidates, explainRule];
  context.subscriptions.push(status, ...commands.map(({ id, run }) => vscode.commands.registerCommand(id, (...args: unknown[]) => run(started, ...args))));
  // Not awaited: the editor goes on while the server starts.
  setImmediate(() => void started.start());
  return { activationMilliseconds: performance.now() - loadedAt, startedServer: started.launched, words: vscode.l10n.uri?.path };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
