import { isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type {} from '../../facts/build/kinds.js';
import type { Application } from '../application/kinds.js';

/** A command of the image that brings the schema of the database up to date and ends. */
export interface MigrationCommand {
  readonly tool: string;
  readonly words: readonly string[];
}

/** A file of the application that fits, relative to where the image is built. */
function findFile({ files }: Model, { dir, layout: { context } }: Application, pattern: RegExp): string | undefined {
  const found = files.find((file) => isInside(file, dir) && pattern.test(file.slice(dir === '' ? 0 : dir.length + 1)));
  return found === undefined ? undefined : found.slice(context === '' ? 0 : context.length + 1);
}

/** What the server of Python is told to load: `shop.wsgi:app`, `shop:create_app()`. */
function loaded({ start }: Application): string | undefined {
  return start.find((word) => /^[A-Za-z_][\w.]*:[\w.]+(?:\(\))?$/.test(word));
}

function python(model: Model, application: Application, libraries: ReadonlySet<string>): MigrationCommand | undefined {
  const manage = findFile(model, application, /^(?:[\w-]+\/)?manage\.py$/);
  if (application.kind === 'django' && manage !== undefined && findFile(model, application, /(?:^|\/)migrations\/\d{4}_\w+\.py$/) !== undefined) {
    return { tool: 'manage.py migrate', words: ['python', manage, 'migrate', '--noinput'] };
  }
  const alembic = findFile(model, application, /^alembic\.ini$/);
  const app = loaded(application);
  if (libraries.has('flask-migrate') && app !== undefined && findFile(model, application, /(?:^|\/)migrations\/env\.py$/) !== undefined) return { tool: 'flask db upgrade', words: ['flask', '--app', app, 'db', 'upgrade'] };
  return libraries.has('alembic') && alembic !== undefined ? { tool: 'alembic upgrade', words: ['alembic', '-c', alembic, 'upgrade', 'head'] } : undefined;
}

function php(model: Model, application: Application, libraries: ReadonlySet<string>): MigrationCommand | undefined {
  if (application.kind === 'laravel' && model.hasFile(join(application.dir, 'artisan') ?? '') && findFile(model, application, /^database\/migrations\/[^/]+\.php$/) !== undefined) {
    return { tool: 'artisan migrate', words: ['php', 'artisan', 'migrate', '--force'] };
  }
  return libraries.has('doctrine/doctrine-migrations-bundle') && model.hasFile(join(application.dir, 'bin/console') ?? '')
    ? { tool: 'doctrine:migrations:migrate', words: ['php', 'bin/console', 'doctrine:migrations:migrate', '--no-interaction', '--allow-no-migration'] } : undefined;
}

/** How the framework of an application changes its schema by itself; `undefined` where nothing tells, or where the image lacks the tool. */
export function migrationCommand(model: Model, application: Application, libraries: readonly string[]): MigrationCommand | undefined {
  const names = new Set(libraries.map((name) => name.toLowerCase()));
  return application.platform === 'python' ? python(model, application, names) : application.platform === 'php' ? php(model, application, names) : undefined;
}
