import { ruleMatcher } from '../../../contract/rule.js';
import { beansProfile } from '../../../facts/migration.js';
import { attribute } from '../../../syntax/xml/ask.js';
import { schemaCause } from './setting.js';

/** `<jdbc:initialize-database>` runs its scripts at every start of every replica. */
export const xml = ruleMatcher({
  language: 'xml',
  needles: [['initialize-database']],
  on: {
    'initialize-database'(element, cx) {
      const enabled = attribute(element, 'enabled')?.value ?? 'true';
      if (!element.name.startsWith('jdbc:') || enabled === 'false' || beansProfile(element) !== undefined) return;
      const [placeholder] = /^[#$]\{([^:}]+)/.exec(enabled)?.slice(1) ?? [];
      cx.report({
        at: element.nameSpan, say: placeholder === undefined ? 'scripts' : 'scriptsUnless', confidence: 'medium', cause: schemaCause,
        args: { setting: `<${element.name}>`, variable: placeholder ?? '' }, data: { key: element.name },
      });
    },
  },
});
