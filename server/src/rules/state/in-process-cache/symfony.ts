import type { Edit, Fix, FixInput, ProjectCheck } from '../../../contract/rule.js';
import { needsPackage } from '../../../facts/build/packages.js';
import { symfonyReads, symfonySetting } from '../../../facts/php/symfony.js';
import { addLines, mapAt } from '../../../syntax/yaml/edit.js';
import { at } from '../../../syntax/yaml/ask.js';
import { environmentLine, firstDocument } from '../../../syntax/yaml/symfony.js';

/** Pools that the application lays on the default cache while nothing says what that is: Symfony keeps it in files. */
export const symfonyDefaultCache: ProjectCheck<'symfony.setting'> = {
  subject: 'symfony.setting',
  reads: symfonyReads,
  check(subject, { model, report }) {
    const { key, value } = subject.value;
    if (!/^framework\.cache\.pools\..*\.adapter$/.test(key) || value !== 'cache.app' || symfonySetting(model, subject.file, 'framework.cache.app')) return;
    const [first] = model.factsFor('symfony.setting', subject.file).filter((fact) => fact.value.value === 'cache.app' && /^framework\.cache\.pools\./.test(fact.value.key));
    if (first !== subject) return;
    report({
      say: 'phpStoreUnless', confidence: 'high', cause: 'php-cache', args: { setting: 'framework.cache.app', value: 'cache.adapter.filesystem', library: 'Symfony' },
      data: { family: 'php', place: 'setting', provider: '', known: [], symfony: 'default' },
    });
  },
};

function redisEdits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const now = text(finding.file);
  const document = now === undefined ? undefined : firstDocument(now);
  if (now === undefined || !document) return undefined;
  const path = ['when@prod', 'framework', 'cache'];
  const inProd = at(document.doc, ...path)?.range;
  const cache = mapAt(document.doc, inProd && finding.range.start >= inProd[0] && finding.range.end <= inProd[2] ? path : path.slice(1));
  const isDefault = (finding.data as { readonly symfony?: string } | null)?.symfony === 'default';
  const lines = [...(isDefault ? ['app: cache.adapter.redis'] : []), "default_redis_provider: '%env(REDIS_URL)%'"];
  const added = addLines(finding.file, now, cache, isDefault ? ['app', 'default_redis_provider'] : ['default_redis_provider'], lines);
  const chosen: readonly Edit[] = isDefault ? [] : [{ do: 'replace', file: finding.file, span: finding.range, text: 'cache.adapter.redis' }];
  if (!added && isDefault) return undefined;
  return [...chosen, ...(added ? [added] : []), ...environmentLine(text, 'REDIS_URL', 'redis://localhost:6379')];
}

/** Symfony's cache goes to the Redis that `REDIS_URL` names; offered where the application already has a client. */
export const symfonyRedisCache: Fix = {
  key: 'symfony-redis',
  title: { en: 'Cache in Redis (Symfony, REDIS_URL)', ko: '캐시를 Redis에 저장(Symfony, REDIS_URL)' },
  safety: 'review',
  applies: ({ data, file }, model) => (data as { readonly symfony?: string } | null)?.symfony !== undefined && needsPackage(model, file, 'predis/predis', 'ext-redis', 'snc/redis-bundle'),
  edits: redisEdits,
};
