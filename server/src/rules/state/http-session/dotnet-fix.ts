import type { Fix } from '../../../contract/rule.js';
import { takesPackages } from '../../../facts/dotnet/package.js';
import { redisCacheEdits } from '../../../facts/dotnet/redis.js';
import { attribute, descend } from '../../../syntax/xml/ask.js';
import { readRoot } from '../../../syntax/xml/edit.js';

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
