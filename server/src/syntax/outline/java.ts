import type { Outline, OutlineMethod, OutlineSetting, OutlineUnit } from './outline.js';
import { BodyReader, type Surroundings } from './body.js';
import { DeclarationReader, headOfJava, javaDialect, namedArguments, textsOf, typeNames, type Declared, type Field, type Mark, type Method, type Part } from './java-declarations.js';
import { isTransactional, RouteReader, textOf } from './java-marks.js';
import { entityTables, MethodTables, namedQueries, TableReader } from './java-tables.js';
import { kind, saidBy, tokenize, type Tokens } from './tokens.js';
import { headOf } from './type-text.js';
import { UseCounter, type Path } from './uses.js';

/** Calls after which code runs in a transaction of its own. */
const beginsTransaction = /^(?:beginTransaction|setAutoCommit|executeWithoutResult)$/;
const transactionTypes = /(?:UserTransaction|EntityTransaction|TransactionTemplate|TransactionOperations|TransactionManager|Transaction)$/;

class JavaReader {
  private readonly tokens: Tokens;
  private readonly head: ReturnType<typeof headOfJava>;
  private readonly types: readonly Declared[];
  private readonly constants = new Map<string, string>();
  private readonly settings: OutlineSetting[] = [];

  constructor(private readonly file: string, text: string) {
    this.tokens = tokenize(text, javaDialect);
    this.head = headOfJava(this.tokens);
    const reader = new DeclarationReader(this.tokens);
    reader.read(this.head.next, this.tokens.count, undefined);
    this.types = reader.types;
    for (const type of this.types) for (const field of type.fields.values()) this.constant(field);
  }

  private constant({ name, type, initializer }: Field): void {
    if (!initializer || type !== 'String' || this.constants.has(name) || this.tokens.is(initializer.from, '{')) return;
    const text = textsOf(this.tokens, initializer, this.constants)[0];
    if (text !== undefined) this.constants.set(name, text);
  }

  read(): Outline {
    const parts = this.types.map((type) => this.unit(type));
    return {
      file: this.file, language: 'java', package: this.head.package, imports: this.head.imports, packagesImported: this.head.packages,
      units: parts.map(({ unit }) => unit),
      tables: parts.flatMap(({ tables }) => tables),
      settings: this.settings,
      queries: this.types.flatMap((type) => namedQueries(this.tokens, type, this.constants)),
    };
  }

  private unit(type: Declared): { readonly unit: OutlineUnit; readonly tables: Outline['tables'] } {
    const outermost = outermostOf(type);
    const tables = new TableReader(this.tokens, type, outermost, this.constants);
    const routes = new RouteReader(this.tokens, type, this.head.package, this.constants);
    const names = this.surroundings(type);
    for (const mark of type.marks) this.setting(mark, outermost);
    const methods = type.methods.map((method): OutlineMethod => {
      const code = this.method(method, names, tables, outermost);
      return {
        name: method.isConstructor ? '<init>' : method.name, line: method.line, isPublic: method.isPublic,
        parameters: method.parameters.map((parameter) => ({ name: parameter.name, type: parameter.type })),
        ...(method.result === undefined ? {} : { result: method.result }),
        uses: code.uses.uses(), inTransaction: code.begins || isTransactional(this.tokens, type, method), routes: routes.of(method),
      };
    });
    const unit: OutlineUnit = {
      name: type.name, ...(type.within ? { within: outermost } : {}), kind: type.kind, line: type.line, lines: type.lines,
      above: type.above, marks: type.marks.map((mark) => mark.name), methods, fields: this.fields(type, names, tables, outermost).uses(),
      holds: Object.fromEntries([...type.fields.values()].map((field) => [field.name, field.type])),
    };
    return { unit, tables: [...entityTables(this.tokens, type, this.constants, outermost), ...tables.tables] };
  }

  private method(method: Method, names: Surroundings, tables: TableReader, unit: string): { readonly uses: UseCounter; readonly begins: boolean } {
    tables.marks(method);
    for (const mark of [...method.marks, ...method.parameters.flatMap(({ marks }) => marks)]) this.setting(mark, unit);
    const types = [method.result, ...method.parameters.map((parameter) => parameter.type)];
    if (!method.body) return { uses: counted(types, method.line), begins: false };
    const found = this.code(method.body, method.isConstructor ? undefined : method.name, names, tables, unit, (body) => {
      for (const parameter of method.parameters) body.declare(parameter.name, parameter.type, method.line);
      if (method.result !== undefined) body.mention(method.result, method.line);
    });
    return { uses: found.body.uses, begins: found.begins };
  }

