import type { MapperStatements } from '../../syntax/outline/mapper.js';
import type { Outline, OutlineQuery, OutlineTable } from '../../syntax/outline/outline.js';
import type { Evidence, TableUse } from './graph.js';
import type { Known } from './names.js';

/** A document of statements with the file that it is. */
export interface MapperDocument extends MapperStatements {
  readonly file: string;
}

/** A table that a method uses; without a method, that its class uses somewhere. */
export interface FoundUse {
  readonly known: Known;
  readonly method: string | undefined;
  readonly table: string;
  readonly access: TableUse['access'];
  readonly at: Evidence;
}

function plain(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** Finds the tables behind names of tables, of entities and of statements. */
export class Tables {
  /** Tables by the names of their entities. */
  private readonly ofEntities = new Map<string, string>();
  private readonly owned = new Set<string>();
  private readonly queries = new Map<string, OutlineQuery['tables']>();
  /** Names of statements by their last part, as long as one alone bears it. */
  private readonly byLastPart = new Map<string, string | undefined>();
  private readonly units = new Map<string, Known[]>();
  /** Names of types as tables would bear them. */
  private readonly names: ReadonlySet<string>;

  constructor(known: readonly Known[], outlines: readonly Outline[], private readonly mappers: readonly MapperDocument[]) {
    for (const one of known) {
      const alike = this.units.get(one.unit.name);
      if (alike) alike.push(one);
      else this.units.set(one.unit.name, [one]);
    }
    this.names = new Set([...this.units.keys()].map(plain));
    // What a mapping says goes before what a set is called.
    for (const by of ['entity', 'model']) for (const { tables } of outlines) for (const table of tables) if (table.access === 'owns' && table.by === by) this.owns(table);
    for (const outline of outlines) {
      for (const query of outline.queries) this.addQuery(query.name, query.tables);
    }
    for (const { namespace, queries } of mappers) for (const query of queries) this.addQuery(namespace === '' ? query.name : `${namespace}.${query.name}`, query.tables);
  }

  private owns({ unit, table, by }: OutlineTable): void {
    if (by === 'model' && this.ofEntities.has(plain(unit))) return;
    this.owned.add(table);
    for (const name of [plain(unit), unit.toLowerCase()]) if (!this.ofEntities.has(name)) this.ofEntities.set(name, table);
  }

  private addQuery(name: string, tables: OutlineQuery['tables']): void {
    if (!this.queries.has(name)) this.queries.set(name, tables);
    const last = name.slice(name.lastIndexOf('.') + 1);
    this.byLastPart.set(last, this.byLastPart.has(last) && this.byLastPart.get(last) !== name ? undefined : name);
  }

  private behind(use: OutlineTable): readonly { readonly table: string; readonly access: TableUse['access'] }[] {
    if (use.by === 'query') {
      const found = this.queries.get(use.table) ?? this.queries.get(this.byLastPart.get(use.table.slice(use.table.lastIndexOf('.') + 1)) ?? '');
      return (found ?? []).map(({ table, access }) => ({ table: this.named(table), access }));
    }
    if (use.by === 'model') {
      // A set of entities whose mapping says another name.
      if (use.access === 'owns') return this.owned.has(use.table) ? [use] : [];
      const mapped = this.ofEntities.get(use.table) ?? this.ofEntities.get(use.table.replaceAll('_', ''));
      return mapped !== undefined || this.names.has(use.table) ? [{ table: mapped ?? use.table, access: use.access }] : [];
    }
    return [{ table: use.by === 'sql' ? this.named(use.table) : use.table, access: use.access }];
  }

  /** A table by the name that a statement gives it, which may be that of an entity. */
  private named(name: string): string {
    return this.owned.has(name) ? name : (this.ofEntities.get(name) ?? name);
  }

  /** Uses of tables that the files and the mappers' documents tell. */
  uses(outlines: readonly Outline[], of: (outline: Outline, unit: string) => Known | undefined): readonly FoundUse[] {
    const found: FoundUse[] = [];
    for (const outline of outlines) {
      for (const use of outline.tables) {
        const known = of(outline, use.unit);
        if (known) for (const { table, access } of this.behind(use)) found.push({ known, method: use.method, table, access, at: { file: outline.file, line: use.line } });
      }
    }
    for (const mapper of this.mappers) {
      const known = this.interfaceOf(mapper.namespace);
      if (!known) continue;
      for (const query of mapper.queries) {
        for (const { table, access } of query.tables) found.push({ known, method: query.name, table: this.named(table), access, at: { file: mapper.file, line: query.line } });
      }
    }
    return found;
  }

  private interfaceOf(namespace: string): Known | undefined {
    return this.units.get(namespace.slice(namespace.lastIndexOf('.') + 1))?.find((known) => known.qualified === namespace);
  }
}
