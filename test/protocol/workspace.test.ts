import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import { Editor, TemporaryFolder, textOf, type EditorOptions } from './editor.js';
import { cleanController, controller, javaPath, pom, sinfulController } from './samples.js';

const some = (all: readonly Diagnostic[]): boolean => all.length > 0;
const none = (all: readonly Diagnostic[]): boolean => all.length === 0;

describe('the workspace over the protocol', () => {
  let folder: TemporaryFolder;
  let other: TemporaryFolder;
  let editor: Editor;

  async function start(options: Partial<EditorOptions> = {}): Promise<void> {
    editor = await Editor.start({ folders: [folder.path], ...options });
    await editor.ready();
  }

  beforeEach(() => {
    folder = new TemporaryFolder({ 'pom.xml': pom, [javaPath]: sinfulController });
    other = new TemporaryFolder({ 'pom.xml': pom, [javaPath]: sinfulController });
  });

  afterEach(async () => {
    await editor.stop();
    folder.remove();
    other.remove();
  });

  const change = (added: readonly TemporaryFolder[], removed: readonly TemporaryFolder[]): Promise<void> => editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: added.map((each) => ({ uri: each.uri(), name: 'added' })), removed: removed.map((each) => ({ uri: each.uri(), name: 'removed' })) },
  });

  it('asks to watch files and settings', async () => {
    await start();
    assert.deepEqual(new Set(editor.registrations), new Set(['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration']));
  });

  it('fills a template in again when the values of its chart change', async () => {
    folder.write('deploy/Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 0.1.0\n');
    folder.write('deploy/values.yaml', 'replicas: 1\n');
    folder.write('deploy/templates/shop.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Chart.Name }}\nspec:\n  replicas: {{ .Values.replicas }}\n  selector:\n    matchLabels: { app: shop }\n  template:\n    metadata:\n      labels: { app: shop }\n    spec:\n      containers:\n        - { name: shop, image: shop }\n');
    await start();
    const unsafe = (all: readonly Diagnostic[]): boolean => all.some(({ code }) => code === 'autoscale/unsafe-target');
    const template = folder.uri('deploy/templates/shop.yaml');
    const values = folder.uri('deploy/values.yaml');
    await editor.open(values, 'replicas: 3\n', 'yaml');
    await editor.found(template, unsafe);
    await editor.change(values, 'replicas: 1\n');
    await editor.found(template, (all) => !unsafe(all));
  });

  it('follows files that change, come, move and go on disk', async () => {
    await start();
    const uri = folder.uri(javaPath);
    await editor.found(uri, some);
    folder.write(javaPath, cleanController);
    await editor.touched(uri, 2);
    await editor.found(uri, none);
    folder.write('src/main/java/shop/New.java', controller('session.setAttribute("new", cart);', 'New'));
    await editor.touched(folder.uri('src/main/java/shop/New.java'), 1);
    await editor.found(folder.uri('src/main/java/shop/New.java'), some);
    // A folder that moves is told as one event for the old and one for the new path.
    renameSync(join(folder.path, 'src/main/java/shop'), join(folder.path, 'src/main/java/store'));
    await editor.touched(folder.uri('src/main/java/shop'), 3);
    await editor.touched(folder.uri('src/main/java/store'), 1);
    await editor.found(folder.uri('src/main/java/store/New.java'), some);
    await editor.found(folder.uri('src/main/java/shop/New.java'), none);
    rmSync(join(folder.path, 'src/main/java/store'), { recursive: true });
    await editor.touched(folder.uri('src/main/java/store'), 3);
    await editor.found(folder.uri('src/main/java/store/New.java'), none);
  });

  it('keeps to the editor while a document is open', async () => {
    await start();
    const uri = folder.uri(javaPath);
    await editor.open(uri, cleanController);
    await editor.found(uri, none);
    await editor.touched(uri, 2);
    folder.write('src/main/java/shop/New.java', sinfulController);
    await editor.touched(folder.uri('src/main/java/shop/New.java'), 1);
    await editor.found(folder.uri('src/main/java/shop/New.java'), some);
    assert.deepEqual(editor.diagnostics.get(uri), []);
  });

  it('leaves out what is ignored, built or excluded', async () => {
    folder.write('.gitignore', 'legacy/\n');
    folder.write('legacy/src/main/java/A.java', controller('session.setAttribute("a", cart);', 'A'));
    folder.write('target/B.java', controller('session.setAttribute("b", cart);', 'B'));
    await start();
    assert.deepEqual([...editor.diagnostics.keys()], [folder.uri(javaPath)]);
    folder.write('monolift.yaml', 'exclude:\n  - "src/main/java/shop/**"\n');
    await editor.touched(folder.uri('monolift.yaml'), 1);
    await editor.found(folder.uri(javaPath), none);
  });

  it('takes up monolift.yaml as it is edited, and shows its mistakes', async () => {
    folder.write('monolift.yaml', '');
    await start();
    const settings = folder.uri('monolift.yaml');
    const severity = (wanted: DiagnosticSeverity) => editor.found(folder.uri(javaPath), (all) => all[0]?.severity === wanted);
    await severity(DiagnosticSeverity.Error);
    await editor.open(settings, '');
    await editor.change(settings, 'severity:\n  state/http-session: info\n');
    await severity(DiagnosticSeverity.Information);
    await editor.change(settings, 'sevrity: 1\n');
    const [mistake] = await editor.found(settings, some);
    assert.match(textOf(mistake), /sevrity/);
    await severity(DiagnosticSeverity.Error);
    await editor.close(settings);
    await editor.found(settings, none);
  });

  it('scans folders that are added and forgets those that are removed', async () => {
    await start();
    await change([other], []);
    await editor.found(other.uri(javaPath), some);
    await change([], [folder]);
    await editor.found(folder.uri(javaPath), none);
    assert.ok(some(editor.diagnostics.get(other.uri(javaPath)) ?? []));
    await editor.until('counts of one folder', () => (editor.statuses.at(-1)?.errors === 1 ? true : undefined));
  });

  it('reports a file of nested folders once', async () => {
    folder.write('inner/pom.xml', pom);
    folder.write(`inner/${javaPath}`, sinfulController);
    await start({ folders: [folder.path, join(folder.path, 'inner')] });
    const uris = [...editor.diagnostics].filter(([, all]) => all.length > 0).map(([uri]) => uri).sort();
    assert.deepEqual(uris, [folder.uri(`inner/${javaPath}`), folder.uri(javaPath)].sort());
    const { errors, warnings } = editor.statuses.at(-1) ?? assert.fail();
    assert.equal(errors + warnings, 2);
  });

  it('works without a folder, and says what to do', async () => {
    editor = await Editor.start({ folders: [] });
    await editor.until('an empty state', () => (editor.statuses.at(-1)?.state === 'empty' ? true : undefined));
    await editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.scan' });
    assert.match(editor.messages.at(-1) ?? '', /Open a folder/);
  });

  it('names a folder that does not exist and scans the others', async () => {
    await start({ folders: [join(folder.path, 'nowhere'), other.path] });
    assert.ok(editor.messages.some((message) => message.includes('nowhere')));
    await editor.found(other.uri(javaPath), some);
  });

  it('is switched off and on by its setting, and changes its language', async () => {
    await start();
    const uri = folder.uri(javaPath);
    const configure = async (settings: object): Promise<void> => {
      editor.settings = settings;
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    };
    await configure({ enable: false });
    await editor.found(uri, none);
    assert.equal(editor.statuses.at(-1)?.state, 'disabled');
    await configure({ enable: true, language: 'ko' });
    await editor.found(uri, (all) => /세션/.test(textOf(all[0])));
    await configure({ enable: true, language: 'en' });
    await editor.found(uri, (all) => /session/.test(textOf(all[0])));
  });

  it('joins findings across files: evidence in one file lowers those of others', async () => {
    await start();
    const uri = folder.uri(javaPath);
    await editor.found(uri, (all) => all[0]?.severity === DiagnosticSeverity.Error);
    mkdirSync(join(folder.path, 'src/main/resources'), { recursive: true });
    folder.write('monolift.yaml', 'assume:\n  sessionStore: redis\n');
    await editor.touched(folder.uri('monolift.yaml'), 1);
    await editor.found(uri, (all) => all[0]?.severity === DiagnosticSeverity.Information);
  });
});
