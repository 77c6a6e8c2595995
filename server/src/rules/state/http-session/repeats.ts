import type { Finding } from '../../../contract/finding.js';
import type { Clearing } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/session/attribute.js';

/** Files that are told of one attribute, in an application with few writes and with many; the state is the same in all of them. */
const told = { few: 10, many: 2 } as const;
/** Writes, counted once per file and attribute, from which on there are many. */
const many = 60;

/** Files that write attributes of an application in code, by the name of the attribute, in order, and how many such writes there are. */
interface Written {
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly total: number;
}

/** A model does not change while rules look at it. */
const indexes = new WeakMap<Model, Map<string, Written>>();

function index(model: Model, path: string): Written {
  const files = new Map<string, Set<string>>();
  for (const { file, value } of model.factsFor('session.attribute', path)) {
    if (value.by === 'code') files.set(value.name, (files.get(value.name) ?? new Set()).add(file));
  }
  const lists = new Map([...files].map(([name, set]) => [name, [...set]]));
  return { files: lists, total: [...lists.values()].reduce((sum, list) => sum + list.length, 0) };
}

function writtenIn(model: Model, path: string): Written {
  const known = indexes.get(model) ?? new Map<string, Written>();
  indexes.set(model, known);
  const { application } = model.moduleOf(path);
  const written = known.get(application) ?? index(model, path);
  known.set(application, written);
  return written;
}

/** The names of attributes, by which a place and its repetitions belong together. */
export const attributeNames: NonNullable<Clearing['named']> = {
  fact: (fact) => (fact as Fact<'session.attribute'>).value.name,
  finding: ({ args }) => String(args['attribute'] ?? ''),
};

/**
 * Whether a place only repeats an attribute: a page tag that declares a bean which code stores, or which an earlier page
 * declares already; code in a file behind the first ones that write it.
 */
export function isToldElsewhere(fact: Fact, finding: Finding, model: Model): boolean {
  const { value, file } = fact as Fact<'session.attribute'>;
  if (file === finding.file) return false;
  const isTag = (finding.data as { readonly tag?: boolean } | null)?.tag === true;
  if (isTag) return value.by === 'code' || file < finding.file;
  const { files, total } = writtenIn(model, finding.file);
  const rank = value.by === 'code' ? (files.get(value.name) ?? []).indexOf(finding.file) : -1;
  return rank >= (total >= many ? told.many : told.few);
}
