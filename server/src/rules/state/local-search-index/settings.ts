import type { Span } from '../../../base/text.js';
import type { XmlElement } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { isSettingsDocument, isUnselectedProfile, profileAt, profileKind, profileOfDocument, settingsOf } from '../../../syntax/config-file.js';
import { withFallbacks } from '../../../syntax/placeholders.js';
import { attribute } from '../../../syntax/xml/ask.js';

const directory = /(?:^|\.)hibernate\.search\.(?:backend\.directory\.type|backends\.[\w-]+\.directory\.type|[\w.-]+\.directory_provider)$/;
/** The Lucene backend keeps its index on the disk unless a directory is named. */
const backend = /(?:^|\.)hibernate\.search\.(?:backend|backends\.[\w-]+)\.type$/;
const onDisk = /^(?:local-filesystem|filesystem|filesystem-master|org\.hibernate\.search\.store\.(?:impl\.)?FSDirectoryProvider)$/i;
const inMemory = /^(?:local-heap|ram|local-heap-directory|org\.hibernate\.search\.store\.(?:impl\.)?RAMDirectoryProvider)$/i;

function ofDirectory(text: string): 'setting' | 'heap' | undefined {
  return onDisk.test(text) ? 'setting' : inMemory.test(text) ? 'heap' : undefined;
}

function look(cx: RuleFileContext, key: string, value: string, at: Span, profile?: string): void {
  if (at.end <= at.start) return;
  const text = withFallbacks(value).trim();
  const say = directory.test(key) ? ofDirectory(text) : backend.test(key) && text === 'lucene' && !/\bdirectory[._-]?(?:type|provider)\b|^\s+directory:/m.test(cx.text) ? 'setting' : undefined;
  if (say) cx.report({ at, say, ...(isUnselectedProfile(profile, cx.text) ? { severity: 'info' as const } : {}), args: { setting: key, value: text }, cause: 'hibernate-search', data: { library: 'hibernate-search' } });
}

function runs(profile: string | undefined): boolean {
  return !['development', 'test'].includes(profileKind(profile));
}

export const propertiesIndex = ruleMatcher({
  language: 'properties',
  needles: [[/hibernate\.search\./]],
  on: {
    entry(entry, cx) {
      const profile = profileAt(cx.path, cx.text, entry.keySpan.start);
      if (runs(profile)) look(cx, entry.key, entry.value, entry.valueSpan, profile);
    },
  },
});

export const yamlIndex = ruleMatcher({
  language: 'yaml',
  needles: [['hibernate', 'search']],
  on: {
    document(node, cx) {
      const profile = profileOfDocument(cx.path, node);
      if (!isSettingsDocument(cx.path, node) || !runs(profile)) return;
      for (const { key, value, valueSpan } of settingsOf(node)) look(cx, key, value, valueSpan, profile);
    },
  },
});

/** `<property name value>`, `<prop key>` and `<entry key value>`. */
function property(element: XmlElement, cx: RuleFileContext): void {
  const key = attribute(element, 'name') ?? attribute(element, 'key');
  const value = attribute(element, 'value');
  if (key) look(cx, key.value, value?.value ?? element.text, value?.valueSpan ?? element.textSpan ?? key.valueSpan);
}

const solr = 'org.apache.solr.client.solrj.embedded.EmbeddedSolrServer';

/** Settings of Hibernate Search in `persistence.xml` and Spring XML, and Solr started inside the application. */
export const xmlIndex = ruleMatcher({
  language: 'xml',
  needles: [[/hibernate\.search\./], ['EmbeddedSolrServer'], ['EmbeddedSolrServerFactory']],
  on: {
    property, prop: property, entry: property,
    bean(element, cx) {
      const type = attribute(element, 'class');
      if (type && (type.value === solr || /\.EmbeddedSolrServerFactory(?:Bean)?$/.test(type.value))) cx.report({ at: type.valueSpan, say: 'solr', args: { type: '' }, cause: 'solr', data: { library: 'solr' } });
    },
  },
});
