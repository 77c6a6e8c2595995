import type { Span } from '../../base/text.js';
import type { XmlElement } from '../../contract/nodes.js';
import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { isSettingsDocument, profileAt, profileKind, profileOfDocument, settingsOf } from '../../syntax/config-file.js';
import { args, enclosing, field, nameOf, simpleName, span, stringValue, type JavaNode } from '../../syntax/java/ask.js';
import { codeText } from '../../syntax/java/code-text.js';
import { withFallbacks } from '../../syntax/placeholders.js';
import { attribute, children, childText, rootOf } from '../../syntax/xml/ask.js';
import type {} from './kinds.js';
import { localRegionFactory, sharedJcacheProvider, sharedRegionFactory } from './names.js';

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly at: Span;
}

const factoryKey = /(?:^|\.)(?:hibernate\.)?cache\.(?:region\.factory_class|provider_class)$/;
const switchKey = /(?:^|\.)(?:hibernate\.)?cache\.use_second_level_cache$/;
const jcacheKey = /(?:^|\.)hibernate\.javax\.cache\.provider$/;

/** Settings of one persistence unit, session factory or file, which belong together. */
function regions(cx: FactFileContext, settings: readonly Setting[]): void {
  const jcache = settings.find(({ key }) => jcacheKey.test(key));
  if (jcache && sharedJcacheProvider.test(jcache.value)) cx.emit('cache.shared', jcache.at, { via: simpleName(jcache.value), covers: 'hibernate' });
  const off = settings.some(({ key, value }) => switchKey.test(key) && value.trim() === 'false');
  for (const { key, value, at } of settings) {
    if (!factoryKey.test(key) || at.end <= at.start) continue;
    const named = withFallbacks(value).trim();
    const name = simpleName(named);
    if (sharedRegionFactory.test(named)) cx.emit('cache.shared', at, { via: name, covers: 'jpa' });
    else if (localRegionFactory.test(named) && !off) cx.emit('cache.local', at, { family: 'jpa', place: 'manager', provider: 'Hibernate', name });
  }
  const open = settings.find(({ key, value }) => /(?:^|\.)openjpa\.DataCache$/.test(key) && /^true\b/.test(value.trim()));
  if (open && !settings.some(({ key }) => /openjpa\.RemoteCommitProvider$/.test(key))) cx.emit('cache.local', open.at, { family: 'jpa', place: 'manager', provider: 'OpenJPA', name: 'DataCache' });
}

const eclipseLink = /^(?:org\.eclipse\.persistence\.jpa\.PersistenceProvider|oracle\.toplink\.essentials\.PersistenceProvider)$/;

/** EclipseLink shares its cache between all users of the process unless told otherwise. */
function shared(cx: FactFileContext, unit: XmlElement, settings: readonly Setting[]): void {
  const provider = children(unit, 'provider')[0];
  if (!provider?.textSpan || !eclipseLink.test(provider.text)) return;
  const off = /^NONE$/i.test(childText(unit, 'shared-cache-mode') ?? '')
    || settings.some(({ key, value }) => (/cache\.(?:shared\.default|size\.default)$/.test(key) && /^(?:false|0)$/.test(value)) || (/sharedCache\.mode$/.test(key) && /^NONE$/i.test(value)) || (/cache\.type\.default$/.test(key) && /^None$/i.test(value)) || /cache\.coordination\.protocol$/.test(key));
  if (!off) cx.emit('cache.local', provider.textSpan, { family: 'jpa', place: 'provider', provider: 'EclipseLink', name: 'EclipseLink' });
}

function xmlSettings(properties: readonly XmlElement[]): readonly Setting[] {
  return properties.flatMap((property) => {
    const key = attribute(property, 'name') ?? attribute(property, 'key');
    const value = attribute(property, 'value');
    const text = value?.value ?? property.text;
    const at = value?.valueSpan ?? property.textSpan;
    return key && at ? [{ key: key.value, value: text, at }] : [];
  });
}

