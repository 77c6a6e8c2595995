import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/contract/finding.js';
import { Overlay } from '../../../server/src/host/overlay.js';
import { MemoryHost } from '../../../server/src/host/memory.js';
import { productRuleset } from '../../../server/src/host/ruleset.js';
import { Workspace } from '../../../server/src/host/workspace.js';
import { adapters } from '../../harness/run.js';

const cart = (lines: string): string => `import javax.servlet.http.HttpSession;\nclass Cart { void f(HttpSession session) {\n${lines}\n} }\n`;
const put = (name: string): string => `session.setAttribute("${name}", 1);`;
const show = ({ rule, file, range, severity, args }: Finding): string => `${file}:${range.startLine} ${severity} ${rule} ${JSON.stringify(args)}`;

/** Edits one file and compares the quick answer with the full conclusion. */
async function edited(files: Readonly<Record<string, string>>, path: string, text: string): Promise<{ readonly quick: readonly string[]; readonly full: readonly string[] }> {
  const overlay = new Overlay(new MemoryHost(new Map(Object.entries(files))));
  const workspace = new Workspace(overlay, productRuleset(), adapters);
  for (const task of workspace.tasks()) await workspace.update(task.path);
  const previous = workspace.conclude();
  const before = workspace.resultOf(path);
  overlay.set(path, text);
  await workspace.update(path);
  const quick = workspace.answer(previous, [{ path, before, after: workspace.resultOf(path) }]).conclusion;
  return { quick: quick.findings.map(show).sort(), full: workspace.conclude().findings.map(show).sort() };
}

function quickAndFull(before: string, after: string): ReturnType<typeof edited> {
  return edited({ 'a/Cart.java': cart(before), 'b/Cart.java': cart(put('other')) }, 'a/Cart.java', cart(after));
}

describe('the quick answer to an edit', () => {
  it('moves findings and keeps what other files made of them', async () => {
    const { quick, full } = await quickAndFull(put('cart'), `\n\n${put('cart')}`);
    assert.deepEqual(quick, full);
    assert.deepEqual(quick, ['a/Cart.java:5 error state/http-session {"attribute":"cart"}', 'b/Cart.java:3 warning state/http-session {"attribute":"other"}']);
  });
  it('adds one more of a known group as a warning', async () => {
    const { quick, full } = await quickAndFull(put('cart'), `${put('cart')}\n${put('user')}`);
    assert.deepEqual(quick, full);
    assert.ok(quick.includes('a/Cart.java:4 warning state/http-session {"attribute":"user"}'));
  });
  it('drops what is gone; what that means for other files waits for the full conclusion', async () => {
    const { quick, full } = await quickAndFull(put('cart'), '');
    assert.deepEqual(quick, ['b/Cart.java:3 warning state/http-session {"attribute":"other"}']);
    assert.deepEqual(full, ['b/Cart.java:3 error state/http-session {"attribute":"other"}']);
  });
});

const deployment = (replicas: string, requests: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  ${replicas}
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers:
        - name: shop
          image: acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          ${requests}
`;
const whole = deployment('', 'resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 256Mi } }');
const autoscaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
  minReplicas: 2
  maxReplicas: 8
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }]
`;
const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  selector: { app: shop }\n  ports: [{ port: 80, targetPort: 8080 }]\n';
/** What only a full conclusion would see: another application whose findings do not change. */
const other = whole.replaceAll('shop', 'mail').replace('resources:', '# resources:');

describe('the quick answer to an edit of a manifest', () => {
  it('tells in the file of the autoscaler what its workload lost', async () => {
    const { quick, full } = await edited({ 'k8s/app.yaml': whole, 'scaling/hpa.yaml': autoscaler, 'mail/app.yaml': other }, 'k8s/app.yaml', deployment('', ''));
    assert.deepEqual(quick, full);
    assert.ok(quick.some((line) => line.startsWith('scaling/hpa.yaml:')), quick.join('\n'));
    assert.ok(quick.some((line) => line.startsWith('mail/app.yaml:')), quick.join('\n'));
  });
  it('takes back there what was mended', async () => {
    const { quick, full } = await edited({ 'k8s/app.yaml': deployment('', ''), 'scaling/hpa.yaml': autoscaler }, 'k8s/app.yaml', whole);
    assert.deepEqual(quick, full);
    assert.ok(!quick.some((line) => line.startsWith('scaling/hpa.yaml:')), quick.join('\n'));
  });
  it('looks at workloads again when their autoscaler changes', async () => {
    const files = { 'k8s/app.yaml': deployment('replicas: 3', 'resources: {}'), 'scaling/hpa.yaml': autoscaler };
    const { quick, full } = await edited(files, 'scaling/hpa.yaml', autoscaler.replace(/name: shop \}\n  min/, 'name: shops }\n  min'));
    assert.deepEqual(quick, full);
    assert.ok(!quick.some((line) => line.includes('autoscale/replicas-conflict')), quick.join('\n'));
  });
  it('follows labels within a folder', async () => {
    const { quick, full } = await edited({ 'k8s/app.yaml': whole, 'k8s/service.yaml': service }, 'k8s/app.yaml', whole.replace('labels: { app: shop }', 'labels: { app: shopp }'));
    assert.deepEqual(quick, full);
    assert.ok(quick.some((line) => line.startsWith('k8s/service.yaml:')), quick.join('\n'));
  });
  it('follows kustomizations', async () => {
    const files = {
      'base/app.yaml': whole, 'base/kustomization.yaml': 'resources: [app.yaml]\n',
      'prod/kustomization.yaml': 'resources: [../base, hpa.yaml]\n', 'prod/hpa.yaml': autoscaler.replace('name: shop }\nspec', 'name: shop-prod }\nspec'),
    };
    const { quick, full } = await edited(files, 'base/app.yaml', deployment('', ''));
    assert.deepEqual(quick, full);
    assert.ok(quick.some((line) => line.startsWith('prod/hpa.yaml:')), quick.join('\n'));
  });
});
