import assert from 'node:assert/strict';
import { pipeline, pipelines, told } from './harness.js';

const path = '.github/workflows/ci.yml';

function workflow(on: string, ...steps: readonly string[]): Readonly<Record<string, string>> {
  return { [path]: [`on: ${on}`, 'jobs:', '  shop:', '    runs-on: ubuntu-latest', '    steps:', ...steps.map((step) => `      - ${step}`), ''].join('\n') };
}

describe('workflows of GitHub', () => {
  it('test, build, scan, make an image and deploy', async () => {
    const report = await pipeline({
      [path]: [
        'on:', '  push:', '    branches: [main]', '  pull_request:', 'jobs:', '  build:', '    runs-on: ubuntu-latest', '    steps:', '      - uses: actions/checkout@v4', '      - run: ./mvnw -B verify',
        '      - uses: docker/build-push-action@v6', '        with:', '          push: true', '      - uses: aquasecurity/trivy-action@0.28.0', '  deploy:', '    needs: build', '    environment:', '      name: production',
        '    steps:', '      - run: |', '          # helm lint deploy/chart', '          kubectl apply -f k8s/', '          helm upgrade --install shop ./deploy/chart --set image.tag=${{ github.sha }}', '',
      ].join('\n'),
    });
    assert.deepEqual(told(report), {
      tests: ['mvn verify'], builds: ['mvn verify'], image: ['docker/build-push-action'], scans: ['aquasecurity/trivy-action'], deploys: ['kubectl apply > kubernetes', 'helm upgrade > kubernetes'], environments: ['production'],
    });
    assert.equal(report.onMain, true);
    assert.equal(report.startsAt?.range.startLine, 2);
    assert.deepEqual(report.deploys.map(({ range, takes }) => [range.startLine, takes]), [[22, ['k8s']], [23, ['deploy/chart']]]);
  });

  for (const [what, step] of [
    ['a step that is commented out', '# run: mvn verify'], ['a command that is only printed', 'run: echo "docker build ."'], ['a build without its tests', 'run: mvn -B verify -DskipTests'],
    ['a check of a chart', 'run: helm lint charts/shop'], ['a trial run', 'run: kubectl apply --dry-run=client -f k8s'], ['a step that never runs', 'if: false\n        run: npm test'],
  ] as const) {
    it(`is not told of ${what} as a test, an image or a delivery`, async () => {
      const report = await pipeline(workflow('push', what.includes('commented') ? `${step}\n      - run: echo` : step));
      assert.deepEqual([report.tests, report.image, report.deploys], [[], [], []]);
    });
  }

  it('tell a build without tests, and a build of scripts, from tests', async () => {
    assert.deepEqual(told(await pipeline(workflow('push', 'run: mvn package -DskipTests', 'run: npm run build', 'run: ./gradlew build -x test'))), { builds: ['mvn package', 'npm run build', 'gradle build'] });
  });

  it('say what starts them', async () => {
    const starts = async (on: string): Promise<string> => (await pipeline(workflow(on, 'run: npm test'))).starts;
    assert.equal(await starts('push'), 'main');
    assert.equal(await starts('[push, pull_request]'), 'main');
    assert.equal(await starts('pull_request'), 'review');
    assert.equal(await starts('{ push: { branches: ["feature/**"] } }'), 'review');
    assert.equal(await starts('{ push: { tags: ["v*"] } }'), 'main');
    assert.equal(await starts('{ schedule: [{ cron: "0 1 * * *" }], workflow_dispatch: {} }'), 'demand');
  });

  it('deploy nothing to a cluster that they start for tests', async () => {
    const report = await pipeline(workflow('push', 'uses: helm/kind-action@v1', 'run: kubectl apply -f k8s'));
    assert.deepEqual(told(report), { tests: ['kubectl apply'] });
    const called = await pipeline({ ...workflow('push', 'run: ./ci/start-kind.sh', 'run: ./ci/up.sh'), 'ci/up.sh': 'helm upgrade --install shop ./chart\n' });
    assert.deepEqual(told(called), { tests: ['helm upgrade'] });
    const whole = { ...workflow('push', 'run: azd up') };
    assert.deepEqual(told(await pipeline({ '.github/workflows/test-e2e.yml': whole[path] ?? '' })), { tests: ['azd up'] });
    assert.deepEqual(told(await pipeline(whole)), { deploys: ['azd up > platform'] });
  });

  it('call scripts, npm, make and parts of pipelines in the repository', async () => {
    const [report, ...more] = await pipelines({
      ...workflow('push', 'run: ./ci/check.sh', 'run: npm test', 'run: npm run verify\n        working-directory: web', 'run: make release', 'uses: ./.github/actions/ship'),
      'ci/check.sh': '#!/bin/sh\nset -e\n# go vet ./...\ngo test ./...\n',
      'package.json': '{ "name": "shop", "scripts": { "test": "echo \\"Error: no test specified\\" && exit 1" } }',
      'web/package.json': '{ "name": "web", "scripts": { "verify": "eslint . && vitest run" } }',
      Makefile: 'IMAGE = shop\n\nrelease: image\n\tscp app.jar shop@host.example:/opt/shop/\n\nimage:\n\tdocker build -t $(IMAGE) .\n',
      '.github/actions/ship/action.yml': 'name: ship\nruns:\n  using: composite\n  steps:\n    - run: cf push shop\n      shell: bash\n',
      '.github/workflows/shared.yml': 'on: workflow_call\njobs:\n  x:\n    steps:\n      - run: npm test\n',
    });
    assert.ok(report);
    assert.deepEqual(more, []);
    assert.deepEqual(told(report), { tests: ['go test', 'vitest'], lints: ['eslint'], image: ['docker build'], deploys: ['scp > server', 'cf push > platform'] });
    assert.deepEqual(report.deploys.map(({ file, through }) => [file, through?.range.startLine]), [['Makefile', 10], ['.github/actions/ship/action.yml', 11]]);
  });

  it('keep secrets to themselves', async () => {
    const report = await pipeline(workflow('push', 'run: kubectl --token hunter2 apply -f k8s', 'run: sshpass -p hunter2 ssh shop@host "systemctl restart shop"'));
    assert.equal(report.deploys.length, 2);
    assert.ok(!JSON.stringify(report).includes('hunter2'));
  });
});
