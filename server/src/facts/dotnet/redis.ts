import type { Edit, FixInput } from '../../contract/rule.js';
import { behindCall, statementStart } from '../../syntax/csharp/edit.js';
import { lineEnding, packageEdits, redisConnection } from './package.js';

const cachePackage = 'Microsoft.Extensions.Caching.StackExchangeRedis';

/**
 * Edits that put Redis in the place of the memory behind ASP.NET Core's distributed cache, which also holds the sessions: in
 * place of `AddDistributedMemoryCache()`, or before the statement at `at` where there is none.
 */
export function redisCacheEdits(input: FixInput, at: number): readonly Edit[] | undefined {
  const { file } = input.finding;
  const text = input.text(file);
  const packages = packageEdits(input, file, cachePackage);
  if (text === undefined || !packages || /AddStackExchangeRedisCache/.test(text)) return undefined;
  const call = `AddStackExchangeRedisCache(options => options.Configuration = ${redisConnection})`;
  const memory = [...text.matchAll(/\bAddDistributedMemoryCache\(/g)];
  if (memory.length > 1) return undefined;
  const found = memory[0];
  if (found) {
    const end = behindCall(text, found.index + found[0].length - 1);
    return end === undefined ? undefined : [{ do: 'replace', file, span: { start: found.index, end }, text: call }, ...packages];
  }
  const { start, indent } = statementStart(text, at);
  const on = /^[ \t]*((?:\w+\.)*[Ss]ervices)\s*\./.exec(text.slice(start, at + 20))?.[1];
  return on === undefined ? undefined : [{ do: 'replace', file, span: { start, end: start }, text: `${indent}${on}.${call};${lineEnding(text)}` }, ...packages];
}
