import type { OutlineUse } from '../../syntax/outline/outline.js';
import { argumentsOf, headOf } from '../../syntax/outline/type-text.js';
import { isTelling } from '../../syntax/outline/uses.js';
import { byPath, type Known, type Names, type Written } from './names.js';

/** Types of libraries and of programs that stand for all rows of a table. */
const collections = /^(?:I?DbSet|\w*Repository\w*|Model|ModelStatic|ModelType|PaginateModel|IMongoCollection|MongoCollection|Collection|EntityRepository)$/;

/** What one use comes to: a method of each of some types that is called, or a type that is only named. */
export interface Target {
  readonly known: Known;
  readonly calls: string | undefined;
  /** Part of the use that falls to this type; those of one use add up to 1. */
  readonly share: number;
}

/** Fields of models that stand for all their rows, and calls that give one of them. */
const managers = /^(?:objects|query|all_objects|_default_manager|_base_manager|find\w*\(\)|create\(\)|build\(\))$/;
/** Methods of models, and of their rows, that reach the database. */
const rowMethods = /^(?:save|delete|destroy|remove|update\w*|create\w*|insert\w*|bulk\w*|upsert\w*|find\w*|count\w*|aggregate|distinct|exists|refresh_from_db|deleteOne|deleteMany|findOrCreate|increment|decrement|populate|where|query)$/;

/** Methods that Lombok and the compiler write, so that no file declares them. */
const written = /^(?:get|set|is|with|builder$|toBuilder$|of$|values$|valueOf$|ordinal$|name$|hashCode$|equals$|toString$|canEqual$)/;
const writesMethods = /^(?:Data|Getter|Setter|Value|Builder|SuperBuilder|With|AllArgsConstructor|RequiredArgsConstructor|UtilityClass)$/;

function hasWrittenMethod({ unit }: Known, method: string): boolean {
  if (unit.kind === 'record' || unit.kind === 'enum') return true;
  return written.test(method) && unit.marks.some((mark) => writesMethods.test(mark));
}

/** Resolves what a unit uses to the types of the program that stand behind it. */
export class CallResolver {
  constructor(private readonly names: Names) {}

  /** `from` is the type whose code uses something. */
  targets(from: Known, use: OutlineUse): readonly Target[] {
    const { names } = this;
    if (use.type === '') return this.byName(from, use);
    const start = { type: use.type, outline: from.outline };
    const root = names.resolve(start);
    const end = this.end(from, use, root);
    // What is called on a list is no method of its elements.
    if (end && use.calls !== undefined && end.type.endsWith('[]')) return [];
    const known = end && names.resolve(end);
    if (!known) {
      // The way to what is called is unknown; what it begins at is used all the same.
      if (root && use.calls !== undefined && byPath(from.outline) && root.id !== from.id && this.isOn(root, use.calls, use.through ?? [])) return [{ known: root, calls: use.calls, share: 1 }];
      if (root && use.calls === undefined && root.id !== from.id) return [{ known: root, calls: undefined, share: 1 }];
      if (!root && names.isForeign(use.type, from.outline)) return [];
      return byPath(from.outline) || from.outline.language === 'csharp' ? this.byName(from, use) : [];
    }
    if (use.calls === undefined) return known.id === from.id ? [] : [{ known, calls: undefined, share: 1 }];
    return this.called(from, known, use.calls, use.through?.includes('*') === true);
  }

  /** Whether a call that goes through fields belongs to where it begins: to the rows of a model, or to an object of a module that has such a method. */
  private isOn(root: Known, calls: string, through: readonly string[]): boolean {
    if (through.every((part) => managers.test(part))) return true;
    return root.unit.kind === 'module' && through.length === 1 && !through[0]?.endsWith(')') && root.unit.methods.some(({ name }) => name === calls);
  }

