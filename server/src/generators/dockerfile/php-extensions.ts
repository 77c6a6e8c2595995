import type { Model } from '../../contract/workspace.js';
import { dirname, isInside } from '../../base/paths.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type {} from '../../facts/dotenv.js';
import type {} from '../../facts/php/settings.js';
import { versionNumber } from './evidence.js';

/** How an extension gets into the official image, with packages of Debian 12 at the version of that release. */
interface Extension {
  /** Name and version at PECL; without it, the extension comes with the sources of PHP. */
  readonly pecl?: string;
  readonly headers?: readonly string[];
  readonly libraries?: readonly string[];
  readonly configure?: string;
}

const extensions: Readonly<Record<string, Extension>> = {
  bcmath: {}, calendar: {}, exif: {}, gettext: {}, mysqli: {}, opcache: {}, pcntl: {}, pdo_mysql: {}, shmop: {}, sockets: {}, sysvmsg: {}, sysvsem: {}, sysvshm: {},
  bz2: { headers: ['libbz2-dev=1.0.*'] },
  gd: {
    headers: ['libpng-dev=1.6.*', 'libjpeg62-turbo-dev=1:2.1.*', 'libfreetype6-dev=2.12.*', 'libwebp-dev=1.2.*'], libraries: ['libpng16-16=1.6.*', 'libjpeg62-turbo=1:2.1.*', 'libfreetype6=2.12.*', 'libwebp7=1.2.*'],
    configure: 'docker-php-ext-configure gd --with-freetype --with-jpeg --with-webp',
  },
  gmp: { headers: ['libgmp-dev=2:6.2.*'] },
  intl: { headers: ['libicu-dev=72.*'], libraries: ['libicu72=72.*'] },
  ldap: { headers: ['libldap2-dev=2.5.*'], libraries: ['libldap-2.5-0=2.5.*'] },
  pdo_pgsql: { headers: ['libpq-dev=15.*'], libraries: ['libpq5=15.*'] }, pgsql: { headers: ['libpq-dev=15.*'], libraries: ['libpq5=15.*'] },
  soap: { headers: ['libxml2-dev=2.9.*'] }, xsl: { headers: ['libxslt1-dev=1.1.*'], libraries: ['libxslt1.1=1.1.*'] },
  zip: { headers: ['libzip-dev=1.7.*'], libraries: ['libzip4=1.7.*'] },
  amqp: { pecl: 'amqp-2.1.2', headers: ['librabbitmq-dev=0.11.*'], libraries: ['librabbitmq4=0.11.*'] }, apcu: { pecl: 'apcu-5.1.24' }, igbinary: { pecl: 'igbinary-3.2.16' },
  imagick: { pecl: 'imagick-3.8.0', headers: ['libmagickwand-dev=8:6.9.*'], libraries: ['libmagickwand-6.q16-6=8:6.9.*'] },
  memcached: { pecl: 'memcached-3.3.0', headers: ['libmemcached-dev=1.1.*', 'zlib1g-dev=1:1.2.*', 'libssl-dev=3.0.*'], libraries: ['libmemcached11=1.1.*', 'libmemcachedutil2=1.1.*'] },
  mongodb: { pecl: 'mongodb-1.21.0' }, redis: { pecl: 'redis-6.1.0' }, swoole: { pecl: 'swoole-5.1.6' },
};

/** Packages that need an extension without asking for it, as they can also do something else. */
const byPackage: Readonly<Record<string, readonly string[]>> = {
  'doctrine/mongodb-odm': ['mongodb'], 'mongodb/laravel-mongodb': ['mongodb'], 'phpoffice/phpspreadsheet': ['gd', 'zip'], 'intervention/image': ['gd'], 'php-amqplib/php-amqplib': ['bcmath', 'sockets'], 'symfony/intl': ['intl'], 'cakephp/cakephp': ['intl'], 'codeigniter4/framework': ['intl'], 'laravel/horizon': ['pcntl'],
};

/** Drivers of databases by the words that settings name them with. */
const byDriver: readonly (readonly [RegExp, string])[] = [[/^(?:mysql|mariadb|pdo_mysql)$/, 'pdo_mysql'], [/^(?:pgsql|postgres(?:ql)?|pdo_pgsql)$/, 'pdo_pgsql']];

