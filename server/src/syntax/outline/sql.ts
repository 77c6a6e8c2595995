/** A table that a statement reads or writes; the name in lower case, without schema and quotes. */
export interface SqlTable {
  readonly table: string;
  readonly access: 'read' | 'write';
}

const begin = /^[\s(]*(?:select|insert|update|delete|merge|with|replace|truncate|from|upsert)\s/i;
/** Parts of a statement that code puts together piece by piece. */
const goOn = /^[\s,()]*(?:from|(?:left|right|inner|outer|full|cross|natural)\b|join|where|and|or|set|values|into|order|group|having|on|union|using|select|as|limit)\b|^\s*[(,]/i;

/** Whether a text begins like a statement of SQL or of a language like it. */
export function beginsSql(text: string): boolean {
  return begin.test(text);
}

/** Whether a text may go on where another one left off. */
export function continuesSql(text: string): boolean {
  return goOn.test(text);
}

/** Words behind FROM that begin the next part of a statement, so that they name no table and no alias. */
const reserved = new Set(['where', 'set', 'values', 'value', 'select', 'order', 'group', 'having', 'limit', 'offset', 'fetch', 'union', 'intersect', 'except', 'minus', 'on', 'using', 'join', 'left', 'right', 'inner', 'outer', 'full', 'cross', 'natural', 'when', 'with', 'for', 'and', 'or', 'not', 'as', 'connect', 'start', 'returning', 'default', 'into', 'lateral', 'only', 'if', 'exists', 'by', 'window', 'straight_join', 'ignore', 'force', 'use', 'in', 'is', 'between', 'like', 'case', 'then', 'end', 'else', 'distinct', 'all', 'any', 'some', 'from', 'dual', 'unnest', 'table', 'partition', 'option', 'asc', 'desc', 'null', 'of', 'nowait', 'low_priority', 'delayed', 'quick', 'pivot', 'unpivot', 'sample', 'tablesample', 'apply', 'truncate', 'delete', 'update', 'insert', 'merge', 'read', 'fetch', 'treat', 'entry', 'key']);
/** Words of sentences that begin like a statement. */
const prose = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those', 'your', 'my', 'our', 'their', 'his', 'its', 'one', 'more', 'each', 'every', 'it', 'which', 'here', 'there', 'to', 'at', 'disk', 'me', 'you', 'us', 'them', 'scratch', 'stdin', 'other', 'another', 'left', 'server', 'within', 'among', 'previous', 'sysdummy1', 'information_schema', 'deleted', 'inserted']);

/** A statement as words and marks: names with their schema, commas and parentheses. */
function wordsOf(statement: string): readonly string[] {
  const plain = statement
    .replace(/--[^\n]*|\/\*[^*]*\*\//g, ' ')
    .replace(/'[^']*'/g, ' 0 ')
    .replace(/[$#{]\{[^{}]*\}\.?|\{[\w-]+\}\.?|%s\.?|\?\./g, (found) => (found.endsWith('.') ? '' : ' 0 '))
    .replace(/[`"[\]]/g, '');
  return plain.match(/[A-Za-z_\u0080-\uffff][\w$#.\u0080-\uffff]*|[(),;=?:0*]/g) ?? [];
}

class Reader {
  private readonly found = new Map<string, SqlTable>();
  /** Names that stand for tables in this statement only: aliases and parts that WITH defines. */
  private readonly local = new Set<string>();

  constructor(private readonly words: readonly string[]) {
    for (let at = 1; at + 1 < words.length; at++) {
      if (this.lower(at) === 'as' && words[at + 1] === '(' && this.isWith(at)) this.local.add(this.lower(at - 1));
    }
  }

  private lower(at: number): string {
    return (this.words[at] ?? '').toLowerCase();
  }

  private isWith(at: number): boolean {
    const before = this.lower(at - 2);
    return before === 'with' || before === 'recursive' || before === ',' || this.words[at - 1] === ')';
  }

  private add(at: number, access: 'read' | 'write'): boolean {
    const written = this.words[at] ?? '';
    const parts = written.toLowerCase().split('.').filter((part) => part !== '');
    const table = parts.at(-1) ?? '';
    if (!/^[a-z_\u0080-\uffff]/.test(table) || (reserved.has(table) && !this.isNamedLikeClause(table, at)) || prose.has(table) || this.words[at + 1] === '(' && access === 'read') return false;
    if (parts.length > 1 && (this.local.has(parts[0] ?? '') || parts.includes('information_schema'))) return false;
    if (!this.local.has(table) || access === 'write') {
      const known = this.found.get(table);
      if (!known || (known.access === 'read' && access === 'write')) this.found.set(table, { table, access });
    }
    return true;
  }

  /** Entities are called `Order` and `Group` often enough. */
  private isNamedLikeClause(table: string, at: number): boolean {
    return /^(?:order|group|option|value|key)$/.test(table) && this.lower(at + 1) !== 'by' && /^[A-Z]/.test(this.words[at] ?? '') && !/^[A-Z]+$/.test(this.words[at] ?? '');
  }

  /** Reads a table and its alias; returns the place behind both. */
  private named(at: number, access: 'read' | 'write'): number {
    if (!this.add(at, access)) return at;
    let next = at + 1;
    if (this.lower(next) === 'as') next++;
    const alias = this.lower(next);
    if (/^[a-z_]/.test(alias) && !reserved.has(alias)) {
      this.local.add(alias);
      next++;
    }
    return next;
  }

  private list(at: number): void {
    for (let next = this.named(at, 'read'); this.words[next] === ',' && next !== at; ) {
      const after = this.named(next + 1, 'read');
      if (after === next + 1) return;
      next = after;
    }
  }

  /** Whether FROM belongs to a function, as in `extract(year from born)`. */
  private isInFunction(at: number): boolean {
    return ['extract', 'trim', 'substring', 'overlay'].some((name) => [2, 3, 4].some((back) => this.lower(at - back) === name && this.words[at - back + 1] === '('));
  }

  private isUpdate(at: number): boolean {
    if (['for', 'on', 'key'].includes(this.lower(at - 1))) return false;
    return [2, 3, 4].some((ahead) => this.lower(at + ahead) === 'set');
  }

  read(): readonly SqlTable[] {
    for (let at = 0; at < this.words.length; at++) {
      const word = this.lower(at);
      if (word === 'from' && this.lower(at - 1) === 'delete') this.named(at + 1, 'write');
      else if (word === 'from' && !this.isInFunction(at)) this.list(at + 1);
      else if (word === 'join') this.named(this.lower(at + 1) === 'fetch' ? at + 2 : at + 1, 'read');
      else if (word === 'into' && /^(?:insert|merge|replace|upsert|ignore)$/.test(this.lower(at - 1))) this.named(at + 1, 'write');
      else if (word === 'update' && this.isUpdate(at)) this.named(at + 1, 'write');
      else if (word === 'delete' && this.lower(at + 1) !== 'from' && at === 0) this.named(at + 1, 'write');
      else if (word === 'using' && this.words.some((_, begin) => this.lower(begin) === 'merge')) this.named(at + 1, 'read');
      else if (word === 'truncate') this.named(this.lower(at + 1) === 'table' ? at + 2 : at + 1, 'write');
    }
    return [...this.found.values()].sort((a, b) => (a.table < b.table ? -1 : 1));
  }
}

/** A statement whose parts are further away than this is no statement that a person wrote. */
const longest = 20_000;

/** Tables of one statement of SQL, JPQL or HQL; nothing where the text does not read like one. */
export function tablesOf(statement: string): readonly SqlTable[] {
  if (!beginsSql(statement)) return [];
  return new Reader(wordsOf(statement.slice(0, longest))).read();
}
