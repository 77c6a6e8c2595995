import type { ProjectCheck } from '../../../contract/rule.js';
import { whereLeftOut } from '../../../facts/php/laravel-default.js';
import { effectiveValue, symfonyReads } from '../../../facts/php/symfony.js';
import type { Localized } from '../../../contract/words.js';
import type {} from '../../../facts/php/queued.js';
import { localChoice, phpSettingReads, settingBeside, stateOf } from '../../../facts/php/setting-state.js';

/** What is said of Laravel's queue. */
export const phpMessages: Readonly<Record<string, Localized>> = {
  sync: {
    en: 'Unless {setting} names a queue that workers share, jobs run inside the request that creates them: when the pod is stopped in between they are lost, and no worker can take them over.',
    ko: '{setting}에 워커가 공유하는 큐를 지정하지 않으면 작업이 이를 만든 요청 안에서 실행됩니다. 그사이 파드가 종료되면 작업이 사라지고, 워커가 이어받을 수 없습니다.',
  },
};

/** Transports of Symfony's Messenger that are none: what is dispatched runs in the request. */
export const symfonyQueue: ProjectCheck<'symfony.setting'> = {
  subject: 'symfony.setting',
  reads: symfonyReads,
  check(subject, { model, report }) {
    const { key, value } = subject.value;
    if (!/^framework\.messenger\.transports\./.test(key) || !value.startsWith('%env(')) return;
    // A transport that the file itself calls `sync` is meant for what has to be done at once.
    const found = effectiveValue(model, subject);
    if (found && /^(?:sync|in-memory):\/\//.test(found.value)) report({ say: 'sync', args: { setting: found.variable }, severity: 'warning', confidence: 'medium', cause: 'php-queue' });
  },
};

/** Laravel's default queue when it is none. */
export const phpQueue: ProjectCheck<'php.setting'> = {
  subject: 'php.setting',
  reads: [...phpSettingReads, 'php.queued'],
  check(subject, { model, report }) {
    // A queue that nothing is handed to loses nothing.
    if (subject.value.key !== 'queue.default' || model.factsFor('php.queued', subject.file).length === 0) return;
    const choice = localChoice(model, subject, (value) => {
      const driver = settingBeside(model, subject, `queue.connections.${value}.driver`);
      return (driver ? stateOf(model, driver)?.value : value) === 'sync';
    });
    if (choice) report({ say: 'sync', args: { setting: choice.setting }, severity: choice.severity === 'info' ? 'info' : 'warning', confidence: 'medium', cause: 'php-queue', data: { php: choice.inFile ? subject.value.key : '' } });
  },
};

/** The same where Laravel 11 or later brings the configuration of queues itself. */
export const laravelQueueDefaults = whereLeftOut('queue.default', 'QUEUE_CONNECTION', ({ value }, fact, { model, report }) => {
  if (model.factsFor('php.queued', fact.file).length === 0) return;
  const driver = model.factsFor('php.setting', fact.file).find((setting) => setting.value.key === `queue.connections.${value}.driver`);
  if ((driver ? stateOf(model, driver)?.value : value) === 'sync') report({ say: 'sync', args: { setting: fact.value.name }, severity: 'warning', confidence: 'medium', cause: 'php-queue', data: { php: '' } });
}, ['php.queued']);
