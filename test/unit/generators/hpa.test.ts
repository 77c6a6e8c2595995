import assert from 'node:assert/strict';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { parse } from 'yaml';
import { say, type Locale } from '../../../server/src/contract/words.js';
import { changedFiles } from '../../../server/src/engine/fixes.js';
import { generateHpas, hpaCandidates, type GeneratedHpa } from '../../../server/src/generators/hpa.js';
import { scan } from '../../harness/run.js';

type Files = Readonly<Record<string, string>>;
type Manifest = ConstructorParameters<typeof HorizontalPodAutoscaler>[0];

interface Result {
  readonly generated: GeneratedHpa;
  readonly changed: ReadonlyMap<string, string>;
  readonly all: Files;
}

async function generate(files: Files, { under = '', locale = 'en' as Locale } = {}): Promise<Result> {
  const { conclusion: { model, failures } } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(failures, []);
  const text = (path: string): string | undefined => files[path];
  const generated = generateHpas({ model, text, locale }, hpaCandidates(model, under));
  const changed = changedFiles(generated.edits, text);
  assert.ok(changed, 'the edits overlap');
  return { generated, changed, all: { ...files, ...Object.fromEntries(changed) } };
}

/** The HPA in a file, proven against the schema of the API. */
function valid(text: string | undefined): NonNullable<Manifest> {
  assert.ok(text !== undefined);
  const manifest = parse(text) as NonNullable<Manifest> & { apiVersion: string; kind: string };
  assert.equal(manifest.apiVersion, 'autoscaling/v2');
  assert.equal(manifest.kind, 'HorizontalPodAutoscaler');
  new HorizontalPodAutoscaler(manifest).validate();
  return manifest;
}

function deployment(name: string, spec = '', containers = `        - name: ${name}\n          image: acme/${name}:1\n          ports: [{ containerPort: 8080 }]\n`, meta = ''): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
${meta}spec:
${spec}  selector: { matchLabels: { app: "${name}" } }
  template:
    metadata: { labels: { app: "${name}" } }
    spec:
      containers:
