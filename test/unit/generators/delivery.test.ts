import assert from 'node:assert/strict';
import { parse as parseJsonc, type ParseError } from 'jsonc-parser';
import { parse } from 'yaml';
import type { Locale } from '../../../server/src/contract/words.js';
import { applications } from '../../../server/src/generators/application/find.js';
import { generateCompose } from '../../../server/src/generators/compose/generate.js';
import { generateDevcontainer } from '../../../server/src/generators/devcontainer/generate.js';
import { generateDockerfile } from '../../../server/src/generators/dockerfile/generate.js';
import { generateCronJobs } from '../../../server/src/generators/kubernetes/cronjobs.js';
import type { PlanInput } from '../../../server/src/generators/kubernetes/plan.js';
import { generatePipeline, pipelineKind } from '../../../server/src/generators/pipeline/generate.js';
import { scan } from '../../harness/run.js';
import { clusterWorkspaces, twoApplications } from './cluster-workspaces.js';
import { asOneText, assertGolden } from './agreed.js';
import { bootJar, gradleBoot, platformWar, typescriptShop, war, type Files } from './workspaces.js';

interface Written {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly notes: readonly string[];
}

async function input(files: Files, locale: Locale = 'en', dir?: string): Promise<PlanInput> {
  const { conclusion: { model } } = await scan(new Map(Object.entries(files)));
  const application = applications(model, '').find((each) => dir === undefined || each.dir === dir);
  assert.ok(application);
  return { model, application, text: (path) => files[path], locale };
}

/** What our own rules say of the generated files beside the application and its image. */
async function found(files: Files, { model }: PlanInput, { files: written }: Written): Promise<readonly string[]> {
  const images = applications(model, '').flatMap(({ dir }) => generateDockerfile(model, dir)?.files ?? []);
  const { conclusion } = await scan(new Map([...Object.entries(files), ...[...images, ...written].map(({ path, text }) => [path, text] as const)]));
  const own = new Set(written.map(({ path }) => path));
  return conclusion.findings.filter(({ file }) => own.has(file)).map(({ file, range, rule, say }) => `${file}:${range.startLine} ${rule} ${say}`);
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {};
}

const workspaces: Readonly<Record<string, Files>> = { ...clusterWorkspaces, gradle: gradleBoot(), typescript: typescriptShop };

