import * as vscode from 'vscode';
import type { Server } from '../server';
import type { Command } from './command';
import { pick, type Question } from './pick';

/** Lets the server generate files, asking which application or workload is meant when there are several. */
async function generateKind(server: Server, kind: string): Promise<void> {
  const question = await server.execute<Question | null>('monolift.server.generate', { kind });
  const target = question && await pick(question);
  if (target !== undefined && target !== null) await server.execute('monolift.server.generate', { kind, target });
}

/** `Monolift: Generate Dockerfile`: a Dockerfile and .dockerignore for one application, previewed before they are written. */
export const generateDockerfile: Command = { id: 'monolift.generateDockerfile', run: (server) => generateKind(server, 'dockerfile') };

/** `Monolift: Generate HorizontalPodAutoscaler`: an autoscaling/v2 manifest for one workload, previewed before it is written. */
export const generateHpa: Command = { id: 'monolift.generateHpa', run: (server) => generateKind(server, 'hpa') };

/** `Monolift: Generate…`: asks what, then for which application; everything is previewed before it is written. */
export const generate: Command = {
  id: 'monolift.generate',
  async run(server) {
    const answer = await server.execute<{ readonly kinds: readonly { readonly kind: string; readonly label: string }[] }>('monolift.server.generate');
    const chosen = answer && await vscode.window.showQuickPick(answer.kinds.map(({ kind, label }) => ({ id: kind, label })), { placeHolder: vscode.l10n.t('What shall be generated?') });
    if (chosen) await generateKind(server, chosen.id);
  },
};
