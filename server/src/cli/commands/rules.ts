import type { Locale } from '../../contract/words.js';
import { productRuleset } from '../../host/ruleset.js';

/** `monolift rules`: id, severity and title of every rule, one a line. */
export function listRules({ lang }: { readonly lang: Locale }): void {
  const metas = productRuleset().rules.map((rule) => rule.meta).sort((a, b) => (a.id < b.id ? -1 : 1));
  const width = Math.max(...metas.map((meta) => meta.id.length));
  for (const meta of metas) process.stdout.write(`${meta.id.padEnd(width)}  ${meta.severity.padEnd(7)}  ${meta.title[lang]}\n`);
}