const hibernateConstant = /(?:^|\.)CACHE_REGION_FACTORY$/;

/** `properties.put("hibernate.cache.region.factory_class", …)`, with names as text, as a constant of Hibernate, or of a class. */
function put(call: JavaNode, cx: FactFileContext): void {
  if (!/^(?:put|setProperty|applySetting|set|addProperty)$/.test(nameOf(call))) return;
  const [key, value] = args(call);
  if (!key || !value) return;
  const apart = /(?:^|\.)CACHE_SHARED_DEFAULT$/.test(key.text) || /cache\.shared\.default$/.test(stringValue(key) ?? '');
  if (apart && /^"?false|^Boolean\.FALSE/i.test(value.text)) cx.emit('cache.shared', span(key), { via: 'eclipselink.cache.shared.default=false', covers: 'eclipselink' });
  const named = stringValue(key) ?? (hibernateConstant.test(key.text) ? 'hibernate.cache.region.factory_class' : '');
  if (!factoryKey.test(named)) return;
  const written = stringValue(value) ?? /(\w+)\.class\b/.exec(value.text)?.[1];
  if (written === undefined) return;
  const full = /[.]|^[a-z]/.test(written) ? written : `org.hibernate.${written}`;
  const method = enclosing(call, 'method_declaration');
  const off = method !== undefined && /use_second_level_cache"\s*,\s*"?false/.test(codeText(method));
  regions(cx, [{ key: named, value: full, at: span(field(call, 'name') ?? call) }, ...(off ? [{ key: 'hibernate.cache.use_second_level_cache', value: 'false', at: span(call) }] : [])]);
}

const words = [['region.factory_class'], ['cache.provider_class'], ['openjpa.DataCache'], ['javax.cache.provider']];

function isRunning(profile: string | undefined): boolean {
  return !['development', 'test'].includes(profileKind(profile));
}

/** Second-level caches of JPA providers. */
export const cacheJpaFacts: FactExtractor = {
  kinds: ['cache.local', 'cache.shared'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['hibernate.cache.region.factory_class'], ['CACHE_REGION_FACTORY'], ['CACHE_SHARED_DEFAULT'], ['cache.shared.default']],
      on: { method_invocation: put },
    }),
    factMatcher({
      language: 'xml',
      needles: [...words, ['org.eclipse.persistence.jpa.PersistenceProvider'], ['oracle.toplink.essentials.PersistenceProvider']],
      on: {
        // persistence.xml; the properties stand one level below
        'persistence-unit'(unit, cx) {
          const settings = xmlSettings(children(unit, 'properties').flatMap((list) => children(list, 'property')));
          regions(cx, settings);
          shared(cx, unit, settings);
        },
        'session-factory': (element, cx) => regions(cx, xmlSettings(children(element, 'property'))),
        props: (element, cx) => regions(cx, xmlSettings(children(element, 'prop'))),
        map: (element, cx) => regions(cx, xmlSettings(children(element, 'entry'))),
        properties(element, cx) {
          if (rootOf(element).local === 'beans') regions(cx, xmlSettings(children(element, 'prop')));
        },
      },
    }),
    factMatcher({
      language: 'properties',
      needles: words,
      on: {
        entry(entry, cx) {
          if (!isRunning(profileAt(cx.path, cx.text, entry.keySpan.start))) return;
          const off = /^[ \t]*[\w.]*cache\.use_second_level_cache[ \t]*[=:][ \t]*false/m.test(cx.text);
          regions(cx, [{ key: entry.key, value: entry.value, at: entry.valueSpan }, ...(off ? [{ key: 'hibernate.cache.use_second_level_cache', value: 'false', at: entry.keySpan }] : [])]);
        },
      },
    }),
    factMatcher({
      language: 'yaml',
      needles: [['factory_class']],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node) && isRunning(profileOfDocument(cx.path, node))) regions(cx, settingsOf(node).map(({ key, value, valueSpan }) => ({ key, value, at: valueSpan })));
        },
      },
    }),
  ],
};
