import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cartController, example, extensionId, show } from './shop';
import { codeOf, waitForDiagnostics } from './wait';

describe('한국어', () => {
  it('findings and hovers speak Korean', async () => {
    const uri = example('spring-shop', cartController);
    await show(uri);
    const all = await waitForDiagnostics(uri, 'the cart in the session', (each) => each.some((one) => codeOf(one) === 'state/http-session'));
    const found = all.find((each) => codeOf(each) === 'state/http-session');
    assert.match(found?.message ?? '', /[가-힣]+.*세션|세션.*[가-힣]+/);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, found?.range.start);
    const text = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
    assert.match(text, /자세히 보기/);
  });

  it('the commands have Korean titles', () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as { contributes: { commands: { command: string; title: string | { value: string } }[] } };
    const titles = manifest.contributes.commands.map(({ title }) => (typeof title === 'string' ? title : title.value));
    assert.ok(titles.includes('작업 영역 검사'), titles.join(', '));
  });

  it('the client loads its Korean words', async () => {
    const api = await vscode.extensions.getExtension<{ readonly words: string | undefined }>(extensionId)?.activate();
    assert.match(api?.words ?? '', /bundle\.l10n\.ko\.json$/);
  });
});
