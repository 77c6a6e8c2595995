import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { applied, Editor, repository, TemporaryFolder } from './editor.js';
import { deployment } from './samples.js';

const jmeter = readFileSync(join(repository, 'test/unit/autoscaling/load-tests/jmeter.csv'), 'utf8');
const requested = deployment.replace('          ports:', '          resources: { requests: { cpu: 250m } } # a guess\n          readinessProbe: { initialDelaySeconds: 40 }\n          ports:');

interface Answer { readonly page?: string; readonly title?: string; readonly target?: string; readonly view?: { readonly notes: readonly string[]; readonly manifest: string }; readonly question?: string; readonly choose?: readonly { readonly label: string; readonly target: string }[] }

describe('sizing over the protocol', () => {
  let folder: TemporaryFolder;
  let editor: Editor;

  const start = async (files: Readonly<Record<string, string>>, locale = 'en'): Promise<void> => {
    folder = new TemporaryFolder({ 'results.csv': jmeter, ...files });
    editor = await Editor.start({ folders: [folder.path], locale });
    await editor.ready();
  };
  const size = (request: object): Promise<Answer | null> => editor.connection.sendRequest('workspace/executeCommand', { command: 'monolift.server.sizing', arguments: [{ files: [folder.uri('results.csv')], ...request }] });
  const fields = { pods: [2], cpu: 500, peak: 200, usual: 50, headroom: 20, startUp: 40, growth: 20, request: 500 };

  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  it('answers with a page that knows the workload, and with what its fields lead to', async () => {
    await start({ 'k8s/app.yaml': requested });
    const { page = '', title, target } = await size({ nonce: 'abc' }) ?? {};
    assert.equal(title, 'Sizing of shop');
    assert.match(page, /default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'/);
    assert.match(page, /"request":250,"startUp":40/);
    assert.match(page, /results\.csv: \d+ requests in \d+ s \(JMeter\), /);
    const { view } = await size({ target, fields }) ?? {};
    const { spec } = parse(view?.manifest ?? '') as { readonly spec: { readonly minReplicas: number; readonly maxReplicas: number } };
    assert.ok(spec.minReplicas >= 2 && spec.maxReplicas > spec.minReplicas, view?.manifest);
    assert.ok(view?.notes.every((note) => /^[A-Z0-9a-z].*[.)]$/.test(note)), view?.notes.join('\n'));
  });

  it('creates the autoscaler and sets the request that it holds for, after confirmation', async () => {
    await start({ 'k8s/app.yaml': requested });
    assert.equal(await size({ fields, create: true }), null);
    const edit = editor.applied[0]?.edit ?? assert.fail('no edit');
    assert.ok(Object.values(edit.changeAnnotations ?? {}).every(({ needsConfirmation }) => needsConfirmation));
    const texts = applied(edit, (uri) => (uri.endsWith('app.yaml') ? requested : undefined));
    assert.match(texts.get(folder.uri('k8s/shop-hpa.yaml')) ?? '', /kind: HorizontalPodAutoscaler[^]*name: shop/);
    assert.equal(texts.get(folder.uri('k8s/app.yaml')), requested.replace('cpu: 250m', 'cpu: 500m'));
  });

  it('puts the numbers into the autoscaler that is there', async () => {
    const hpa = 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: shop }\nspec:\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }\n  minReplicas: 1 # too few\n  maxReplicas: 3\n';
    await start({ 'k8s/app.yaml': requested.replace('250m', '500m'), 'k8s/scale.yaml': hpa });
    assert.equal(await size({ fields, create: true }), null);
    const texts = applied(editor.applied[0]?.edit ?? assert.fail('no edit'), (uri) => (uri.endsWith('scale.yaml') ? hpa : undefined));
    assert.deepEqual([...texts.keys()], [folder.uri('k8s/scale.yaml')]);
    assert.match([...texts.values()].join(), /minReplicas: [2-9]\d* # too few\n {2}maxReplicas: \d+\n {2}metrics:\n/);
  });

  it('asks which workload was tested', async () => {
    await start({ 'shop.yaml': deployment, 'admin.yaml': deployment.replaceAll('shop', 'admin') }, 'ko');
    const { question, choose } = await size({ nonce: 'abc' }) ?? {};
    assert.equal(question, '어떤 워크로드를 테스트했는지 선택하세요.');
    assert.deepEqual(choose?.map(({ label }) => label), ['admin', 'shop']);
    assert.equal((await size({ nonce: 'abc', target: choose?.[1]?.target }))?.title, 'shop 크기 산정');
  });

  it('says what is wrong with a file, and what there is to do without a workload', async () => {
    await start({ 'app.yaml': deployment, 'notes.txt': 'nothing measured' });
    assert.equal(await size({ nonce: 'abc', files: [folder.uri('notes.txt')] }), null);
    await editor.until('the fault', () => editor.messages.find((message) => /notes\.txt: neither a table with/.test(message)));
    await assert.rejects(size({ fields: { peak: 'much' } }), /numbers or a nonce are wanted/);
    await assert.rejects(size({ nonce: '"><script>' }), /numbers or a nonce are wanted/);
  });

  it('tells what to do where there is nothing to scale', async () => {
    await start({});
    assert.equal(await size({ nonce: 'abc' }), null);
    await editor.until('the hint', () => editor.messages.find((message) => message.startsWith('There is no Deployment or StatefulSet here')));
  });
});
