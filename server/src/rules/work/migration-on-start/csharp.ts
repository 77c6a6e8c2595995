import type { Fact } from '../../../contract/workspace.js';
import type { Finding } from '../../../contract/finding.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type {} from '../../../facts/build/kinds.js';
import { args, calledName, callName, callTypeArguments, enclosingMember, enclosingType, nameOf, plain, receiver, span, typeName, field, typeOf, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { runsAtStart } from '../../../syntax/csharp/request-side.js';

/** What EF Core does with the schema when it is called on `Database`. */
const ofDatabase = /^(?:Migrate|MigrateAsync|EnsureCreated|EnsureCreatedAsync)$/;
/** Versions of EF Core from this one on take a lock of their own while they migrate. */
const locking = 9;

/** A migration that EF Core 9 or later guards by a lock in the database. */
export function efLocks({ value }: Fact<'build.module'>, { data }: Finding): boolean {
  const guarded = (data as { readonly ef?: boolean } | null)?.ef === true;
  return guarded && Object.entries(value.versions).some(([name, version]) => /EntityFrameworkCore/.test(name) && Number.parseInt(version.replace(/^[^\d]+/, ''), 10) >= locking);
}

/** A member that throws the tables away first and is not called at the start sets tests or demonstrations up. */
function isReset(call: CsNode): boolean {
  return /\bEnsureDeleted(?:Async)?\s*\(/.test(enclosingMember(call)?.text ?? '') && enclosingType(call) !== undefined && !runsAtStart(call, false);
}

const toldKey = {};

/** Schema changes that code makes when the process starts, with Entity Framework, FluentMigrator, DbUp and Evolve. */
export const csharpMigrations = ruleMatcher({
  language: 'csharp',
  needles: [
    ['Database', /\.\s*(?:Migrate|MigrateAsync|EnsureCreated|EnsureCreatedAsync|EnsureDeleted|EnsureDeletedAsync)\s*\(/], ['MigrateUp'], ['PerformUpgrade'], ['Evolve', 'Migrate'], ['SetInitializer'], ['MigrateDatabaseToLatestVersion'],
  ],
  on: {
    invocation_expression(call, cx) {
      const name = callName(call);
      const at = calledName(call);
      const on = receiver(call);
      const type = enclosingType(call);
      if (!at || choice(call).kind === 'development' || /(?:Factory|Fixture|Command|Migrations?Tool)$/.test(type ? nameOf(type) : '')) return;
      const tell = (say: 'update' | 'ef' | 'create', setting: string, ef = false): void => {
        // One member changes all its databases at the same moment.
        const told = cx.once(toldKey, () => new Set<string>());
        const key = `${say} ${enclosingMember(call)?.id ?? ''} ${ef}`;
        if (told.has(key)) return;
        told.add(key);
        cx.report({ at: span(at), say, args: { setting }, cause: 'schema', data: { key: '', ef } });
      };
      if (ofDatabase.test(name) && /(?:^|\.)Database$/.test(plain(on)) && !isReset(call)) tell(name.startsWith('Migrate') ? 'ef' : 'update', `Database.${name}()`, name.startsWith('Migrate'));
      else if (/^EnsureDeleted(?:Async)?$/.test(name) && /(?:^|\.)Database$/.test(plain(on)) && (type === undefined || runsAtStart(call, false))) tell('create', `Database.${name}()`);
      else if (name === 'MigrateUp' && (args(call).length === 0 || /unner/.test(plain(on)))) tell('update', 'MigrateUp()');
      else if (name === 'PerformUpgrade') tell('update', 'PerformUpgrade()');
      else if (name === 'Migrate' && typeOf(on) === 'Evolve') tell('update', 'Evolve.Migrate()');
      else if (name === 'SetInitializer' && /(?:^|\.)Database$/.test(plain(on))) {
        const made = args(call)[0];
        const what = made?.type === 'object_creation_expression' ? typeName(field(made, 'type')) : '';
        if (/^DropCreateDatabase/.test(what)) tell('create', what);
        else if (what === 'MigrateDatabaseToLatestVersion') tell('update', what);
      } else if (callTypeArguments(call).includes('MigrateDatabaseToLatestVersion')) tell('update', 'MigrateDatabaseToLatestVersion');
    },
  },
});
