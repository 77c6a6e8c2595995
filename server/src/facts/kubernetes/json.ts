import { factMatcher, type FactFileContext, type Matcher, type Needles } from '../../contract/rule.js';
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
