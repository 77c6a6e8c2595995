import type { Span } from '../base/text.js';
import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { isSettingsDocument, profileKind, profileOfPath, settingsOf } from '../syntax/config-file.js';
import { annotation, annotations, args, bareType, field, nameOf, readAnnotation, span, stringValue } from '../syntax/java/ask.js';
import { databaseStore, storeClass, storeType } from '../syntax/quartz-settings.js';
import { attribute } from '../syntax/xml/ask.js';
import type { Evidence } from './evidence.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A store outside the process in which ShedLock keeps its locks. */
    'schedule.lock-provider': Evidence;
  }
}

/** Need of a fact: ShedLock is given a store that replicas share. */
export const lockProvider = 'lock-provider';

const clustered = /(?:^|\.)org\.quartz\.jobStore\.isClustered$/;

/** Settings that elect a leader or let Quartz's schedulers share their jobs. */
function setting(cx: FactFileContext, key: string, value: string, at: Span): void {
  if (/^spring\.cloud\.kubernetes\.leader\.(?:enabled|config-?map-?name|role)$/i.test(key) && !/^false$/i.test(value.trim()) && at.end > at.start) cx.emit('schedule.lock', at, { via: key, covers: 'leader' });
  quartz(cx, key, value, at);
}

/**
 * Quartz runs a trigger once per cluster only with `isClustered`; a JDBC store without it keeps the jobs outside the
 * process but does not stop two schedulers from firing.
 */
function quartz(cx: FactFileContext, key: string, value: string, at: Span): void {
  // Settings of a developer's desk or of a test say nothing of what runs in the cluster.
  if (['development', 'test'].includes(profileKind(profileOfPath(cx.path))) || at.end <= at.start) return;
  if (clustered.test(key) && value.trim().toLowerCase() === 'true') cx.emit('schedule.lock', at, { via: 'org.quartz.jobStore.isClustered', covers: 'quartz' });
  if (storeClass.test(key) && databaseStore.test(value)) cx.emit('schedule.lock', at, { via: 'org.quartz.jobStore.class', covers: 'quartz-store' });
  if (storeType.test(key) && value.trim().toLowerCase() === 'jdbc') cx.emit('schedule.lock', at, { via: key, covers: 'quartz-store' });
}

/** Locks that keep scheduled work to one replica. Locks inside a scheduled method are judged where the method is. */
export const scheduleLockFacts: FactExtractor = {
  kinds: ['schedule.lock', 'schedule.lock-provider'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['EnableSchedulerLock'], ['SchedulerLock', 'interface'], ['LeaderInitiator'], ['LockRegistryLeaderInitiator'], ['LeaderInitiatorFactoryBean'], ['LeaderLatch'], ['LeaderSelector'], ['LeaderElector'], ['LockProvider'], ['isClustered'], ['quartz.jobStore.class']],
      on: {
        annotation(node, cx) {
          const { name } = readAnnotation(node);
          if (name === 'EnableSchedulerLock') cx.emit('schedule.lock', span(node), { via: `@${name}`, covers: '@SchedulerLock', needs: [lockProvider] });
        },
        marker_annotation(node, cx) {
          if (readAnnotation(node).name === 'EnableSchedulerLock') cx.emit('schedule.lock', span(node), { via: '@EnableSchedulerLock', covers: '@SchedulerLock', needs: [lockProvider] });
        },
        annotation_type_declaration(type, cx) {
          const lock = annotations(type).find((candidate) => candidate.name === 'SchedulerLock');
          if (lock) cx.emit('schedule.lock', span(lock.node), { via: `@SchedulerLock on @${nameOf(type)}`, covers: `@${nameOf(type)}`, needs: [lockProvider] });
        },
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          if (type && /LockProvider$/.test(type.text) && !/InMemory|NoOp|Test/i.test(type.text)) cx.emit('schedule.lock-provider', span(type), { via: type.text });
          if (type && /(?:^|\.)(?:(?:Lock(?:Registry)?)?LeaderInitiator(?:FactoryBean)?|LeaderLatch|LeaderSelector|LeaderElector)$/.test(type.text)) cx.emit('schedule.lock', span(type), { via: type.text, covers: 'leader' });
        },
        method_declaration(method, cx) {
          // A provider that comes from a starter of the house is handed through a bean of the interface.
          const name = field(method, 'name');
          if (name && bareType(field(method, 'type')) === 'LockProvider' && annotation(method, 'Bean', 'Produces') && !/InMemoryLockProvider|NoOp/.test(method.text)) cx.emit('schedule.lock-provider', span(name), { via: `@Bean ${name.text}` });
        },
        method_invocation(call, cx) {
          const [key, value] = args(call);
          const name = stringValue(key);
          if (name !== undefined && clustered.test(name)) quartz(cx, name, stringValue(value) ?? value?.text ?? '', span(call));
          if (name !== undefined && storeClass.test(name) && databaseStore.test(stringValue(value) ?? value?.text ?? '')) cx.emit('schedule.lock', span(call), { via: name, covers: 'quartz-store' });
        },
      },
    }),
    factMatcher({
      language: 'properties',
      needles: [['isClustered'], ['quartz.jobStore.class'], ['job-store-type'], ['jobStoreType'], ['jobstoretype'], ['kubernetes.leader']],
      on: { entry: (entry, cx) => setting(cx, entry.key, entry.value, entry.keySpan) },
    }),
    factMatcher({
      language: 'yaml',
      needles: [['quartz'], ['kubernetes', 'leader']],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node)) for (const { key, value, keySpan } of settingsOf(node)) setting(cx, key, value, keySpan);
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['isClustered'], ['quartz.jobStore.class'], ['LockProvider']],
      on: {
        bean(element, cx) {
          const type = attribute(element, 'class');
          if (type && /LockProvider$/.test(type.value) && !/InMemory/.test(type.value)) cx.emit('schedule.lock-provider', type.valueSpan, { via: type.value });
        },
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
