import { ruleMatcher, type ProjectCheck } from '../../../contract/rule.js';
import { classNamed, lastName } from '../../../syntax/php/ask.js';
import { below, named, span } from '../../../syntax/tree-sitter/nodes.js';
import { phpSettingReads, stateOf } from '../../../facts/php/setting-state.js';

/** Handlers in `app/Config/Logger.php` of CodeIgniter 4. */
export const codeIgniterHandlers = ruleMatcher({
  language: 'php', files: ['**/Config/Logger.php'], needles: [['FileHandler', /\$handlers\s*=/]],
  on: {
    program(root, cx) {
      const keys = below(root, 'array_element_initializer').flatMap((element) => {
        const [key, value] = named(element);
        return key && value && key.type === 'class_constant_access_expression' ? [{ key, name: lastName(classNamed(cx, named(key)[0])) }] : [];
      });
      const file = keys.find(({ name }) => name === 'FileHandler');
      const onConsole = keys.some(({ name }) => /^(?:Errorlog|StdErr|Stderr|Stream)Handler$/.test(name));
      if (file) cx.report({ at: span(file.key), say: 'file', args: { file: 'writable/logs' }, severity: onConsole ? 'info' : 'warning', cause: 'php-log' });
    },
  },
});

/** CodeIgniter 3 writes `application/logs` once its threshold is above zero. */
export const codeIgniterThreshold: ProjectCheck<'php.setting'> = {
  subject: 'php.setting',
  reads: phpSettingReads,
  check(subject, { model, report }) {
    if (subject.value.key !== 'config.log_threshold' || !/(?:^|\/)application\/config\//.test(subject.file)) return;
    const state = stateOf(model, subject);
    if (state && /^[1-9]/.test(state.value)) report({ say: 'file', args: { file: 'application/logs' }, cause: 'php-log', confidence: 'medium' });
  },
};
