import * as vscode from 'vscode';
import type { Server } from '../server';
import { PagePanel } from '../views/page-panel';
import type { Command } from './command';
import { pick, type Question } from './pick';

interface SizingPage {
  readonly target: string;
  readonly title: string;
  readonly page: string;
}

/** `Monolift: Size from Load Test`: an autoscaler from what a load-testing tool measured, every number with its derivation. */
export const sizeFromLoadTest: Command = {
  id: 'monolift.sizeFromLoadTest',
  async run(server) {
    const chosen = await vscode.window.showOpenDialog({
      canSelectMany: true, title: vscode.l10n.t('Results of load tests'), openLabel: vscode.l10n.t('Size'),
      filters: { [vscode.l10n.t('Load tests')]: ['csv', 'jtl', 'xml', 'json', 'ndjson', 'log', 'js', 'txt'], [vscode.l10n.t('All files')]: ['*'] },
    });
    if (chosen && chosen.length > 0) await size(server, chosen.map(String), undefined);
  },
};

async function size(server: Server, files: readonly string[], target: string | undefined): Promise<void> {
  const answer = await server.execute<SizingPage | Question | null>('monolift.server.sizing', { files, target, nonce: PagePanel.nonce() });
  if (!answer) return;
  if ('page' in answer) show(server, files, answer);
  else {
    const chosen = await pick(answer);
    if (chosen !== undefined) await size(server, files, chosen);
  }
}

function show(server: Server, files: readonly string[], { target, title, page }: SizingPage): void {
  PagePanel.show({ key: `sizing ${target} ${files.join(' ')}`, type: 'monolift.sizing', title, page, at: 'over' }, (panel) => {
    panel.onMessage<{ readonly type?: string; readonly fields?: unknown }>(async ({ type, fields }) => {
      if (type === 'create') await server.execute('monolift.server.sizing', { files, target, fields, create: true });
      if (type !== 'size') return;
      const answer = await server.execute<{ readonly view: unknown } | null>('monolift.server.sizing', { files, target, fields });
      if (answer) await panel.post({ type: 'view', view: answer.view });
    });
  });
}
