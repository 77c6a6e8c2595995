import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../../../syntax/config-file.js';
import { groupAddress, groupName, groupUrl, libraryStack } from './addresses.js';

const joinKey = /(?:^|\.)join\.multicast\.enabled$/i;

function look(cx: RuleFileContext, { key, value, keySpan, valueSpan }: Setting, profile: string | undefined): void {
  if (['development', 'test'].includes(profileKind(profile)) || valueSpan.end <= valueSpan.start) return;
  if (joinKey.test(key) && value === 'true') {
    cx.report({ at: keySpan.end > keySpan.start ? keySpan : valueSpan, say: 'hazelcast', cause: 'hazelcast', data: { family: 'hazelcast' } });
    return;
  }
  const stack = libraryStack.exec(value)?.[1];
  if (stack !== undefined) {
    cx.report({ at: valueSpan, say: 'jgroups', args: { stack }, cause: 'jgroups', data: { family: 'jgroups' } });
    return;
  }
  const found = groupUrl.exec(value) ?? (groupName.test(key) ? groupAddress.exec(value) : null);
  if (found) cx.report({ at: valueSpan, say: 'address', args: { address: found[0] }, cause: 'socket', data: { family: '' } });
}

const needles = [['multicast'], ['default-jgroups'], [groupUrl], [groupAddress]] as const;

export const propertiesMulticast = ruleMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles,
  on: {
    entry(entry, cx) {
      if (isSettingsFile(cx.path)) look(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

/** Spring's settings and Hazelcast's own YAML. */
export const yamlMulticast = ruleMatcher({
  language: 'yaml',
  needles,
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node) && !/hazelcast[\w.-]*\.ya?ml$/.test(cx.path)) return;
      const profile = profileOfDocument(cx.path, node);
      for (const setting of settingsOf(node)) look(cx, setting, profile);
    },
  },
});
