import type { XmlAttribute, XmlElement } from '../../contract/nodes.js';
import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, splitProfileKey, type Setting } from '../../syntax/config-file.js';
import { simpleName } from '../../syntax/java/ask.js';
import { withFallbacks } from '../../syntax/placeholders.js';
import { attribute, child, children, rootOf } from '../../syntax/xml/ask.js';
import type { CachePlace } from './kinds.js';
import { localClasses, sharedClasses, sharedJcacheProvider } from './names.js';

// --- Spring settings -----------------------------------------------------------------------------------------------

const typeKey = /^(?:spring|quarkus|micronaut)\.cache\.type$/i;
const localTypes: Readonly<Record<string, string>> = { simple: 'ConcurrentMap', caffeine: 'Caffeine', ehcache: 'Ehcache', jcache: 'JCache', cache2k: 'cache2k', guava: 'Guava' };
const sharedTypes = /^(?:redis|hazelcast|couchbase|none)$/i;
const localKeys: readonly (readonly [key: RegExp, provider: string])[] = [
  [/^spring\.cache\.(?:ehcache|ehcache3)\.config$/i, 'Ehcache'], [/^spring\.cache\.caffeine\.spec$/i, 'Caffeine'], [/^spring\.cache\.jcache\.config$/i, 'JCache'],
  [/^quarkus\.cache\.caffeine\./i, 'Caffeine'], [/^micronaut\.caches\.[\w-]+\./i, 'Caffeine'],
];

function setting(cx: FactFileContext, { key: written, value, keySpan, valueSpan }: Setting, documentProfile: string | undefined): void {
  const { key, profile } = splitProfileKey(written);
  if (['development', 'test'].includes(profileKind(profile ?? documentProfile)) || valueSpan.end <= valueSpan.start || keySpan.end <= keySpan.start) return;
  if (/^spring\.cache\.jcache\.provider$/i.test(key) && sharedJcacheProvider.test(value)) cx.emit('cache.shared', valueSpan, { via: simpleName(value), covers: 'jcache' });
  if (typeKey.test(key)) {
    const type = withFallbacks(value).trim().toLowerCase();
    const provider = localTypes[type];
    if (sharedTypes.test(type)) cx.emit('cache.shared', valueSpan, { via: `${key}=${type}`, covers: 'application' });
    else if (provider) cx.emit('cache.local', valueSpan, { family: 'application', place: 'setting', provider, name: key });
    return;
  }
  const local = localKeys.find(([pattern]) => pattern.test(key));
  if (local) cx.emit('cache.local', keySpan, { family: 'application', place: 'setting', provider: local[1], name: key });
  if (/^mybatis(?:-plus)?\.configuration\.cache-?enabled$/i.test(key) && value.trim() === 'false') cx.emit('cache.shared', keySpan, { via: `${key}=false`, covers: 'mybatis' });
}

// --- beans and library files ---------------------------------------------------------------------------------------

function bean(element: XmlElement, cx: FactFileContext): void {
  const type = attribute(element, 'class');
  if (!type || type.valueSpan.end <= type.valueSpan.start || isInDevelopment(element)) return;
  classAt(cx, type, type.value);
}

function classAt(cx: FactFileContext, at: XmlAttribute | { readonly valueSpan: XmlAttribute['valueSpan'] }, name: string): void {
  const shared = sharedClasses[name];
  if (shared !== undefined) cx.emit('cache.shared', at.valueSpan, { via: simpleName(name), covers: shared });
  const local = localClasses[name];
  if (local) cx.emit('cache.local', at.valueSpan, { ...local, name: simpleName(name) });
}

/** `<beans profile="dev">` around the bean. */
function isInDevelopment(element: XmlElement): boolean {
  for (let at = element.parent; at; at = at.parent) {
    const profile = attribute(at, 'profile')?.value;
    if (profile !== undefined && ['development', 'test'].includes(profileKind(profile))) return true;
  }
  return false;
}

function file(cx: FactFileContext, element: XmlElement, provider: string, name: string, place: CachePlace = 'file'): void {
  const at = attribute(element, 'name') ?? attribute(element, 'alias');
  const span = at && at.valueSpan.end > at.valueSpan.start ? at.valueSpan : element.nameSpan;
  cx.emit('cache.local', span, { family: 'application', place, provider, name });
}

function hasBelow(element: XmlElement, test: (each: XmlElement) => boolean): boolean {
  return element.children.some((each) => test(each) || hasBelow(each, test));
}

/** `ehcache.xml` of version 2. Listeners that replicate, and Terracotta, keep the replicas in step. */
function ehcache2(root: XmlElement, cx: FactFileContext): void {
  const replicator = hasBelow(root, (each) => /Replicator/.test(attribute(each, 'class')?.value ?? '') || each.local === 'terracottaConfig');
  if (replicator) cx.emit('cache.shared', root.nameSpan, { via: 'ehcache.xml with replication', covers: 'ehcache' });
  const [first] = children(root, 'cache');
  if (!replicator && first) file(cx, first, 'Ehcache', attribute(first, 'name')?.value ?? 'cache');
}

