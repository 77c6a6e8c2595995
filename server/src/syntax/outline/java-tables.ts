import type { OutlineQuery, OutlineTable } from './outline.js';
import { namedArguments, textsOf, type Declared, type Mark, type Method } from './java-declarations.js';
import { markOf, snakeCase, textOf, type Constants } from './java-marks.js';
import { beginsSql, continuesSql, tablesOf } from './sql.js';
import { kind, saidBy, type Tokens } from './tokens.js';
import { argumentsOf, headOf } from './type-text.js';
import type { Path } from './uses.js';

type Access = OutlineTable['access'];

/** Repositories that a framework implements, with the place of the entity among their arguments. */
const repositories = /^(?:\w*(?:Jpa|Crud|Mongo|PagingAndSorting|Reactive\w*|R2dbc|Elasticsearch|Cassandra|Neo4j|Page|Listing?Crud)\w*Repository(?:Implementation)?|Repository|JpaSpecificationExecutor|BaseMapper|EntityRepository|PanacheRepository(?:Base)?)$/;
const writing = /^(?:save|delete|remove|insert|update|persist|merge|add|create|set|put|store|modify|increase|decrease|bulk|batch|replace|truncate|clear|mark|reset|change|register|edit)/i;
/** Managers of entities of JPA and Hibernate. */
const managers = /(?:^|\.)(?:\w*EntityManager|\w*Session|\w*HibernateTemplate|\w*StatelessSession)$/;
const managed: Readonly<Record<string, Access>> = { find: 'read', getReference: 'read', get: 'read', load: 'read', byId: 'read', createCriteria: 'read', refresh: 'read', persist: 'write', merge: 'write', remove: 'write', save: 'write', saveOrUpdate: 'write', update: 'write', delete: 'write', insert: 'write' };

/** How a method of a repository uses its table, by its name. */
export function accessOf(method: string): 'read' | 'write' {
  return writing.test(method) ? 'write' : 'read';
}

/** Tables that a class says of itself: mapped entities and the tables between them. */
export function entityTables(tokens: Tokens, type: Declared, constants: Constants, unit: string): readonly OutlineTable[] {
  const found: OutlineTable[] = [];
  const add = (table: string | undefined, line: number): void => {
    if (table !== undefined && table !== '') found.push({ table: plainTable(table), access: 'owns', unit, by: 'entity', line });
  };
  const mapped = markOf(type.marks, /^(?:Table|TableName|Document)$/);
  const entity = markOf(type.marks, /^(?:Entity|Document|TableName)$/) ?? (mapped?.name === 'Table' ? mapped : undefined);
  if (entity) add((mapped && textOf(tokens, mapped, constants, 'name', 'value', 'collection')) ?? snakeCase(textOf(tokens, entity, constants, 'name') ?? type.name), type.line);
  for (const field of type.fields.values()) {
    const joining = markOf(field.marks, /^(?:JoinTable|CollectionTable)$/);
    if (joining) add(textOf(tokens, joining, constants, 'name'), field.line);
  }
  return found;
}

