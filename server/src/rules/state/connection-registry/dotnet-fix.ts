import type { Fix } from '../../../contract/rule.js';
import { packageEdits, redisConnection, takesPackages } from '../../../facts/dotnet/package.js';
import { behindCall } from '../../../syntax/csharp/edit.js';

/** SignalR's Redis backplane, with its package. */
export const signalRRedis: Fix = {
  key: 'signalr-redis',
  title: { en: 'Carry SignalR messages over Redis', ko: 'Redis로 SignalR 메시지 전달하기' },
  safety: 'review',
  applies: ({ file, data, say, severity }, model) => say === 'signalr' && severity === 'error' && (data as { readonly call?: string } | null)?.call === 'AddSignalR' && takesPackages(model, file),
  edits(input) {
    const { file, range } = input.finding;
    const text = input.text(file);
    const packages = packageEdits(input, file, 'Microsoft.AspNetCore.SignalR.StackExchangeRedis');
    const end = text === undefined || text.slice(range.start, range.end) !== 'AddSignalR' ? undefined : behindCall(text, text.indexOf('(', range.end));
    if (end === undefined || !packages) return undefined;
    return [{ do: 'replace', file, span: { start: end, end }, text: `.AddStackExchangeRedis(${redisConnection})` }, ...packages];
  },
};
