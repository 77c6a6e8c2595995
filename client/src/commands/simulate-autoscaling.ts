import * as vscode from 'vscode';
import type { Server } from '../server';
import { PagePanel } from '../views/page-panel';
import type { Command } from './command';
import { pick, type Question } from './pick';

/** A simulation as the server answers it. */
interface Simulation {
  readonly target: string;
  readonly title: string;
  /** URIs of the manifests that it was read from. */
  readonly files: readonly string[];
  readonly setup: unknown;
  readonly notes: readonly string[];
  readonly page?: string;
}

/** `Monolift: Simulate Autoscaling`, and the lens above an autoscaler: a page with charts whose settings can be tried out. */
export const simulateAutoscaling: Command = {
  id: 'monolift.simulateAutoscaling',
  run: (server, target) => simulate(server, typeof target === 'string' ? target : undefined),
};

async function simulate(server: Server, target: string | undefined): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const answer = await server.execute<Simulation | Question | null>('monolift.server.simulation', { target, uri, nonce: PagePanel.nonce() });
  if (!answer) return;
  if ('target' in answer) show(server, answer);
  else {
    const chosen = await pick(answer);
    if (chosen !== undefined) await simulate(server, chosen);
  }
}

function show(server: Server, { target, title, page = '', files }: Simulation): void {
  PagePanel.show({ key: `simulation ${target}`, type: 'monolift.simulation', title, page, at: 'beside' }, (panel) => {
    panel.onMessage<{ readonly type?: string; readonly knobs?: readonly unknown[] }>(async ({ type, knobs }) => {
      if (type === 'write') await write(server, target, files, knobs?.[0]);
    });
    panel.owns(new Follower(server, target, files, (simulation) => panel.post({ type: 'setup', setup: simulation.setup, notes: simulation.notes })));
  });
}

async function write(server: Server, target: string, [manifest]: readonly string[], knobs: unknown): Promise<void> {
  const done = await server.execute<boolean>('monolift.server.writeAutoscaler', { target, knobs });
  // Left unsaved and in sight, so that it can be looked at and undone.
  if (done && manifest !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(manifest), { viewColumn: vscode.ViewColumn.One, preserveFocus: true });
}

/** Typing comes in bursts; the page follows when it pauses this long, in ms. */
const pause = 150;

/** Tells what manifests say whenever they are edited; while they say nothing that can be simulated, it keeps quiet. */
class Follower implements vscode.Disposable {
  private readonly edited: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly server: Server, private readonly target: string, private files: readonly string[], private readonly tell: (simulation: Simulation) => Promise<void>) {
    this.edited = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!this.files.includes(document.uri.toString())) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.follow(), pause);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.edited.dispose();
  }

  private async follow(): Promise<void> {
    const next = await this.server.execute<Simulation | null>('monolift.server.simulation', { target: this.target });
    if (!next) return;
    this.files = next.files;
    await this.tell(next);
  }
}
