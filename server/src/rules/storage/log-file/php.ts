import { shortened } from '../../../base/text.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { localChoice, phpSettingReads } from '../../../facts/php/setting-state.js';
import { args, createdClass, isCommandLine } from '../../../syntax/php/ask.js';
import { pathText } from '../../../syntax/php/files.js';
import { named, span } from '../../../syntax/tree-sitter/nodes.js';

/** What is said of the logs of PHP frameworks. */
export const phpMessages: Readonly<Record<string, Localized>> = {
  channel: {
    en: 'Unless {setting} names a channel that writes to standard error, the log goes to a file inside the container ({value}), where it is lost with the pod and never seen together with the logs of the other replicas.',
    ko: '{setting}에 표준 오류로 기록하는 채널을 지정하지 않으면 로그를 컨테이너 안의 파일에 기록합니다({value}). 파드가 사라지면 로그도 사라지고, 다른 레플리카의 로그와 함께 볼 수 없습니다.',
  },
};

/** The default channel of Laravel's log; a stack is followed to its channels. */
export const phpLogChannel: ProjectCheck<'php.setting'> = {
  subject: 'php.setting',
  reads: phpSettingReads,
  check(subject, { model, report }) {
    if (subject.value.key !== 'logging.default') return;
    const channels = model.factsFor('php.setting', subject.file).filter(({ file }) => file === subject.file);
    const isFile = (name: string): boolean => {
      const driver = channels.find(({ value }) => value.key === `logging.channels.${name}.driver`)?.value.value;
      if (driver !== 'stack') return driver === 'single' || driver === 'daily';
      const parts = channels.filter(({ value }) => value.key.startsWith(`logging.channels.${name}.channels.`)).map(({ value }) => value.value ?? '');
      return parts.length > 0 && parts.every((part) => part !== name && isFile(part));
    };
    const choice = localChoice(model, subject, isFile);
    if (choice) report({ say: 'channel', args: { setting: choice.setting, value: choice.value }, severity: choice.severity === 'info' ? 'info' : 'warning', confidence: 'high', cause: 'php-log', data: { php: choice.inFile ? subject.value.key : '' } });
  },
};

const seenKey = {};

/** Monolog's handlers that write to a file the code names. */
export const phpLogs = ruleMatcher({
  language: 'php',
  needles: [['StreamHandler', 'new'], ['RotatingFileHandler', 'new'], ['Monolog', /new\s+\w*File(?:Log)?Handler\b/]],
  on: {
    object_creation_expression(creation, cx) {
      const made = createdClass(cx, creation);
      // A handler of the application's own, made where Monolog is put together.
      const own = !made.startsWith('Monolog\\') && /(?:Rotating|Log|^|\\|[a-z])File(?:Log)?Handler$/.test(made) && cx.text.includes('Monolog\\');
      if ((!own && !/^Monolog\\Handler\\(?:StreamHandler|RotatingFileHandler)$/.test(made)) || isCommandLine(cx, creation)) return;
      const type = named(creation)[0];
      const text = own ? args(creation).map((each) => pathText(each, 4)).find((each) => /\.log\b/.test(each)) : pathText(args(creation)[0] ?? creation);
      if (!type || !text || /php:\/\/|STDERR|STDOUT|\benv\(|getenv\(/.test(text) || !/['"]/.test(text)) return;
      // Kinds of handlers to choose from write one log.
      const known = own ? cx.once(seenKey, () => new Set<string>()) : undefined;
      if (known?.has(text)) return;
      known?.add(text);
      cx.report({ at: span(type), say: 'file', args: { file: shortened(/['"]([^'"]+\.log)['"]$/.exec(text)?.[1] ?? text) }, ...(own ? { confidence: 'medium' as const, cause: 'php-own-log' } : {}) });
    },
  },
});