  /** A call on something unknown goes to the one class that has such a method, where the name is telling. */
  private byName(from: Known, { calls }: OutlineUse): readonly Target[] {
    const known = calls === undefined || !isTelling(calls) ? undefined : this.names.onlyOne(calls, from);
    if (!known || calls === undefined) return [];
    return known.unit.kind === 'interface' ? this.called(from, known, calls, true) : [{ known, calls, share: 1 }];
  }

  /** What answers a call on an interface; what a library declares for it, each of its classes inherits from there. */
  private behind(known: Known, method: string, isDeclared: boolean): readonly Known[] {
    const { names } = this;
    const all = names.implementations(known);
    if (!isDeclared) return all;
    const implementing = all.filter((one) => names.declares(one, method) !== undefined);
    const last = implementing.filter((one) => names.declares(one, method)?.unit.kind !== 'interface');
    return last.length > 0 ? last : implementing;
  }

  /** Whether a method of a type is declared by no code of the program: a library's, for repositories and the like. */
  isForeign(known: Known, method: string): boolean {
    return this.names.declares(known, method) === undefined;
  }

  /** The module that a name means. */
  module(from: Known, name: string): Known | undefined {
    return this.names.resolve({ type: name, outline: from.outline });
  }

  /** What answers a route that leads to it. */
  handler(from: Known, to: OutlineUse): Known | undefined {
    const end = this.end(from, to, this.names.resolve({ type: to.type, outline: from.outline }));
    return end && this.names.resolve(end);
  }

  /** Type of what is used, as far as it can be followed. */
  private end(from: Known, use: OutlineUse, root: Known | undefined): Written | undefined {
    const { names } = this;
    const start = { type: use.type, outline: from.outline };
    const end = use.through ? names.walk(start, use.through) : start;
    // What looked like a member may be a type whose name begins small.
    const [first, ...rest] = use.through ?? [];
    if (!end && first !== undefined && use.type === from.unit.name && /^\w+$/.test(first)) return names.walk({ type: first, outline: from.outline }, rest);
    // A name that is no type may be a member that the type inherits.
    if (root || from.unit.above.length === 0 || !/^\w+$/.test(use.type)) return end;
    return names.walk({ type: from.unit.name, outline: from.outline }, [use.type, ...(use.through ?? [])]) ?? end;
  }

  /** The entity behind a use of a set or of a repository of one kind of them: `DbSet<Book>`, `Repository<Book>`. */
  entity(from: Known, use: OutlineUse): Known | undefined {
    const end = this.end(from, use, this.names.resolve({ type: use.type, outline: from.outline }));
    if (!end || !collections.test(headOf(end.type))) return byPath(from.outline) ? this.model(from, use) : undefined;
    const [first] = argumentsOf(end.type);
    return first === undefined ? undefined : this.names.resolve({ type: first, outline: end.outline });
  }

  /** The model behind `Book.objects.get()`, `Book.query` or `book.save()`. */
  private model(from: Known, use: OutlineUse): Known | undefined {
    const { names } = this;
    const manager = use.through?.findIndex((part) => managers.test(part)) ?? -1;
    if (manager < 0 && !rowMethods.test(use.calls ?? '')) return undefined;
    const end = names.walk({ type: use.type, outline: from.outline }, manager < 0 ? (use.through ?? []) : (use.through ?? []).slice(0, manager));
    return end && names.resolve(end);
  }

  private called(from: Known, known: Known, method: string, isGuess: boolean): readonly Target[] {
    const { names } = this;
    const declares = names.declares(known, method);
    if (!declares && !hasWrittenMethod(known, method) && (isGuess || !names.isOpen(known) || known.id === from.id) && !byPath(known.outline)) return [];
    // A method that is called without a receiver belongs to whoever declares it.
    if (known.id === from.id) return declares ? [{ known: declares, calls: method, share: 1 }] : [];
    if (known.unit.kind !== 'interface') return [{ known, calls: method, share: 1 }];
    const behind = this.behind(known, method, declares !== undefined);
    if (behind.length === 0) return [{ known, calls: method, share: 1 }];
    return behind.map((one) => ({ known: one, calls: method, share: 1 / behind.length }));
  }
}
