import { maskSecrets, namesSecret } from '../base/secrets.js';
import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import type { YamlDocument } from '../contract/nodes.js';
import { areLabels, isSettingsDocument, isSettingsFile, isSpringFile, profileAt, profileOfDocument, settingsGlobs, settingsOf, splitProfileKey, type Setting } from '../syntax/config-file.js';
import { entriesOf } from '../syntax/properties/adapter.js';
import { at, entries, span, text } from '../syntax/yaml/ask.js';
import { readStream } from '../syntax/yaml/stream.js';
import type {} from './config-kinds.js';

/** What may be stored of a value: nothing of a secret, passwords inside URLs masked; placeholders and switches tell nothing secret. */
function storable(key: string, value: string): string {
  return namesSecret(key) && !/^(?:true|false)$/i.test(value) ? '' : maskSecrets(value);
}

function emit(cx: FactFileContext, setting: Setting, documentProfile: string | undefined): void {
  const { key, profile: keyProfile } = splitProfileKey(setting.key);
  const profile = keyProfile ?? documentProfile;
  if (setting.keySpan.end <= setting.keySpan.start) return;
  cx.emit('config.property', setting.keySpan, { key, value: storable(key, setting.value), ...(profile === undefined ? {} : { profile }) });
}

/** Whole configuration files that a ConfigMap brings into the container: what they set holds there whatever the image says. */
function fromConfigMap({ doc }: YamlDocument, cx: FactFileContext): void {
  for (const { key, keyNode, value } of entries(doc, at(doc, 'data'))) {
    const held = isSpringFile(key) ? text(value) : undefined;
    if (held === undefined) continue;
    const settings = key.endsWith('.properties') ? entriesOf(held) : readStream(held).documents.flatMap(settingsOf);
    for (const setting of settings) cx.emit('config.property', span(keyNode), { key: setting.key, value: storable(setting.key, setting.value), profile: 'kubernetes' });
  }
}

const labelsKey = {};

/** Settings of Spring configuration files and of other property files that hold settings. */
export const configFacts: FactExtractor = {
  kinds: ['config.property'],
  matchers: [
    factMatcher({
      language: 'properties',
      files: settingsGlobs.properties,
      needles: 'always',
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path) && !cx.once(labelsKey, () => areLabels(entriesOf(cx.text).map(({ value }) => value)))) emit(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml',
      needles: [['ConfigMap', 'application'], ['ConfigMap', 'bootstrap']],
      on: {
        document(node, cx) {
          if (text(at(node.doc, 'kind')) === 'ConfigMap') fromConfigMap(node, cx);
        },
      },
    }),
    factMatcher({
      language: 'yaml',
      files: settingsGlobs.yaml,
      needles: 'always',
      on: {
        document(node, cx) {
          if (!isSettingsDocument(cx.path, node)) return;
          const profile = profileOfDocument(cx.path, node);
          for (const setting of settingsOf(node)) emit(cx, setting, profile);
        },
      },
    }),
  ],
};
