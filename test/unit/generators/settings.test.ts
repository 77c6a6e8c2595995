import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { applications } from '../../../server/src/generators/application/find.js';
import { generateCompose } from '../../../server/src/generators/compose/generate.js';
import { generateSet } from '../../../server/src/generators/kubernetes/generate.js';
import { planFor, type Plan, type PlanInput } from '../../../server/src/generators/kubernetes/plan.js';
import { scan } from '../../harness/run.js';
import { inconsistencies, objectsIn } from './manifests.js';
import { node, type Files } from './workspaces.js';

async function input(files: Files): Promise<PlanInput> {
  const { conclusion: { model } } = await scan(new Map(Object.entries(files)));
  const [application] = applications(model, '');
  assert.ok(application, 'no application');
  return { model, application, text: (path) => files[path], locale: 'en' };
}

async function plan(files: Files): Promise<Plan> {
  return planFor(await input(files));
}

async function values(files: Files): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await plan(files)).settings.map(({ variable, value, secret }) => [variable, secret ? '(secret)' : value]));
}

interface Composed {
  readonly services: Readonly<Record<string, { readonly environment?: Readonly<Record<string, string | null>>; readonly volumes?: readonly string[]; readonly tmpfs?: readonly string[] }>>;
}

async function composed(files: Files): Promise<{ readonly text: string; readonly data: Composed }> {
  const text = generateCompose(await input(files)).files[0]?.text ?? '';
  return { text, data: parse(text) as Composed };
}

const laravelShop: Files = {
  'composer.json': '{ "name": "acme/shop", "require": { "php": "^8.3", "laravel/framework": "^12.0" } }\n', 'composer.lock': '{}\n', artisan: '#!/usr/bin/env php\n', 'public/index.php': "<?php\nrequire __DIR__.'/../bootstrap/app.php';\n",
};
const flask = (settings: string, more: Files = {}): Files => ({ 'requirements.txt': 'flask==3.1.0\ngunicorn==23.0.0\n', 'app.py': `import os\nfrom flask import Flask\n\napp = Flask(__name__)\n${settings}\n`, ...more });
const express = (code: string): Files => node({ name: 'shop', dependencies: { express: '^5.0.0' }, scripts: { start: 'node server.js' } }, { 'server.js': `const express = require('express');\n${code}\nexpress().listen(3000);\n` });

