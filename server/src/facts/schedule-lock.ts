import type { Span } from '../base/text.js';
import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { isSettingsDocument, profileKind, profileOfPath, settingsOf } from '../syntax/config-file.js';
import { annotations, args, field, nameOf, readAnnotation, span, stringValue } from '../syntax/java/ask.js';
import { attribute } from '../syntax/xml/ask.js';
import type {} from './evidence.js';

const clustered = /(?:^|\.)org\.quartz\.jobStore\.isClustered$/;
const jobStoreType = /^spring\.quartz\.job-?store-?type$/i;

/**
 * Quartz runs a trigger once per cluster only with `isClustered`; a JDBC store without it keeps the jobs outside the
 * process but does not stop two schedulers from firing.
 */
function quartz(cx: FactFileContext, key: string, value: string, at: Span): void {
  // Settings of a developer's desk or of a test say nothing of what runs in the cluster.
  if (['development', 'test'].includes(profileKind(profileOfPath(cx.path))) || at.end <= at.start) return;
  if (clustered.test(key) && value.trim().toLowerCase() === 'true') cx.emit('schedule.lock', at, { via: 'org.quartz.jobStore.isClustered', covers: 'quartz' });
  if (jobStoreType.test(key) && value.trim().toLowerCase() === 'jdbc') cx.emit('schedule.lock', at, { via: key, covers: 'quartz-store' });
}

/** Locks that keep scheduled work to one replica. Locks inside a scheduled method are judged where the method is. */
export const scheduleLockFacts: FactExtractor = {
  kinds: ['schedule.lock'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['EnableSchedulerLock'], ['SchedulerLock', 'interface'], ['LeaderInitiator'], ['LockRegistryLeaderInitiator'], ['LeaderInitiatorFactoryBean'], ['isClustered']],
      on: {
        annotation(node, cx) {
          const { name } = readAnnotation(node);
          if (name === 'EnableSchedulerLock') cx.emit('schedule.lock', span(node), { via: `@${name}`, covers: '@SchedulerLock' });
        },
        marker_annotation(node, cx) {
          if (readAnnotation(node).name === 'EnableSchedulerLock') cx.emit('schedule.lock', span(node), { via: '@EnableSchedulerLock', covers: '@SchedulerLock' });
        },
        annotation_type_declaration(type, cx) {
          const lock = annotations(type).find((candidate) => candidate.name === 'SchedulerLock');
          if (lock) cx.emit('schedule.lock', span(lock.node), { via: `@SchedulerLock on @${nameOf(type)}`, covers: `@${nameOf(type)}` });
        },
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          if (type && /(?:^|\.)(?:Lock(?:Registry)?)?LeaderInitiator(?:FactoryBean)?$/.test(type.text)) cx.emit('schedule.lock', span(type), { via: type.text, covers: 'leader' });
        },
        method_invocation(call, cx) {
          const [key, value] = args(call);
          const name = stringValue(key);
          if (name !== undefined && clustered.test(name)) quartz(cx, name, stringValue(value) ?? value?.text ?? '', span(call));
        },
      },
    }),
    factMatcher({
      language: 'properties',
      needles: [['isClustered'], ['job-store-type'], ['jobStoreType'], ['jobstoretype']],
      on: { entry: (entry, cx) => quartz(cx, entry.key, entry.value, entry.keySpan) },
    }),
    factMatcher({
      language: 'yaml',
      needles: [['quartz']],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node)) for (const setting of settingsOf(node)) quartz(cx, setting.key, setting.value, setting.keySpan);
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['isClustered']],
      on: {
        prop(element, cx) {
          const key = attribute(element, 'key');
          if (key) quartz(cx, key.value, element.text, key.valueSpan);
        },
        entry(element, cx) {
          const key = attribute(element, 'key');
          if (key) quartz(cx, key.value, attribute(element, 'value')?.value ?? element.text, key.valueSpan);
        },
      },
    }),
  ],
};
