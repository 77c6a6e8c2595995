import assert from 'node:assert/strict';
import { joinWorkload } from '../../../server/src/facts/join.js';
import { scan } from '../../harness/run.js';

function deployment(name: string, image: string, labels: string = name): string {
  return `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec:\n  selector: { matchLabels: { app: "${labels}" } }\n  template:\n    metadata: { labels: { app: "${labels}" } }\n    spec: { containers: [{ name: app, image: "${image}", ports: [{ containerPort: 8080 }] }] }\n`;
}

function pom(name: string, body = '', packaging = 'war'): string {
  return `<project><groupId>a</groupId><artifactId>${name}</artifactId><version>1</version><packaging>${packaging}</packaging>${body}</project>`;
}

/** A WAR module: build file and a page, without which nothing would be deployed. */
function war(dir: string, name: string, body = ''): Record<string, string> {
  return { [`${dir}pom.xml`]: pom(name, body), [`${dir}src/main/webapp/index.html`]: '<html/>' };
}

async function joined(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { conclusion: { model, failures } } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(failures, []);
  return Object.fromEntries(model.facts('k8s.workload').map((workload) => {
    const found = joinWorkload(model, workload);
    return [workload.value.name ?? '?', found ? `${found.how}: ${found.folders.map((folder) => folder || '.').sort().join(' ')}` : 'none'];
  }));
}

describe('a workload is joined to its code', () => {
  it('by the Compose file that builds its image', async () => {
    assert.deepEqual(await joined({
      ...war('a/', 'first'), ...war('b/', 'second'),
      'compose.yaml': 'services:\n  web:\n    build: { context: ./b, dockerfile: docker/Dockerfile }\n    image: ${REGISTRY}/acme/web:${TAG:-1}\n  other:\n    build: ./a\n',
      'k8s/all.yaml': deployment('front', 'registry.example.com/acme/web:7') + deployment('back', 'acme/other'),
    }), { front: 'compose: b', back: 'compose: a' });
  });
  it('by Skaffold', async () => {
    assert.deepEqual(await joined({
      ...war('a/', 'first'), ...war('b/', 'second'),
      'skaffold.yaml': 'apiVersion: skaffold/v4beta11\nkind: Config\nbuild:\n  artifacts:\n    - image: web\n      context: b\n',
      'k8s/all.yaml': deployment('front', 'web'),
    }), { front: 'skaffold: b' });
  });
  it('by the part of a common build context that is packed', async () => {
    assert.deepEqual(await joined({
      ...war('a/', 'first'), ...war('b/', 'second'), ...war('c/', 'third'),
      'compose.yaml': 'services:\n  web:\n    build: { context: ., dockerfile: b/Dockerfile }\n',
      'skaffold.yaml': 'apiVersion: skaffold/v4beta11\nkind: Config\nbuild:\n  artifacts:\n    - image: pay\n      jib: { project: c }\n',
      'k8s/all.yaml': deployment('front', 'acme/web:7') + deployment('till', 'acme/pay:7'),
    }), { front: 'compose: b', till: 'skaffold: c' });
  });
  it('by the Dockerfile in the folder of that name, with or without a build file', async () => {
    assert.deepEqual(await joined({
      ...war('a/', 'first'), ...war('services/web/', 'second'),
      'services/web/Dockerfile': 'FROM tomcat:9\nCOPY target/second.war /x\n', 'services/pay/src/Dockerfile': 'FROM scratch\nCOPY . /app\nCMD ["/app/pay"]\n',
      'k8s/all.yaml': deployment('front', 'acme/web:1') + deployment('payments', 'acme/pay:1'),
    }), { front: 'dockerfile: services/web', payments: 'dockerfile: services/pay' });
  });
  it('by the name of the artefact, the package or the folder', async () => {
    assert.deepEqual(await joined({
      ...war('x/', 'acme-shop'), ...war('cart/', 'basket'), 'ui/package.json': '{"name":"@acme/store_front","scripts":{"start":"node server.js"},"dependencies":{"express":"4"}}',
      'k8s/all.yaml': deployment('a', 'acme-shop:1') + deployment('b', 'cart:1') + deployment('c', 'acme/store-front'),
    }), { a: 'image: x', b: 'image: cart', c: 'image: ui' });
  });
  it('by its own name or labels when the image tells nothing', async () => {
    assert.deepEqual(await joined({
      ...war('shop/', 'first'), ...war('pay/', 'second'),
      'k8s/all.yaml': deployment('shop', 'team/x1:1') + deployment('b', 'team/x2:1', 'second'),
    }), { shop: 'label: shop', b: 'label: pay' });
  });
  it('by the folder that holds both', async () => {
    assert.deepEqual(await joined({
      ...war('first/', 'one'), ...war('second/', 'two'), 'first/deploy/app.yaml': deployment('x', 'team/x:1') + deployment('db', 'postgres:16'),
    }), { x: 'folder: first', db: 'none' });
  });
  it('because nothing else can be meant', async () => {
    assert.deepEqual(await joined({ ...war('', 'pets'), 'k8s/all.yaml': deployment('clinic', 'someone/clinic') + deployment('db', 'mysql:8') + deployment('edge', 'nginx:1.27') }),
      { clinic: 'only: .', db: 'none', edge: 'none' });
  });
  it('with the modules that it depends on, and no others', async () => {
    const needs = (name: string): string => `<dependencies><dependency><groupId>a</groupId><artifactId>${name}</artifactId><version>1</version></dependency></dependencies>`;
    assert.deepEqual(await joined({
      'pom.xml': pom('parent', '<modules><module>web</module><module>core</module><module>util</module><module>batch</module></modules>', 'pom'),
      ...war('web/', 'web', needs('core')), 'core/pom.xml': pom('core', needs('util'), 'jar'), 'util/pom.xml': pom('util', '', 'jar'), 'batch/pom.xml': pom('batch', '', 'jar'),
      'k8s/all.yaml': deployment('x', 'acme/web'),
    }), { x: 'image: core util web' });
  });
});

describe('a workload is not joined', () => {
  it('when several modules could be meant', async () => {
    assert.deepEqual(await joined({ ...war('a/', 'one'), ...war('b/', 'two'), 'k8s/all.yaml': deployment('x', 'team/x:1') }), { x: 'none' });
    assert.deepEqual(await joined({ ...war('a/web/', 'one'), ...war('b/web/', 'two'), 'k8s/all.yaml': deployment('x', 'team/web:1') }), { x: 'none' });
  });
  it('when several workloads could be the only application', async () => {
    assert.deepEqual(await joined({ ...war('', 'pets'), 'k8s/all.yaml': deployment('x', 'team/x') + deployment('y', 'team/y') }), { x: 'none', y: 'none' });
  });
  it('when a template fills in what it runs', async () => {
    assert.deepEqual(await joined({ ...war('', 'pets'), 'chart/templates/a.yaml': deployment('x', '{{ .Values.image }}') }), { x: 'none' });
  });
});
