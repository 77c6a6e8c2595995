import type { Finding } from '../../../contract/finding.js';
import type { Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import { packageEdits, redisConnection, takesPackages } from '../../../facts/dotnet/package.js';
import { addUsing, behindCall } from '../../../syntax/csharp/edit.js';

interface Database {
  readonly server: string;
  readonly connection: string;
}

interface Storage {
  readonly call: string;
  readonly package: string;
  readonly version: string;
  readonly namespace: string;
}

/** Version of Hangfire that the project takes; the storages below need 1.8. */
function versionOf(model: Model, file: string): string | undefined {
  const { dir } = model.moduleOf(file);
  const versions = model.facts('build.module').filter(({ module, value }) => module === dir && value.tool === 'dotnet').map(({ value }) => value.versions);
  const found = versions.flatMap((each) => ['Hangfire.Core', 'Hangfire.AspNetCore', 'Hangfire.NetCore', 'Hangfire'].flatMap((name) => each[name] ?? []))[0];
  return found !== undefined && /^1\.(?:[89]|\d\d)\.\d+$/.test(found) ? found : undefined;
}

/** The application's own database, whose tables Hangfire makes itself; Redis where the file does not name it. */
function storageFor({ data }: Finding, version: string): Storage {
  const database = (data as { readonly hangfire?: Database | null }).hangfire ?? undefined;
  // The storage for SQL Server comes in the versions of Hangfire; the others have their own.
  if (database?.server === 'SqlServer') return { call: `UseSqlServerStorage(${database.connection})`, package: 'Hangfire.SqlServer', version, namespace: 'Hangfire' };
  if (database) return { call: `UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(${database.connection}))`, package: 'Hangfire.PostgreSql', version: '1.20.10', namespace: 'Hangfire.PostgreSql' };
  return { call: `UseRedisStorage(${redisConnection})`, package: 'Hangfire.Redis.StackExchange', version: '1.12.0', namespace: 'Hangfire.Redis.StackExchange' };
}

/** Hangfire's jobs in a storage that replicas share: one of them takes each job, and its distributed lock lets one start the recurring ones. */
export const hangfireStorage: Fix = {
  key: 'hangfire-storage',
  title: { en: "Keep Hangfire's jobs in a storage that replicas share", ko: 'Hangfire 작업을 레플리카가 공유하는 저장소에 두기' },
  safety: 'review',
  applies: ({ file, say }, model) => say === 'hangfire' && takesPackages(model, file) && versionOf(model, file) !== undefined,
  edits(input) {
    const { finding, model } = input;
    const { file, range } = finding;
    const text = input.text(file);
    const version = versionOf(model, file);
    if (text === undefined || version === undefined || !/^Use(?:InMemory|Memory)Storage$/.test(text.slice(range.start, range.end))) return undefined;
    const storage = storageFor(finding, version);
    const end = behindCall(text, text.indexOf('(', range.end));
    const packages = packageEdits(input, file, storage.package, storage.version);
    if (end === undefined || !packages) return undefined;
    return [...addUsing(file, text, storage.namespace), { do: 'replace', file, span: { start: range.start, end }, text: storage.call }, ...packages];
  },
};
