import type { Finding } from '../../../contract/finding.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/session/attribute.js';

/** Files that are told of one attribute, in an application with few writes and with many; the state is the same in all of them. */
const told = { few: 10, many: 2 } as const;
/** Writes, counted once per file and attribute, from which on there are many. */
const many = 60;

/** Files that write an attribute in code, by application and name, in order. A model does not change while rules look at it. */
const indexes = new WeakMap<Model, Map<string, readonly string[]>>();

/** How many writes an application has, each counted once per file. */
const totals = new WeakMap<Model, Map<string, number>>();

function limitFor(model: Model, path: string): number {
  const byApplication = totals.get(model) ?? new Map<string, number>();
  totals.set(model, byApplication);
  const { application } = model.moduleOf(path);
  const total = byApplication.get(application) ?? new Set(model.factsFor('session.attribute', path).filter(({ value }) => value.by === 'code').map(({ file, value }) => `${file} ${value.name}`)).size;
  byApplication.set(application, total);
  return total >= many ? told.many : told.few;
}

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
 * declares already; code in a file behind the first ones that write it.
 */
export function isToldElsewhere(fact: Fact, finding: Finding, model: Model): boolean {
  const { value, file } = fact as Fact<'session.attribute'>;
  if (value.name !== finding.args['attribute'] || file === finding.file) return false;
  const isTag = (finding.data as { readonly tag?: boolean } | null)?.tag === true;
  if (isTag) return value.by === 'code' || file < finding.file;
  const rank = value.by === 'code' ? writersOf(model, finding.file, value.name).indexOf(finding.file) : -1;
  return rank >= limitFor(model, finding.file);
}
