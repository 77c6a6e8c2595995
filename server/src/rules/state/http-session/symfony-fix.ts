import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { needsPackage } from '../../../facts/build/packages.js';
import { at, below, pairOf } from '../../../syntax/yaml/ask.js';
import { addLines } from '../../../syntax/yaml/edit.js';
import { environmentLine, firstDocument } from '../../../syntax/yaml/symfony.js';

const handler = "handler_id: '%env(REDIS_URL)%'";

/** The `session` entry that the finding points at or into. */
function edits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const { file, range } = finding;
  const now = text(file);
  const doc = now === undefined ? undefined : firstDocument(now)?.doc;
  const framework = doc && [at(doc, 'when@prod', 'framework'), at(doc, 'framework')].find((node) => node?.range && range.start >= node.range[0] && range.end <= node.range[2]);
  const session = framework && pairOf(doc, framework, 'session');
  if (now === undefined || !doc || !session) return undefined;
  const own = pairOf(doc, session.value, 'handler_id');
  const env = environmentLine(text, 'REDIS_URL', 'redis://localhost:6379');
  if (own) {
    const start = own.key.range[0];
    const end = own.value && own.value.range[1] > own.value.range[0] ? own.value.range[1] : own.key.range[1];
    const rest = now.slice(end).startsWith(':') ? 1 : 0;
    return [{ do: 'replace', file, span: { start, end: end + rest }, text: handler }, ...env];
  }
  if (session.value && /^(?:true|~|null)$/.test(now.slice(session.value.range[0], session.value.range[1]))) {
    const indent = /[ \t]*$/.exec(now.slice(0, session.key.range[0]))?.[0] ?? '';
    const line = now.includes('\r\n') ? '\r\n' : '\n';
    return [{ do: 'replace', file, span: { start: session.key.range[1], end: session.value.range[1] }, text: `:${line}${indent}${' '.repeat(Math.max(2, indent.length))}${handler}` }, ...env];
  }
  const added = addLines(file, now, below(doc, framework, 'session'), ['handler_id'], [handler]);
  return added && [added, ...env];
}

/** Symfony makes a handler of its own from the address of a Redis; offered where the application already has a client. */
export const symfonyRedisSession: Fix = {
  key: 'symfony-redis',
  title: { en: 'Keep sessions in Redis (Symfony, REDIS_URL)', ko: '세션을 Redis에 저장(Symfony, REDIS_URL)' },
  safety: 'review',
  applies: ({ file, args }, model) => args['library'] === 'Symfony' && /\.ya?ml$/.test(file) && needsPackage(model, file, 'predis/predis', 'ext-redis', 'snc/redis-bundle'),
  edits,
};
