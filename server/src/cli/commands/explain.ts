import type { Locale } from '../../contract/words.js';
import { ruleDocs } from '../../generated/docs.js';
import { knownRule } from '../rule-id.js';

/** `monolift explain RULE`: the rule's page. */
export function explain(id: string, { lang }: { readonly lang: Locale }): void {
  const rule = knownRule(id, lang);
  process.stdout.write(ruleDocs[rule.meta.id]?.[lang] ?? '');
}
