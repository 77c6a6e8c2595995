import { join } from '../../../base/paths.js';
import { lineEnding } from '../../../base/text.js';
import type { Fix } from '../../../contract/rule.js';
import { takesPackages } from '../../../facts/dotnet/package.js';
import { redisCacheEdits } from '../../../facts/dotnet/redis.js';
import { attribute, children, descend } from '../../../syntax/xml/ask.js';
import { indentOf, insertAfter, readRoot } from '../../../syntax/xml/edit.js';

/** Redis behind the distributed cache that ASP.NET Core keeps its sessions in, with the package it needs. */
export const dotnetRedisSession: Fix = {
  key: 'dotnet-redis',
  title: { en: 'Keep sessions in Redis', ko: '세션을 Redis에 저장하기' },
  safety: 'review',
  applies: ({ file, say, severity }, model) => file.endsWith('.cs') && say === 'aspnet' && severity === 'error' && takesPackages(model, file),
  edits: (input) => redisCacheEdits(input, input.finding.range.start),
};

/** The session state of the .NET Framework in SQL Server, which it brings along: only its tables have to be made. */
export const dotnetSqlSession: Fix = {
  key: 'dotnet-sql-server',
  title: { en: 'Keep sessions in SQL Server', ko: '세션을 SQL Server에 저장하기' },
  safety: 'review',
  applies: ({ data }) => typeof (data as { readonly sql?: string | null } | null)?.sql === 'string',
  edits({ finding: { file, data }, text }) {
    const written = text(file);
    const { sql } = data as { readonly sql: string };
    const root = written === undefined ? undefined : readRoot(written);
    const state = root && descend(root, 'system.web', 'sessionState');
    if (!state || state.children.length > 0) return undefined;
    const timeout = attribute(state, 'timeout');
    const kept = timeout ? ` timeout="${timeout.value}"` : '';
    return [{ do: 'replace', file, span: { start: state.start, end: state.end }, text: `<sessionState mode="SQLServer" allowCustomSqlDatabase="true" sqlConnectionString="${sql}"${kept} />` }];
  },
};

const provider = 'Microsoft.Web.RedisSessionStateProvider';

/** The session state of the .NET Framework in Redis, for projects whose packages bring along what they need themselves. */
export const dotnetRedisProvider: Fix = {
  key: 'dotnet-redis-provider',
  title: { en: 'Keep sessions in Redis (session state provider)', ko: '세션을 Redis에 저장하기(세션 상태 공급자)' },
  safety: 'review',
  applies: ({ file, data }, model) => /web\.config$/i.test(file) && typeof (data as { readonly mode?: string } | null)?.mode === 'string' && (model.moduleOf(file).buildFile?.endsWith('proj') ?? false) && !model.hasFile(join(model.moduleOf(file).dir, 'packages.config') ?? ''),
  edits({ finding: { file }, model, text }) {
    const { buildFile } = model.moduleOf(file);
    const written = text(file);
    const project = buildFile === undefined ? undefined : text(buildFile);
    const state = written === undefined ? undefined : readRoot(written);
    const element = state && descend(state, 'system.web', 'sessionState');
    const build = project === undefined ? undefined : readRoot(project);
    const last = build && children(build, 'ItemGroup').flatMap((group) => children(group, 'PackageReference')).at(-1);
    if (written === undefined || buildFile === undefined || project === undefined || !element || element.children.length > 0 || !last) return undefined;
    const timeout = attribute(element, 'timeout');
    const [indent, eol] = [indentOf(written, element), lineEnding(written)];
    const lines = [
      `<sessionState mode="Custom" customProvider="Redis"${timeout ? ` timeout="${timeout.value}"` : ''}>`, '  <providers>',
      '    <!-- The setting of this name under appSettings holds the address, for example redis:6379. -->',
      '    <add name="Redis" type="Microsoft.Web.Redis.RedisSessionStateProvider" connectionString="REDIS_CONNECTION" />', '  </providers>', '</sessionState>',
    ];
    const known = children(build, 'ItemGroup').some((group) => children(group, 'PackageReference').some((item) => attribute(item, 'Include')?.value === provider));
    return [
      { do: 'replace', file, span: { start: element.start, end: element.end }, text: lines.join(`${eol}${indent}`) },
      ...(known ? [] : [insertAfter(buildFile, project, last, [`<PackageReference Include="${provider}" Version="5.0.0" />`])]),
    ];
  },
};
