import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { Editor, TemporaryFolder } from './editor.js';
import { cleanController as clean, javaPath as path, pom, sinfulController as sinful } from './samples.js';

describe('diagnostics over the protocol', () => {
  let folder: TemporaryFolder;
  let editor: Editor;

  beforeEach(async () => {
    folder = new TemporaryFolder({ 'pom.xml': pom, [path]: sinful });
    editor = await Editor.start({ folders: [folder.path] });
  });

  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  const session = () => editor.found(folder.uri(path), (all) => all.some(({ code }) => code === 'state/http-session'));
  const none = () => editor.found(folder.uri(path), (all) => all.length === 0);

  it('says what it can do', () => {
    const { capabilities, serverInfo } = editor.initialized ?? {};
    assert.equal(serverInfo?.name, 'monolift');
    assert.deepEqual(capabilities?.codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.monolift'], resolveProvider: true });
    assert.equal(capabilities?.hoverProvider, true);
  });

  it('reports closed files after the first scan, with rule, page and identity', async () => {
    const [diagnostic] = await session();
    assert.ok(diagnostic);
    assert.equal(diagnostic.source, 'monolift');
    assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
    assert.deepEqual(diagnostic.range, { start: { line: 6, character: 16 }, end: { line: 6, character: 28 } });
    assert.match(diagnostic.codeDescription?.href ?? '', /^file:.*\/docs\/rules\/state\/http-session\.md$/);
    assert.match((diagnostic.data as { fingerprint: string }).fingerprint, /^[0-9a-f]{16}$/);
  });

  it('follows edits in an open document and forgets them when it is closed', async () => {
    const uri = folder.uri(path);
    await session();
    await editor.open(uri, sinful, 'java');
    await editor.change(uri, clean);
    await none();
    await editor.change(uri, `// moved down\n${sinful}`);
    const [moved] = await editor.found(uri, (all) => all[0]?.range.start.line === 7);
    assert.equal(moved?.code, 'state/http-session');
    await editor.change(uri, clean);
    await none();
    await editor.close(uri);
    await session();
  });

  it('handles incremental changes that come in a burst', async () => {
    const uri = folder.uri(path);
    await session();
    await editor.open(uri, sinful, 'java');
    for (let version = 2; version < 60; version++) {
      await editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version }, contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }],
      });
    }
    await editor.found(uri, (all) => all[0]?.range.start.line === 6 + 58);
    assert.ok(editor.published.length < 40, `published ${editor.published.length} times`);
  });

  it('publishes only what differs', async () => {
    await session();
    await editor.ready();
    const before = editor.published.filter((uri) => uri === folder.uri(path)).length;
    folder.write('src/main/java/shop/Other.java', sinful.replace('CartController', 'Other'));
    await editor.touched(folder.uri('src/main/java/shop/Other.java'), 1);
    await editor.found(folder.uri('src/main/java/shop/Other.java'), (all) => all.length > 0);
    folder.write('src/main/resources/quiet.properties', 'a=b\n');
    await editor.touched(folder.uri('src/main/resources/quiet.properties'), 1);
    await editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.scan' });
    // The second finding joins the first one's group, which changes the first one once.
    assert.ok(editor.published.filter((uri) => uri === folder.uri(path)).length <= before + 1);
  });

  it('keeps Windows line ends in place', async () => {
    const uri = folder.uri(path);
    await editor.open(uri, sinful.replaceAll('\n', '\r\n'), 'java');
    const [diagnostic] = await session();
    assert.deepEqual(diagnostic?.range.start, { line: 6, character: 16 });
  });

  it('reads EUC-KR files', async () => {
    const text = sinful.replace('package shop;', 'package shop; // 장바구니');
    const bytes = Uint8Array.from([...text].flatMap((char) => ({ 장: [0xc0, 0xe5], 바: [0xb9, 0xd9], 구: [0xb1, 0xb8], 니: [0xb4, 0xcf] })[char] ?? [char.charCodeAt(0)]));
    folder.write('src/main/java/shop/Korean.java', bytes);
    await editor.touched(folder.uri('src/main/java/shop/Korean.java'), 1);
    const [diagnostic] = await editor.found(folder.uri('src/main/java/shop/Korean.java'), (all) => all.length > 0);
    assert.equal(diagnostic?.range.start.line, 6);
  });
});