describe('settings that an application takes from its environment', () => {
  it('have the default of the code only where it is a whole literal', async () => {
    assert.deepEqual(await values(flask(`LIFE = os.environ.get("LIFE", 60 * 60 * 24)
PATTERNS = os.environ.get("PATTERNS", ",".join(["a", "b"]))
POLICY = os.environ.get("POLICY", "default-src 'self'; " "img-src *")
PAGE = int(os.environ.get("PAGE", "20"))
LEVEL = os.getenv("LEVEL", 'info')
`)), { LIFE: '', PATTERNS: '', POLICY: '', PAGE: '20', LEVEL: 'info' });
  });

  it('of which all have a default in the code need no ConfigMap, and the pod asks for none', async () => {
    const files = flask('LIFE = os.environ.get("LIFE", 60 * 60 * 24)');
    const objects = generateSet('kubernetes', await input(files)).files.flatMap(({ text }) => objectsIn(text));
    assert.deepEqual(objects.map(({ kind }) => kind).filter((kind) => kind === 'Deployment' || kind === 'ConfigMap'), ['Deployment']);
    assert.deepEqual(inconsistencies(objects), []);
  });

  it('do not take the next entry of a list for a default', async () => {
    const files: Files = { ...laravelShop, 'config/filesystems.php': `<?php
return ['disks' => ['s3' => [
    'bucket' => env('SHOP_BUCKET'),
    'url' => env('SHOP_CDN'),
    'region' => env('SHOP_REGION', 'eu-west-1'),
    'mode' => getenv('SHOP_MODE') ?: 'private',
]]];
` };
    const found = await values(files);
    assert.deepEqual([found['SHOP_BUCKET'], found['SHOP_CDN'], found['SHOP_REGION'], found['SHOP_MODE']], ['', '', 'eu-west-1', 'private']);
    assert.equal((await values(express("connect(process.env.BROKER, 'orders');\nconst level = process.env.LOG_LEVEL || 'info';")))['BROKER'], '');
  });

  it('are those of users: nothing of developers, of tests, and nothing that only a start completes', async () => {
    const found = await values(flask('DEBUG = os.getenv("APP_DEBUG")\nHOST = os.getenv("SHOP_HOST")\nNAME = os.getenv("SHOP_NAME")\nTITLE = os.getenv("SHOP_TITLE")', {
      '.env.example': 'APP_DEBUG=true\nSHOP_TITLE="${SHOP_NAME} shop"\n',
      'docker-compose.yml': 'services:\n  web:\n    build: .\n    environment:\n      SHOP_HOST: ${SHOP_HOST:-shop.internal}\n      SHOP_NAME: ${SHOP_NAME}\n',
      'docker-compose.dev.yml': 'services:\n  web:\n    build: .\n    environment:\n      SHOP_HOST: desk\n',
    }));
    assert.deepEqual(found, { APP_DEBUG: 'false', SHOP_HOST: 'shop.internal', SHOP_NAME: '', SHOP_TITLE: '' });
  });

  it('of a secret have to be given only where the program needs them', async () => {
    const files = flask('SECRET_KEY = os.getenv("SECRET_KEY", "insecure")\nPAY = os.environ["PAYMENT_TOKEN"]\nMAIL = os.getenv("MAIL_PASSWORD")\nMAP = os.getenv("MAP_API_KEY", "")\nASKED = os.getenv("RESET_TOKEN_TABLE", "resets")\nif "CDN_TOKEN" in os.environ:\n    CDN = os.environ["CDN_TOKEN"]');
    const { text, data } = await composed(files);
    assert.deepEqual(data.services['app']?.environment, { CDN_TOKEN: null, MAIL_PASSWORD: null, MAP_API_KEY: null, PAYMENT_TOKEN: '${PAYMENT_TOKEN:?}', RESET_TOKEN_TABLE: 'resets', SECRET_KEY: '${SECRET_KEY:?}' });
    assert.match(text, /^# Put these into a file \.env .*: PAYMENT_TOKEN, SECRET_KEY\.$/m);
    assert.match(text, /^# The file \.env may also hold these, .*: CDN_TOKEN, MAIL_PASSWORD, MAP_API_KEY\.$/m);
    const secret = generateSet('kubernetes', await input(files)).files.find(({ path }) => path.endsWith('/secret.yaml'))?.text ?? '';
    assert.deepEqual(Object.keys((parse(secret) as { readonly stringData: object }).stringData), ['CDN_TOKEN', 'MAIL_PASSWORD', 'PAYMENT_TOKEN', 'SECRET_KEY']);
    assert.match(secret, /^# Only where they are used, .*: MAP_API_KEY\.$/m);
  });

  it('are left to the image where it sets them for production', async () => {
    const found = await values({ ...laravelShop, '.env.example': 'APP_ENV=local\nAPP_DEBUG=true\nLOG_CHANNEL=stack\nSHOP_NAME=Shop\n', 'config/shop.php': "<?php\nreturn ['name' => env('SHOP_NAME')];\n" });
    assert.deepEqual([found['APP_ENV'], found['LOG_CHANNEL'], found['APP_DEBUG'], found['SHOP_NAME']], [undefined, undefined, 'false', 'Shop']);
  });
});

describe('what an application needs beside it', () => {
  it('is the database that its settings name', async () => {
    const laravel = { ...laravelShop, '.env.example': 'DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\nDB_USERNAME=shop\nDB_PASSWORD=\nCACHE_STORE=redis\n' };
    assert.deepEqual((await plan(laravel)).backends, ['redis', 'mysql']);
    const several = flask('KIND = os.getenv("DB", "postgres")', { 'requirements.txt': 'flask==3.1.0\npsycopg==3.2.0\nmysqlclient==2.2.0\n' });
    assert.deepEqual((await plan(several)).backends, ['postgresql']);
  });

  it('is told by lists of requirements in a folder, except those of developers', async () => {
    assert.deepEqual((await plan(flask('', { 'requirements.txt': '-r requirements/production.txt\n', 'requirements/production.txt': 'flask==3.1.0\npsycopg[binary]==3.2.0\n', 'requirements/dev.txt': 'redis==5.0.0\n' }))).backends, ['postgresql']);
  });

  it('is a Service for pages that a server renders, whatever client of a queue it has', async () => {
    const files = node({ name: 'shop', dependencies: { next: '^15.0.0', kafkajs: '^2.2.0' }, scripts: { build: 'next build', start: 'next start' } }, { 'app/page.tsx': 'export default () => null;\n' });
    const objects = generateSet('kubernetes', await input(files)).files.flatMap(({ text }) => objectsIn(text)).map(({ kind }) => kind);
    assert.ok(objects.includes('Service') && objects.includes('HorizontalPodAutoscaler') && !objects.includes('ScaledObject'), objects.join(' '));
  });

  it('leaves the folders of Laravel in place, and keeps the files of its local disk', async () => {
    const files: Files = { ...laravelShop, '.env.example': 'FILESYSTEM_DISK=local\n', 'config/filesystems.php': "<?php\nreturn ['default' => env('FILESYSTEM_DISK', 'local'), 'disks' => ['local' => ['driver' => 'local', 'root' => storage_path('app')]]];\n", 'app/Http/Controllers/ImageController.php': "<?php\nnamespace App\\Http\\Controllers;\nuse Illuminate\\Http\\Request;\nuse Illuminate\\Support\\Facades\\Storage;\nclass ImageController { public function store(Request $request) { Storage::put('images/a.png', $request->file('image')->get()); return $request->file('image')->store('images'); } }\n" };
    const { folders } = await plan(files);
    assert.deepEqual(folders.claims.map(({ path }) => path), ['/var/www/html/storage/app']);
    assert.ok(!folders.scratch.some(({ path }) => path === '/var/www/html/storage') && folders.scratch.some(({ path }) => path === '/var/www/html/storage/framework/views'));
  });
});

describe('how an application changes its schema', () => {
  const words = async (files: Files): Promise<readonly string[] | undefined> => {
    const { migration } = await plan(files);
    return migration && 'words' in migration ? migration.words : undefined;
  };
  it('is the command of its framework, where it has migrations', async () => {
    assert.deepEqual(await words(flask('from flask_migrate import Migrate', { 'requirements.txt': 'flask\nflask-migrate\n', 'migrations/env.py': '' })), ['flask', '--app', 'app:app', 'db', 'upgrade']);
    assert.deepEqual(await words(flask('', { 'requirements.txt': 'flask\nalembic\n', 'alembic.ini': '[alembic]\n' })), ['alembic', '-c', 'alembic.ini', 'upgrade', 'head']);
    assert.equal(await words(flask('')), undefined);
    assert.deepEqual(await words({ ...laravelShop, 'database/migrations/2026_01_01_000000_create_orders.php': '<?php\n' }), ['php', 'artisan', 'migrate', '--force']);
    assert.equal(await words(laravelShop), undefined);
  });
});

describe('what probes of an application ask', () => {
  const site = (hosts: string): Files => ({
    'requirements.txt': 'django\ngunicorn\n', 'manage.py': 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n', 'shop/__init__.py': '', 'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
    'shop/settings.py': `import os\n\nROOT_URLCONF = "shop.urls"\nALLOWED_HOSTS = ${hosts}\n`,
    'shop/urls.py': 'from django.urls import include, path\nfrom . import views\n\nurlpatterns = [path("healthz/", views.health), path("orders/", include("orders.urls"))]\n', 'orders/urls.py': 'from django.urls import path\nfrom . import views\n\nurlpatterns = [path("health/", views.health)]\n',
  });

  it('is the route of the whole site of Django, for the name that users reach it by unless any will do', async () => {
    const named = await plan(site('os.environ["HOSTS"].split(",")'));
    assert.deepEqual(named.probes, { readiness: { path: '/healthz/', port: '8000', host: 'app.example.com' } });
    assert.equal((await plan(site('["shop.example.org", "localhost"]'))).probes.readiness?.host, 'shop.example.org');
    assert.deepEqual((await plan(site('["*"]'))).probes, { readiness: { path: '/healthz/', port: '8000' } });
    const deployment = generateSet('kubernetes', await input(site('os.environ["HOSTS"].split(",")'))).files.find(({ path }) => path.endsWith('/deployment.yaml'))?.text ?? '';
    assert.match(deployment, /- name: Host\n +value: app\.example\.com # TODO: the name under which users reach/);
    assert.doesNotMatch((await composed(site('["shop.example.org"]'))).text, /healthz/);
  });

  it('is the route that Laravel has for it', async () => {
    const files = { ...laravelShop, 'bootstrap/app.php': "<?php\nuse Illuminate\\Foundation\\Application;\nreturn Application::configure(basePath: dirname(__DIR__))->withRouting(web: __DIR__.'/../routes/web.php', health: '/up')->create();\n" };
    assert.deepEqual((await plan(files)).probes.readiness, { path: '/up', port: '8080' });
    assert.deepEqual((await plan(laravelShop)).probes.readiness, { port: '8080' });
  });
});
