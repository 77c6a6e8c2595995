import type { Document } from 'yaml';
import { dirname, join } from '../../base/paths.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, entries, items, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { known, written } from './document.js';
import { writtenImage } from './image-name.js';

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

function readCompose({ doc }: YamlDocument, cx: FactFileContext): void {
  for (const { key, keyNode, value } of entries(doc, below(doc, doc.contents ?? undefined, 'services'))) {
    const build = below(doc, value, 'build');
    cx.emit('compose.service', span(keyNode), {
      name: key,
      image: writtenImage(written(below(doc, value, 'image'))),
      context: contextOf(cx, doc, build),
      dockerfile: known(below(doc, build, 'dockerfile')),
      mounts: items(doc, below(doc, value, 'volumes')).flatMap((volume) => mountOf(doc, volume) ?? []),
    });
  }
}

/** `data:/path`, `./data:/path:rw`, or the long form; anonymous and read-only mounts keep nothing. */
function mountOf(doc: Document.Parsed, volume: YamlNode): string | undefined {
  const short = known(volume);
  if (short !== undefined) return /^(?:[^:]|:(?=[\\/]\w))+:(\/[^:]*)(?::(?!ro\b)\w[\w,]*)?$/.exec(short)?.[1];
  const type = known(below(doc, volume, 'type'));
  const writable = known(below(doc, volume, 'read_only')) !== 'true' && below(doc, volume, 'source') !== undefined;
  return writable && (type === 'volume' || type === 'bind') ? known(below(doc, volume, 'target')) : undefined;
}

/** `build: ./web` or `build: { context: ./web }`; a map without a context builds the file's own folder. */
function contextOf(cx: FactFileContext, doc: Document.Parsed, build: YamlNode | undefined): string | undefined {
  if (!build) return undefined;
  const short = text(build);
  const node = below(doc, build, 'context');
  const path = short !== undefined ? known(build) : node ? known(node) : '.';
  return path === undefined || path.includes('://') ? undefined : join(dirname(cx.path), path);
}

/** `image.built`: images that Skaffold makes from folders of the workspace. */
export const skaffoldFacts: FactExtractor = {
  kinds: ['image.built'],
  matchers: [factMatcher({ language: 'yaml', files: ['**/skaffold*.{yaml,yml}'], needles: [['artifacts']], on: { document: readSkaffold } })],
};

/** `compose.service`: names, images and build contexts. */
export const composeFacts: FactExtractor = {
  kinds: ['compose.service'],
  matchers: [factMatcher({ language: 'yaml', files: ['**/{docker-compose,compose}*.{yaml,yml}'], needles: [['services']], on: { document: readCompose } })],
};
