import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type { Application } from '../application/kinds.js';
import { versionNumber } from './evidence.js';
import { assetsPackage, assetsStage } from './assets.js';
import { aptSection, copy, environmentLines, exposeLines, json, localeLines, render, run, shell, userLine, type Section } from './parts.js';
import { extensionsOf, type PhpExtensions } from './php-extensions.js';

/** Uid and gid of the account `www-data` in the official images. */
export const phpUser = 33;
export const phpHome = '/var/www/html';

/** A PHP project as its Dockerfile is written from it. */
export interface PhpProject {
  readonly module: BuildModule | undefined;
  /** Folder of the front controller, relative to the project; '' for the project's own. */
  readonly root: string;
  /** Folders of the project that the framework writes to. */
  readonly writes: readonly string[];
  readonly framework: 'laravel' | 'symfony' | 'other' | undefined;
}

/** Variables that each framework reads to know that users are there; logs go to the console, where they are collected. */
export const phpEnvironment: Readonly<Record<NonNullable<PhpProject['framework']>, Readonly<Record<string, string>>>> = {
  laravel: { APP_ENV: 'production', LOG_CHANNEL: 'stderr' }, symfony: { APP_ENV: 'prod' }, other: {},
};

const composerTools = ['unzip=6.0-*', 'git=1:2.39.*'];

/** Debian of the image: releases before 8.1 were never made for Debian 12. */
function imageOf(version: string): string {
  return `php:${version}-apache-${isBefore(version, '8.1') ? 'bullseye' : 'bookworm'}`;
}

function isBefore(version: string, other: string): boolean {
  return (versionNumber(version) ?? 0) < (versionNumber(other) ?? 0);
}

function has(model: Model, dir: string, name: string): boolean {
  return model.hasFile(join(dir, name) ?? name);
}

function dependencySection(model: Model, dir: string, module: BuildModule | undefined): readonly Section[] {
  if (module === undefined) return [[copy(['.'], '.')]];
  const locked = has(model, dir, 'composer.lock');
  const cache = ['type=cache,target=/root/.composer/cache'];
  const scripts = ['post-install-cmd'].filter((name) => module.scripts[name] !== undefined);
  return [
    [
      `# Dependencies first: this layer is reused until ${locked ? 'the lock file' : 'composer.json'} changes.`,
      ...(locked ? [] : ['# TODO: commit composer.lock; without it every build may install other versions.']),
      copy(['composer.json', ...(locked ? ['composer.lock'] : []), ...(has(model, dir, 'symfony.lock') ? ['symfony.lock'] : [])], './'),
      ...run(['composer install --no-dev --no-interaction --no-progress --prefer-dist --no-scripts --no-autoloader'], cache),
    ],
    [copy(['.'], '.'), ...run(['composer dump-autoload --no-dev --no-interaction --optimize', ...scripts.map((name) => `composer run-script --no-dev --no-interaction ${name}`)], cache)],
  ];
}

function buildStage(model: Model, { module, framework }: PhpProject, { dir, runtime }: Application, extensions: PhpExtensions): readonly Section[] {
  return [
    [`# Build. ${runtime.reason}.`, `FROM ${imageOf(runtime.version)} AS build`, `WORKDIR ${phpHome}`],
    aptSection(module === undefined ? 'Headers for what is compiled below.' : 'What Composer unpacks with, and headers for what is compiled below.', [...extensions.headers, ...(module === undefined ? [] : composerTools)]),
    [
      ...(extensions.unknown.length === 0 ? [] : [`# TODO: composer.json asks for ${extensions.unknown.join(', ')}; install it here and copy its libraries below.`]),
      ...(extensions.guessed === undefined ? [] : [`# TODO: nothing names the database; ${extensions.guessed} is only the usual driver.`]),
      ...(extensions.commands.length === 0 ? [] : ['# Extensions that the image lacks.', ...run(extensions.commands)]),
    ],
    ...(module === undefined ? [] : [[copy(['/usr/bin/composer'], '/usr/local/bin/composer', '--from=composer:2.8'), ...environmentLines({ COMPOSER_ALLOW_SUPERUSER: '1', ...(framework === 'symfony' ? { APP_ENV: 'prod' } : {}) })]]),
    ...dependencySection(model, dir, module),
  ];
}

