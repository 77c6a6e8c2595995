import { ruleMatcher } from '../../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileOfDocument, settingsOf, splitProfileKey } from '../../../syntax/config-file.js';
import { reportSetting } from './setting.js';

const words = [['ddl-auto'], ['ddlAuto'], ['hbm2ddl'], ['ddl-generation'], ['schema-generation'], ['schema-management'], ['database.generation'], ['generate-ddl'], ['initialization-mode'], ['init', 'mode', 'always']];

export const properties = ruleMatcher({
  language: 'properties',
  needles: words,
  on: {
    entry(entry, cx) {
      if (!isSettingsFile(cx.path)) return;
      const { key, profile } = splitProfileKey(entry.key);
      reportSetting(cx, key, entry.value, entry.valueSpan, profile ?? profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

export const yaml = ruleMatcher({
  language: 'yaml',
  needles: [...words, ['hibernate-orm', 'generation']],
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node)) return;
      const documentProfile = profileOfDocument(cx.path, node);
      for (const setting of settingsOf(node)) {
        const { key, profile } = splitProfileKey(setting.key);
        reportSetting(cx, key, setting.value, setting.valueSpan, profile ?? documentProfile);
      }
    },
  },
});
