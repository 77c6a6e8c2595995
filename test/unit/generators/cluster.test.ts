import assert from 'node:assert/strict';
import type { Locale } from '../../../server/src/contract/words.js';
import type { Model } from '../../../server/src/contract/workspace.js';
import { applications } from '../../../server/src/generators/application/find.js';
import { generateDockerfile } from '../../../server/src/generators/dockerfile/generate.js';
import { generateSet, type GeneratedSet, type SetForm } from '../../../server/src/generators/kubernetes/generate.js';
import { objectName } from '../../../server/src/generators/kubernetes/plan.js';
import { chartData } from '../../../server/src/syntax/helm/chart.js';
import { render } from '../../../server/src/syntax/helm/render.js';
import { readTemplate } from '../../../server/src/syntax/helm/template.js';
import { scan } from '../../harness/run.js';
import { clusterWorkspaces, twoApplications } from './cluster-workspaces.js';
import { asOneText, assertGolden } from './agreed.js';
import { inconsistencies, objectsIn, type KubernetesObject } from './manifests.js';
import { unknownFields } from './strict-types.js';
import { bootJar, platformWar, type Files } from './workspaces.js';

const models = new Map<Files, Promise<Model>>();

async function modelOf(files: Files): Promise<Model> {
  const known = models.get(files) ?? scan(new Map(Object.entries(files))).then(({ conclusion }) => { assert.deepEqual(conclusion.failures, []); return conclusion.model; });
  models.set(files, known);
  return known;
}

async function generate(form: SetForm, files: Files, { locale = 'en', dir, ...options }: { readonly locale?: Locale; readonly dir?: string; readonly name?: string; readonly networkPolicy?: boolean } = {}): Promise<GeneratedSet> {
  const model = await modelOf(files);
  const application = applications(model, '').find((each) => dir === undefined || each.dir === dir);
  assert.ok(application, 'no application');
  return generateSet(form, { model, application, text: (path) => files[path], locale, ...options });
}

function objectsOf({ files }: GeneratedSet, within = ''): readonly KubernetesObject[] {
  return files.filter(({ path }) => path.startsWith(within) && /\.yaml$/.test(path)).flatMap(({ text }) => objectsIn(text)).filter(({ kind }) => kind !== 'Kustomization');
}

/** What our own rules say of the generated files beside the application and its generated image. */
async function found(files: Files, set: GeneratedSet): Promise<readonly string[]> {
  const model = await modelOf(files);
  const images = applications(model, '').flatMap(({ dir }) => generateDockerfile(model, dir)?.files ?? []);
  const written = [...images, ...set.files];
  const { conclusion } = await scan(new Map([...Object.entries(files), ...written.map(({ path, text }) => [path, text] as const)]));
  const own = new Set(written.map(({ path }) => path));
  return conclusion.findings.filter(({ file, rule }) => own.has(file) && rule !== 'autoscale/unsafe-target').map(({ file, range, rule, say }) => `${file}:${range.startLine} ${rule} ${say}`);
}

