import { ruleMatcher } from '../../../contract/rule.js';
import { at, below, items, span, text } from '../../../syntax/yaml/ask.js';
import { isSeveral } from './words.js';

/** pm2's files in YAML. */
export const yamlManagers = ruleMatcher({
  language: 'yaml',
  files: ['**/ecosystem*.y{a,}ml', '**/pm2*.y{a,}ml', '**/process.y{a,}ml', '**/processes.y{a,}ml'],
  needles: [['apps', 'script', 'instances']],
  on: {
    document({ doc }, cx) {
      for (const app of items(doc, at(doc, 'apps'))) {
        const instances = below(doc, app, 'instances');
        const count = text(instances);
        if (instances && count !== undefined && isSeveral(count)) cx.report({ at: span(instances), say: 'workers', args: { tool: 'pm2', count }, cause: 'manager' });
      }
    },
  },
});
