import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applications } from '../../server/src/generators/application/find.js';
import { generateCompose } from '../../server/src/generators/compose/generate.js';
import { generateSet, type SetForm } from '../../server/src/generators/kubernetes/generate.js';
import { scan } from '../harness/run.js';
import { clusterWorkspaces } from '../unit/generators/cluster-workspaces.js';
import { inconsistencies, objectsIn, type KubernetesObject } from '../unit/generators/manifests.js';
import type { Files } from '../unit/generators/workspaces.js';
import { printed, printedIn, tool, type ToolName } from './tools.js';

const toolNames: readonly ToolName[] = ['helm', 'kustomize', 'cmd'];

/** By kind and name, because tools order objects as they like. */
function byName(objects: readonly KubernetesObject[]): ReadonlyMap<string, KubernetesObject> {
  return new Map(objects.map((object) => [`${object.kind}/${object.metadata.name}`, object] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function written(root: string, files: Files, form: SetForm): Promise<{ readonly folder: string; readonly objects: readonly KubernetesObject[]; readonly paths: readonly string[] }> {
  const { conclusion: { model } } = await scan(new Map(Object.entries(files)));
  const [application] = applications(model, '');
  assert.ok(application);
  const set = generateSet(form, { model, application, text: (path) => files[path], locale: 'en', networkPolicy: true });
  for (const { path, text } of set.files) {
    mkdirSync(dirname(join(root, form, path)), { recursive: true });
    writeFileSync(join(root, form, path), text);
  }
  const direct = set.files.filter(({ path }) => !path.includes('/development/'));
  return { folder: join(root, form), objects: form === 'kubernetes' ? direct.flatMap(({ text }) => objectsIn(text)) : [], paths: set.files.map(({ path }) => path) };
}

describe('charts, kustomizations and Compose files, by the tools themselves', function suite() {
  this.timeout(600_000);
  const root = mkdtempSync(join(tmpdir(), 'monolift-charts-'));
  before(() => toolNames.forEach(tool));
  after(() => rmSync(root, { recursive: true }));

  for (const [name, files] of Object.entries(clusterWorkspaces)) {
    describe(name, () => {
      const place = join(root, name);
      it('helm template prints the objects of plain YAML, and lints', async () => {
        const plain = byName((await written(place, files, 'kubernetes')).objects);
        const { folder, paths } = await written(place, files, 'helm');
        const chart = join(folder, dirname(paths.find((path) => path.endsWith('/Chart.yaml')) ?? ''));
        const release = chart.split('/').at(-1) ?? '';
        assert.deepEqual(byName(objectsIn(printed('helm', 'template', release, chart))), plain);
        printed('helm', 'lint', '--strict', chart);
      });
      it('a chart takes its settings: names, a fixed number of replicas, places for pods', async () => {
        const { folder, paths } = await written(place, files, 'helm');
        const chart = join(folder, dirname(paths.find((path) => path.endsWith('/Chart.yaml')) ?? ''));
        const sets = ['fullnameOverride=other', 'autoscaling.enabled=false', 'replicaCount=3', 'image.tag=1.10', 'imagePullSecrets[0].name=registry', 'nodeSelector.disk=ssd', 'tolerations[0].key=spot', 'podAnnotations.team=web'];
        const objects = objectsIn(printed('helm', 'template', 'x', chart, ...sets.flatMap((each) => ['--set', each])));
        assert.deepEqual(inconsistencies(objects), []);
        const deployment = objects.find(({ kind }) => kind === 'Deployment') as unknown as { readonly metadata: { readonly name: string }; readonly spec: { readonly replicas: number; readonly template: { readonly spec: { readonly nodeSelector: object; readonly containers: readonly { readonly image: string }[] } } } };
        assert.equal(deployment.metadata.name, 'other');
        assert.equal(deployment.spec.replicas, 3);
        assert.deepEqual(deployment.spec.template.spec.nodeSelector, { disk: 'ssd' });
        assert.match(deployment.spec.template.spec.containers[0]?.image ?? '', /:1\.10?$/);
        assert.throws(() => printed('helm', 'template', 'x', chart, '--set', 'autoscaling.minReplica=3'), /not allowed/);
      });
      it('the reader of Docker Compose takes the Compose file', async () => {
        const { conclusion: { model } } = await scan(new Map(Object.entries(files)));
        const [application] = applications(model, '');
        assert.ok(application);
        const folder = join(place, 'compose');
        const generated = generateCompose({ model, application, text: (path) => files[path], locale: 'en' });
        mkdirSync(folder, { recursive: true });
        // This reader knows no `.env`.
        for (const { path, text } of generated.files) writeFileSync(join(folder, path), text.replaceAll(/\$\{\w+:\?\}/g, 'local'));
        assert.match(printedIn(folder, 'cmd', generated.files[0]?.path ?? ''), /^ +app:$/m);
      });
      it('kustomize build prints the objects of plain YAML, and both overlays', async () => {
        const plain = byName((await written(place, files, 'kubernetes')).objects);
        const { folder } = await written(place, files, 'kustomize');
        assert.deepEqual(byName(objectsIn(printed('kustomize', 'build', join(folder, 'k8s/base')))), plain);
        assert.deepEqual([...byName(objectsIn(printed('kustomize', 'build', join(folder, 'k8s/overlays/production')))).keys()], [...plain.keys()]);
        assert.deepEqual(inconsistencies(objectsIn(printed('kustomize', 'build', join(folder, 'k8s/overlays/development')))), []);
      });
    });
  }
});
