import type { Finding } from '../../../contract/finding.js';
import type { Model } from '../../../contract/workspace.js';
import type { GivenTo } from '../../../syntax/java/kept-numbers.js';
import type {} from '../../../facts/sql-insert.js';

/** Whether every object that gets a number is stored by statements that do not take it: nobody ever sees the number. */
export function isThrownAway({ data }: Finding, model: Model): boolean {
  const { given = [] } = (data ?? {}) as { readonly given?: readonly GivenTo[] };
  const inserts = model.facts('sql.insert');
  return given.length > 0 && given.every(({ type, property }) => {
    const own = inserts.filter(({ value }) => value.type === type);
    return own.length > 0 && own.every(({ value }) => !value.takes.includes(property));
  });
}
