import assert from 'node:assert/strict';
import { generatorKinds } from '../../server/src/generators/catalogue.js';
import { applied, Editor, TemporaryFolder } from './editor.js';
import { deployment, expressPackage, expressServer, pom } from './samples.js';

interface Choices { readonly question: string; readonly choose: readonly { readonly label: string; readonly description: string; readonly target: string }[] }

describe('generating over the protocol', () => {
  let folder: TemporaryFolder;
  let editor: Editor;

  const start = async (files: Readonly<Record<string, string>>, locale = 'en'): Promise<void> => {
    folder = new TemporaryFolder(files);
    editor = await Editor.start({ folders: [folder.path], locale });
  };
  const generate = (kind: string, target?: string): Promise<Choices | null> => editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.generate', arguments: [{ kind, target }] });
  const texts = (): ReadonlyMap<string, string> => applied(editor.applied.at(-1)?.edit ?? assert.fail('no edit'), (uri) => (uri.endsWith('deployment.yaml') ? deployment : undefined));

  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  it('creates a Dockerfile and .dockerignore after confirmation', async () => {
    await start({ 'package.json': expressPackage, 'server.js': expressServer });
    assert.equal(await generate('dockerfile'), null);
    const edit = editor.applied[0]?.edit;
    assert.ok(edit?.documentChanges?.some((change) => 'kind' in change && change.kind === 'create' && change.annotationId !== undefined));
    assert.match(texts().get(folder.uri('Dockerfile')) ?? '', /^FROM|\nFROM/);
    assert.match(texts().get(folder.uri('.dockerignore')) ?? '', /node_modules/);
  });

  it('creates an autoscaler and what it needs', async () => {
    await start({ 'package.json': expressPackage, 'server.js': expressServer, 'k8s/deployment.yaml': deployment });
    assert.equal(await generate('hpa'), null);
    assert.match([...texts().values()].join('\n'), /kind: HorizontalPodAutoscaler/);
    assert.match(texts().get(folder.uri('k8s/deployment.yaml')) ?? '', /requests:/);
  });

  it('asks which one is meant when there are several', async () => {
    await start({ 'package.json': expressPackage, 'server.js': expressServer, 'k8s/deployment.yaml': deployment, 'k8s/admin.yaml': deployment.replaceAll('shop', 'admin') });
    const answer = await generate('hpa');
    assert.deepEqual(answer?.choose.map(({ label }) => label).sort(), ['admin', 'shop']);
    assert.equal(answer?.question, 'Which workload shall be scaled?');
    assert.equal(editor.applied.length, 0);
    assert.equal(await generate('hpa', answer?.choose.find(({ label }) => label === 'admin')?.target), null);
    assert.match([...texts().values()].join('\n'), /name: admin/);
  });

  it('lists what there is to generate, in the language of the user', async () => {
    await start({ 'package.json': expressPackage, 'server.js': expressServer }, 'ko');
    const { kinds } = await editor.connection.sendRequest<{ readonly kinds: readonly { readonly kind: string; readonly label: string }[] }>('workspace/executeCommand', { command: 'monolift.server.generate' });
    assert.deepEqual(kinds.map(({ kind }) => kind), [...generatorKinds]);
    assert.ok(kinds.some(({ label }) => label === 'Dockerfile과 .dockerignore'));
    await assert.rejects(generate('everything'), /kind must be one of dockerfile/);
  });

  it('says what to do when there is nothing to generate for', async () => {
    await start({ 'notes.txt': 'nothing here', 'pom.xml': pom }, 'ko');
    assert.equal(await generate('dockerfile'), null);
    assert.match(await editor.until('a message', () => editor.messages.at(-1)), /빌드 파일\(pom\.xml, build\.gradle, package\.json/);
    assert.equal(await generate('hpa'), null);
    assert.match(editor.messages.at(-1) ?? '', /Deployment를 추가하세요/);
    assert.equal(editor.applied.length, 0);
  });

  it('is quiet when the user declines', async () => {
    await start({ 'package.json': expressPackage, 'server.js': expressServer });
    await editor.ready();
    editor.accepts = false;
    await generate('dockerfile');
    assert.deepEqual(editor.messages, []);
  });

  it('tells when nothing was ticked in the preview', async () => {
    await start({ 'package.json': expressPackage, 'server.js': expressServer });
    await generate('dockerfile');
    assert.match(await editor.until('a message', () => editor.messages.at(-1)), /no file was ticked/);
  });
});
