import type { XmlElement } from '../contract/nodes.js';
import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { isSettingsDocument, profileAt, profileKind, profileOfDocument, settingsOf, type Setting } from '../syntax/config-file.js';
import { withFallbacks } from '../syntax/placeholders.js';
import { attribute } from '../syntax/xml/ask.js';
import type { Evidence } from './evidence.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** Hibernate Search keeps its index in a search server, or replicates it. */
    'search.shared': Evidence;
  }
}

const backend = /(?:^|\.)hibernate\.search\.(?:backend\.type|backends\.[\w-]+\.type|[\w-]+\.indexmanager)$/;
const replicated = /(?:^|\.)hibernate\.search\.[\w-]+\.(?:worker\.backend|directory_provider)$/;

function setting(cx: FactFileContext, { key, value, keySpan }: Pick<Setting, 'key' | 'value' | 'keySpan'>, profile: string | undefined): void {
  if (['development', 'test'].includes(profileKind(profile)) || keySpan.end <= keySpan.start) return;
  const text = withFallbacks(value).trim();
  if ((backend.test(key) && /^(?:elasticsearch|opensearch)$/i.test(text)) || (replicated.test(key) && /^(?:jms|jgroups\w*|infinispan|filesystem-slave)$/i.test(text))) cx.emit('search.shared', keySpan, { via: `${key}=${text}` });
}

/** `<property name value>`, `<prop key>` and `<entry key value>`. */
function element(written: XmlElement, cx: FactFileContext): void {
  const key = attribute(written, 'name') ?? attribute(written, 'key');
  if (key) setting(cx, { key: key.value, value: attribute(written, 'value')?.value ?? written.text, keySpan: key.valueSpan }, undefined);
}

/** Search indexes that replicas share, as settings choose them. */
export const searchSharedFacts: FactExtractor = {
  kinds: ['search.shared'],
  matchers: [
    factMatcher({
      language: 'properties', needles: [[/hibernate\.search\./]],
      on: { entry: (entry, cx) => setting(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start)) },
    }),
    factMatcher({
      language: 'yaml', needles: [['hibernate', 'search']],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node)) for (const each of settingsOf(node)) setting(cx, each, profileOfDocument(cx.path, node));
        },
      },
    }),
    factMatcher({
      language: 'xml', needles: [[/hibernate\.search\./]],
      on: { property: element, prop: element, entry: element },
    }),
  ],
};
