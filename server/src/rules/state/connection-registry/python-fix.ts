import type { Finding } from '../../../contract/finding.js';
import type { Edit, FixInput } from '../../../contract/rule.js';
import { addImports, addRequirements, bracketsAround, indentAt, keepsLineEndings, redisUrl } from '../../../syntax/python/edit.js';
import { argumentEdits } from '../../../syntax/python/redis-edits.js';

function kindOf({ data }: Finding): string {
  return (data as { readonly python?: string } | null)?.python ?? '';
}

/** The layer's backend becomes that of channels_redis, with the hosts that it needs. */
function layerEdits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const { file, range } = finding;
  const now = text(file);
  if (now === undefined || !/^["'][\w.]*InMemoryChannelLayer["']$/.test(now.slice(range.start, range.end))) return undefined;
  const [entry] = bracketsAround(now, range.start);
  if (!entry || /["']CONFIG["']/.test(now.slice(entry.open, entry.close))) return undefined;
  const isTall = now.slice(range.end, entry.close).includes('\n');
  const hosts = `"CONFIG": {"hosts": [${redisUrl}]}`;
  return [
    { do: 'replace', file, span: { start: range.start, end: range.end }, text: `"channels_redis.core.RedisChannelLayer"${isTall ? `,\n${indentAt(now, range.start)}` : ', '}${hosts}` },
    ...addImports(file, now, 'import os'), ...addRequirements(file, text, 'channels-redis>=4.2'),
  ];
}

/** Django Channels and Socket.IO servers pass messages on through the Redis that `REDIS_URL` names. */
export const pythonRedisFanout = keepsLineEndings({
  key: 'redis-channel-layer',
  title: { en: 'Pass messages on through Redis (REDIS_URL)', ko: 'Redis로 레플리카 사이에 메시지 전달(REDIS_URL)' },
  safety: 'review',
  applies: (finding) => /^(?:channels|message_queue|client_manager)$/.test(kindOf(finding)) && finding.file.endsWith('.py'),
  edits(input) {
    if (kindOf(input.finding) === 'channels') return layerEdits(input);
    if (kindOf(input.finding) === 'message_queue') return argumentEdits(input, 'message_queue', redisUrl);
    const isAsync = input.text(input.finding.file)?.slice(input.finding.range.start, input.finding.range.end) === 'AsyncServer';
    return argumentEdits(input, 'client_manager', `socketio.${isAsync ? 'AsyncRedisManager' : 'RedisManager'}(${redisUrl})`, { imports: ['import socketio'] });
  },
});