/** Apache as a container: an unprivileged port, the folder of the front controller, and every path led to it. */
function serverSection(model: Model, { root, framework }: PhpProject, { dir }: Application): Section {
  const document = root === '' ? phpHome : `${phpHome}/${root}`;
  const isFront = root !== '' || framework !== undefined;
  const rewrites = has(model, join(dir, root) ?? root, '.htaccess');
  const quoted = document.replace(/[#&\\]/g, '\\$&');
  return [
    '# Port 8080, because an account without rights cannot open 80. Code does not change in a container, so opcache need not look.',
    ...run([
      'mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"',
      'printf \'%s\\n\' opcache.validate_timestamps=0 expose_php=Off error_log=/dev/stderr log_errors=On > "$PHP_INI_DIR/conf.d/zz-app.ini"',
      "sed -i 's/^Listen 80$/Listen 8080/' /etc/apache2/ports.conf",
      `sed -i -e 's/:80>/:8080>/'${root === '' ? '' : ` -e ${shell(`s#/var/www/html#${quoted}#`)}`} /etc/apache2/sites-available/000-default.conf`,
      ...(rewrites ? ['a2enmod rewrite headers'] : []),
      ...(isFront && !rewrites ? [`printf '<Directory "%s">\\n  FallbackResource /index.php\\n</Directory>\\n' ${shell(document)} > /etc/apache2/conf-enabled/front-controller.conf`] : []),
    ]),
  ];
}

function writableSection(model: Model, { writes }: PhpProject, folders: readonly string[]): Section {
  if (folders.length === 0) return [];
  const group = model.settings.target === 'openshift' ? 0 : phpUser;
  const made = folders.map(shell).join(' ');
  const owned = writes.length === 0 ? made : writes.map((path) => shell(`${phpHome}/${path}`)).join(' ');
  return ['# Folders that the program writes to; they are lost with the container unless a volume is mounted there.', ...run([`mkdir -p ${made}`, `chown -R ${phpUser}:${group} ${owned}`, ...(group === 0 ? [`chmod -R g=u ${owned}`] : [])])];
}

/** A Dockerfile for a PHP project on Apache. */
export function phpDockerfile(model: Model, project: PhpProject, application: Application): string {
  const { dir, runtime, korean, port, writable } = application;
  const extensions = extensionsOf(model, dir, runtime.version, project.module);
  const assets = assetsPackage(model, dir);
  const target = project.root === '' ? '' : `${project.root}/`;
  return render([
    ['# syntax=docker/dockerfile:1', ...(runtime.known ? [] : ['# TODO: nothing names a release of PHP; check that this one fits.']), ...(isBefore(runtime.version, '8.1') ? ['# TODO: this release has no image on a supported Debian, and versions of packages below are those of Debian 12; move to a supported release.'] : [])],
    ...buildStage(model, project, application, extensions),
    ...(assets ? [assetsStage(model, dir, project.module === undefined ? [] : [`COPY --from=build ${phpHome}/vendor/ vendor/`])] : []),
    ['# Run: the same image without Composer and headers.', `FROM ${imageOf(runtime.version)}`, `WORKDIR ${phpHome}`],
    aptSection('Libraries of the extensions.', extensions.libraries),
    ['COPY --from=build /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/', 'COPY --from=build /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/'],
    serverSection(model, project, application),
    localeLines(korean),
    [...(project.framework === 'laravel' ? ['# Logs to the console, where they are collected.'] : []), ...environmentLines(phpEnvironment[project.framework ?? 'other'])],
    [`COPY --from=build ${phpHome}/ ./`, ...(assets && project.root !== '' ? [copy([`/app/${target}`], `${target}`, '--from=assets')] : [])],
    writableSection(model, project, writable),
    userLine(model.settings.target, phpUser),
    exposeLines(port.port, 'The port that Apache is set to above'),
    [`CMD ${json(application.start)}`],
  ]);
}
