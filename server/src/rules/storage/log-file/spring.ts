import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isSpringFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../../../syntax/config-file.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';

/** Keys of Spring Boot before and since 2.2. */
const fileKey = /^logging\.(?:file(?:\.(?:name|path))?|path)$/;
const silencedConsole = (setting: { readonly key: string; readonly value: string }): boolean =>
  (setting.key === 'logging.threshold.console' && /^off$/i.test(setting.value)) || (setting.key === 'logging.pattern.console' && setting.value === '');

/** Only a folder, where the settings name the file as well: Spring Boot then does not look at it. */
function isOverruled(key: string, settings: readonly { readonly key: string; readonly value: string }[]): boolean {
  return key.endsWith('path') && settings.some((each) => /^logging\.file(?:\.name)?$/.test(each.key) && each.value.trim() !== '');
}

/** Spring Boot writes to the console besides the file, unless the settings turn the console off. */
function report(cx: RuleFileContext, { key, value, keySpan }: Pick<Setting, 'key' | 'value' | 'keySpan'>, profile: string | undefined, consoleOff: boolean): void {
  if (!fileKey.test(key) || value.trim() === '' || keySpan.end <= keySpan.start || ['development', 'test'].includes(profileKind(profile))) return;
  cx.report({
    at: keySpan, say: 'setting', severity: consoleOff ? 'warning' : 'info', confidence: 'high', args: { file: value, setting: key }, data: { setting: key },
  });
}

export const springProperties = ruleMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles: [['logging']],
  on: {
    entry(entry, cx) {
      if (!isSpringFile(cx.path) || !fileKey.test(entry.key)) return;
      const settings = entriesOf(cx.text);
      if (!isOverruled(entry.key, settings)) report(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start), settings.some(silencedConsole));
    },
  },
});

export const springYaml = ruleMatcher({
  language: 'yaml',
  files: settingsGlobs.yaml,
  needles: [['logging']],
  on: {
    document(node, cx) {
      if (!isSpringFile(cx.path)) return;
      const settings = settingsOf(node);
      for (const setting of settings.filter(({ key }) => !isOverruled(key, settings))) report(cx, setting, profileOfDocument(cx.path, node), settings.some(silencedConsole));
    },
  },
});