describe('Compose files', () => {
  for (const [name, files] of Object.entries(workspaces)) {
    describe(name, () => {
      it('are what was read and agreed on, and leave nothing to our own rules', async () => {
        const given = await input(files);
        const written = generateCompose(given);
        assertGolden(`compose/${name}.yaml`, asOneText(written));
        assert.deepEqual(await found(files, given, written), []);
      });
      it('can be scaled: no name and no port of the host on the application, and everything named is there', async () => {
        const { files: [compose, proxy] } = generateCompose(await input(files));
        const { services, configs, volumes } = mapOf(parse(compose?.text ?? '')) as Readonly<Record<'services' | 'configs' | 'volumes', unknown>>;
        const app = mapOf(mapOf(services)['app']);
        assert.equal(app['container_name'] ?? app['ports'], undefined);
        const all = Object.entries(mapOf(services));
        for (const [, service] of all) {
          for (const needed of Object.keys(mapOf(mapOf(service)['depends_on']))) assert.ok(needed in mapOf(services), needed);
          for (const mount of (mapOf(service)['volumes'] ?? []) as readonly string[]) assert.ok((mount.split(':')[0] ?? '') in mapOf(volumes), mount);
        }
        if (app['expose'] === undefined) assert.equal(proxy, undefined);
        else {
          assert.match(proxy?.text ?? '', new RegExp(`server app:${(app['expose'] as readonly string[])[0]} resolve;`));
          assert.equal(mapOf(mapOf(configs)['proxy'])['file'], `./${proxy?.path}`);
          assert.deepEqual(mapOf(mapOf(services)['proxy'])['ports'], ['8080:80']);
        }
      });
      it('hold no secret, and are all Korean when asked to', async () => {
        const { files: written, notes } = generateCompose(await input(files, 'ko'));
        for (const { text } of written) {
          assert.doesNotMatch(text, /Sh0p!2024|hunter22|shop#2017|undefined|NaN|\[object/);
          for (const [, comment = ''] of text.matchAll(/(?:^|\s)# (.*)$/gm)) assert.match(comment, /\p{Script=Hangul}/u);
        }
        for (const note of notes) assert.match(note, /\p{Script=Hangul}/u);
      });
    });
  }
  it('keep the name that the workspace gives them', async () => {
    const written = generateCompose(await input({ ...gradleBoot(), 'docker-compose.yml': 'services: {}\n' }));
    assert.equal(written.files[0]?.path, 'docker-compose.yml');
  });
  it('lead to a database and a Redis that take the names and passwords of the program, and no other database', async () => {
    const files = bootJar('2.7.18', '11', {
      'src/main/resources/application.yml': 'spring:\n  datasource:\n    url: jdbc:log4jdbc:mysql://127.0.0.1:3306/desk?useSSL=false\n    username: root\n    password: Sh0p!2024\n  redis:\n    host: 10.0.0.9\n    password: hunter22\n',
    });
    const several = (files['pom.xml'] ?? '').replace('<dependencies>', `<dependencies>${['org.postgresql:postgresql', 'com.mysql:mysql-connector-j', 'org.springframework.boot:spring-boot-starter-data-redis'].map((name) => `<dependency><groupId>${name.split(':')[0]}</groupId><artifactId>${name.split(':')[1]}</artifactId></dependency>`).join('')}`);
    const { services } = mapOf(parse(generateCompose(await input({ ...files, 'pom.xml': several })).files[0]?.text ?? '')) as { readonly services: Readonly<Record<string, { readonly environment: Readonly<Record<string, string>>; readonly command?: readonly string[] }>> };
    assert.deepEqual(Object.keys(services), ['app', 'proxy', 'redis', 'mysql']);
    assert.equal(services['app']?.environment['SPRING_DATASOURCE_URL'], 'jdbc:log4jdbc:mysql://mysql/desk?useSSL=false');
    assert.deepEqual(services['mysql']?.environment, { MYSQL_DATABASE: 'desk', MYSQL_ROOT_PASSWORD: '${SPRING_DATASOURCE_PASSWORD:?}' });
    assert.deepEqual(services['redis']?.command, ['redis-server', '--requirepass', '${SPRING_REDIS_PASSWORD:?}']);
  });
  it('give a program on the JVM an address without a password, and the parts of it that nothing tells', async () => {
    const files = war('jakarta', '6.0.0', '17', { 'src/main/java/kr/co/shop/Pool.java': 'package kr.co.shop;\n\nclass Pool {\n    final String url = System.getenv("DATABASE_URL");\n    final String user = System.getenv("DATABASE_USER");\n    final String password = System.getenv("DATABASE_PASSWORD");\n    final String zone = System.getenv("STORE_ZONE");\n}\n' });
    const driver = (files['pom.xml'] ?? '').replace('<dependencies>', '<dependencies><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId></dependency>');
    const [compose] = generateCompose(await input({ ...files, 'pom.xml': driver })).files;
    const app = mapOf(mapOf(mapOf(parse(compose?.text ?? ''))['services'])['app']);
    assert.deepEqual(app['environment'], { DATABASE_PASSWORD: '${DATABASE_PASSWORD:?}', DATABASE_URL: 'jdbc:postgresql://postgresql:5432/app', DATABASE_USER: 'app' });
    assert.match(compose?.text ?? '', /TODO: the program also asks for STORE_ZONE \(Pool\.java\)/);
  });
  it('tell Spring Boot to answer the paths of probes, which it does by itself in Kubernetes only', async () => {
    const actuator = '<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-actuator</artifactId></dependency>';
    const variables = async (version: string): Promise<unknown> => {
      const files = bootJar(version, '17');
      const { files: [compose] } = generateCompose(await input({ ...files, 'pom.xml': (files['pom.xml'] ?? '').replace('<dependencies>', `<dependencies>${actuator}`) }));
      return mapOf(mapOf(mapOf(parse(compose?.text ?? ''))['services'])['app'])['environment'];
    };
    assert.deepEqual(await variables('2.3.1.RELEASE'), { MANAGEMENT_HEALTH_PROBES_ENABLED: 'true' });
    assert.deepEqual(await variables('3.5.4'), { MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED: 'true' });
    assert.deepEqual([await variables('2.2.0.RELEASE'), await variables('4.0.1')], [undefined, undefined]);
  });
  it('mount nothing over the folder of a server that holds the application', async () => {
    const app = mapOf(mapOf(mapOf(parse(generateCompose(await input(platformWar)).files[0]?.text ?? ''))['services'])['app']);
    assert.deepEqual([app['tmpfs'], app['read_only']], [['/tmp:exec'], undefined]);
  });
  it('of two applications that are built in one folder do not collide', async () => {
    const paths = await Promise.all(['web', 'admin'].map(async (dir) => generateCompose(await input(twoApplications, 'en', dir)).files[0]?.path));
    assert.deepEqual(paths, ['compose.shop-web.yaml', 'compose.shop-admin.yaml']);
  });
});

describe('pipelines', () => {
  for (const [name, files] of Object.entries(workspaces)) {
    for (const kind of ['github', 'gitlab', 'jenkins'] as const) {
      it(`${name} for ${kind}: are what was agreed on, and leave nothing to our own rules`, async () => {
        const given = await input(files);
        const written = generatePipeline(given, kind);
        assertGolden(`pipeline/${name}-${kind}.txt`, asOneText(written));
        assert.deepEqual(await found(files, given, written), []);
        const [{ text } = { text: '' }] = written.files;
        assert.doesNotMatch(text, /undefined|NaN|\[object|:latest/);
        if (kind !== 'jenkins') assert.ok(Object.keys(mapOf(parse(text))).length > 2);
        else assert.equal(text.match(/\{/g)?.length, text.match(/\}/g)?.length);
      });
    }
  }
  it('name actions by versions, and give rights only where they are needed', async () => {
    for (const files of Object.values(workspaces)) {
      const workflow = mapOf(parse(generatePipeline(await input(files), 'github').files[0]?.text ?? ''));
      assert.deepEqual(workflow['permissions'], { contents: 'read' });
      const jobs = Object.values(mapOf(workflow['jobs'])).map(mapOf);
      assert.deepEqual(jobs.flatMap(({ permissions }) => (permissions === undefined ? [] : [permissions])), [{ contents: 'read', packages: 'write' }]);
      const steps = jobs.flatMap(({ steps: each }) => each as readonly { readonly uses?: string; readonly run?: string }[]);
      for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w-]+@v\d+$/);
      assert.ok(steps.some(({ run }) => run?.includes('trivy')));
    }
  });
  it('are for the tool whose files the repository has', () => {
    assert.equal(pipelineKind(['src/a.ts']), 'github');
    assert.equal(pipelineKind(['.gitlab-ci.yml']), 'gitlab');
    assert.equal(pipelineKind(['Jenkinsfile']), 'jenkins');
    assert.equal(pipelineKind(['.github/workflows/test.yml', 'Jenkinsfile']), 'github');
  });
  it('leave the pipelines that people wrote alone', async () => {
    const gitlab = generatePipeline(await input({ ...gradleBoot(), '.gitlab-ci.yml': 'stages: [test]\n' }));
    assert.equal(gitlab.files[0]?.path, '.gitlab/image.yml');
    assert.match(gitlab.notes.join('\n'), /include: \[\{ local: \.gitlab\/image\.yml \}\]/);
    assert.equal(generatePipeline(await input({ ...gradleBoot(), Jenkinsfile: 'pipeline {}\n' })).files[0]?.path, 'ci/image.Jenkinsfile');
  });
});

describe('dev containers', () => {
  for (const [name, files] of Object.entries(workspaces)) {
    it(`${name}: have the platform in its version, and the port forwarded`, async () => {
      const given = await input(files);
      const written = generateDevcontainer(given);
      assertGolden(`devcontainer/${name}.jsonc`, asOneText(written));
      const errors: ParseError[] = [];
      const container = mapOf(parseJsonc(written.files[0]?.text ?? '', errors));
      assert.deepEqual(errors, []);
      const versions = Object.values(mapOf(container['features'])).flatMap((feature) => mapOf(feature)['version'] ?? []);
      assert.deepEqual(versions, [given.application.runtime.version]);
    });
  }
});

describe('CronJobs of an application', () => {
  it('wait until the image can do the work alone, beside the workload whose image they take', async () => {
    const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  selector:\n    matchLabels:\n      app: shop\n  template:\n    metadata:\n      labels:\n        app: shop\n    spec:\n      containers:\n        - name: shop\n          image: acme/shop:7\n';
    const files = { ...clusterWorkspaces['boot-shop'], 'deploy/shop.yaml': deployment };
    const generated = generateCronJobs(await input(files));
    const [edit] = generated?.edits ?? [];
    assert.ok(edit?.do === 'create');
    assert.equal(edit.path, 'deploy/order-task-report-cronjob.yaml');
    const job = mapOf(parse(edit.text));
    const spec = mapOf(job['spec']);
    assert.deepEqual([job['kind'], spec['schedule'], spec['timeZone'], spec['suspend']], ['CronJob', '30 2 * * *', 'Asia/Seoul', true]);
    assert.match(edit.text, /image: acme\/shop:7/);
    assert.match(generated?.notes[0] ?? '', /^order-task-report: suspended/);
  });
  it('are none where nothing has a clock', async () => assert.equal(generateCronJobs(await input(gradleBoot())), undefined));
});