/** Configuration of Ehcache 3. */
function ehcache3(root: XmlElement, cx: FactFileContext): void {
  if (!root.attributes.some(({ name, value }) => name.startsWith('xmlns') && value.startsWith('http://www.ehcache.org/v3'))) return;
  const clustered = hasBelow(root, (each) => /^(?:clustered|clustered-dedicated|clustered-shared)$/.test(each.local));
  if (clustered) cx.emit('cache.shared', root.nameSpan, { via: 'Ehcache with a Terracotta cluster', covers: 'ehcache' });
  const [first] = children(root, 'cache');
  if (!clustered && first) file(cx, first, 'Ehcache', attribute(first, 'alias')?.value ?? 'cache');
}

function infinispan(element: XmlElement, cx: FactFileContext): void {
  if (rootOf(element).local !== 'infinispan' && rootOf(element).local !== 'server') return;
  if (/^(?:replicated|invalidation|distributed|scattered)-cache/.test(element.local)) cx.emit('cache.shared', element.nameSpan, { via: `<${element.name}>`, covers: 'infinispan' });
  else file(cx, element, 'Infinispan', attribute(element, 'name')?.value ?? 'local-cache');
}

// --- MyBatis -------------------------------------------------------------------------------------------------------

const sharedMybatis = /redis|hazelcast|memcached|ignite|couchbase/i;

function mapperCache(element: XmlElement, cx: FactFileContext): void {
  const mapper = element.parent;
  if (!mapper || mapper.local !== 'mapper' || mapper.parent) return;
  const type = attribute(element, 'type')?.value ?? '';
  if (sharedMybatis.test(type)) {
    cx.emit('cache.shared', element.nameSpan, { via: simpleName(type), covers: 'mybatis' });
    return;
  }
  const flush = Number(attribute(element, 'flushInterval')?.value);
  const name = simpleName(attribute(mapper, 'namespace')?.value ?? '') || 'mapper';
  cx.emit('cache.local', element.nameSpan, { family: 'mybatis', place: 'region', provider: 'MyBatis', name, ...(flush > 0 ? { seconds: flush / 1000 } : {}) });
}

/** iBATIS 2, which old eGovFrame applications still use. */
function cacheModel(element: XmlElement, cx: FactFileContext): void {
  if (element.parent?.local !== 'sqlMap') return;
  const interval = child(element, 'flushInterval');
  const seconds = interval ? Number(attribute(interval, 'hours')?.value ?? 0) * 3600 + Number(attribute(interval, 'minutes')?.value ?? 0) * 60 + Number(attribute(interval, 'seconds')?.value ?? 0) : 0;
  cx.emit('cache.local', element.nameSpan, { family: 'mybatis', place: 'region', provider: 'iBATIS', name: attribute(element, 'id')?.value ?? 'cacheModel', ...(seconds > 0 ? { seconds } : {}) });
}

/** Caches that configuration alone sets up: Spring settings, XML beans, Ehcache and Infinispan files, MyBatis mappers. */
export const cacheConfigFacts: FactExtractor = {
  kinds: ['cache.local', 'cache.shared'],
  matchers: [
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: [[/(?:spring|quarkus|micronaut)\.caches?\.|mybatis[\w.-]*cache/i]],
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path)) setting(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml', files: settingsGlobs.yaml, needles: [['cache']],
      on: {
        document(node, cx) {
          if (!isSettingsDocument(cx.path, node)) return;
          const profile = profileOfDocument(cx.path, node);
          for (const each of settingsOf(node)) setting(cx, each, profile);
        },
      },
    }),
    factMatcher({
      language: 'xml', needles: [[/\.\w*Cache\w*|cache:annotation-driven|\.JCS\b|ehcache/]],
      on: {
        bean,
        'filter-class'(element, cx) {
          if (element.textSpan) classAt(cx, { valueSpan: element.textSpan }, element.text);
        },
        'annotation-driven'(element, cx) {
          if (element.name.startsWith('cache:')) cx.emit('cache.local', element.nameSpan, { family: 'application', place: 'enabled', provider: '', name: `<${element.name}>` });
        },
        ehcache: (root, cx) => void (root.parent ?? ehcache2(root, cx)),
        config: (root, cx) => void (root.parent ?? ehcache3(root, cx)),
      },
    }),
    factMatcher({
      language: 'xml', needles: [['infinispan', '-cache']],
      on: Object.fromEntries(['local', 'replicated', 'invalidation', 'distributed', 'scattered'].flatMap((mode) => [`${mode}-cache`, `${mode}-cache-configuration`]).map((name) => [name, infinispan])),
    }),
    factMatcher({
      language: 'xml', needles: [['mapper', '<cache'], ['sqlMap', '<cacheModel'], ['cacheEnabled']],
      on: {
        cache: mapperCache,
        cacheModel,
        setting(element, cx) {
          const off = attribute(element, 'name')?.value === 'cacheEnabled' && attribute(element, 'value')?.value === 'false';
          if (off) cx.emit('cache.shared', element.nameSpan, { via: 'cacheEnabled=false', covers: 'mybatis' });
        },
      },
    }),
  ],
};
