import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Server } from '../server';

/** A simulation as the server answers it. */
export interface Simulation {
  readonly target: string;
  readonly title: string;
  /** URIs of the manifests that it was read from. */
  readonly files: readonly string[];
  readonly setup: unknown;
  readonly notes: readonly string[];
  readonly page?: string;
}

/** Typing comes in bursts; the page follows when it pauses this long, in ms. */
const pause = 150;

/** A page for each autoscaler that was asked for; it simulates by itself and follows the manifests as they are edited. */
export class Simulator {
  private static readonly open = new Map<string, Simulator>();

  /** Shows the page of an autoscaler, the one that is open already if there is one. */
  static show(server: Server, simulation: Simulation): void {
    const shown = Simulator.open.get(simulation.target);
    if (shown) shown.panel.reveal();
    else Simulator.open.set(simulation.target, new Simulator(server, simulation));
  }

  /** What only code of ours carries in a page. */
  static nonce(): string {
    return randomBytes(16).toString('hex');
  }

  private readonly panel: vscode.WebviewPanel;
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly server: Server, private simulation: Simulation) {
    this.panel = vscode.window.createWebviewPanel('monolift.simulation', simulation.title, { viewColumn: vscode.ViewColumn.Beside }, { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [] });
    const edited = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (this.simulation.files.includes(document.uri.toString())) this.followSoon();
    });
    this.panel.webview.onDidReceiveMessage((message: { readonly type?: string; readonly knobs?: readonly unknown[] }) => {
      if (message.type === 'write') void this.write(message.knobs?.[0]);
    });
    this.panel.onDidDispose(() => {
      edited.dispose();
      clearTimeout(this.timer);
      Simulator.open.delete(simulation.target);
    });
    this.panel.webview.html = simulation.page ?? '';
  }

  private followSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow(), pause);
  }

  /** Tells the page what the manifests say now; while they say nothing that can be simulated, it keeps what it has. */
  private async follow(): Promise<void> {
    const next = await this.server.execute<Simulation | null>('monolift.server.simulation', { target: this.simulation.target });
    if (!next) return;
    this.simulation = next;
    await this.panel.webview.postMessage({ type: 'setup', setup: next.setup, notes: next.notes });
  }

  private async write(knobs: unknown): Promise<void> {
    const done = await this.server.execute<boolean>('monolift.server.writeAutoscaler', { target: this.simulation.target, knobs });
    const [manifest] = this.simulation.files;
    // Left unsaved and in sight, so that it can be looked at and undone.
    if (done && manifest !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(manifest), { viewColumn: vscode.ViewColumn.One, preserveFocus: true });
  }
}
