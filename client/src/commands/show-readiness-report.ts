import * as vscode from 'vscode';
import type { Server } from '../server';
import { PagePanel } from '../views/page-panel';
import type { Command } from './command';
import { pick, type Question } from './pick';

interface ReportPage {
  /** URI of the folder. */
  readonly target: string;
  readonly title: string;
  readonly page: string;
}

/** The whole report, or only what could be split off. */
type About = 'readiness' | 'extraction';

/** `Monolift: Show Readiness Report`: where a folder stands, and what to fix first; places lead into the code. */
export const showReadinessReport: Command = { id: 'monolift.showReadinessReport', run: (server) => show(server, 'readiness', undefined) };

/** `Monolift: Show Extraction Candidates`: which part of an application could be split off first, and what that takes. */
export const showExtractionCandidates: Command = { id: 'monolift.showExtractionCandidates', run: (server) => show(server, 'extraction', undefined) };

async function show(server: Server, about: About, target: string | undefined): Promise<void> {
  const answer = await server.execute<ReportPage | Question | null>('monolift.server.readiness', { about, target, nonce: PagePanel.nonce() });
  if (!answer) return;
  if ('choose' in answer) {
    const chosen = await pick(answer);
    if (chosen !== undefined) await show(server, about, chosen);
    return;
  }
  const folder = vscode.Uri.parse(answer.target);
  PagePanel.showAnew({ key: `${about} ${answer.target}`, type: `monolift.${about}`, title: answer.title, page: answer.page, at: 'over' }, (panel) => {
    panel.onMessage<{ readonly type?: string; readonly file?: string; readonly line?: number }>(async ({ type, file, line = 1 }) => {
      if (type !== 'open' || file === undefined) return;
      const start = new vscode.Position(Math.max(0, line - 1), 0);
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, file), { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(start, start) });
    });
  });
}
