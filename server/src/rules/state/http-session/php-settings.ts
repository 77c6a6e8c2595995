import type { ProjectCheck } from '../../../contract/rule.js';
import { whereLeftOut } from '../../../facts/php/laravel-default.js';
import { frameworkOf, localChoice, phpSettingReads, settingBeside } from '../../../facts/php/setting-state.js';

/** Where each framework names its session store, and the values that keep sessions in the pod. */
const stores: Readonly<Record<string, RegExp>> = {
  'session.driver': /^(?:file|files|array|apc|native|filehandler|arrayhandler)$/i,
  'config.sess_driver': /^(?:files?|native)$/i,
  'app.session.defaults': /^(?:php|cake)$/i,
  'web.components.session.class': /^session$/i, 'main.components.session.class': /^session$/i,
};

/** Sessions of Laravel, CodeIgniter, CakePHP and Yii by their configuration files. */
export const phpSessionSettings: ProjectCheck<'php.setting'> = {
  subject: 'php.setting',
  reads: phpSettingReads,
  check(subject, { model, report }) {
    const local = stores[subject.value.key];
    const choice = local && localChoice(model, subject, (value) => local.test(value));
    if (!choice) return;
    // CakePHP's `defaults` only says what the rest builds on.
    if (subject.value.key === 'app.session.defaults' && settingBeside(model, subject, 'app.Session.handler.engine')) return;
    report({
      say: choice.fixed ? 'fileStore' : 'dependingFileStore', severity: choice.severity, confidence: choice.severity === 'info' ? 'medium' : 'high', cause: 'php-session',
      args: { library: frameworkOf(model, subject.file), setting: choice.setting, value: choice.value },
      data: { php: choice.inFile ? subject.value.key : '' },
    });
  },
};

/** Sessions of Laravel 11 and later without `config/session.php`: the framework's own is used, which asks the environment alone. */
export const laravelSessionDefaults = whereLeftOut('session.driver', 'SESSION_DRIVER', ({ value, fixed }, fact, { report }) => {
  if (!/^(?:file|array)$/i.test(value)) return;
  report({
    say: fixed ? 'fileStore' : 'dependingFileStore', severity: fixed ? 'error' : 'warning', confidence: 'high', cause: 'php-session',
    args: { library: 'Laravel', setting: fact.value.name, value }, data: { php: '' },
  });
});
