import type { FactFileContext } from '../../contract/rule.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { below, entries, items, number, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import type {} from './kinds.js';

type Doc = YamlDocument['doc'];

/** Whether a `securityContext` makes the container run as another user than root; `undefined` when it leaves that open. */
function nonRoot(doc: Doc, node: YamlNode | undefined): boolean | undefined {
  const context = below(doc, node, 'securityContext');
  const user = number(below(doc, context, 'runAsUser'));
  if (user !== undefined) return user !== 0;
  return text(below(doc, context, 'runAsNonRoot')) === 'true' ? true : undefined;
}

/** Looks for pod specs (maps with `containers`) anywhere in the document. */
function pods(doc: Doc, node: YamlNode | undefined, found: (spec: YamlNode) => void): void {
  if (!node) return;
  if (items(doc, below(doc, node, 'containers')).length > 0) {
    found(node);
    return;
  }
  for (const { value } of entries(doc, node)) pods(doc, value, found);
  for (const item of items(doc, node)) pods(doc, item, found);
}

function read({ doc }: YamlDocument, cx: FactFileContext): void {
  pods(doc, doc.contents ?? undefined, (spec) => {
    const byPod = nonRoot(doc, spec);
    for (const container of items(doc, below(doc, spec, 'containers'))) {
      const node = below(doc, container, 'image');
      const image = text(node);
      if (node && image && (nonRoot(doc, container) ?? byPod) === true) cx.emit('image.non-root', span(node), { image });
    }
  });
}

/** `image.non-root`: manifests that choose a user for an image. */
export const imageUserFacts: FactExtractor = {
  kinds: ['image.non-root'],
  matchers: [factMatcher({ language: 'yaml', needles: [['containers', 'runAsNonRoot'], ['containers', 'runAsUser']], on: { document: read } })],
};
