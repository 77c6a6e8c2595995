import type { ProjectCheck, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { effective, judgeCache, localValues, shownSetting } from '../../../facts/python/settings.js';
import { argument, calledName, calleeSpan, handsOn, type PythonNode } from '../../../syntax/python/ask.js';
import { isDevelopmentOnly, possibleValues } from '../../../syntax/python/values.js';

const libraries: Readonly<Record<string, string>> = { 'slowapi.Limiter': 'slowapi', 'slowapi.extension.Limiter': 'slowapi', 'flask_limiter.Limiter': 'Flask-Limiter' };

/** Limiters of slowapi and Flask-Limiter that are given no store, or one in memory. */
function onLimiter(call: PythonNode, cx: RuleFileContext): void {
  const library = libraries[calledName(cx, call)];
  if (library === undefined || handsOn(call) || isDevelopmentOnly(cx, call)) return;
  const given = argument(call, 'storage_uri');
  const values = given ? possibleValues(cx, given) : [];
  const memory = values.find((each) => each.text === 'None' || /^(?:async\+)?memory:/.test(each.text ?? ''));
  if (given && !memory) return;
  const setting = memory?.setting;
  cx.report({ at: calleeSpan(call), say: setting === undefined ? 'python' : 'pythonUnless', args: { library, ...(setting === undefined ? {} : { setting }) }, confidence: 'high', data: { library, given: given !== undefined } });
}

export const pythonLimits = ruleMatcher({ language: 'python', needles: [['slowapi'], ['flask_limiter']], on: { call: onLimiter } });

/** Whether the configuration names a store that replicas share for Flask-Limiter. */
export function hasLimitStore(model: Model, file: string): boolean {
  return ['RATELIMIT_STORAGE_URI', 'RATELIMIT_STORAGE_URL'].some((key) => effective(model, file, key).some(({ fact }) => !/^(?:async\+)?memory:/.test(fact.value.value ?? 'x')));
}

/** Throttles of Django REST framework count in the cache. */
export const djangoThrottle: ProjectCheck<'python.setting'> = {
  subject: 'python.setting',
  reads: [],
  check(subject, { model, report }) {
    const { key, stage } = subject.value;
    if (key !== 'REST_FRAMEWORK.DEFAULT_THROTTLE_CLASSES[]' || stage === 'development' || stage === 'test') return;
    const first = model.factsFor('python.setting', subject.file).find(({ value }) => value.key === key && value.stage === stage);
    if (first !== subject) return;
    const caches = effective(model, subject.file, 'CACHES.default.BACKEND');
    const locals = localValues(model, subject.file, 'CACHES.default.BACKEND', judgeCache);
    if (caches.length > 0 && locals.length === 0) return;
    const setting = locals[0]?.setting;
    report({ say: setting === undefined ? 'pythonThrottle' : 'pythonUnless', args: setting === undefined ? {} : { library: 'Django REST framework', setting: shownSetting(setting) }, data: { library: 'drf' } });
  },
};
