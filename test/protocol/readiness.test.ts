import assert from 'node:assert/strict';
import { Editor, TemporaryFolder } from './editor.js';
import { deployment, expressPackage, expressServer } from './samples.js';

interface Answer { readonly target?: string; readonly title?: string; readonly page?: string; readonly question?: string; readonly choose?: readonly { readonly label: string; readonly target: string }[] }

describe('reporting over the protocol', () => {
  const opened: TemporaryFolder[] = [];
  let editor: Editor;

  const start = async (folders: readonly Readonly<Record<string, string>>[], locale = 'en'): Promise<void> => {
    opened.push(...folders.map((files) => new TemporaryFolder(files)));
    editor = await Editor.start({ folders: opened.map(({ path }) => path), locale });
    await editor.ready();
  };
  const report = (request: object): Promise<Answer | null> => editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.readiness', arguments: [request] });
  const shop = { 'package.json': expressPackage, 'server.js': expressServer, 'k8s/deployment.yaml': deployment };

  afterEach(async () => {
    await editor.stop();
    opened.splice(0).forEach((folder) => folder.remove());
  });

  it('answers with a page whose places are those of the folder', async () => {
    await start([shop]);
    const { title, page = '' } = await report({ nonce: 'abc' }) ?? {};
    assert.match(title ?? '', /^Readiness of monolift-protocol-/);
    assert.match(page, /default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-abc'/);
    assert.match(page, /data-file="k8s\/deployment\.yaml" data-line="\d+"/);
  });

  it('answers with extraction candidates alone, in the language of the user', async () => {
    await start([shop], 'ko');
    const { title, page = '' } = await report({ nonce: 'abc', about: 'extraction' }) ?? {};
    assert.match(title ?? '', /분리 후보$/);
    assert.doesNotMatch(page, /비교표/);
  });

  it('asks which folder is meant, and refuses markup', async () => {
    await start([shop, { 'app.yaml': deployment }]);
    const { choose = [] } = await report({ nonce: 'abc' }) ?? {};
    assert.equal(choose.length, 2);
    assert.equal((await report({ nonce: 'abc', target: choose[1]?.target }))?.target, choose[1]?.target);
    await assert.rejects(report({ nonce: '"><script>' }), /a nonce is wanted/);
  });
});
