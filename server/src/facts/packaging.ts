import { factMatcher, type FactExtractor } from '../contract/rule.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** Where a build says that its artefact is deployed to an application server: the packaging, or the plugin that makes it. */
    'build.packaging': { readonly packaging: 'war' | 'ear' };
  }
}

/** `build.packaging`: see the kind. */
export const packagingFacts: FactExtractor = {
  kinds: ['build.packaging'],
  matchers: [
    factMatcher({
      language: 'xml',
      files: ['**/pom.xml'],
      needles: [['packaging']],
      on: {
        packaging(element, cx) {
          const { text, textSpan, parent } = element;
          if (textSpan && parent?.local === 'project' && !parent.parent && (text === 'war' || text === 'ear')) cx.emit('build.packaging', textSpan, { packaging: text });
        },
      },
    }),
    factMatcher({
      language: 'gradle',
      files: ['**/build.gradle', '**/build.gradle.kts'],
      needles: [['war'], ['ear']],
      on: {
        file({ entries }, cx) {
          const plugin = entries.find(({ kind, name, applied }) => kind === 'plugin' && applied !== false && (name === 'war' || name === 'ear'));
          if (plugin) cx.emit('build.packaging', plugin.nameSpan, { packaging: plugin.name === 'ear' ? 'ear' : 'war' });
        },
      },
    }),
  ],
};