describe('Kubernetes objects of an application', () => {
  for (const [name, files] of Object.entries(clusterWorkspaces)) {
    describe(name, () => {
      it('are what was read and agreed on', async () => assertGolden(`cluster/${name}.yaml`, asOneText(await generate('kubernetes', files))));
      it('fit together', async () => {
        const objects = objectsOf(await generate('kubernetes', files, { networkPolicy: true }));
        assert.ok(objects.length > 3);
        assert.deepEqual(inconsistencies(objects), []);
      });
      for (const form of ['kubernetes', 'kustomize', 'helm'] as const) it(`leave nothing to our own rules as ${form}`, async () => assert.deepEqual(await found(files, await generate(form, files)), []));
      it('are the same in the chart, as our own reader of charts fills it in', async () => {
        const { files: chart } = await generate('helm', files);
        const text = (end: string): string => chart.find(({ path }) => path.endsWith(end))?.text ?? '';
        const data = chartData({ chart: text('/Chart.yaml'), values: [text('/values.yaml')], helpers: [text('/_helpers.tpl')] });
        const filled = chart.filter(({ path }) => /\/templates\/.*\.yaml$/.test(path)).flatMap((file) => {
          const template = readTemplate(file.text);
          const rendered = template && render(template, data);
          assert.ok(rendered && rendered.unsure.length === 0, file.path);
          return objectsIn(rendered.text);
        });
        assert.deepEqual(filled, objectsOf(await generate('kubernetes', files)).filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/component'] !== 'development'));
      });
      it('say the same every time, and all of it in Korean when asked to', async () => {
        assert.deepEqual(await generate('helm', files), await generate('helm', files));
        const { files: written, notes } = await generate('kubernetes', files, { locale: 'ko' });
        for (const note of notes) assert.match(note, /\p{Script=Hangul}|^[\w./-]+:\d+ [\w/-]+$/u);
        for (const { text, path } of written) {
          const comments = text.split('\n').flatMap((line) => /(?:^|\s)# (.*)$/.exec(line)?.[1] ?? []);
          for (const comment of comments) assert.match(comment, /\p{Script=Hangul}|^\s*(?:TODO: )?[\w./-]+(?:, [\w./-]+)*(?::\d+ [\w/-]+)?$/u, path);
        }
        assert.deepEqual(written.flatMap(({ text }) => objectsIn(text)), objectsOf(await generate('kubernetes', files)));
      });
      it('hold no secret and no blank of a template', async () => {
        for (const form of ['kubernetes', 'kustomize', 'helm'] as const) for (const { text } of (await generate(form, files)).files) assert.doesNotMatch(text, /Sh0p!2024|hunter22|shop#2017|undefined|NaN|\[object|chartMark|\r/);
      });
    });
  }

  it('have no field that the API does not know, and no value of another type', async function test() {
    this.timeout(120_000);
    const sets = await Promise.all(Object.values(clusterWorkspaces).map((files) => generate('kubernetes', files, { networkPolicy: true })));
    const objects = sets.flatMap((set) => objectsOf(set));
    assert.ok(objects.length > 80, String(objects.length));
    assert.deepEqual(unknownFields(objects), []);
  });
  it('are checked strictly: an unknown field and a wrong type are found', function test() {
    this.timeout(120_000);
    const pod = (extra: object): KubernetesObject => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { selector: {}, template: { spec: { containers: [{ name: 'x', image: 'x', ...extra }] } } } });
    assert.deepEqual(unknownFields([pod({})]), []);
    assert.equal(unknownFields([pod({ enviroment: [] })]).length, 1);
    assert.equal(unknownFields([pod({ ports: [{ containerPort: '80' }] })]).length, 1);
  });

  it('are named safely whatever the build or the user says', () => {
    const names = ['@shop/api', '동네상점', '007', 'Shop.Web_App', '-x-', 'a'.repeat(80), 'true', '', '${name}', '../../etc'].map(objectName);
    assert.deepEqual(names, ['shop-api', 'application', 'app-007', 'shop-web-app', 'x', 'a'.repeat(40), 'true', 'application', 'name', 'etc']);
  });
  it('take the name that the user gives', async () => {
    const objects = objectsOf(await generate('kubernetes', clusterWorkspaces['boot-shop'] ?? {}, { name: 'Order Desk' }));
    assert.deepEqual(inconsistencies(objects), []);
    assert.equal(objects.find(({ kind }) => kind === 'Deployment')?.metadata.name, 'order-desk');
  });

  it('keep the name and the selector of the Deployment that is there: a cluster lets nobody change it', async () => {
    const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: desk\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: desk\n  template:\n    metadata:\n      labels:\n        app: desk\n        team: web\n    spec:\n      containers:\n        - name: desk\n          image: acme/shop:7\n          env:\n            - name: MAIL_SENDER\n              value: desk@example.com\n';
    const files = { ...clusterWorkspaces['boot-shop'], 'deploy/desk.yaml': deployment };
    const set = await generate('kubernetes', files);
    const objects = objectsOf(set);
    assert.deepEqual(inconsistencies(objects), []);
    const made = objects.find(({ kind }) => kind === 'Deployment') as unknown as { readonly metadata: { readonly name: string }; readonly spec: { readonly selector: object } };
    assert.equal(made.metadata.name, 'desk');
    assert.deepEqual(made.spec.selector, { matchLabels: { app: 'desk' } });
    assert.ok(set.notes.some((note) => note.startsWith('deploy/desk.yaml runs this application already')));
    assert.match(set.files.find(({ path }) => path === 'k8s/configmap.yaml')?.text ?? '', /MAIL_SENDER: desk@example\.com/);
  });

  it('say where files of the image win over the environment', async () => {
    const war = clusterWorkspaces['legacy-war'] ?? {};
    const head = async (context: string): Promise<string> => (await generate('kubernetes', { ...war, 'src/main/resources/spring/context.xml': context })).files.find(({ path }) => path === 'k8s/configmap.yaml')?.text ?? '';
    const configurer = (inside: string): string => (war['src/main/resources/spring/context.xml'] ?? '').replace(/<context:property-placeholder[^>]*>/, `<bean class="org.springframework.beans.factory.config.PropertyPlaceholderConfigurer">${inside}</bean>`);
    assert.match(await head(configurer('')), /# TODO: PropertyPlaceholderConfigurer in src\/main\/resources\/spring\/context\.xml takes its own files before the environment/);
    assert.doesNotMatch(await head(configurer('<property name="systemPropertiesModeName" value="SYSTEM_PROPERTIES_MODE_OVERRIDE"/>')), /PropertyPlaceholderConfigurer/);
    assert.doesNotMatch(await head(war['src/main/resources/spring/context.xml'] ?? ''), /PropertyPlaceholderConfigurer|REPORT_URL/);
  });

  it('keep secrets by the last words of their keys, and take nothing from profiles that are there to choose from', async () => {
    const settings = 'jwt:\n  token-start-with: Bearer\n  base64-secret: hunter22\nshop:\n  password-reset:\n    limits:\n      per-period: 5m\n      page: /reset\n  sso:\n    token:\n      key: hunter22\n  cloud:\n    access-key-id: hunter22\nmail:\n  url: https://mail.example.com\n  folder: ${user.home}/mail\n';
    const { files } = await generate('kubernetes', bootJar('3.4.2', '17', { 'src/main/resources/application.yml': settings, 'src/main/resources/application-mysql.yml': 'mail:\n  url: https://other.example.com\ndepot:\n  url: https://depot.example.com\n' }));
    const data = (name: string, field: string): object => objectsIn(files.find(({ path }) => path === `k8s/${name}.yaml`)?.text ?? '')[0]?.[field] as object;
    assert.deepEqual(Object.keys(data('secret', 'stringData')), ['JWT_BASE64SECRET', 'SHOP_CLOUD_ACCESSKEYID', 'SHOP_SSO_TOKEN_KEY']);
    assert.deepEqual(data('configmap', 'data'), { DEPOT_URL: 'https://depot.example.com', MAIL_URL: 'https://mail.example.com' });
  });

  it('run with the profile for production where the settings begin with one for developers', async () => {
    const profile = async (settings: Files): Promise<string | undefined> => {
      const { files } = await generate('kubernetes', bootJar('3.4.2', '17', Object.fromEntries(Object.entries(settings).map(([name, text]) => [`src/main/resources/${name}`, text]))));
      const text = files.find(({ path }) => path === 'k8s/configmap.yaml')?.text ?? '';
      return /SPRING_PROFILES_ACTIVE(?:: (.*)| \((.*?)\))/.exec(text)?.slice(1).find(Boolean);
    };
    const production = { 'application-prod.yml': 'shop:\n  pay-url: https://pay.example.com\n' };
    assert.equal(await profile({ ...production, 'application.yml': 'spring:\n  profiles:\n    active: dev,batch\n', 'application-dev.yml': 'shop:\n  pay-url: http://localhost:9\n' }), 'prod,batch');
    assert.equal(await profile({ ...production, 'application.properties': 'spring.profiles.active=${PROFILE:local}\n' }), 'prod');
    assert.equal(await profile({ ...production, 'application.yml': 'server:\n  port: 8081\n' }), 'prod');
    assert.equal(await profile({ ...production, 'application.yml': 'spring:\n  profiles:\n    active: prod\n' }), undefined, 'it runs with it anyway');
    assert.equal(await profile({ 'application.yml': 'spring:\n  profiles:\n    active: dev\n' }), 'application.yml', 'nothing tells another');
  });

  it('mount nothing over the folder of a server that holds the application, and leave its file system writable', async () => {
    const { text = '' } = (await generate('kubernetes', platformWar)).files.find(({ path }) => path.endsWith('/deployment.yaml')) ?? {};
    assert.deepEqual([...text.matchAll(/mountPath: (.*)$/gm)].map((match) => match[1]), ['/tmp']);
    assert.match(text, /# The server writes into folders that also hold its configuration and the application\.\n +readOnlyRootFilesystem: false$/m);
  });

  it('have names of their own where long ones are cut, and a key for the queue where the program has none', async () => {
    const worker = clusterWorkspaces['mail-worker'] ?? {};
    const clock = (name: string): string => `    @Scheduled(cron = "0 0 5 * * *")\n    void ${name}() {\n        jdbc.update("insert into sent values (1)");\n    }\n`;
    const files = {
      ...worker, 'src/main/resources/application.properties': 'spring.main.web-application-type=none\n',
      'src/main/java/kr/co/shop/NotificationReminderServiceImplementation.java': `package kr.co.shop;\n\nimport org.springframework.jdbc.core.JdbcTemplate;\nimport org.springframework.scheduling.annotation.Scheduled;\nimport org.springframework.stereotype.Component;\n\n@Component\nclass NotificationReminderServiceImplementation {\n    private final JdbcTemplate jdbc;\n\n    NotificationReminderServiceImplementation(JdbcTemplate jdbc) {\n        this.jdbc = jdbc;\n    }\n\n${clock('sendRemindersToCustomers')}\n${clock('sendRemindersToSuppliers')}}\n`,
    };
    const objects = objectsOf(await generate('kubernetes', files));
    assert.equal(objects.filter(({ kind }) => kind === 'CronJob').length, 2);
    assert.ok(objects.some(({ kind }) => kind === 'TriggerAuthentication'));
    assert.deepEqual(inconsistencies(objects), []);
  });

  it('of several applications of one build stand in folders of their own', async () => {
    const [web, admin] = [await generate('kubernetes', twoApplications, { dir: 'web' }), await generate('kubernetes', twoApplications, { dir: 'admin' })];
    assert.ok(web.files.every(({ path }) => path.startsWith('k8s/shop-web/')));
    assert.ok(admin.files.every(({ path }) => path.startsWith('k8s/shop-admin/')));
    assert.deepEqual(inconsistencies([...objectsOf(web), ...objectsOf(admin)]), []);
    assert.deepEqual(objectsOf(web).find(({ kind }) => kind === 'ConfigMap')?.['data'], { PORT: '9090' }, 'the port of the container');
    assert.match(web.files.find(({ path }) => path.endsWith('/deployment.yaml'))?.text ?? '', /containerPort: 9090$/m);
    assert.deepEqual(await found(twoApplications, { files: [...web.files, ...admin.files], notes: [] }), []);
  });
});
