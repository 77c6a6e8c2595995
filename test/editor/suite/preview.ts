import * as vscode from 'vscode';
import { waitFor } from './wait';

const patienceMs = 30_000;
const retryMs = 150;

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, retryMs));

function isOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Refactor Preview')));
}

/** VS Code sends no event when the preview or its list is ready, so a step is taken again until it succeeds. */
async function until(what: string, step: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; await pause()) {
    const done = await step().catch(() => false);
    if (done) return;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
  }
}

async function tick(index: number): Promise<void> {
  await until('the list of the preview', async () => {
    await run('list.focusFirst');
    return true;
  });
  for (let step = 0; step < index; step++) await run('list.focusDown');
  await run('refactorPreview.toggleCheckedState');
}

/** Takes the first entry of every list that is asked from, until the preview opens, and throws the preview away. */
export async function pickFirstAndDiscard(): Promise<void> {
  await until('the preview', async () => {
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await run('list.focusFirst');
    await run('list.select');
    return isOpen();
  });
  await run('refactorPreview.discard');
  await waitFor({ what: 'the preview to close', events: [vscode.window.tabGroups.onDidChangeTabs], probe: () => (isOpen() ? undefined : true) });
}

/** Ticks the files of the Refactor Preview, of which nothing is ticked at first, and applies it. */
export async function confirmPreview(files: number): Promise<void> {
  await until('the preview', async () => {
    await run('list.focusFirst');
    await run('list.select');
    return isOpen();
  });
  await run('refactorPreview.toggleCheckedState'); // Brings the focus back into the list.
  await run('refactorPreview.toggleCheckedState');
  await run('list.collapseAll');
  for (let index = files - 1; index >= 0; index--) await tick(index);
  await run('refactorPreview.apply');
  await waitFor({ what: 'the preview to close', events: [vscode.window.tabGroups.onDidChangeTabs], probe: () => (isOpen() ? undefined : true) });
}