export function plainTable(name: string): string {
  return name.replace(/[`"[\]]/g, '').toLowerCase().replace(/^.*\./, '');
}

/** Named queries that an entity defines. */
export function namedQueries(tokens: Tokens, type: Declared, constants: Constants): readonly OutlineQuery[] {
  return type.marks.flatMap((mark) => (/^Named(?:Native)?Quer(?:y|ies)$/.test(mark.name) ? queriesIn(tokens, mark, constants) : []));
}

function queriesIn(tokens: Tokens, mark: Mark, constants: Constants): readonly OutlineQuery[] {
  const single = queryOf(tokens, mark, constants);
  if (single) return [single];
  const found: OutlineQuery[] = [];
  for (let at = mark.from; at < mark.to; at++) {
    if (!tokens.is(at, '@') || !tokens.is(at + 2, '(')) continue;
    const query = queryOf(tokens, { name: tokens.word(at + 1), from: at + 3, to: tokens.partner(at + 2) }, constants);
    if (query) found.push(query);
    at = tokens.partner(at + 2);
  }
  return found;
}

function queryOf(tokens: Tokens, mark: Mark, constants: Constants): OutlineQuery | undefined {
  const named = namedArguments(tokens, mark);
  const [name, query] = [named.get('name'), named.get('query')].map((part) => part && textsOf(tokens, part, constants)[0]);
  return name !== undefined && query !== undefined ? { name, tables: tablesOf(query), line: tokens.line(mark.from) } : undefined;
}

/** The entity that a type is a repository of. */
function repositoryOf(type: Declared): string | undefined {
  for (const above of type.above) {
    if (!repositories.test(headOf(above)) && !/^(?:ServiceImpl|IService)$/.test(headOf(above))) continue;
    const named = argumentsOf(above);
    const entity = headOf(above) === 'ServiceImpl' ? named[1] : named[0];
    if (entity !== undefined && /^[A-Z]\w+$/.test(entity)) return entity;
  }
  return undefined;
}

/** Collects what the code of one class says of tables. */
export class TableReader {
  readonly tables: OutlineTable[] = [];
  private readonly entity: string | undefined;

  constructor(private readonly tokens: Tokens, type: Declared, private readonly unit: string, private readonly constants: Constants) {
    this.entity = repositoryOf(type);
    if (this.entity !== undefined && (type.kind === 'interface' || type.above.some((above) => headOf(above) === 'ServiceImpl'))) for (const access of ['read', 'write'] as const) this.add(snakeCase(this.entity), access, 'model', undefined, type.line);
  }

  add(table: string, access: Access, by: OutlineTable['by'], method: string | undefined, line: number): void {
    if (!this.tables.some((known) => known.table === table && known.access === access && known.method === method && known.by === by)) {
      this.tables.push({ table, access, unit: this.unit, by, line, ...(method === undefined ? {} : { method }) });
    }
  }

  /** What the marks of a method say: `@Query`, statements of MyBatis, names of methods of a repository. */
  marks(method: Method): void {
    const marked = method.marks.filter(({ name }) => /^(?:Query|NativeQuery|Select|Insert|Update|Delete|SelectKey)$/.test(name));
    for (const mark of marked) {
      const texts = [...namedArguments(this.tokens, mark)].filter(([name]) => /^(?:value|query|statement|nativeQuery)$/.test(name)).flatMap(([, part]) => textsOf(this.tokens, part, this.constants));
      this.statement(texts.join(' ').replace(/<\/?(?:script|if|where|set|foreach|choose|when|otherwise|trim|bind)\b[^>]*>/g, ' '), method.name, method.line);
    }
    if (this.entity !== undefined && marked.length === 0 && !method.body) this.add(snakeCase(this.entity), accessOf(method.name), 'model', method.name, method.line);
  }

  statement(text: string, method: string | undefined, line: number): void {
    for (const { table, access } of tablesOf(text)) this.add(table, access, 'sql', method, line);
  }
}

/** Finds tables in the code of one method: in its texts, and in what it asks managers of entities for. */
export class MethodTables {
  private sql = '';
  private line = 0;
  /** Index behind the last text that was taken. */
  private behind = -1;

  constructor(private readonly tokens: Tokens, private readonly into: TableReader, private readonly method: string | undefined, private readonly constants: Constants) {}

  /** A text, together with those that are added to it in the same expression; what is put together by several statements goes on. */
  text(at: number): void {
    if (at < this.behind) return;
    const { tokens } = this;
    let text = saidBy(tokens.word(at));
    let next = at + 1;
    for (; tokens.is(next, '+'); next++) {
      if (tokens.kind(next + 1) === kind.text) text += saidBy(tokens.word(++next));
      else if (!tokens.isName(next + 1)) break;
      else {
        text += this.constants.get(tokens.word(next + 1)) ?? ' ? ';
        for (next++; !tokens.is(next + 1, '+') && (tokens.is(next + 1, '.') || tokens.is(next + 1, '(') || tokens.is(next, '.')); ) next = tokens.is(next + 1, '(') ? tokens.partner(next + 1) : next + 1;
      }
    }
    this.behind = next;
    this.piece(text, tokens.line(at));
  }

  private piece(text: string, line: number): void {
    if (beginsSql(text) && !(this.sql !== '' && /^\s*(?:select|from|with)/i.test(text) && /(?:\(|\bin|exists|union(?: all)?|into\s+\S+(?:\s*\([^)]*\))?)\s*$/i.test(this.sql)) && !(this.sql !== '' && /^\s*from\s/i.test(text))) {
      this.flush();
      this.sql = text;
      this.line = line;
    } else if (this.sql !== '' && continuesSql(text) && this.sql.length < 20_000) this.sql += ` ${text}`;
  }

  flush(): void {
    if (this.sql !== '') this.into.statement(this.sql, this.method, this.line);
    this.sql = '';
  }

  /** Adds what a constant says that the code names. */
  constant(name: string, line: number): void {
    const text = this.constants.get(name);
    if (text !== undefined) this.piece(text, line);
  }

  call(receiver: Path | undefined, name: string, open: number, typeOf: (at: number) => Path | undefined): void {
    const { tokens } = this;
    const line = tokens.line(open);
    const isText = tokens.kind(open + 1) === kind.text;
    if (isText && /^(?:create|get|set)?Named(?:Native)?Query$|^getNamedQuery$/i.test(name)) this.into.add(saidBy(tokens.word(open + 1)), 'read', 'query', this.method, line);
    // Statements of mappers by their name: `selectList("order.find", …)` of MyBatis, `list("orderDao.find", …)` of templates around it.
    else if (isText && /^(?:select|insert|update|delete|query|list)/.test(name) && /^[\w$.-]+$/.test(saidBy(tokens.word(open + 1)))) this.into.add(saidBy(tokens.word(open + 1)), writing.test(name) ? 'write' : 'read', 'query', this.method, line);
    const access = managed[name];
    if (!access || !receiver || !managers.test(receiver.type) && !managers.test(receiver.through.at(-1) ?? '') && !/(?:entityManager|session)\(?\)?$/i.test(receiver.through.at(-1) ?? '')) return;
    const entity = typeOf(open + 1);
    if (entity?.through.length === 0 && /^[A-Z]\w*$/.test(entity.type)) this.into.add(snakeCase(entity.type), access, 'model', this.method, line);
  }
}
