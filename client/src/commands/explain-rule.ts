import * as vscode from 'vscode';
import type { Command } from './command';

/** Shows a rule's page; behind the link of a diagnostic, not in the palette. */
export const explainRule: Command = {
  id: 'monolift.explainRule',
  async run(_server, page) {
    if (typeof page !== 'string' || !page.endsWith('.md')) return;
    await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.file(page));
  },
};
