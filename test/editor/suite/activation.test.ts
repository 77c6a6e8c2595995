import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cartController, example, extensionId, show } from './shop';

describe('activation', () => {
  it('keeps the editor waiting for less than 100 ms', async () => {
    await show(example('spring-shop', cartController));
    const extension = vscode.extensions.getExtension<{ activationMilliseconds: number }>(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    const { activationMilliseconds } = await extension.activate();
    console.log(`${process.env['MONOLIFT_EDITOR_MARK'] ?? ''}    activation took ${activationMilliseconds.toFixed(1)} ms`);
    assert.ok(activationMilliseconds < 100, `activation took ${activationMilliseconds} ms`);
  });

  it('contributes its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const id of ['monolift.scanWorkspace', 'monolift.generateDockerfile', 'monolift.generateHpa']) assert.ok(commands.includes(id), `${id} is missing`);
  });
});