  /** Reads a body for what it calls, the tables it touches and the settings it reads. */
  private code(part: Part, method: string | undefined, names: Surroundings, tables: TableReader, unit: string, prepare: (body: BodyReader) => void): { readonly body: BodyReader; readonly begins: boolean } {
    const { tokens } = this;
    const statements = new MethodTables(tokens, tables, method, this.constants);
    let begins = false;
    const body = new BodyReader(tokens, {
      ...names,
      member: (name) => {
        if (this.constants.has(name)) statements.constant(name, tokens.line(part.from));
        return names.member(name);
      },
    }, {
      text: (at) => statements.text(at),
      call: (receiver, name, open, typeOf) => {
        statements.call(receiver, name, open, typeOf);
        begins ||= beginsTransaction.test(name) || ((name === 'begin' || name === 'execute' || name === 'getTransaction') && transactionTypes.test(receiver?.type ?? ''));
        if (/^(?:getProperty|getRequiredProperty|getenv|getString|resolvePlaceholders)$/.test(name) && /^(?:System|Environment|Config|\w*Properties|\w*Environment)$/.test(receiver?.type ?? '') && tokens.kind(open + 1) === kind.text) this.settings.push({ unit, key: saidBy(tokens.word(open + 1)) });
        if (name === 'lookup' && tokens.kind(open + 1) === kind.text) lookedUp(saidBy(tokens.word(open + 1)), body, tokens.line(open));
      },
    });
    prepare(body);
    body.read(part.from, part.to);
    statements.flush();
    return { body, begins };
  }

  private fields(type: Declared, names: Surroundings, tables: TableReader, unit: string): UseCounter {
    const counter = new UseCounter();
    const add = (part: Part): void => {
      for (const use of this.code(part, undefined, names, tables, unit, () => undefined).body.uses.uses()) counter.add({ type: use.type, through: use.through ?? [] }, use.calls, use.line);
    };
    for (const name of typeNames(type.above)) counter.add({ type: name, through: [] }, undefined, type.line);
    for (const field of type.fields.values()) {
      for (const name of typeNames([field.type])) counter.add({ type: name, through: [] }, undefined, field.line);
      for (const mark of field.marks) this.setting(mark, unit);
      if (field.initializer) add(field.initializer);
    }
    for (const part of type.code) add(part);
    return counter;
  }

  /** Keys of configuration that an annotation asks for. */
  private setting(mark: Mark, unit: string): void {
    if (mark.name === 'Value' || mark.name === 'ConditionalOnProperty' || mark.name === 'ConfigProperty') {
      const part = namedArguments(this.tokens, mark);
      const text = (part.get('value') ?? part.get('name')) && textOf(this.tokens, mark, this.constants, 'value', 'name');
      const key = text !== undefined && mark.name === 'Value' ? /\$\{([^:}]+)/.exec(text)?.[1] : text;
      if (key !== undefined && key !== '') this.settings.push({ unit, key });
    } else if (mark.name === 'ConfigurationProperties') {
      const prefix = textOf(this.tokens, mark, this.constants, 'prefix', 'value');
      if (prefix !== undefined) this.settings.push({ unit, key: `${prefix}.*` });
    }
  }

  private surroundings(type: Declared): Surroundings {
    const held = new Map<string, Path>();
    const methods = new Map<string, string>();
    for (let outer: Declared | undefined = type; outer; outer = outer.within) {
      for (const field of outer.fields.values()) if (!held.has(field.name)) held.set(field.name, { type: field.type, through: [] });
      if (outer !== type) for (const method of outer.methods) if (!methods.has(method.name)) methods.set(method.name, outer.name);
    }
    for (const method of type.methods) methods.delete(method.name);
    return {
      own: type.name,
      superclass: type.kind === 'class' ? type.above.map(headOf)[0] : undefined,
      member: (name) => held.get(name) ?? this.importedConstant(name),
      isType: (name) => Object.hasOwn(this.head.imports, name) || this.types.some((one) => one.name === name),
      // A type whose name begins small may come with a whole package.
      inherits: type.above.length > 0 || type.within !== undefined || this.head.packages.length > 0,
      owner: (method) => methods.get(method) ?? (type.methods.some(({ name }) => name === method) ? undefined : this.head.statics.get(method)),
    };
  }

  private importedConstant(name: string): Path | undefined {
    const owner = this.head.statics.get(name);
    return owner === undefined ? undefined : { type: owner, through: [name] };
  }
}

/** The interface that a name of JNDI ends with: `java:global/shop/CartBean!com.shop.Cart`. */
function lookedUp(name: string, body: BodyReader, line: number): void {
  const type = /!([\w.]+)$/.exec(name)?.[1];
  if (type !== undefined) body.mention(type, line);
}

function counted(types: readonly (string | undefined)[], line: number): UseCounter {
  const counter = new UseCounter();
  for (const name of typeNames(types)) counter.add({ type: name, through: [] }, undefined, line);
  return counter;
}

function outermostOf(type: Declared): string {
  return type.within ? outermostOf(type.within) : type.name;
}

/** The structure that one file of Java tells: its types, what they call, the tables they use and the routes that lead to them. */
export function outlineJava(file: string, text: string): Outline {
  return new JavaReader(file, text).read();
}
