import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cartController, example, show } from './shop';
import { codeOf, waitForDiagnostics } from './wait';

describe('diagnostics', () => {
  it('appear in the Spring shop, also in files that are not open', async () => {
    const diagnostics = await waitForDiagnostics(example('spring-shop', cartController), 'the cart in the session', (all) => all.some((each) => codeOf(each) === 'state/http-session'));
    const [first] = diagnostics.filter((each) => codeOf(each) === 'state/http-session');
    assert.equal(first?.source, 'monolift');
    assert.ok(typeof first?.code === 'object' && first.code.target.scheme === 'command', 'the rule links to its page');
  });

  it('appear in the Express shop', async () => {
    await waitForDiagnostics(example('express-shop', 'Dockerfile'), 'the root user', (all) => all.some((each) => codeOf(each) === 'image/root-user'));
    await waitForDiagnostics(example('express-shop', 'src/app.ts'), 'the in-memory session store', (all) => all.some((each) => codeOf(each) === 'state/http-session'));
  });

  it('follow what is typed', async () => {
    const uri = example('spring-shop', cartController);
    const editor = await show(uri);
    const count = (all: readonly vscode.Diagnostic[]): number => all.filter((each) => codeOf(each) === 'state/http-session').length;
    const before = count(await waitForDiagnostics(uri, 'the cart in the session', (all) => count(all) > 0));
    const text = editor.document.getText();
    const call = /session\.setAttribute\([^;]*;/i.exec(text);
    assert.ok(call, 'the controller stores something in the session');
    await editor.edit((edit) => edit.replace(new vscode.Range(editor.document.positionAt(call.index), editor.document.positionAt(call.index + call[0].length)), ''));
    await waitForDiagnostics(uri, 'one finding less', (all) => count(all) === before - 1);
    await vscode.commands.executeCommand('undo');
    await waitForDiagnostics(uri, 'the finding again', (all) => count(all) === before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
