import type { Span } from '../../../base/text.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsOf } from '../../../syntax/config-file.js';

const storeType = /^spring\.quartz\.job-?store-?type$/i;
const storeClass = /(?:^|\.)org\.quartz\.jobStore\.class$/;

/** Quartz findings of one application have one cause: where the scheduler keeps its jobs. */
export const quartzCause = 'quartz';

function isMemory(key: string, value: string): boolean {
  return storeType.test(key) ? value.trim().toLowerCase() === 'memory' : storeClass.test(key) && value.trim().endsWith('.RAMJobStore');
}

function report(cx: RuleFileContext, { key, value, valueSpan }: { readonly key: string; readonly value: string; readonly valueSpan: Span }, profile: string | undefined): void {
  if (!isMemory(key, value) || valueSpan.end <= valueSpan.start || ['development', 'test'].includes(profileKind(profile))) return;
  cx.report({
    at: valueSpan, say: 'quartzStore', severity: 'warning', confidence: 'high', args: { setting: `${key}=${value.trim()}` }, cause: quartzCause,
    data: { engine: 'quartz', place: storeType.test(key) || key.startsWith('spring.') ? 'boot' : 'properties' },
  });
}

/** Settings that keep Quartz's jobs in memory, in `quartz.properties` and in Spring's own files. */
export const quartzProperties = ruleMatcher({
  language: 'properties',
  needles: [['RAMJobStore'], [/quartz\.job-?[sS]tore-?[tT]ype/]],
  on: {
    entry(entry, cx) {
      if (isSettingsFile(cx.path) || /quartz[\w.-]*\.properties$/i.test(cx.path)) report(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

export const quartzYaml = ruleMatcher({
  language: 'yaml',
  needles: [['RAMJobStore'], ['quartz', /job-?[sS]tore-?[tT]ype/]],
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node)) return;
      const profile = profileOfDocument(cx.path, node);
      for (const setting of settingsOf(node)) report(cx, setting, profile);
    },
  },
});
