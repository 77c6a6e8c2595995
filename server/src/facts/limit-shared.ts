import type { FactExtractor } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../syntax/config-file.js';
import { bareType, field, imports, simpleName, span, type JavaNode } from '../syntax/java/ask.js';
import type { FactFileContext } from '../contract/rule.js';
import { asksPerCaller } from '../syntax/java/limits.js';
import type { Evidence } from './evidence.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** Limits on callers are counted where every replica sees them: `covers` is `bucket4j` or `gateway`. */
    'limit.shared': Evidence;
    /** A place that asks the process's registry for the limiter of one caller. */
    'limit.registry': Record<string, never>;
  }
}

/** Bucket4j's proxy managers on a grid or database, by the start of their names; the one on Caffeine stays in the process. */
const managers = /^(?:Lettuce|Jedis|Redisson|Hazelcast|JCache|Infinispan|Ignite|Coherence|PostgreSQL|MySQL|MariaDB|Oracle|MSSQL|DB2|Mongo|SpringDataRedis|Redis|Cassandra|DynamoDB|Memcached)\w*ProxyManager$/;
const stores = /^(?:redis|hazelcast|infinispan|ignite|mongo|jedis|lettuce|redisson|springdataredis)/i;

function made(node: JavaNode, cx: FactFileContext, written: string): void {
  const name = simpleName(written);
  if (!managers.test(name)) return;
  const { types, wildcards } = imports(cx, node);
  const known = types.get(name) ?? '';
  if (known.startsWith('io.github.bucket4j') || known.startsWith('com.bucket4j') || wildcards.some((each) => /bucket4j/.test(each))) cx.emit('limit.shared', span(node), { via: name, covers: 'bucket4j' });
}

function setting(cx: FactFileContext, { key, value, keySpan }: Setting, profile: string | undefined): void {
  if (!/^bucket4j\.cache-?to-?use$/i.test(key) || keySpan.end <= keySpan.start || ['development', 'test'].includes(profileKind(profile))) return;
  if (stores.test(value.trim())) cx.emit('limit.shared', keySpan, { via: `${key}=${value.trim()}`, covers: 'bucket4j' });
}

/** Limits that hold for all replicas together. */
export const limitSharedFacts: FactExtractor = {
  kinds: ['limit.shared', 'limit.registry'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['io.github.resilience4j.ratelimiter', /\.\s*rateLimiter\s*\(/]],
      on: {
        method_invocation(call, cx) {
          if (asksPerCaller(cx, call)) cx.emit('limit.registry', span(call), {});
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [['bucket4j', /\w+ProxyManager\b/]],
      on: {
        object_creation_expression(node, cx) {
          const type = field(node, 'type');
          if (type) made(type, cx, bareType(type));
        },
        method_invocation(node, cx) {
          const object = field(node, 'object');
          if (object && /^[A-Z]\w*$/.test(object.text)) made(object, cx, object.text);
        },
      },
    }),
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: [['bucket4j']],
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path)) setting(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml', files: settingsGlobs.yaml, needles: [['bucket4j']],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node)) for (const each of settingsOf(node)) setting(cx, each, profileOfDocument(cx.path, node));
        },
      },
    }),
  ],
};
