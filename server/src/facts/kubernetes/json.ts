import { factMatcher, ruleMatcher, type FactFileContext, type Matcher, type Needles, type RuleFileContext } from '../../contract/rule.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { readStream } from '../../syntax/yaml/stream.js';

/** JSON manifests are YAML as well, so that one reader serves both. */
export function onJson(needles: Needles, read: (document: YamlDocument, cx: FactFileContext) => void): Matcher<'json', FactFileContext> {
  return factMatcher({
    language: 'json',
    needles: typeof needles === 'string' ? needles : needles.map((group) => ['apiVersion', ...group]),
    on: {
      document(_node, cx) {
        for (const document of readStream(cx.text).documents) read(document, cx);
      },
    },
  });
}

type Read = (document: YamlDocument, cx: RuleFileContext) => void;

/** What a rule reads of manifests in YAML and in JSON. */
export function onManifests(needles: Needles, read: Read): readonly [Matcher<'yaml', RuleFileContext>, Matcher<'json', RuleFileContext>] {
  const readAll = (_node: unknown, cx: RuleFileContext): void => {
    for (const document of readStream(cx.text).documents) read(document, cx);
  };
  return [ruleMatcher({ language: 'yaml', needles, on: { document: read } }), ruleMatcher({ language: 'json', needles, on: { document: readAll } })];
}
