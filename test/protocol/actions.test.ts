import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver/node';
import { applied, Editor, everything, TemporaryFolder, type EditorOptions } from './editor.js';
import { deployment, dockerfile, expressPackage, expressServer } from './samples.js';

describe('code actions over the protocol', () => {
  let folder: TemporaryFolder;
  let editor: Editor;

  async function start(options: Partial<EditorOptions> = {}): Promise<void> {
    editor = await Editor.start({ folders: [folder.path], ...options });
    await editor.ready();
  }

  beforeEach(() => {
    folder = new TemporaryFolder({ Dockerfile: dockerfile, 'package.json': expressPackage, 'server.js': expressServer, 'k8s/deployment.yaml': deployment });
  });

  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  async function diagnostic(path: string, rule: string): Promise<Diagnostic> {
    const all = await editor.found(folder.uri(path), (found) => found.some(({ code }) => code === rule));
    return all.find(({ code }) => code === rule) ?? assert.fail();
  }

  async function action(path: string, rule: string, title: RegExp): Promise<CodeAction> {
    const actions = await editor.actions(folder.uri(path), await diagnostic(path, rule));
    return actions.find((candidate) => title.test(candidate.title)) ?? assert.fail(`no action ${title} among ${actions.map((each) => each.title).join(', ')}`);
  }

  it('offers a fix without its edits and computes them when it is chosen', async () => {
    await start();
    const offered = await action('Dockerfile', 'image/shell-form-command', /JSON/);
    assert.equal(offered.kind, 'quickfix');
    assert.equal(offered.edit, undefined);
    assert.equal(offered.isPreferred, true);
    assert.equal(offered.diagnostics?.[0]?.code, 'image/shell-form-command');
    const { edit } = await editor.resolve(offered);
    assert.ok(edit?.documentChanges && !edit.changeAnnotations, 'a safe fix is not confirmed');
    const [text] = applied(edit, () => dockerfile).values();
    assert.match(text ?? '', /CMD \["node", ?"server\.js"\]/);
  });

  it('clears the finding once the edit is applied', async () => {
    await start();
    const uri = folder.uri('Dockerfile');
    await editor.open(uri, dockerfile);
    const { edit } = await editor.resolve(await action('Dockerfile', 'image/shell-form-command', /JSON/));
    const version = edit?.documentChanges?.flatMap((change) => ('textDocument' in change ? [change.textDocument.version] : []));
    assert.deepEqual(version, [1]);
    await editor.change(uri, applied(edit as WorkspaceEdit, () => dockerfile).get(uri) ?? '');
    await editor.found(uri, (all) => all.length > 0 && all.every(({ code }) => code !== 'image/shell-form-command'));
  });

  it('refuses a fix whose finding is gone', async () => {
    await start();
    const uri = folder.uri('Dockerfile');
    await editor.open(uri, dockerfile);
    const offered = await action('Dockerfile', 'image/shell-form-command', /JSON/);
    await editor.change(uri, dockerfile.replace('CMD node server.js', 'CMD ["node", "server.js"]'));
    const resolved = await editor.resolve(offered);
    assert.equal(resolved.edit, undefined);
    assert.match(await editor.until('the refusal', () => editor.messages.at(-1)), /code has changed/);
  });

  it('still applies when the finding only moved', async () => {
    await start();
    const uri = folder.uri('Dockerfile');
    await editor.open(uri, dockerfile);
    const offered = await action('Dockerfile', 'image/shell-form-command', /JSON/);
    const moved = `# syntax=docker/dockerfile:1\n\n${dockerfile}`;
    await editor.change(uri, moved);
    const { edit } = await editor.resolve(offered);
    assert.match(applied(edit ?? assert.fail(), () => moved).get(uri) ?? '', /^# syntax[^]*CMD \["node"/);
  });

  it('asks for confirmation before it creates files', async () => {
    await start();
    const { edit } = await editor.resolve(await action('k8s/deployment.yaml', 'autoscale/missing-autoscaler', /HorizontalPodAutoscaler/));
    const created = edit?.documentChanges?.filter((change) => 'kind' in change && change.kind === 'create');
    assert.equal(created?.length, 2, 'the autoscaler and the disruption budget');
    const annotations = Object.values(edit?.changeAnnotations ?? {});
    assert.equal(annotations.length, 1, 'one entry to tick');
    assert.equal(annotations[0]?.needsConfirmation, true);
    const texts = applied(edit ?? assert.fail(), (uri) => (uri.endsWith('deployment.yaml') ? deployment : undefined));
    const hpa = [...texts].find(([uri]) => uri.endsWith('-hpa.yaml'))?.[1];
    assert.match(hpa ?? '', /autoscaling\/v2/);
    const changed = texts.get(folder.uri('k8s/deployment.yaml')) ?? '';
    assert.match(changed, /requests:/);
    assert.doesNotMatch(changed, /replicas:/);
  });

  it('applies all safe fixes of a document at once', async () => {
    await start();
    const actions = await editor.actions(folder.uri('Dockerfile'), await diagnostic('Dockerfile', 'image/shell-form-command'), ['source.fixAll.monolift']);
    assert.equal(actions.length, 1);
    assert.equal(actions[0]?.kind, 'source.fixAll.monolift');
    const [text] = applied(actions[0]?.edit ?? assert.fail(), () => dockerfile).values();
    assert.match(text ?? '', /CMD \["node"/);
    assert.doesNotMatch(text ?? '', /USER/, 'a fix to be reviewed is no safe fix');
  });

  it('offers only what is asked for', async () => {
    await start();
    const found = await diagnostic('Dockerfile', 'image/shell-form-command');
    assert.deepEqual(await editor.actions(folder.uri('Dockerfile'), found, ['refactor']), []);
    assert.ok((await editor.actions(folder.uri('Dockerfile'), found)).every(({ kind }) => kind === 'quickfix'));
  });

  it('gives simple editors whole edits in the form they know', async () => {
    const { textDocument, workspace } = everything;
    await start({
      capabilities: {
        textDocument: { publishDiagnostics: {}, codeAction: { codeActionLiteralSupport: textDocument?.codeAction?.codeActionLiteralSupport ?? assert.fail() } },
        workspace: { workspaceFolders: workspace?.workspaceFolders ?? true },
      },
    });
    const offered = await action('Dockerfile', 'image/shell-form-command', /JSON/);
    assert.deepEqual(Object.keys(offered.edit ?? {}), ['changes']);
    const [text] = applied(offered.edit ?? assert.fail(), () => dockerfile).values();
    assert.match(text ?? '', /CMD \["node"/);
  });

  it('does not touch a closed file that is not UTF-8', async () => {
    const korean = Uint8Array.from([...Buffer.from('# '), 0xc0, 0xe5, ...Buffer.from(`\n${dockerfile}`)]);
    folder.write('Dockerfile', korean);
    await start();
    const resolved = await editor.resolve(await action('Dockerfile', 'image/shell-form-command', /JSON/));
    assert.equal(resolved.edit, undefined);
    assert.match(await editor.until('the refusal', () => editor.messages.at(-1)), /Dockerfile is not UTF-8/);
  });
});
