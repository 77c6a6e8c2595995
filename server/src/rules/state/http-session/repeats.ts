import type { Finding } from '../../../contract/finding.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/session-attribute.js';

/** Files that are told of one attribute; the state is the same in all of them. */
const told = 10;

/** Files that write an attribute in code, by application and name, in order. A model does not change while rules look at it. */
const indexes = new WeakMap<Model, Map<string, readonly string[]>>();

function writersOf(model: Model, path: string, name: string): readonly string[] {
  const index = indexes.get(model) ?? new Map<string, readonly string[]>();
  indexes.set(model, index);
  const key = `${model.moduleOf(path).application} ${name}`;
  const known = index.get(key);
  if (known) return known;
  const files = [...new Set(model.factsFor('session.attribute', path).filter(({ value }) => value.by === 'code' && value.name === name).map(({ file }) => file))];
  index.set(key, files);
  return files;
}

/**
 * Whether a place only repeats an attribute: a page tag that declares a bean which code stores, or which an earlier page
 * declares already; code in a file behind the first ten that write it.
 */
export function isToldElsewhere(fact: Fact, finding: Finding, model: Model): boolean {
  const { value, file } = fact as Fact<'session.attribute'>;
  if (value.name !== finding.args['attribute'] || file === finding.file) return false;
  const isTag = (finding.data as { readonly tag?: boolean } | null)?.tag === true;
  if (isTag) return value.by === 'code' || file < finding.file;
  const rank = value.by === 'code' ? writersOf(model, finding.file, value.name).indexOf(finding.file) : -1;
  return rank >= told;
}
