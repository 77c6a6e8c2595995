import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { Editor, everything, TemporaryFolder, textOf, type EditorOptions } from './editor.js';
import { cleanController, javaPath, pom, sinfulController } from './samples.js';

describe('hover over the protocol', () => {
  let folder: TemporaryFolder;
  let editor: Editor;

  beforeEach(() => {
    folder = new TemporaryFolder({ 'pom.xml': pom, [javaPath]: sinfulController });
  });

  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  async function hover(options: Partial<EditorOptions>, character = 20): Promise<MarkupContent | undefined> {
    editor = await Editor.start({ folders: [folder.path], ...options });
    await editor.ready();
    const answer = await editor.connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri: folder.uri(javaPath) }, position: { line: 6, character } });
    return answer?.contents as MarkupContent | undefined;
  }

  it('explains a finding in English', async () => {
    const content = await hover({ locale: 'en' });
    assert.equal(content?.kind, 'markdown');
    assert.match(content?.value ?? '', /`state\/http-session`[^]*\*\*Would clear it\*\*\n- /);
    assert.match(content?.value ?? '', /\[Read more\]\(file:.*http-session\.md\)/);
  });

  it('explains it in Korean, when the editor speaks Korean', async () => {
    const content = await hover({ initializationOptions: { locale: 'ko' } });
    assert.match(content?.value ?? '', /\*\*해소 조건\*\*/);
    assert.match(content?.value ?? '', /\[자세히 보기\]\(file:.*http-session\.ko\.md\)/);
    assert.match(textOf(editor.diagnostics.get(folder.uri(javaPath))?.[0]), /세션/);
  });

  it('names the evidence that lowered a finding', async () => {
    folder.write('monolift.yaml', 'assume:\n  sessionStore: redis\n');
    const content = await hover({});
    assert.match(content?.value ?? '', /\*\*Lowered by\*\*\n- \[monolift\.yaml:1\]/);
    assert.doesNotMatch(content?.value ?? '', /Would clear it/);
  });

  it('is plain text where Markdown is not known', async () => {
    const content = await hover({ capabilities: { ...everything, textDocument: { ...everything.textDocument, hover: {} } } });
    assert.equal(content?.kind, 'plaintext');
    assert.doesNotMatch(content?.value ?? '', /\*\*|\]\(/);
  });

  it('says nothing where there is no finding', async () => {
    assert.equal(await hover({}, 0), undefined);
    await editor.open(folder.uri(javaPath), cleanController);
    assert.equal(await editor.connection.sendRequest('textDocument/hover', { textDocument: { uri: folder.uri(javaPath) }, position: { line: 6, character: 20 } }), null);
  });
});