/** Database drivers that the project's settings and its `.env.example` choose. */
function drivers(model: Model, dir: string): { readonly found: readonly string[]; readonly said: boolean } {
  const settings = model.facts('php.setting').filter((fact) => isInside(fact.file, dir) && fact.value.key === 'database.default').map((fact) => fact.value.value);
  const variables = model.facts('config.dotenv').filter((fact) => isInside(fact.file, dir) && fact.value.use !== 'other').flatMap((fact) => (fact.value.name === 'DB_CONNECTION' ? [fact.value.value] : fact.value.name === 'DATABASE_URL' ? [/^(\w+):/.exec(fact.value.value)?.[1]] : []));
  const names = [...settings, ...variables].filter((name) => name !== undefined && name !== '');
  return { said: names.length > 0, found: names.flatMap((name) => byDriver.find(([pattern]) => name !== undefined && pattern.test(name))?.[1] ?? []) };
}

export interface PhpExtensions {
  /** Commands that compile what the image lacks. */
  readonly commands: readonly string[];
  readonly headers: readonly string[];
  readonly libraries: readonly string[];
  /** Asked for, but unknown here and not part of the image. */
  readonly unknown: readonly string[];
  /** A driver that is only the usual one, because nothing names the database. */
  readonly guessed: string | undefined;
}

/** Packages that come with code for a database. */
const databases = /^(?:laravel\/framework|illuminate\/database|doctrine\/(?:orm|dbal|doctrine-bundle)|symfony\/orm-pack|cakephp\/cakephp|yiisoft\/yii2)$/;

/** What the official image has compiled in. */
const builtIn = new Set('core ctype curl date dom fileinfo filter ftp hash iconv json libxml mbstring mysqlnd openssl pcre pdo pdo_sqlite phar posix random readline reflection session simplexml sodium spl sqlite3 standard tokenizer xml xmlreader xmlwriter zlib'.split(' '));

/** From 8.5 on, opcache is part of PHP. Extensions that the project needs: those it asks for, those its packages work with, and the driver of its database. */
export function extensionsOf(model: Model, dir: string, version: string, module: BuildModule | undefined): PhpExtensions {
  const required = module?.dependencies ?? [];
  const locked = model.facts('build.locked-extensions').filter(({ file }) => dirname(file) === dir).flatMap(({ value }) => value);
  const asked = [...required, ...locked].flatMap((name) => (name.startsWith('ext-') ? [name.slice(4).toLowerCase().replaceAll('-', '_')] : byPackage[name] ?? []));
  const { found: driver, said } = drivers(model, dir);
  const guessed = !said && required.some((name) => databases.test(name)) && !asked.some((name) => /^pdo_|mongodb|^oci8$|^sqlsrv$/.test(name)) ? 'pdo_mysql' : undefined;
  const wanted = [...new Set(['opcache', ...asked, ...driver, ...(guessed === undefined ? [] : [guessed])])].filter((name) => !builtIn.has(name) && name !== 'zend_opcache' && !(name === 'opcache' && (versionNumber(version) ?? 0) >= 8005)).sort();
  const known = wanted.filter((name) => Object.hasOwn(extensions, name));
  const of = (name: string): Extension => extensions[name] ?? {};
  const bundled = known.filter((name) => of(name).pecl === undefined);
  const fetched = known.filter((name) => of(name).pecl !== undefined);
  return {
    guessed, unknown: wanted.filter((name) => !known.includes(name)),
    commands: [
      ...known.flatMap((name) => of(name).configure ?? []), ...(bundled.length === 0 ? [] : [`docker-php-ext-install -j4 ${bundled.join(' ')}`]),
      ...(fetched.length === 0 ? [] : [`pecl install ${fetched.map((name) => of(name).pecl).join(' ')}`, `docker-php-ext-enable ${fetched.join(' ')}`]),
    ],
    headers: [...new Set(known.flatMap((name) => of(name).headers ?? []))], libraries: [...new Set(known.flatMap((name) => of(name).libraries ?? []))],
  };
}
