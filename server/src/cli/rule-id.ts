import type { Rule } from '../contract/rule.js';
import type { Locale } from '../contract/words.js';
import { productRuleset } from '../host/ruleset.js';
import { UsageError } from './errors.js';

/** The rule with this id. Throws a {@link UsageError} that lists what there is otherwise. */
export function knownRule(id: string, locale: Locale): Rule {
  const { byId } = productRuleset();
  const rule = byId.get(id);
  if (rule) return rule;
  const known = [...byId.keys()].sort().join(', ');
  throw new UsageError(locale === 'ko' ? `${id}: 없는 규칙입니다. 사용할 수 있는 규칙: ${known}` : `${id}: no such rule; there are ${known}`);
}
