import type { ProjectCheck, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { effective, judgeCache, localValues, shownSetting, type Judge } from '../../../facts/python/settings.js';
import type {} from '../../../facts/python/use.js';
import { calledName, calleeSpan, type PythonNode } from '../../../syntax/python/ask.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

type Setting = Fact<'python.setting'>;
type Kept = 'pythonFiles' | 'memoryStore' | 'pythonCached';

const engines = 'django.contrib.sessions.backends.';

/** A place that keeps sessions to one process, and the variable without which it does. */
interface Place {
  readonly kept: Kept;
  readonly setting?: string;
}

/** Whether the cache that sessions are kept in belongs to one process (Django's own default does), and what decides; `undefined` where it does not. */
function localCache(model: Model, file: string): { readonly setting?: string } | undefined {
  const alias = effective(model, file, 'SESSION_CACHE_ALIAS').map(({ fact }) => fact.value.value).find((name) => name !== undefined) ?? 'default';
  const values = effective(model, file, `CACHES.${alias}.BACKEND`);
  if (values.length === 0 || values.every(({ fact }) => judgeCache(fact.value) === 'local')) return {};
  // `CACHES = {"default": config("CACHE_URL", default="locmem://")}`
  const [url] = localValues(model, file, `CACHES.${alias}`, judgeCache);
  return url?.setting === undefined ? undefined : { setting: url.setting };
}

/** How Django keeps sessions with a value of `SESSION_ENGINE`; `undefined` for stores that replicas share. */
function keptByDjango(model: Model, { file, value: { value } }: Setting): Place | undefined {
  if (value === `${engines}file`) return { kept: 'pythonFiles' };
  const cache = value === `${engines}cache` || value === `${engines}cached_db` ? localCache(model, file) : undefined;
  return cache && { kept: value === `${engines}cache` ? 'memoryStore' : 'pythonCached', ...cache };
}

/** Flask-Session: its cachelib store keeps files as long as no other cache is given. */
function keptByFlask(model: Model, { file, value: { value } }: Setting): Place | undefined {
  const cache = effective(model, file, 'SESSION_CACHELIB');
  const isFile = value === 'filesystem' || (value === 'cachelib' && cache.every(({ fact }) => fact.value.call === undefined || /FileSystemCache$/.test(fact.value.call)));
  if (value === 'cachelib' && cache.some(({ fact }) => /SimpleCache$/.test(fact.value.call ?? ''))) return { kept: 'memoryStore' };
  return isFile && model.factsFor('python.use', file).some((use) => /^flask_session\./.test(use.value.name)) ? { kept: 'pythonFiles' } : undefined;
}

const libraries: Readonly<Record<string, { readonly name: string; readonly kept: (model: Model, fact: Setting) => Place | undefined }>> = {
  SESSION_ENGINE: { name: 'Django', kept: keptByDjango },
  SESSION_TYPE: { name: 'Flask-Session', kept: keptByFlask },
};

const conditional: Readonly<Record<Kept, string>> = { pythonFiles: 'pythonFilesUnless', memoryStore: 'dependingStore', pythonCached: 'pythonCached' };

/** Session engines of Django and Flask that keep sessions in one process or on its disk. */
export const pythonSettingsSession: ProjectCheck<'python.setting'> = {
  subject: 'python.setting',
  reads: [],
  check(subject, { model, report }) {
    const library = libraries[subject.value.key];
    const place = library?.kept(model, subject);
    if (!library || !place) return;
    const { kept } = place;
    const judge: Judge = ({ value }) => (value === undefined ? undefined : value === subject.value.value ? 'local' : 'shared');
    const found = localValues(model, subject.file, subject.value.key, judge).find(({ fact }) => fact === subject);
    if (!found) return;
    // The address of the cache decides before the engine does: whoever sets it shares the sessions.
    const setting = place.setting ?? found.setting;
    const depends = setting !== undefined;
    report({
      say: depends ? conditional[kept] : kept, args: { library: library.name, setting: depends ? shownSetting(setting) : subject.value.key },
      ...(depends || kept === 'pythonCached' ? { severity: 'warning' as const } : {}), cause: 'sessions', data: { python: place.setting !== undefined ? 'url' : library.name === 'Django' ? 'django' : 'flask', value: subject.value.value ?? '' },
    });
  },
};

const memoryStores = /^(?:starsessions(?:\.stores)?(?:\.memory)?\.InMemoryStore|fastapi_sessions\.backends\.implementations(?:\.\w+)?\.InMemoryBackend|aiohttp_session\.memory_storage\.MemoryStorage|litestar\.middleware\.session\.server_side\.MemoryStore)$/;

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const name = calledName(cx, call);
  if (!memoryStores.test(name) || isDevelopmentOnly(cx, call)) return;
  cx.report({ at: calleeSpan(call), say: 'memoryStore', args: { library: name.replace(/\..*$/, '') }, cause: 'sessions', data: { python: name.replace(/\..*$/, '') } });
}

/** Session middleware of Starlette, FastAPI and aiohttp with a store in memory. */
export const pythonSession = ruleMatcher({
  language: 'python',
  needles: [['starsessions', 'InMemoryStore'], ['fastapi_sessions', 'InMemoryBackend'], ['aiohttp_session', 'MemoryStorage']],
  on: { call: onCall },
});
