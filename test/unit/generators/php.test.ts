import assert from 'node:assert/strict';
import { describeImages, dockerfile, found, generate, openshift } from './golden.js';
import type { Files } from './workspaces.js';

const composer = (require: Readonly<Record<string, string>>, rest: object = {}): string => JSON.stringify({ name: 'acme/shop', type: 'project', require, ...rest });
const index = "<?php\nrequire __DIR__ . '/../vendor/autoload.php';\n";
const laravel: Files = {
  'composer.json': composer({ php: '^8.3', 'laravel/framework': '^12.0', 'ext-gd': '*', 'ext-redis': '*' }), 'composer.lock': '{}', artisan: '', 'public/index.php': index, 'public/.htaccess': 'RewriteEngine On\n',
  '.env.example': 'DB_CONNECTION=pgsql\n', 'package.json': '{"private":true,"scripts":{"build":"vite build"},"devDependencies":{"vite":"^6"}}', 'package-lock.json': '{}',
};

const workspaces: Readonly<Record<string, Files>> = {
  'php-laravel': laravel,
  'php-symfony-openshift': { ...openshift, 'composer.json': composer({ php: '>=8.2', 'symfony/framework-bundle': '^7.2', 'ext-intl': '*' }, { scripts: { 'post-install-cmd': ['@auto-scripts'] } }), 'composer.lock': '{}', 'symfony.lock': '{}', 'public/index.php': index },
  'php-plain': { 'index.php': '<?php echo "shop";\n' },
};

describe('Dockerfile generator for PHP', () => {
  describeImages(workspaces);

  it('takes the oldest release of a range that is supported for a while, and what is pinned as it is', async () => {
    const version = async (php: string, files: Files = {}): Promise<string | undefined> => (await found({ 'composer.json': composer({ php }), 'public/index.php': index, ...files }))[0]?.runtime.version;
    assert.deepEqual(await Promise.all(['^8.3', '^8.1', '~8.1.0', '>= 8.2', '8.4.*', '^7.4|^8.0', '8.3 - 8.5', '<8.4 >=8.3'].map((range) => version(range))), ['8.3', '8.3', '8.1', '8.2', '8.4', '8.3', '8.3', '8.3']);
    assert.equal(await version('^8.1', { '.php-version': '8.4.2\n' }), '8.4');
    assert.equal((await found({ 'composer.json': composer({ php: '^8.1' }, { config: { platform: { php: '8.2.10' } } }), 'public/index.php': index }))[0]?.runtime.version, '8.2');
  });

  it('names the frameworks and the folders that they write to', async () => {
    const [one] = await found(laravel);
    assert.deepEqual([one?.kind, one?.writable, one?.user, one?.port.port], ['laravel', ['/var/www/html/storage/app', '/var/www/html/storage/framework/cache/data', '/var/www/html/storage/framework/sessions', '/var/www/html/storage/framework/views', '/var/www/html/storage/logs', '/var/www/html/bootstrap/cache'], 33, 8080]);
    assert.equal((await found({ 'composer.json': composer({ 'codeigniter4/framework': '^4' }), 'public/index.php': index }))[0]?.kind, 'codeigniter');
  });

  it('leads all paths to the front controller where no .htaccess does', async () => {
    assert.match(await dockerfile({ 'composer.json': composer({}), 'web/index.php': index }), /FallbackResource \/index\.php.* \/var\/www\/html\/web >/);
    assert.doesNotMatch(await dockerfile(laravel), /FallbackResource/);
  });

  it('asks for an extension that it does not know, and for a lock file', async () => {
    const text = await dockerfile({ 'composer.json': composer({ 'ext-oci8': '*' }), 'public/index.php': index });
    assert.match(text, /^# TODO: composer\.json asks for oci8/m);
    assert.match(text, /^# TODO: commit composer\.lock/m);
  });

  it('takes the extensions without which Composer installs nothing of the lock file, those of developers left out', async () => {
    const lock = JSON.stringify({ packages: [{ name: 'brick/money', require: { php: '^8.1', 'ext-bcmath': '*', 'ext-json': '*' } }, { name: 'acme/archive', require: { 'ext-zip': '*' }, suggest: { 'ext-redis': 'faster' } }], 'packages-dev': [{ name: 'phpunit/phpunit', require: { 'ext-xsl': '*' } }] });
    const text = await dockerfile({ 'composer.json': composer({ php: '^8.3' }), 'composer.lock': lock, 'public/index.php': index });
    assert.match(text, /docker-php-ext-install -j4 bcmath opcache zip$/m);
    assert.match(text, /libzip4/);
    assert.doesNotMatch(text, /xsl|redis/);
  });

  it('keeps packages that are part of the repository, and packs assets of a workspace', async () => {
    const ignored = (await generate({ 'index.php': '<?php\n', 'vendor/autoload.php': '<?php\n' })).files[1]?.text ?? '';
    assert.doesNotMatch(ignored, /^vendor$/m);
    const text = await dockerfile({ ...laravel, 'package.json': '{"private":true,"workspaces":["charts"],"scripts":{"build":"vite build","postinstall":"node charts/make.js"}}', 'charts/package.json': '{"name":"charts"}' });
    assert.match(text, /^COPY charts\/package\.json charts\/package\.json$/m);
    assert.match(text, /npm ci --ignore-scripts\n[^]*^COPY \. \.$[^]*npm rebuild[^]*npm run postinstall[^]*npm run build$/m);
  });

  it('takes the driver that the settings name, and marks one that nothing names', async () => {
    const text = (files: Files): Promise<string> => dockerfile({ 'composer.json': composer({ php: '^8.3', 'laravel/framework': '^12.0' }), 'composer.lock': '{}', 'public/index.php': index, ...files });
    assert.match(await text({ '.env.example': 'DB_CONNECTION=mysql\n' }), /docker-php-ext-install -j4 opcache pdo_mysql/);
    assert.doesNotMatch(await text({ '.env.example': 'DB_CONNECTION=sqlite\n' }), /pdo_mysql/);
    assert.match(await text({}), /^# TODO: nothing names the database; pdo_mysql is only the usual driver\.$/m);
  });

  it('speaks of files that Apache would hand out', async () => {
    assert.ok((await generate({ 'composer.json': composer({}), 'index.php': '<?php\n' })).notes.some(({ en }) => en.includes('move it into a folder public/')));
  });

  it('offers nothing for packages and command lines', async () => {
    assert.deepEqual(await found({ 'composer.json': '{"name":"acme/lib","type":"library","require":{"php":"^8.2"}}', 'src/Shop.php': '<?php\n', 'index.php': '<?php\n' }), []);
    assert.deepEqual(await found({ 'composer.json': composer({ 'symfony/console': '^7' }), 'bin/console': '' }), []);
  });
});