${containers}`;
}

const session = `package shop;
import javax.servlet.http.HttpSession;
public class Cart {
    void add(HttpSession session) { session.setAttribute("cart", this); }
}
`;

describe('the generated HPA', () => {
  it('fits the schema and scales by CPU between 2 and 10', async () => {
    const { changed } = await generate({ 'k8s/shop.yaml': deployment('shop', '', undefined, '  namespace: web\n  labels: { app: shop, app.kubernetes.io/part-of: "2024", owner: me }\n') });
    const hpa = valid(changed.get('k8s/shop-hpa.yaml'));
    assert.deepEqual(hpa.metadata, { name: 'shop', namespace: 'web', labels: { app: 'shop', 'app.kubernetes.io/part-of': '2024' } });
    assert.deepEqual(hpa.spec?.scaleTargetRef, { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' });
    assert.deepEqual([hpa.spec?.minReplicas, hpa.spec?.maxReplicas], [2, 10]);
    assert.deepEqual(hpa.spec?.metrics, [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }]);
    assert.equal(hpa.spec?.behavior?.scaleDown?.stabilizationWindowSeconds, 300);
  });

  it('is the same text for the same input', async () => {
    const files = { 'k8s/all.yaml': deployment('shop') + deployment('cart'), 'k8s/kustomization.yaml': 'resources: [all.yaml]\n' };
    assert.deepEqual([...(await generate(files)).changed], [...(await generate(files)).changed]);
  });

  it('adds the request it measures against, marked to be adjusted, and removes replicas', async () => {
    const { changed, generated } = await generate({ 'shop.yaml': deployment('shop', '  replicas: 4 # peak\n') });
    const manifest = changed.get('shop.yaml') ?? '';
    assert.match(manifest, /^ {10}resources:\n {12}requests:\n {14}cpu: 250m # TODO: .+\n/m);
    assert.doesNotMatch(manifest, /replicas/);
    const hpa = valid(changed.get('shop-hpa.yaml'));
    assert.deepEqual([hpa.spec?.minReplicas, hpa.spec?.maxReplicas], [4, 10], 'never below what ran until now');
    assert.ok(generated.notes.some(({ text, args }) => say(text, 'en', args).includes('`replicas: 4`')));
  });

  it('leaves requests and limits that are there alone', async () => {
    const containers = '        - name: shop\n          image: acme/shop\n          ports: [{ containerPort: 80 }]\n          resources: { limits: { cpu: 1 } }\n';
    const { changed } = await generate({ 'shop.yaml': deployment('shop', '', containers) });
    assert.ok(changed.get('shop.yaml')?.startsWith(deployment('shop', '', containers)), 'only the constraint comes behind');
  });

  describe('with sidecars', () => {
    const containers = '        - name: envoy\n          image: envoyproxy/envoy:v1\n        - name: shop\n          image: acme/shop\n          ports: [{ containerPort: 80 }]\n';
    it('measures the one container that does the work', async () => {
      const { changed } = await generate({ 'shop.yaml': deployment('shop', '', containers) });
      const [metric] = valid(changed.get('shop-hpa.yaml')).spec?.metrics ?? [];
      assert.deepEqual(metric, { type: 'ContainerResource', containerResource: { container: 'shop', name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } });
      assert.equal(changed.get('shop.yaml')?.match(/cpu: /g)?.length, 1);
    });
    it('measures the pods before Kubernetes 1.30, and then every container needs a request', async () => {
      const { changed } = await generate({ 'monolift.yaml': 'clusterVersion: "1.29"\n', 'shop.yaml': deployment('shop', '', containers) });
      assert.equal(valid(changed.get('shop-hpa.yaml')).spec?.metrics?.[0]?.type, 'Resource');
      assert.equal(changed.get('shop.yaml')?.match(/cpu: /g)?.length, 2);
    });
  });

  it('is named in the kustomization that names the workload, with all others of the same file', async () => {
    const { changed } = await generate({ 'k/kustomization.yaml': 'resources:\n# ours\n- ./apps/shop.yaml\n- db.yaml\n', 'k/apps/shop.yaml': deployment('shop') + deployment('cart', '  replicas: 1\n') });
    assert.equal(changed.get('k/kustomization.yaml'), 'resources:\n# ours\n- ./apps/shop.yaml\n- ./apps/shop-hpa.yaml\n- ./apps/shop-pdb.yaml\n- ./apps/cart-hpa.yaml\n- ./apps/cart-pdb.yaml\n- db.yaml\n');
    assert.equal(changed.get('k/apps/shop.yaml')?.match(/cpu: 250m/g)?.length, 2);
    assert.doesNotMatch(changed.get('k/apps/shop.yaml') ?? '', /replicas/);
  });

  it('overwrites nothing', async () => {
    const { changed } = await generate({ 'shop.yaml': deployment('shop') + deployment('shop', '', undefined, '  namespace: other\n'), 'shop-hpa.yaml': 'mine: true\n' });
    assert.deepEqual([...changed.keys()].sort(), ['shop-hpa-2.yaml', 'shop-hpa-3.yaml', 'shop-pdb-2.yaml', 'shop-pdb.yaml', 'shop.yaml']);
  });

  it('refuses to be silent about open errors in the code', async () => {
    const files = { 'pom.xml': '<project><artifactId>shop</artifactId><packaging>war</packaging></project>', 'src/main/webapp/index.html': '', 'src/main/java/shop/Cart.java': session, 'k8s/shop.yaml': deployment('shop') };
    const { changed, generated } = await generate(files);
    assert.match(changed.get('k8s/shop-hpa.yaml') ?? '', /^# Not safe yet: 1 open finding.*\n# {3}src\/main\/java\/shop\/Cart\.java:4 state\/http-session$/m);
    const notes = generated.notes.map(({ text, args }) => say(text, 'en', args));
    assert.match(notes[0] ?? '', /^Fix before this HPA goes live: 1 open finding\(s\) .*joined by the image name shop/);
    assert.equal(notes[1], 'src/main/java/shop/Cart.java:4 state/http-session');
    for (const { text, args } of generated.notes) for (const locale of ['en', 'ko'] as const) assert.doesNotMatch(say(text, locale, args), /\{\w+\}/);
    valid(changed.get('k8s/shop-hpa.yaml'));
  });

  it('explains itself in Korean when asked to', async () => {
    const { changed } = await generate({ 'shop.yaml': deployment('shop') }, { locale: 'ko' });
    const comments = (changed.get('shop-hpa.yaml') ?? '').split('\n').filter((line) => line.trim().startsWith('#'));
    assert.ok(comments.length > 4 && comments.every((line) => /\p{Script=Hangul}/u.test(line)), comments.join('\n'));
    valid(changed.get('shop-hpa.yaml'));
  });

  it('is enough: a second run has nothing to add, and nothing new is wrong', async () => {
    const { all } = await generate({ 'k8s/all.yaml': deployment('shop', '  replicas: 3\n') + deployment('cart') });
    const { conclusion } = await scan(new Map(Object.entries(all)));
    assert.deepEqual(conclusion.findings.filter(({ rule }) => rule.startsWith('autoscale/')).map(({ rule }) => rule), []);
    assert.deepEqual((await generate(all)).generated, { edits: [], notes: [] });
  });

  it('spreads the replicas and keeps a drain from taking them together, unless something does', async () => {
    const { changed, generated } = await generate({ 'shop.yaml': deployment('shop', '  replicas: 2\n') });
    assert.match(changed.get('shop.yaml') ?? '', /^ {6}topologySpreadConstraints:\n {8}- maxSkew: 1\n/m);
    assert.match(changed.get('shop-pdb.yaml') ?? '', /kind: PodDisruptionBudget\n[^]*maxUnavailable: 1\n {2}selector:\n {4}matchLabels:\n {6}app: shop\n$/);
    assert.ok(generated.notes.some(({ text, args }) => say(text, 'en', args).includes('PodDisruptionBudget')));
    const kept = await generate({ 'shop.yaml': deployment('shop').replace('      containers:', '      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: shop } } }]\n      containers:'), 'pdb.yaml': 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: all }\nspec: { maxUnavailable: 1, selector: {} }\n' });
    assert.deepEqual([...kept.changed.keys()].sort(), ['shop-hpa.yaml', 'shop.yaml']);
    assert.equal(kept.changed.get('shop.yaml')?.match(/topologySpread/g)?.length, 1);
  });

  it('keeps CRLF', async () => {
    const { changed } = await generate({ 'shop.yaml': deployment('shop').replaceAll('\n', '\r\n') });
    for (const text of changed.values()) assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('is made for the folder that was asked for only', async () => {
    const { changed } = await generate({ 'a/shop.yaml': deployment('shop'), 'b/cart.yaml': deployment('cart') }, { under: 'b' });
    assert.deepEqual([...changed.keys()].sort(), ['b/cart-hpa.yaml', 'b/cart-pdb.yaml', 'b/cart.yaml']);
  });

  it('asks for no more replicas than the pools of connections leave room for in the database', async () => {
    const database = deployment('shop-db', '', '        - name: db\n          image: postgres:17\n');
    const files = (size: number): Files => ({
      'pom.xml': '<project><groupId>acme</groupId><artifactId>shop</artifactId><version>1</version><packaging>war</packaging></project>\n',
      'src/main/webapp/index.jsp': '<html></html>\n',
      'src/main/resources/application.properties': `spring.datasource.url=jdbc:postgresql://shop-db:5432/shop\nspring.datasource.hikari.maximum-pool-size=${size}\n`,
      'k8s/shop.yaml': `${deployment('shop')}${database}`,
    });
    const made = async (size: number): Promise<string | undefined> => (await generate(files(size))).changed.get('k8s/shop-hpa.yaml');
    assert.equal(valid(await made(30)).spec?.maxReplicas, 3);
    assert.match((await made(30)) ?? '', /# More would exceed the 100 connections of the database, of which each replica may open 30\.\n {2}maxReplicas: 3/);
    assert.equal(valid(await made(5)).spec?.maxReplicas, 10);
    // Two replicas are the least: what does not fit is told of by its rule.
    assert.equal(valid(await made(80)).spec?.maxReplicas, 2);
  });
});
