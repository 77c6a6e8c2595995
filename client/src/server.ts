import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Status } from './views/status';

/** The language server as the commands see it. */
export class Server {
  private client: LanguageClient | undefined;
  private starting: Promise<LanguageClient | undefined> | undefined;

  constructor(readonly context: vscode.ExtensionContext, private readonly onStatus: (status: Status) => void) {}

  /** Whether the server was told to start; it may not be there yet. */
  get launched(): boolean {
    return this.starting !== undefined;
  }

  /** Starts the server once; resolves with `undefined`, after telling the user, when it cannot start. */
  start(): Promise<LanguageClient | undefined> {
    this.starting ??= this.launch();
    return this.starting;
  }

  /** Runs a command of the server; resolves with `undefined` when the server is not there or refuses. */
  async execute<T>(command: string, ...args: readonly unknown[]): Promise<T | undefined> {
    const client = await this.start();
    if (!client) return undefined;
    try {
      return (await client.sendRequest('workspace/executeCommand', { command, arguments: args })) as T;
    } catch (error) {
      client.outputChannel.appendLine(String(error));
      void vscode.window.showErrorMessage(vscode.l10n.t('Monolift could not do that. The output channel "Monolift" says why.'));
      return undefined;
    }
  }

  async stop(): Promise<void> {
    await this.starting;
    await this.client?.stop();
  }

  private async launch(): Promise<LanguageClient | undefined> {
    try {
      // Loaded only now, because it is most of this bundle and nothing on screen waits for it.
      const { createClient } = await import('./client');
      this.client = createClient(this.context);
      this.client.onNotification('monolift/status', this.onStatus);
      await this.client.start();
      return this.client;
    } catch (error) {
      this.client?.outputChannel.appendLine(String(error));
      void vscode.window.showErrorMessage(vscode.l10n.t('The Monolift language server could not start. Reload the window to try again.'));
      return undefined;
    }
  }
}
