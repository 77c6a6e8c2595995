import type { ProjectCheck } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { effectiveValue, symfonyReads, symfonySetting } from '../../../facts/php/symfony.js';

const local = /^cache\.(?:adapter\.(?:filesystem|apcu|array|php_files|php_array)|system)$/;

/** Whether a pool keeps what it is given in the pod; `undefined` when that cannot be known. */
function isLocal(model: Model, file: string, pool: string, depth = 3): boolean | undefined {
  if (local.test(pool)) return true;
  if (/^cache\.adapter\./.test(pool) || depth === 0) return pool.startsWith('cache.adapter.') ? false : undefined;
  const setting = symfonySetting(model, file, pool === 'cache.app' ? 'framework.cache.app' : `framework.cache.pools.${pool}.adapter`);
  if (!setting) return pool === 'cache.app' ? true : pool === 'cache.rate_limiter' ? isLocal(model, file, 'cache.app', depth - 1) : undefined;
  const value = effectiveValue(model, setting)?.value;
  return value === undefined ? undefined : isLocal(model, file, value, depth - 1);
}

/** Limits of Symfony, which count in a cache: files of the pod while nothing else is named. */
export const symfonyLimits: ProjectCheck<'symfony.setting'> = {
  subject: 'symfony.setting',
  reads: symfonyReads,
  check(subject, { model, report }) {
    const limiters = model.factsFor('symfony.setting', subject.file).filter(({ file, value }) => {
      const name = /^framework\.rate_limiter\.(.+)\.cache_pool$/.exec(value.key)?.[1];
      if (name === undefined || symfonySetting(model, file, `framework.rate_limiter.${name}.storage_service`)) return false;
      return isLocal(model, file, value.value === '' ? 'cache.rate_limiter' : value.value) === true;
    });
    if (limiters[0] !== subject) return;
    report({ say: 'podCache', args: { library: 'Symfony', setting: 'framework.cache.app' }, confidence: 'high', cause: 'symfony-limit', also: limiters.slice(1, 12).map(({ file, range }) => ({ file, range, say: 'also' })) });
  },
};
