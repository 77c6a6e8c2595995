import { BodyReader, type Surroundings } from './body.js';
import { CsharpReader, csharpDialect } from './csharp-declarations.js';
import { CsharpRoutes, mappedRoute } from './csharp-routes.js';
import { textsOf, typeNames, type Declared, type Method, type Part } from './java-declarations.js';
import { markOf, textOf } from './java-marks.js';
import { accessOf, MethodTables, plainTable, TableReader } from './java-tables.js';
import type { Outline, OutlineMethod, OutlineRoute, OutlineSetting, OutlineTable, OutlineUnit } from './outline.js';
import { kind, saidBy, tokenize, type Tokens } from './tokens.js';
import { argumentsOf, headOf } from './type-text.js';
import { UseCounter, type Path } from './uses.js';
import { basename } from '../../base/paths.js';

/** Calls that end or begin a unit of work. */
const transactional = /^(?:SaveChanges(?:Async)?|SaveEntitiesAsync|BeginTransaction(?:Async)?|SubmitChanges|CommitAsync|Commit|CompleteAsync)$/;
const contexts = /(?:Context|DbContext)$/;
const readsSetting = /^(?:GetValue|GetConnectionString|GetSection|GetRequiredSection|GetEnvironmentVariable|GetSetting)$/;
/** Types that say which table an entity is kept in. */
const configurations = /^(?:IEntityTypeConfiguration|EntityTypeConfiguration|EntityTypeBuilder|ClassMap)$/;

interface Code {
  readonly uses: UseCounter;
  readonly inTransaction: boolean;
  readonly routes: readonly OutlineRoute[];
}

class CsharpOutline {
  private readonly tokens: Tokens;
  private readonly reader: CsharpReader;
  private readonly constants = new Map<string, string>();
  private readonly settings: OutlineSetting[] = [];

  constructor(private readonly file: string, text: string) {
    this.tokens = tokenize(text, csharpDialect);
    this.reader = new CsharpReader(this.tokens);
    this.reader.read(0, this.tokens.count, undefined);
    for (const type of this.reader.types) {
      for (const { name, type: held, initializer } of type.fields.values()) {
        const value = initializer && held === 'string' ? textsOf(this.tokens, initializer, this.constants)[0] : undefined;
        if (value !== undefined) this.constants.set(name, value);
      }
    }
  }

  read(): Outline {
    const parts = [...this.reader.types.map((type) => this.unit(type)), ...this.program()];
    return {
      file: this.file, language: 'csharp', package: this.reader.namespace, imports: this.reader.aliases, packagesImported: this.reader.usings,
      units: parts.map(({ unit }) => unit), tables: parts.flatMap(({ tables }) => tables), settings: this.settings, queries: [],
    };
  }

  /** Statements outside of types are the start of a program, with routes of their own. */
  private program(): readonly { readonly unit: OutlineUnit; readonly tables: readonly OutlineTable[] }[] {
    const first = this.reader.statements[0];
    const last = this.reader.statements.at(-1);
    if (!first || !last || this.reader.types.some((type) => !type.within)) return [];
    const name = basename(this.file).replace(/\.cs$/, '');
    const type: Declared = {
      name, within: undefined, kind: 'class', line: 1, lines: this.tokens.linesBetween(first.from, last.to), above: [], marks: [], fields: new Map(), code: [],
      methods: [{ name: 'Main', line: 1, isPublic: false, isConstructor: false, marks: [], parameters: [], result: undefined, body: { from: first.from, to: last.to } }],
    };
    return [this.unit(type)];
  }

  private unit(type: Declared): { readonly unit: OutlineUnit; readonly tables: readonly OutlineTable[] } {
    const outermost = outermostOf(type);
    const tables = new TableReader(this.tokens, type, outermost, this.constants);
    const routes = new CsharpRoutes(this.tokens, type, this.file, this.constants);
    const names = this.surroundings(type);
    const methods = type.methods.map((method): OutlineMethod => {
      const code = this.method(method, names, tables, outermost);
      return {
        name: method.isConstructor ? '<init>' : method.name, line: method.line, isPublic: method.isPublic,
        parameters: method.parameters.map((parameter) => ({ name: parameter.name, type: parameter.type })),
        ...(method.result === undefined ? {} : { result: method.result }),
        uses: code.uses.uses(), inTransaction: code.inTransaction, routes: [...routes.of(method), ...code.routes],
      };
    });
    const unit: OutlineUnit = {
      name: type.name, ...(type.within ? { within: outermost } : {}), kind: type.kind, line: type.line, lines: type.lines, above: type.above,
      marks: type.marks.map((mark) => mark.name), methods, fields: this.fields(type, names, tables, outermost).uses(),
      holds: Object.fromEntries([...type.fields.values()].map((field) => [field.name, field.type])),
    };
    return { unit, tables: [...this.mapped(type, outermost), ...tables.tables] };
  }

