import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Editor, serverFile, TemporaryFolder } from './editor.js';
import { controller, javaPath, pom, sinfulController } from './samples.js';

describe('life of the server', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder({ 'pom.xml': pom, [javaPath]: sinfulController });
  });

  afterEach(() => folder.remove());

  it('shows progress of the first scan from begin to end', async () => {
    const editor = await Editor.start({ folders: [folder.path] });
    await editor.ready();
    await editor.until('the end of the progress', () => (editor.progress.at(-1)?.kind === 'end' ? true : undefined));
    assert.equal(editor.progress[0]?.kind, 'begin');
    assert.ok(editor.statuses.some(({ state }) => state === 'scanning'));
    assert.equal(await editor.stop(), 0);
  });

  it('can be cancelled, keeps open documents analysed, and scans again when asked', async () => {
    for (let index = 0; index < 1500; index++) folder.write(`src/main/java/shop/p${index}/C${index}.java`, controller('session.setAttribute("a", cart);', `C${index}`).repeat(20));
    const editor = await Editor.start({ folders: [folder.path] });
    const { token } = await editor.until('progress', () => editor.progress.find(({ kind }) => kind === 'begin'));
    await editor.connection.sendNotification('window/workDoneProgress/cancel', { token });
    await editor.until('a message', () => editor.messages.find((message) => message.includes('cancelled')));
    assert.equal(editor.statuses.at(-1)?.state, 'incomplete');
    await editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.scan' });
    assert.equal(editor.statuses.at(-1)?.state, 'ready');
    assert.match(editor.messages.at(-1) ?? '', /1501 errors|errors/);
    assert.equal(await editor.stop(), 0);
  });

  it('shows nothing of an unfinished scan that other files might take back', async () => {
    for (let index = 0; index < 1500; index++) folder.write(`src/main/java/shop/p${index}/C${index}.java`, controller('session.setAttribute("a", cart);', `C${index}`).repeat(20));
    folder.write('monolift.yaml', 'assume:\n  sessionStore: redis\n');
    const editor = await Editor.start({ folders: [folder.path] });
    await editor.open(folder.uri(javaPath), sinfulController);
    await editor.ready();
    assert.deepEqual(new Set([...editor.diagnostics.values()].flat().map(({ severity }) => severity)), new Set([3]));
    assert.equal(await editor.stop(), 0);
  });

  it('keeps results between sessions where the client lets it', async () => {
    for (let index = 0; index < 1600; index++) folder.write(`src/main/java/shop/C${index}.java`, controller('cart.toString();', `C${index}`));
    folder.write('src/main/java/shop/CartView.java', controller('session.getAttribute("cart");', 'CartView'));
    const storage = new TemporaryFolder();
    for (let session = 0; session < 2; session++) {
      const editor = await Editor.start({ folders: [folder.path], initializationOptions: { storage: storage.path } });
      await editor.ready();
      const total = editor.statuses.reduce((most, status) => Math.max(most, (status as { total?: number }).total ?? 0), 0);
      assert.equal(total > 0, session === 0, `session ${session} read ${total} files`);
      await editor.found(folder.uri(javaPath), (all) => all.length > 0);
      await editor.stop();
    }
    storage.remove();
  });

  it('survives messages that make no sense', async () => {
    const editor = await Editor.start({ folders: [folder.path] });
    await editor.ready();
    for (const body of ['{"json":!', '{"jsonrpc":"2.0","method":"textDocument/didX"}', '{"jsonrpc":"2.0","id":"x","method":"textDocument/hover"}', '[]', '7']) {
      editor.process.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    }
    await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///nowhere/x.java', version: 3 }, contentChanges: [{ text: '' }] });
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'untitled:Untitled-1', languageId: 'java', version: 1, text: sinfulController } });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file://%zz', type: 2 }, { uri: 'http://x/y', type: 1 }] });
    await assert.rejects(editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.generate', arguments: [{ kind: 'x' }] }));
    await assert.rejects(editor.connection.sendRequest('workspace/executeCommand', { command: 'rm -rf' }));
    assert.equal(await editor.connection.sendRequest('textDocument/hover', { textDocument: { uri: 'git:/x.java' }, position: { line: 0, character: 0 } }), null);
    const action = { title: 'x', data: { uri: folder.uri(javaPath), fingerprint: '0', fix: '0' } };
    assert.equal((await editor.resolve(action)).edit, undefined);
    await editor.found(folder.uri(javaPath), (all) => all.length > 0);
    assert.equal(await editor.stop(), 0);
  });

  it('ends when the editor is gone without a word', async () => {
    const editor = await Editor.start({ folders: [folder.path] });
    await editor.ready();
    const gone = once(editor.process, 'exit');
    editor.process.stdin?.end();
    assert.equal((await gone)[0], 1);
    editor.connection.dispose();
  });

  it('tells a person who starts it by hand what it is', async () => {
    const server = spawn(process.execPath, [serverFile], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    server.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [code] = (await once(server, 'exit')) as [number];
    assert.equal(code, 2);
    assert.match(text, /--stdio/);
  });
});
