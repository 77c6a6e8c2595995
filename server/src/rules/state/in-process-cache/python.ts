import type { ProjectCheck } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { effective, isDjango, judgeCache, localValues, shownSetting } from '../../../facts/python/settings.js';
import type {} from '../../../facts/python/use.js';

const data = { family: 'python', place: 'setting', provider: 'python', known: [] };

/** Keys of backends: those of Django by alias, Flask-Caching's single one. */
const backendKey = /^CACHES\.([\w-]+)(?:\.BACKEND)?$|^CACHE_TYPE$/;

/** An extension that reads the key is really set up. */
function isUsed(model: Model, file: string, key: string): boolean {
  return key !== 'CACHE_TYPE' || model.factsFor('python.use', file).some(({ value }) => /^flask_caching\./.test(value.name));
}

/** Caches of Django and Flask-Caching that live in the process or on its disk. */
export const pythonCaches: ProjectCheck<'python.setting'> = {
  subject: 'python.setting',
  reads: [],
  check(subject, { model, report }) {
    const { key, value = '' } = subject.value;
    const alias = backendKey.exec(key);
    if (!alias || judgeCache(subject.value) !== 'local' || !isUsed(model, subject.file, key)) return;
    const found = localValues(model, subject.file, key, judgeCache).find(({ fact }) => fact === subject);
    if (!found) return;
    const onDisk = /file/i.test(value);
    const unless = found.setting !== undefined;
    report({
      say: `python${onDisk ? 'Disk' : ''}${unless ? 'Unless' : ''}`, args: { provider: key === 'CACHE_TYPE' ? 'Flask-Caching' : 'Django', name: alias[1] ?? 'default', ...(unless ? { setting: shownSetting(found.setting ?? '') } : {}) },
      cause: 'python cache', data: { ...data, python: key === 'CACHE_TYPE' ? 'flask' : key.endsWith('.BACKEND') ? 'django' : 'url', alias: alias[1] ?? '' },
    });
  },
};

/** Django without `CACHES`: what the code caches stays in the process. One finding per application, at the first use. */
export const djangoDefaultCache: ProjectCheck<'python.django-cache'> = {
  subject: 'python.django-cache',
  reads: [],
  check(subject, { model, report }) {
    const all = model.factsFor('python.django-cache', subject.file);
    if (all[0] !== subject || !isDjango(model, subject.file) || model.factsFor('python.setting', subject.file).some(({ value }) => /^CACHES(?:\.|$)/.test(value.key))) return;
    if (effective(model, subject.file, 'CACHES.default.BACKEND').length > 0) return;
    report({ say: 'pythonDefault', args: {}, data, cause: 'python cache', also: all.slice(1, 6).map(({ file, range }) => ({ file, range, say: 'pythonUsed' })) });
  },
};