  /** Tables of entities: `[Table]`, `ToTable` in what configures one, and sets of a context. */
  private mapped(type: Declared, unit: string): readonly OutlineTable[] {
    const { tokens } = this;
    const found: OutlineTable[] = [];
    const table = markOf(type.marks, /^Table$/);
    const named = table && textOf(tokens, table, this.constants, 'value', 'Name');
    if (named !== undefined) found.push({ table: plainTable(named), access: 'owns', unit, by: 'entity', line: type.line });
    for (const { entity, part, line } of configured(type)) {
      for (let at = part.from; at < part.to; at++) {
        if (tokens.word(at) !== 'ToTable' || tokens.kind(at + 2) !== kind.text) continue;
        found.push({ table: plainTable(saidBy(tokens.word(at + 2))), access: 'owns', unit: entity, by: 'entity', line: line === 0 ? tokens.line(at) : line });
      }
    }
    for (const field of type.fields.values()) {
      const entity = /^(?:I?DbSet|Table|ITable)$/.test(headOf(field.type)) ? argumentsOf(field.type)[0] : undefined;
      if (entity !== undefined) found.push({ table: field.name.toLowerCase(), access: 'owns', unit: headOf(entity), by: 'model', line: field.line });
    }
    return found;
  }

  private method(method: Method, names: Surroundings, tables: TableReader, unit: string): Code {
    const types = [method.result, ...method.parameters.map((parameter) => parameter.type)];
    if (!method.body) {
      const uses = new UseCounter();
      for (const name of typeNames(types)) uses.add({ type: name, through: [] }, undefined, method.line);
      return { uses, inTransaction: false, routes: [] };
    }
    return this.code(method.body, method.isConstructor ? undefined : method.name, names, tables, unit, (body) => {
      for (const parameter of method.parameters) body.declare(parameter.name, parameter.type, method.line);
      if (method.result !== undefined) body.mention(method.result, method.line);
    });
  }

  private code(part: Part, method: string | undefined, names: Surroundings, tables: TableReader, unit: string, prepare: (body: BodyReader) => void): Code {
    const { tokens } = this;
    const statements = new MethodTables(tokens, tables, method, this.constants);
    const routes: OutlineRoute[] = [];
    let inTransaction = false;
    const setting = (at: number): void => {
      if (tokens.kind(at) === kind.text) this.settings.push({ unit, key: saidBy(tokens.word(at)) });
    };
    const member = (name: string): Path | undefined => {
      if (this.constants.has(name)) statements.constant(name, tokens.line(part.from));
      return names.member(name);
    };
    const body = new BodyReader(tokens, { ...names, member }, {
      text: (at) => {
        statements.text(at);
        if (tokens.is(at - 1, '[') && /onfig|AppSettings|ConnectionStrings/.test(tokens.word(at - 2))) setting(at);
      },
      call: (receiver, name, open, typeOf) => {
        inTransaction ||= transactional.test(name);
        if (readsSetting.test(name)) setting(open + 1);
        const route = mappedRoute(tokens, name, open);
        if (route) routes.push(route);
        const entity = contexts.test(receiver?.type ?? '') && receiver?.through.length === 0 ? typeOf(open + 1) : undefined;
        if (entity?.through.length === 0 && /^(?:Add|Update|Remove|Attach|Entry)/.test(name)) tables.add(headOf(entity.type).replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase(), name === 'Entry' ? 'write' : accessOf(name), 'model', method, tokens.line(open));
      },
    }, '=>');
    prepare(body);
    body.read(part.from, part.to);
    statements.flush();
    inTransaction ||= body.uses.uses().some((use) => use.type === 'TransactionScope');
    return { uses: body.uses, inTransaction, routes };
  }

  private fields(type: Declared, names: Surroundings, tables: TableReader, unit: string): UseCounter {
    const counter = new UseCounter();
    const types = [...type.above.map((above) => ({ above, line: type.line })), ...[...type.fields.values()].map((field) => ({ above: field.type, line: field.line }))];
    for (const { above, line } of types) for (const name of typeNames([above])) counter.add({ type: name, through: [] }, undefined, line);
    const parts = [...[...type.fields.values()].flatMap((field) => field.initializer ?? []), ...type.code];
    for (const part of parts) for (const use of this.code(part, undefined, names, tables, unit, () => undefined).uses.uses()) counter.add({ type: use.type, through: use.through ?? [] }, use.calls, use.line);
    return counter;
  }

  private surroundings(type: Declared): Surroundings {
    const held = new Map<string, Path>();
    for (let outer: Declared | undefined = type; outer; outer = outer.within) {
      for (const field of outer.fields.values()) if (!held.has(field.name)) held.set(field.name, { type: field.type, through: [] });
    }
    return {
      own: type.name, isType: (name) => Object.hasOwn(this.reader.aliases, name), inherits: type.above.length > 0, superclass: type.above.map(headOf).find((name) => !/^I[A-Z]/.test(name)),
      member: (name) => held.get(name), owner: () => undefined,
    };
  }
}

/** Code that configures an entity: methods of a configuration of one, and those that are handed its builder. */
function configured(type: Declared): readonly { readonly entity: string; readonly part: Part; readonly line: number }[] {
  const ofType = type.above.filter((above) => configurations.test(headOf(above))).map((above) => argumentsOf(above)[0])[0];
  return type.methods.flatMap((method) => {
    const builder = method.parameters.find((parameter) => configurations.test(headOf(parameter.type)));
    const entity = (builder && argumentsOf(builder.type)[0]) ?? ofType;
    return entity !== undefined && method.body ? [{ entity, part: method.body, line: 0 }] : [];
  });
}

function outermostOf(type: Declared): string {
  return type.within ? outermostOf(type.within) : type.name;
}

/** The structure that one file of C# tells: its types, what they call, the tables of Entity Framework and of SQL, and the routes of ASP.NET. */
export function outlineCsharp(file: string, text: string): Outline {
  return new CsharpOutline(file, text).read();
}

