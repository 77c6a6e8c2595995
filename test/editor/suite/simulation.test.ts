import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { example, show } from './shop';
import { waitFor, waitForText } from './wait';

const hpa = example('peak-load', 'hpa.yaml');

/** The lens of the autoscaler, once its workload in the file beside it is known. */
async function lensOf(uri: vscode.Uri): Promise<vscode.CodeLens> {
  for (;;) {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    const found = lenses.find(({ command }) => command?.title.includes('reacts'));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

function simulators(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('monolift.simulation'));
}

describe('simulating autoscaling', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('has a lens above the autoscaler', async () => {
    const { document } = await show(hpa);
    const { command, range } = await lensOf(hpa);
    assert.equal(command?.title, 'Simulate · 5→10 · reacts in 120 s');
    assert.equal(document.lineAt(range.start.line).text, 'apiVersion: autoscaling/v2');
  });

  it('opens one page for it, beside the manifest', async () => {
    await show(hpa);
    const { command } = await lensOf(hpa);
    for (const _ of ['first', 'again']) await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const tabs = await waitFor({ what: 'the page', events: [vscode.window.tabGroups.onDidChangeTabs], probe: () => (simulators().length > 0 ? simulators() : undefined) });
    assert.deepEqual(tabs.map(({ label }) => label), ['Autoscaling of desk']);
  });

  it('takes the autoscaler of the file at hand when it is run from the palette', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await show(hpa);
    await vscode.commands.executeCommand('monolift.simulateAutoscaling');
    await waitFor({ what: 'the page', events: [vscode.window.tabGroups.onDidChangeTabs], probe: () => (simulators().length === 1 ? true : undefined) });
  });

  it('writes into the manifest as one change that can be undone, and saves nothing', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await show(hpa);
    const before = document.getText();
    const { command } = await lensOf(hpa);
    const target: unknown = command?.arguments?.[0];
    assert.equal(await vscode.commands.executeCommand('monolift.server.writeAutoscaler', { target, knobs: { min: 4, max: 12, target: 70, upWindow: 0, downWindow: 300 } }), true);
    await waitForText(document, 'the new bounds', (text) => /minReplicas: 4/.test(text) && /maxReplicas: 12/.test(text));
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
    await waitForText(document, 'the text as it was', (text) => text === before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
