import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { example, show } from './shop';
import { codeOf, waitForDiagnostics, waitForText } from './wait';

const rule = 'image/shell-form-command';
const has = (all: readonly vscode.Diagnostic[]): boolean => all.some((each) => codeOf(each) === rule);

describe('quick fixes', () => {
  it('apply as one change that can be undone', async () => {
    const uri = example('express-shop', 'Dockerfile');
    const { document } = await show(uri);
    const before = document.getText();
    const diagnostics = await waitForDiagnostics(uri, rule, has);
    const diagnostic = diagnostics.find((each) => codeOf(each) === rule);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, diagnostic?.range, vscode.CodeActionKind.QuickFix.value, 10);
    const fix = actions.find(({ isPreferred, edit }) => isPreferred && edit);
    assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await waitForText(document, 'the exec form', (text) => /\n(?:CMD|ENTRYPOINT) \["/.test(text));
    await waitForDiagnostics(uri, 'the finding to go', (all) => !has(all));
    await vscode.commands.executeCommand('undo');
    assert.equal(await waitForText(document, 'the text as it was', (text) => text === before), before);
    await waitForDiagnostics(uri, 'the finding to come back', has);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are explained by the hover', async () => {
    const uri = example('express-shop', 'Dockerfile');
    const [diagnostic] = await waitForDiagnostics(uri, rule, has);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, diagnostic?.range.start);
    const text = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
    assert.match(text, /Quick fixes/);
  });
});
