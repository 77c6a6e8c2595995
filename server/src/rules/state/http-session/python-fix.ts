import type { Finding } from '../../../contract/finding.js';
import type { Edit, FixInput } from '../../../contract/rule.js';
import { addImports, addRequirements, bracketsAround, keepsLineEndings, redisClient, redisUrl } from '../../../syntax/python/edit.js';
import { djangoSessionEdits, flaskSettingEdits } from '../../../syntax/python/redis-edits.js';

function frameworkOf({ data }: Finding): string {
  return (data as { readonly python?: string } | null)?.python ?? '';
}

/** `InMemoryStore()` of starsessions becomes its store on Redis. */
function starsessions({ finding, text }: FixInput): readonly Edit[] | undefined {
  const { file, range } = finding;
  const now = text(file);
  if (now === undefined || now.slice(range.start, range.end) !== 'InMemoryStore' || now[range.end] !== '(') return undefined;
  const [call] = bracketsAround(now, range.end + 1);
  const start = /[\w.]*$/.exec(now.slice(0, range.end))?.index ?? range.start;
  return call && [
    { do: 'replace', file, span: { start, end: call.close + 1 }, text: `RedisStore(${redisUrl})` },
    ...addImports(file, now, 'import os', 'from starsessions.stores.redis import RedisStore'), ...addRequirements(file, text, redisClient),
  ];
}

/** Sessions of Django, Flask-Session and starsessions go to the Redis that `REDIS_URL` names. */
export const pythonRedisSession = keepsLineEndings({
  key: 'redis-session-settings',
  title: { en: 'Keep sessions in Redis (REDIS_URL)', ko: '세션을 Redis에 저장(REDIS_URL)' },
  safety: 'review',
  applies: (finding) => ['django', 'flask', 'starsessions'].includes(frameworkOf(finding)) && finding.severity !== 'info',
  edits(input) {
    switch (frameworkOf(input.finding)) {
      case 'django':
        return djangoSessionEdits(input);
      case 'flask':
        return flaskSettingEdits(input, { key: 'SESSION_TYPE', value: 'redis', name: 'SESSION_REDIS', given: `redis.Redis.from_url(${redisUrl})`, imports: ['import redis'], requirements: [] });
      default:
        return starsessions(input);
    }
  },
});
