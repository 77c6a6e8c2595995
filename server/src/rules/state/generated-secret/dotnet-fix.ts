import type { Fix } from '../../../contract/rule.js';
import { lineEnding, packageEdits, redisConnection, takesPackages } from '../../../facts/dotnet/package.js';
import { addUsing, behindCall, statementStart } from '../../../syntax/csharp/edit.js';

const persist = `PersistKeysToStackExchangeRedis(StackExchange.Redis.ConnectionMultiplexer.Connect(${redisConnection}), "DataProtection-Keys")`;

/** The key ring of Data Protection in Redis, where all replicas find the same keys. */
export const redisKeyRing: Fix = {
  key: 'dotnet-key-ring',
  title: { en: 'Keep the Data Protection keys in Redis', ko: 'Data Protection 키를 Redis에 보관하기' },
  safety: 'review',
  applies: ({ file, say }, model) => say === 'keyRing' && takesPackages(model, file),
  edits(input) {
    const { file, range, data } = input.finding;
    const text = input.text(file);
    const packages = packageEdits(input, file, 'Microsoft.AspNetCore.DataProtection.StackExchangeRedis');
    if (text === undefined || !packages) return undefined;
    const named = (data as { readonly ring?: string } | null)?.ring === 'AddDataProtection';
    const usings = addUsing(file, text, 'Microsoft.AspNetCore.DataProtection');
    if (named) {
      const end = behindCall(text, text.indexOf('(', range.end));
      return end === undefined ? undefined : [...usings, { do: 'replace', file, span: { start: end, end }, text: `.${persist}` }, ...packages];
    }
    const { start, indent } = statementStart(text, range.start);
    const on = /^[ \t]*((?:\w+\.)*[Ss]ervices)\s*(?:\r?\n\s*)?\./.exec(text.slice(start, range.end))?.[1];
    return on === undefined ? undefined : [...usings, { do: 'replace', file, span: { start, end: start }, text: `${indent}${on}.AddDataProtection().${persist};${lineEnding(text)}` }, ...packages];
  },
};
