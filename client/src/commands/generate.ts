import * as vscode from 'vscode';
import type { Server } from '../server';

/** One thing that a manifest can be generated for, as the server names it. */
interface Choice {
  readonly label: string;
  readonly description: string;
  readonly target: unknown;
}

/** The server's answer: what there is to choose from, or `undefined` when it did the work or said why not. */
type Answer = { readonly choose?: readonly Choice[] } | null;

/** Lets the server generate files, asking which application or workload is meant when there are several. */
export async function generate(server: Server, kind: 'dockerfile' | 'hpa', question: string): Promise<void> {
  const answer = await server.execute<Answer>('monolift.server.generate', { kind });
  if (!answer?.choose) return;
  const chosen = await vscode.window.showQuickPick([...answer.choose], { placeHolder: question, matchOnDescription: true });
  if (chosen) await server.execute('monolift.server.generate', { kind, target: chosen.target });
}
