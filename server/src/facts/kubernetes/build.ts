import { dirname, join } from '../../base/paths.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, items, span, text } from '../../syntax/yaml/ask.js';
import { known } from './document.js';

/** Skaffold: `build.artifacts`, and the same in profiles, which add artifacts. */
function readSkaffold({ doc }: YamlDocument, cx: FactFileContext): void {
  if (!text(below(doc, doc.contents ?? undefined, 'apiVersion'))?.startsWith('skaffold/')) return;
  for (const artifact of items(doc, below(doc, doc.contents ?? undefined, 'build', 'artifacts'))) {
    const imageNode = below(doc, artifact, 'image');
    const image = known(imageNode);
    const context = join(dirname(cx.path), known(below(doc, artifact, 'context')) ?? '.', jibProject(known(below(doc, artifact, 'jib', 'project'))));
    if (imageNode && image !== undefined && context !== undefined) {
      cx.emit('image.built', span(imageNode), { image, context, dockerfile: known(below(doc, artifact, 'docker', 'dockerfile')) });
    }
  }
}

/** Jib builds one project of a larger build: a path for Maven, `:a:b` for Gradle. */
function jibProject(project: string | undefined): string {
  return project === undefined || /^[^:]+:/.test(project) ? '.' : project.replaceAll(':', '/');
}

/** `image.built`: images that Skaffold makes from folders of the workspace. */
export const skaffoldFacts: FactExtractor = {
  kinds: ['image.built'],
  matchers: [factMatcher({ language: 'yaml', files: ['**/skaffold*.{yaml,yml}'], needles: [['artifacts']], on: { document: readSkaffold } })],
};
