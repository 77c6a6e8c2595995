import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../../../syntax/config-file.js';
import { remoteUrl, remoteUrlNeedle } from '../../../syntax/remote-url.js';

function look(cx: RuleFileContext, { key, value, valueSpan }: Setting, profile: string | undefined): void {
  const found = remoteUrl.exec(value);
  if (!found || /jmx/i.test(key) || /^service:jmx/.test(value) || valueSpan.end <= valueSpan.start || ['development', 'test'].includes(profileKind(profile))) return;
  cx.report({ at: valueSpan, say: 'url', args: { name: found[0].slice(0, found[0].indexOf(':') + 1) }, cause: 'url' });
}

export const propertiesRemote = ruleMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles: [[remoteUrlNeedle]],
  on: {
    entry(entry, cx) {
      if (isSettingsFile(cx.path)) look(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

export const yamlRemote = ruleMatcher({
  language: 'yaml',
  files: settingsGlobs.yaml,
  needles: [[remoteUrlNeedle]],
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node)) return;
      const profile = profileOfDocument(cx.path, node);
      for (const setting of settingsOf(node)) look(cx, setting, profile);
    },
  },
});
