import * as vscode from 'vscode';
import type { Server } from '../server';
import { Simulator, type Simulation } from '../views/simulator';
import type { Command } from './command';
import { pick, type Question } from './pick';

/** `Monolift: Simulate Autoscaling`, and the lens above an autoscaler: a page with charts whose settings can be tried out. */
export const simulateAutoscaling: Command = {
  id: 'monolift.simulateAutoscaling',
  run: (server, target) => simulate(server, typeof target === 'string' ? target : undefined),
};

async function simulate(server: Server, target: string | undefined): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const answer = await server.execute<Simulation | Question | null>('monolift.server.simulation', { target, uri, nonce: Simulator.nonce() });
  if (!answer) return;
  if ('target' in answer) {
    Simulator.show(server, answer);
    return;
  }
  const chosen = await pick(answer);
  if (chosen !== undefined) await simulate(server, chosen);
}
