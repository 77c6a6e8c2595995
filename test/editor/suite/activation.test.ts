import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cartController, example, extensionId, show } from './shop';

describe('activation', () => {
  // How long it took is printed, not judged: a busy machine would fail what the code does right.
  it('does not keep the editor waiting for the server', async () => {
    await show(example('spring-shop', cartController));
    const extension = vscode.extensions.getExtension<{ activationMilliseconds: number; startedServer: boolean }>(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    const { activationMilliseconds, startedServer } = await extension.activate();
    console.log(`${process.env['MONOLIFT_EDITOR_MARK'] ?? ''}    activation took ${activationMilliseconds.toFixed(1)} ms`);
    assert.equal(startedServer, false);
  });

  it('contributes its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const id of ['monolift.scanWorkspace', 'monolift.generateDockerfile', 'monolift.generateHpa']) assert.ok(commands.includes(id), `${id} is missing`);
  });
});
