import { maskSecrets, namesSecret } from '../base/secrets.js';
import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileOfDocument, settingsGlobs, settingsOf, splitProfileKey, type Setting } from '../syntax/config-file.js';
import type {} from './config-kinds.js';

/** What may be stored of a value: nothing of a secret, passwords inside URLs masked; placeholders and switches tell nothing secret. */
function storable(key: string, value: string): string {
  return namesSecret(key) && !/^(?:true|false)$/i.test(value) ? '' : maskSecrets(value);
}

function emit(cx: FactFileContext, setting: Setting, documentProfile: string | undefined): void {
  const { key, profile: keyProfile } = splitProfileKey(setting.key);
  const profile = keyProfile ?? documentProfile;
  if (setting.keySpan.end <= setting.keySpan.start) return;
  cx.emit('config.property', setting.keySpan, { key, value: storable(key, setting.value), ...(profile === undefined ? {} : { profile }) });
}

/** Settings of Spring configuration files and of other property files that hold settings. */
export const configFacts: FactExtractor = {
  kinds: ['config.property'],
  matchers: [
    factMatcher({
      language: 'properties',
      files: settingsGlobs.properties,
      needles: 'always',
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path)) emit(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml',
      files: settingsGlobs.yaml,
      needles: 'always',
      on: {
        document(node, cx) {
          if (!isSettingsDocument(cx.path, node)) return;
          const profile = profileOfDocument(cx.path, node);
          for (const setting of settingsOf(node)) emit(cx, setting, profile);
        },
      },
    }),
  ],
};
