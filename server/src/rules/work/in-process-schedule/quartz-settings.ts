import type { Span } from '../../../base/text.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isSettingsDocument, profileAt, profileKind, profileOfDocument, settingsOf } from '../../../syntax/config-file.js';
import { databaseStore, holdsQuartz, mentionsCluster, storeClass, storeType } from '../../../syntax/quartz-settings.js';

/** Quartz findings of one application have one cause: where the scheduler keeps its jobs. */
export const quartzCause = 'quartz';

function isMemory(key: string, value: string): boolean {
  return storeType.test(key) ? value.trim().toLowerCase() === 'memory' : storeClass.test(key) && value.trim().endsWith('.RAMJobStore');
}

/** A store in the database whose schedulers do not know of each other: each fires what is due, and both write the same rows. */
function isUnclustered(cx: RuleFileContext, key: string, value: string): boolean {
  if (mentionsCluster(cx.text)) return false;
  return storeType.test(key) ? value.trim().toLowerCase() === 'jdbc' : storeClass.test(key) && databaseStore.test(value);
}

const aloneKey = {};

function report(cx: RuleFileContext, { key, value, valueSpan }: { readonly key: string; readonly value: string; readonly valueSpan: Span }, profile: string | undefined): void {
  if (valueSpan.end <= valueSpan.start || ['development', 'test'].includes(profileKind(profile))) return;
  const place = storeType.test(key) || key.startsWith('spring.') ? 'boot' : 'properties';
  const found = { at: valueSpan, severity: 'warning', confidence: 'high', args: { setting: `${key}=${value.trim()}` }, cause: quartzCause } as const;
  if (isMemory(key, value)) cx.report({ ...found, say: 'quartzStore', data: { engine: 'quartz', place } });
  // Two settings of one file may name the store; it is one store.
  else if (isUnclustered(cx, key, value)) cx.once(aloneKey, () => cx.report({ ...found, say: 'quartzAlone', data: { engine: 'quartz', alone: place } }));
}

/** Settings that keep Quartz's jobs in memory, or in a database without a cluster, in `quartz.properties` and in Spring's own files. */
export const quartzProperties = ruleMatcher({
  language: 'properties',
  needles: [['RAMJobStore'], ['quartz.jobStore.class'], [/quartz\.job-?[sS]tore-?[tT]ype/]],
  on: {
    entry(entry, cx) {
      if (holdsQuartz(cx.path)) report(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

export const quartzYaml = ruleMatcher({
  language: 'yaml',
  needles: [['RAMJobStore'], ['quartz', 'jobStore'], ['quartz', /job-?[sS]tore-?[tT]ype/]],
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node)) return;
      const profile = profileOfDocument(cx.path, node);
      for (const setting of settingsOf(node)) report(cx, setting, profile);
    },
  },
});
