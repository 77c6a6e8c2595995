import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../../../syntax/config-file.js';

/** The store that Bucket4j's Spring Boot starter counts in. */
function look(cx: RuleFileContext, { key, value, valueSpan }: Setting, profile: string | undefined): void {
  if (!/^bucket4j\.cache-?to-?use$/i.test(key) || !/^caffeine$/i.test(value.trim()) || ['development', 'test'].includes(profileKind(profile))) return;
  cx.report({ at: valueSpan, say: 'setting', args: { setting: key, value: value.trim() }, data: { library: '' } });
}

export const propertiesLimits = ruleMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles: [['bucket4j']],
  on: {
    entry(entry, cx) {
      if (isSettingsFile(cx.path)) look(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

export const yamlLimits = ruleMatcher({
  language: 'yaml',
  files: settingsGlobs.yaml,
  needles: [['bucket4j']],
  on: {
    document(node, cx) {
      if (isSettingsDocument(cx.path, node)) for (const each of settingsOf(node)) look(cx, each, profileOfDocument(cx.path, node));
    },
  },
});
