import assert from 'node:assert/strict';
import { fileSignsOf, releasesOf, telemetryOf } from '../../../../server/src/facts/delivery/signs.js';
import { modelOf } from './harness.js';

const workload = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  selector:\n    matchLabels:\n      app: shop\n  template:\n    metadata:\n      labels:\n        app: shop\n    spec:\n      containers:\n        - name: shop\n          image: shop:1\n';

describe('signs that are files', () => {
  async function signs(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    return fileSignsOf(await modelOf(files)).signs.map(({ sign, tool, places }) => `${sign} ${tool} ${places[0]?.file}`);
  }

  it('are told by path and by kind of object', async () => {
    assert.deepEqual(await signs({
      '.devcontainer/devcontainer.json': '{}', 'skaffold.yaml': 'apiVersion: skaffold/v4beta1\nkind: Config\n', 'docker-compose.yml': 'services: {}\n', '.github/CODEOWNERS': '* @shop/team\n', 'infra/main.tf': '', 'api/openapi.yaml': 'openapi: 3.1.0\n',
      'policy/limits.yaml': 'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata:\n  name: limits\n', '.github/dependabot.yml': 'version: 2\n',
    }), ['devcontainer Dev Containers .devcontainer/devcontainer.json', 'inner-loop Skaffold skaffold.yaml', 'compose-dev Docker Compose docker-compose.yml', 'updates Dependabot .github/dependabot.yml', 'owners CODEOWNERS .github/CODEOWNERS', 'infrastructure Terraform infra/main.tf', 'policy Kyverno policy/limits.yaml', 'api OpenAPI api/openapi.yaml']);
  });

  it('are no signs where files only show or test something, or run production', async () => {
    assert.deepEqual(await signs({ 'src/test/resources/openapi.json': '{}', 'docs/main.tf': '', 'docker-compose.prod.yml': 'services: {}\n', 'lib/renovate.json': '{}', 'src/openapi/Client.java': 'class Client {}' }), []);
  });

  it('count tests beside code', async () => {
    const { tests } = fileSignsOf(await modelOf({ 'src/main/java/shop/Cart.java': 'class Cart {}', 'src/main/java/shop/Order.java': 'class Order {}', 'src/test/java/shop/CartTest.java': 'class CartTest {}', 'README.md': '' }));
    assert.deepEqual([tests.tests, tests.code, tests.places.map(({ file }) => file)], [1, 2, ['src/test/java/shop/CartTest.java']]);
  });
});

describe('telemetry', () => {
  async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    return telemetryOf(await modelOf(files)).map(({ what, via, closed }) => `${what} ${via}${closed ? ' (closed)' : ''}`);
  }
  const pom = (...artifacts: readonly string[]): string => `<project><groupId>kr.shop</groupId><artifactId>shop</artifactId><dependencies>${artifacts.map((each) => each.split(':')).map(([group, artifact]) => `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId></dependency>`).join('')}</dependencies></project>`;

  it('is told by dependencies that send, not by those that only name things', async () => {
    assert.deepEqual(await found({ 'pom.xml': pom('io.micrometer:micrometer-core', 'io.opentelemetry:opentelemetry-api', 'org.springframework.boot:spring-boot-starter-actuator') }), []);
    assert.deepEqual(await found({ 'pom.xml': pom('io.opentelemetry:opentelemetry-exporter-otlp', 'net.logstash.logback:logstash-logback-encoder') }), ['logs net.logstash.logback:logstash-logback-encoder', 'traces io.opentelemetry:opentelemetry-exporter-otlp']);
    assert.deepEqual(await found({ 'package.json': '{ "name": "shop", "dependencies": { "prom-client": "15", "@opentelemetry/api": "1" } }' }), ['metrics prom-client']);
    assert.deepEqual(await found({ 'requirements.txt': 'django-prometheus==2.3\nopentelemetry-api\n' }), ['metrics django-prometheus']);
    assert.deepEqual(await found({ 'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="prometheus-net.AspNetCore" Version="8.0.0" /></ItemGroup></Project>' }), ['metrics prometheus-net.AspNetCore']);
  });

  it('needs an endpoint that is open in Spring Boot', async () => {
    const files = { 'pom.xml': pom('org.springframework.boot:spring-boot-starter-actuator', 'io.micrometer:micrometer-registry-prometheus') };
    assert.deepEqual(await found(files), ['metrics io.micrometer:micrometer-registry-prometheus (closed)']);
    assert.deepEqual(await found({ ...files, 'src/main/resources/application.properties': 'management.endpoints.web.exposure.include=health,prometheus\n' }), ['metrics io.micrometer:micrometer-registry-prometheus']);
  });

  it('is told by annotations, objects and agents', async () => {
    const annotated = workload.replace('    metadata:\n', '    metadata:\n      annotations:\n        prometheus.io/scrape: "true"\n');
    assert.deepEqual(await found({ 'k8s/shop.yaml': annotated }), ['metrics prometheus.io/scrape']);
    assert.deepEqual(await found({ 'k8s/shop.yaml': annotated.replace('"true"', '"false"') }), []);
    assert.deepEqual(await found({ 'k8s/monitor.yaml': 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: shop\n' }), ['metrics ServiceMonitor']);
    assert.deepEqual(await found({ Dockerfile: 'FROM eclipse-temurin:21\n# -javaagent:/opt/newrelic.jar\nCOPY shop.jar /shop.jar\nENTRYPOINT ["java", "-javaagent:/opt/pinpoint/pinpoint-bootstrap-3.0.0.jar", "-jar", "/shop.jar"]\n' }), ['agent Pinpoint']);
  });
});

describe('releases', () => {
  async function released(files: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
    return releasesOf(await modelOf({ 'k8s/shop.yaml': workload, ...files })).map(({ by, via, continuous, workloads }) => [by, via, continuous, workloads.map(({ file }) => file)]);
  }

  it('by pipelines deploy the manifests that they name', async () => {
    assert.deepEqual(await released({ '.github/workflows/cd.yml': 'on:\n  push:\n    branches: [main]\njobs:\n  ship:\n    steps:\n      - run: kubectl apply -f k8s/\n      - run: kubectl apply -f https://example.com/x.yaml\n' }), [['pipeline', 'kubectl apply', true, ['k8s/shop.yaml']], ['pipeline', 'kubectl apply', true, []]]);
    assert.deepEqual(await released({ '.github/workflows/cd.yml': 'on: pull_request\njobs:\n  ship:\n    steps:\n      - run: envsubst < k8s/shop.yaml | kubectl apply -f -\n' }), [['pipeline', 'kubectl apply', false, ['k8s/shop.yaml']]]);
  });

  it('by Argo CD and Flux follow folders', async () => {
    const application = 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: shop\nspec:\n  source:\n    repoURL: https://git.example/shop\n    path: ./k8s\n  syncPolicy:\n    automated: {}\n';
    assert.deepEqual(await released({ 'argo/shop.yaml': application }), [['argo-cd', 'k8s', true, ['k8s/shop.yaml']]]);
    assert.deepEqual(await released({ 'argo/shop.yaml': application.replace('./k8s', 'elsewhere').replace(/ {2}syncPolicy[^]*/, '') }), [['argo-cd', 'elsewhere', false, []]]);
    assert.deepEqual(await released({ 'clusters/shop.yaml': 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: shop\nspec:\n  path: ./overlay\n  prune: true\n', 'overlay/kustomization.yaml': 'resources:\n  - ../k8s\n', 'k8s/kustomization.yaml': 'resources:\n  - shop.yaml\n' }), [['flux', 'overlay', true, ['k8s/shop.yaml']]]);
  });
});
