import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver/node';
import { applied, Editor, TemporaryFolder } from './editor.js';
import { deployment } from './samples.js';

const hpa = `# What the shop needs.
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: shop
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
  minReplicas: 2 # never one alone
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: 70 }
`;
const probed = deployment.replace('          ports:', `          resources: { requests: { cpu: 500m }, limits: { cpu: "1" } }
          readinessProbe: { initialDelaySeconds: 65, httpGet: { path: /, port: 8080 } }
          ports:`);

interface Simulation { readonly target: string; readonly title: string; readonly files: readonly string[]; readonly setup: { readonly pod: object; readonly autoscalers: readonly { readonly spec: object }[] }; readonly notes: readonly string[]; readonly page?: string }
interface Question { readonly question: string; readonly choose: readonly { readonly label: string; readonly description: string; readonly target: string }[] }

describe('simulating over the protocol', () => {
  let folder: TemporaryFolder;
  let editor: Editor;

  const start = async (files: Readonly<Record<string, string>>, locale = 'en', initializationOptions: object = { lenses: true }): Promise<void> => {
    folder = new TemporaryFolder(files);
    editor = await Editor.start({ folders: [folder.path], locale, initializationOptions });
    await editor.ready();
  };
  const lenses = (path: string): Promise<CodeLens[] | null> => editor.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: folder.uri(path) } });
  const simulate = <T = Simulation>(request: object): Promise<T> => editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.simulation', arguments: [request] });
  const write = (target: string, knobs: object): Promise<boolean> => editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.writeAutoscaler', arguments: [{ target, knobs }] });
  const asked = { nonce: 'abc' };

  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  it('offers a lens above each autoscaler, which says how fast it reacts', async () => {
    await start({ 'k8s/hpa.yaml': `${hpa}---\n${hpa.replaceAll('shop', 'admin')}`, 'k8s/app.yaml': probed });
    assert.deepEqual((await lenses('k8s/hpa.yaml'))?.map(({ range, command }) => [range.start.line, command?.title, command?.command]), [
      [1, 'Simulate · 2→10 · reacts in 95 s', 'monolift.simulateAutoscaling'],
      [16, 'Simulate · 2→10', 'monolift.simulateAutoscaling'],
    ]);
    assert.deepEqual(await lenses('k8s/app.yaml'), []);
  });

  it('asks for lenses anew when another file changes what they say', async () => {
    await start({ 'hpa.yaml': hpa, 'app.yaml': probed }, 'ko');
    const before = editor.refreshes;
    await editor.open(folder.uri('app.yaml'), probed.replace('initialDelaySeconds: 65', 'initialDelaySeconds: 20'), 'yaml');
    await editor.until('a refresh', () => (editor.refreshes > before ? true : undefined));
    assert.equal((await lenses('hpa.yaml'))?.[0]?.command?.title, '시뮬레이션 · 2→10 · 반응까지 50초');
  });

  it('offers none to a client that lacks the command', async () => {
    await start({ 'hpa.yaml': hpa }, 'en', {});
    assert.equal(editor.initialized?.capabilities.codeLensProvider, undefined);
    assert.equal(editor.refreshes, 0);
  });

  it('answers with a page that only runs what carries the nonce', async () => {
    await start({ 'k8s/hpa.yaml': hpa, 'k8s/app.yaml': probed });
    const { title, files, setup, notes, page = '' } = await simulate(asked);
    assert.equal(title, 'Autoscaling of shop');
    assert.deepEqual(files, [folder.uri('k8s/hpa.yaml'), folder.uri('k8s/app.yaml')]);
    assert.deepEqual(setup.pod, { request: 500, limit: 1000, capacity: 50, latency: 0, startUp: 65 });
    assert.deepEqual(notes, ['A request is assumed to take 20 ms of CPU. Set what a load test of one pod measured; "Monolift: Size from Load Test" works it out.']);
    assert.match(page, /default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'/);
    assert.deepEqual([...page.matchAll(/<(?:style|script)\b(?! type="application\/json")([^>]*)>/g)].map((tag) => tag[1]), [' nonce="abc"', ' nonce="abc"']);
  });

  it('lets nobody put markup into the page by way of the nonce', async () => {
    await start({ 'hpa.yaml': hpa });
    assert.equal((await simulate({ nonce: '"><script>' })).page, undefined);
  });

  it('asks which one is meant, and takes that of the file at hand', async () => {
    await start({ 'shop.yaml': hpa, 'admin.yaml': hpa.replaceAll('shop', 'admin') });
    const { question, choose } = await simulate<Question>(asked);
    assert.equal(question, 'Which autoscaler shall be simulated?');
    assert.deepEqual(choose.map(({ label, description }) => [label, description]), [['admin', 'admin.yaml'], ['shop', 'shop.yaml']]);
    assert.equal((await simulate({ ...asked, uri: folder.uri('shop.yaml') })).title, 'Autoscaling of shop');
    assert.equal((await simulate({ ...asked, target: choose[0]?.target })).title, 'Autoscaling of admin');
  });

  it('follows the manifest as it is typed', async () => {
    await start({ 'hpa.yaml': hpa });
    const { target } = await simulate(asked);
    await editor.open(folder.uri('hpa.yaml'), hpa.replace('averageUtilization: 70', 'averageUtilization: 45'), 'yaml');
    const { setup, page } = await simulate({ target });
    assert.match(JSON.stringify(setup.autoscalers), /"averageUtilization":45/);
    assert.equal(page, undefined);
  });

  it('writes what was turned, and nothing else, into the manifest', async () => {
    await start({ 'hpa.yaml': hpa });
    const { target } = await simulate(asked);
    assert.equal(await write(target, { min: 3, max: 10, target: 60, upWindow: 0, downWindow: 120 }), true);
    const edit = editor.applied[0]?.edit ?? assert.fail('no edit');
    assert.equal(edit.changeAnnotations, undefined);
    assert.equal(applied(edit, () => hpa).get(folder.uri('hpa.yaml')), `${hpa.replace('minReplicas: 2 #', 'minReplicas: 3 #').replace('averageUtilization: 70', 'averageUtilization: 60')}  behavior:\n    scaleDown:\n      stabilizationWindowSeconds: 120\n`);
    assert.equal(await write(target, { min: 2, max: 10, target: 70, upWindow: 0, downWindow: 300 }), true);
    assert.equal(editor.applied.length, 1);
  });

  it('says why it cannot', async () => {
    await start({ 'v1.yaml': hpa.replace('autoscaling/v2', 'autoscaling/v1').replace(/ {2}metrics:[^]*/, '  targetCPUUtilizationPercentage: 70\n') }, 'ko');
    const { target } = await simulate(asked);
    assert.equal(await write(target, { min: 2, max: 10, target: 70, upWindow: 30, downWindow: 300 }), false);
    await editor.until('the reason', () => editor.messages.find((message) => message.includes('안정화 윈도우가 없습니다')));
    assert.equal(await write(`${folder.uri('gone.yaml')}#0`, { min: 2 }), false);
    await assert.rejects(write(target, { min: 'two' }), /whole numbers are wanted/);
  });

  it('tells what there is to do where nothing can be simulated', async () => {
    await start({ 'app.yaml': deployment });
    assert.equal(await simulate(asked), null);
    await editor.until('the hint', () => editor.messages.find((message) => message.startsWith('There is no HorizontalPodAutoscaler here.')));
    folder.write('hpa.yaml', hpa.replace('maxReplicas: 10', 'maxReplicas: 1'));
    await editor.touched(folder.uri('hpa.yaml'), 1);
    await editor.found(folder.uri('hpa.yaml'), (all) => all.length > 0);
    assert.equal(await simulate(asked), null);
    await editor.until('the fault', () => editor.messages.find((message) => message.startsWith('shop cannot be simulated: `minReplicas`')));
  });
});
