import { basename, dirname, join } from '../../base/paths.js';
import { find, listed, textsOf, type Part } from './java-declarations.js';
import { joinedPath } from './java-marks.js';
import type { Outline, OutlineMethod, OutlineQuery, OutlineRoute, OutlineRouted, OutlineSetting, OutlineTable, OutlineUnit, OutlineUse } from './outline.js';
import { isCapital, ScriptBody, type ScriptNames } from './script-body.js';
import { tablesOf } from './sql.js';
import { kind, longTextEnd, quotedEnd, saidBy, tokenize, type Dialect, type Tokens } from './tokens.js';
import { UseCounter, type Path } from './uses.js';

const dialect: Dialect = {
  lineComment: '#', blockComments: false, templates: false,
  textEnd(text, start) {
    const code = text.charCodeAt(start);
    if (code !== 34 && code !== 39) return -1;
    const quote = text[start] ?? '';
    return text.startsWith(quote.repeat(3), start) ? longTextEnd(text, start) : quotedEnd(text, start);
  },
};

const keywords = new Set(['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield', 'print', 'len', 'str', 'int', 'isinstance']);
const verbs = /^(?:get|post|put|delete|patch)$/;
/** Functions that load a class by the names of its module and its own. */
const loaders = /^(?:get_model|get_class(?:es)?|import_string|load_class)$/;
const noConstants: ReadonlyMap<string, string> = new Map();

interface OpenMethod {
  readonly name: string;
  readonly line: number;
  readonly parameters: { readonly name: string; readonly type: string }[];
  readonly result: string | undefined;
  readonly body: ScriptBody;
  readonly routes: OutlineRoute[];
  inTransaction: boolean;
}

interface OpenUnit {
  readonly name: string;
  readonly kind: 'class' | 'module';
  readonly line: number;
  readonly above: readonly string[];
  readonly marks: string[];
  readonly methods: OpenMethod[];
  readonly holds: Map<string, string>;
  readonly fields: ScriptBody;
  lines: number;
  table: string | undefined;
  isAbstract: boolean;
}

interface Scope {
  readonly indent: number;
  readonly unit: OpenUnit;
  readonly method: OpenMethod | undefined;
  /** A class inside of a class that says how it is stored. */
  readonly isMeta: boolean;
}

class PythonReader {
  private readonly tokens: Tokens;
  private readonly imports: Record<string, string> = {};
  private readonly packages: string[] = [];
  private readonly classes = new Set<string>();
  private readonly functions = new Set<string>();
  private readonly module: OpenUnit;
  private readonly units: OpenUnit[] = [];
  private readonly tables: OutlineTable[] = [];
  private readonly settings: OutlineSetting[] = [];
  private readonly routed: OutlineRouted[] = [];
  /** Beginnings of paths by the router that adds them. */
  private readonly prefixes = new Map<string, string>();
  private readonly moduleName: string;
  private marks: Part[] = [];
  private scope: Scope;

  constructor(private readonly file: string, text: string) {
    this.tokens = tokenize(text, dialect);
    const name = basename(file).replace(/\.py$/, '');
    this.moduleName = name === '__init__' ? basename(dirname(file)) : name;
    this.module = this.open(this.moduleName, 'module', 1, []);
    this.scope = { indent: -1, unit: this.module, method: undefined, isMeta: false };
    const { tokens } = this;
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.word(at) === 'class' && tokens.isName(at + 1)) this.classes.add(tokens.word(at + 1));
      if (tokens.word(at) === 'def' && this.indentOf(at) === 0) this.functions.add(tokens.word(at + 1));
      if (tokens.word(at) === 'async' && tokens.word(at + 1) === 'def' && this.indentOf(at) === 0) this.functions.add(tokens.word(at + 2));
    }
  }

  private open(name: string, what: 'class' | 'module', line: number, above: readonly string[]): OpenUnit {
    const unit: OpenUnit = { name, kind: what, line, above, marks: [], methods: [], holds: new Map(), lines: 0, table: undefined, isAbstract: false, fields: undefined as unknown as ScriptBody };
    return Object.assign(unit, { fields: this.body(unit, undefined) });
  }

  read(): Outline {
    const stack: Scope[] = [this.scope];
    for (let at = 0; at < this.tokens.count; ) {
      const end = this.lineEnd(at);
      const indent = this.indentOf(at);
      while (stack.length > 1 && indent <= (stack.at(-1)?.indent ?? 0)) stack.pop();
      this.scope = stack.at(-1) ?? this.scope;
      const opened = this.line(at, end, indent);
      if (opened) stack.push(opened);
      at = end;
    }
    return this.outline();
  }

  private indentOf(at: number): number {
    const start = this.tokens.start(at);
    return start - this.tokens.text.lastIndexOf('\n', start - 1) - 1;
  }

  /** Index behind the statement that begins at a token: the first of another line outside of brackets. */
  private lineEnd(from: number): number {
    const { tokens } = this;
    let line = tokens.line(from);
    for (let at = from; at < tokens.count; at++) {
      if (at > from && tokens.line(at) !== line && !tokens.is(at - 1, '\\')) return at;
      line = tokens.line(at);
      if (tokens.is(at, '(') || tokens.is(at, '[') || tokens.is(at, '{')) {
        at = Math.min(tokens.partner(at), tokens.count - 1);
        line = tokens.line(at);
      } else if (tokens.kind(at) === kind.text) line += breaks(tokens.text, tokens.start(at), tokens.end(at));
    }
    return tokens.count;
  }

  private line(from: number, to: number, indent: number): Scope | undefined {
    const { tokens, scope } = this;
    const word = tokens.word(from);
    if (scope.unit.kind === 'class') scope.unit.lines += tokens.linesBetween(from, to);
    else this.module.lines += tokens.linesBetween(from, to);
    if (tokens.is(from, '@')) {
      this.marks.push({ from: from + 1, to });
      return undefined;
    }
    if (word === 'import' || (word === 'from' && tokens.word(from + 1) !== '')) return void this.import(from, to);
    if (word === 'class' && tokens.isName(from + 1)) return this.class(from, to, indent);
    const def = word === 'async' ? from + 1 : from;
    if (tokens.word(def) === 'def' && tokens.isName(def + 1)) return this.function(def, to, indent);
    this.marks = [];
    this.statement(from, to);
    return undefined;
  }

  private import(from: number, to: number): void {
    const { tokens } = this;
    const isFrom = tokens.word(from) === 'from';
    let at = from + 1;
    let path = '';
    while (at < to && tokens.word(at) !== 'import' && (isFrom || tokens.isName(at) || tokens.is(at, '.')) && tokens.word(at) !== 'as') path += tokens.word(at++);
    if (!isFrom) {
      const alias = tokens.word(at) === 'as' ? tokens.word(at + 1) : path;
      this.imports[alias] = this.path(path);
      return;
    }
    const names = tokens.is(at + 1, '(') ? { from: at + 2, to: tokens.partner(at + 1) } : { from: at + 1, to };
    const module = this.path(path);
    for (const part of listed(tokens, names)) {
      if (tokens.is(part.from, '*')) this.packages.push(module);
      else if (tokens.isName(part.from)) this.imports[tokens.word(tokens.word(part.from + 1) === 'as' ? part.from + 2 : part.from)] = `${module}#${tokens.word(part.from)}`;
    }
  }

  /** Path of a module; dots at its beginning lead up from the file. */
  private path(written: string): string {
    const dots = /^\.*/.exec(written)?.[0].length ?? 0;
    const rest = written.slice(dots).replaceAll('.', '/');
    if (dots === 0) return rest;
    let dir = dirname(this.file);
    for (let up = 1; up < dots; up++) dir = dirname(dir);
    return join(dir, rest) ?? rest;
  }

  private class(from: number, to: number, indent: number): Scope {
    const { tokens, scope } = this;
    const name = tokens.word(from + 1);
    const above = tokens.is(from + 2, '(') ? listed(tokens, { from: from + 3, to: tokens.partner(from + 2) }).filter((part) => !tokens.is(part.from + 1, '=')).map((part) => this.typeText(part)) : [];
    if (scope.unit.kind === 'class' || scope.method) {
      this.marks = [];
      return { indent, unit: scope.unit, method: scope.method, isMeta: name === 'Meta' };
    }
    const unit = this.open(name, 'class', tokens.line(from), above.filter((one) => one !== '' && one !== 'object'));
    unit.marks.push(...this.marks.map((mark) => tokens.word(mark.from)));
    for (const one of unit.above) unit.fields.uses.add({ type: one, through: [] }, undefined, unit.line);
    unit.lines = tokens.linesBetween(from, to);
    this.marks = [];
    this.units.push(unit);
    return { indent, unit, method: undefined, isMeta: false };
  }

  private function(def: number, to: number, indent: number): Scope {
    const { tokens, scope } = this;
    const marks = this.marks;
    this.marks = [];
    if (scope.method) return { ...scope, indent };
    const close = tokens.is(def + 2, '(') ? Math.min(tokens.partner(def + 2), to) : def + 2;
    const returns = tokens.isPair(close + 1, '->') ? this.typeText({ from: close + 3, to: find(tokens, close + 3, to, ':') }) : undefined;
    const method: OpenMethod = { name: tokens.word(def + 1), line: tokens.line(def), parameters: [], result: returns, body: undefined as unknown as ScriptBody, routes: [], inTransaction: false };
    Object.assign(method, { body: this.body(scope.unit, method) });
    for (const part of listed(tokens, { from: def + 3, to: close })) this.parameter(part, scope.unit, method);
    if (returns !== undefined && this.means(returns)) method.body.uses.add({ type: returns, through: [] }, undefined, method.line);
    scope.unit.methods.push(method);
    const inner: Scope = { indent, unit: scope.unit, method, isMeta: false };
    for (const mark of marks) this.mark(mark, inner);
    // A body on the same line.
    const colon = find(tokens, close + 1, to, ':');
    if (colon + 1 < to) {
      this.scope = inner;
      this.statement(colon + 1, to);
    }
    return inner;
  }

  private parameter(part: Part, unit: OpenUnit, method: OpenMethod): void {
    const { tokens } = this;
    const name = tokens.word(part.from);
    if (!tokens.isName(part.from) || (unit.kind === 'class' && /^(?:self|cls)$/.test(name))) return;
    const type = tokens.is(part.from + 1, ':') ? this.typeText({ from: part.from + 2, to: find(tokens, part.from + 2, part.to, '=') }) : '';
    method.parameters.push({ name, type });
    method.body.locals.set(name, type !== '' && this.means(type) ? { type, through: [] } : undefined);
    if (type !== '' && this.means(type)) method.body.uses.add({ type, through: [] }, undefined, method.line);
    // Dependencies of FastAPI and default values.
    method.body.read(find(tokens, part.from, part.to, '='), part.to);
  }

  /** The type that an annotation or a base names, seen through `Optional[…]`, quotes and subscripts. */
  private typeText({ from, to }: Part): string {
    const { tokens } = this;
    if (tokens.kind(from) === kind.text) return saidBy(tokens.word(from)).replace(/^.*\./, '');
    if (/^(?:Optional|Annotated|Type|ClassVar|Final)$/.test(tokens.word(from)) && tokens.is(from + 1, '[')) return this.typeText({ from: from + 2, to: find(tokens, from + 2, to, ',') });
    let at = from;
    while (at < to && (tokens.isName(at) || tokens.is(at, '.'))) at++;
    return at - from > 8 ? '' : tokens.text.slice(tokens.start(from), at > from ? tokens.end(at - 1) : tokens.start(from)).replace(/\s+/g, '');
  }

  private means(name: string): boolean {
    const first = name.split('.')[0] ?? '';
    return this.classes.has(first) || Object.hasOwn(this.imports, first);
  }

  private names(unit: OpenUnit, method: OpenMethod | undefined): ScriptNames {
    const path = (name: string): Path | undefined => (this.means(name) ? { type: name, through: [] } : undefined);
    return {
      callsClasses: true, self: new Set(['self', 'cls']), keywords, own: unit.kind === 'class' ? unit.name : undefined, superclass: unit.above[0],
      member: (name) => {
        const type = unit.holds.get(name);
        return type === undefined || method === undefined ? undefined : { type, through: [] };
      },
      name: (name) => path(name) ?? this.variable(name),
      called: (name) => {
        if (this.functions.has(name) && !Object.hasOwn(this.imports, name)) return { path: { type: this.moduleName, through: [] }, name };
        const found = path(name);
        return found && { path: found, name: Object.hasOwn(this.imports, name) ? (this.imports[name]?.split('#')[1] ?? name) : name };
      },
    };
  }

  private variable(name: string): Path | undefined {
    const type = this.module.holds.get(name);
    return type === undefined ? undefined : { type, through: [] };
  }

  private body(unit: OpenUnit, method: OpenMethod | undefined): ScriptBody {
    const { tokens } = this;
    let sql = -1;
    return new ScriptBody(tokens, this.names(unit, method), {
      text: (at) => {
        if (at < sql) return;
        let text = saidBy(tokens.word(at));
        // Texts beside each other are one.
        for (sql = at + 1; tokens.kind(sql) === kind.text || (tokens.word(sql) === 'f' && tokens.kind(sql + 1) === kind.text) || (tokens.is(sql, '+') && tokens.kind(sql + 1) === kind.text); sql++) if (tokens.kind(sql) === kind.text) text += saidBy(tokens.word(sql));
        if (!/^\s*from\b/i.test(text)) for (const { table, access } of tablesOf(text)) this.table(unit, method, table, access, 'sql', tokens.line(at));
        if (tokens.is(at - 1, '[') && /^(?:environ|config)$/.test(tokens.word(at - 2))) this.setting(unit, at);
      },
      call: (_, name, open) => this.call(unit, method, name, open),
    });
  }

  private setting(unit: OpenUnit, at: number): void {
    const { tokens } = this;
    if (tokens.kind(at) === kind.text) this.settings.push({ unit: unit.name, key: saidBy(tokens.word(at)) });
  }

  private table(unit: OpenUnit, method: OpenMethod | undefined, table: string, access: OutlineTable['access'], by: OutlineTable['by'], line: number): void {
    if (this.tables.some((known) => known.table === table && known.access === access && known.unit === unit.name && known.method === method?.name)) return;
    this.tables.push({ table, access, by, unit: unit.name, line, ...(method ? { method: method.name } : {}) });
  }

  private call(unit: OpenUnit, method: OpenMethod | undefined, name: string, open: number): void {
    const { tokens } = this;
    const before = tokens.word(open - 3);
    if ((name === 'get' && before === 'environ') || /^(?:getenv|env|config)$/.test(name)) this.setting(unit, open + 1);
    if (method && (name === 'atomic' || name === 'commit' || (name === 'begin' && /session|engine/.test(before)))) method.inTransaction = true;
    // `session.query(Book)`, `select(Book)` and `get_object_or_404(Book, …)` name whose rows they want.
    if (/^(?:query|select|get_object_or_404|get_list_or_404|insert|update|delete|scalars)$/.test(name) && tokens.isName(open + 1) && this.means(tokens.word(open + 1))) {
      (method?.body ?? unit.fields).uses.add({ type: tokens.word(open + 1), through: ['query'] }, name, tokens.line(open));
    }
    if (/^(?:ForeignKey|OneToOneField|ManyToManyField|relationship)$/.test(name) && tokens.kind(open + 1) === kind.text) this.related(saidBy(tokens.word(open + 1)), unit, tokens.line(open));
    if (/^(?:path|re_path|url|register|add_url_rule|add_api_route)$/.test(name) && tokens.kind(tokens.word(open + 1) === 'r' ? open + 2 : open + 1) === kind.text) this.route(unit, open);
  }

  /** A relation by the name of its model: `"basket.Line"`. */
  private related(name: string, unit: OpenUnit, line: number): void {
    const [app, model] = name.includes('.') ? [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)] : ['', name];
    if (!isCapital(model)) return;
    if (!this.means(model) && app !== '') this.imports[model] = `~${app.replaceAll('.', '/')}/models#${model}`;
    if (this.means(model)) unit.fields.uses.add({ type: model, through: [] }, undefined, line);
  }

  /** `path("loans/", views.loans)` of Django, and `register("books", BookViewSet)` of its routers. */
  private route(unit: OpenUnit, open: number): void {
    const { tokens } = this;
    const [first, second] = listed(tokens, { from: open + 1, to: tokens.partner(open) });
    if (!first || !second) return;
    const path = joinedPath('', saidBy(tokens.word(first.to - 1)).replace(/^\^|\$$/g, '').replace(/\(\?P<(\w+)>[^)]*\)/g, '{$1}').replace(/<(?:\w+:)?(\w+)>/g, '{$1}'));
    const to = this.view(second, unit);
    if (to) this.routed.push({ verb: to.type.startsWith('~') ? 'USE' : 'ANY', path, line: tokens.line(open), to });
  }

  /** What a route leads to, seen through what wraps it. */
  private view({ from, to }: Part, unit: OpenUnit): OutlineUse | undefined {
    const { tokens } = this;
    const line = tokens.line(from);
    const names: string[] = [tokens.word(from)];
    let at = from;
    while (tokens.is(at + 1, '.') && tokens.isName(at + 2) && at + 2 < to) {
      at += 2;
      names.push(tokens.word(at));
    }
    const [first = '', ...rest] = names;
    if (!tokens.isName(from)) return undefined;
    if (tokens.is(at + 1, '(') && names.at(-1) !== 'as_view') {
      const inner = listed(tokens, { from: at + 2, to: tokens.partner(at + 1) })[0];
      if (!inner) return undefined;
      if (first === 'include') return tokens.kind(inner.from) === kind.text ? { type: `~${saidBy(tokens.word(inner.from)).replaceAll('.', '/')}`, times: 1, line } : undefined;
      return this.view(inner, unit);
    }
    const members = rest.filter((name) => name !== 'as_view');
    if (first === 'self') {
      const type = unit.holds.get(members[0] ?? '');
      return type === undefined ? undefined : { type, times: 1, line };
    }
    if (!this.means(first)) return this.functions.has(first) ? { type: this.moduleName, calls: first, times: 1, line } : undefined;
    if (members.length > 0) return { type: first, ...(isCapital(members[0] ?? '') ? { through: members } : { calls: members[0] ?? '' }), times: 1, line };
    return { type: first, ...(isCapital(first) || rest.length > 0 ? {} : { calls: this.imports[first]?.split('#')[1] ?? first }), times: 1, line };
  }

  /** A decorator: a route, a transaction, or another function that is applied. */
  private mark(mark: Part, { method }: Scope): void {
    const { tokens } = this;
    if (!method) return;
    let name = mark.from;
    while (tokens.is(name + 1, '.') && tokens.isName(name + 2)) name += 2;
    const word = tokens.word(name);
    if (word === 'atomic' || word === 'transactional') method.inTransaction = true;
    const isRoute = name > mark.from && (word === 'route' || word === 'api_route' || verbs.test(word));
    if (isRoute && tokens.kind(name + 2) === kind.text) {
      const methods = listed(tokens, { from: name + 2, to: tokens.partner(name + 1) }).find((part) => tokens.word(part.from) === 'methods');
      const asked = methods ? textsOf(tokens, { from: methods.from + 3, to: methods.to - 1 }, noConstants) : [];
      const prefix = this.prefixes.get(tokens.word(mark.from)) ?? '';
      const path = joinedPath(prefix, saidBy(tokens.word(name + 2)).replace(/<(?:\w+:)?(\w+)>/g, '{$1}'));
      for (const verb of asked.length > 0 ? asked : [word === 'route' ? 'GET' : word === 'api_route' ? 'ANY' : word.toUpperCase()]) method.routes.push({ verb, path, line: method.line });
    } else method.body.read(mark.from, mark.to);
  }

  private statement(from: number, to: number): void {
    const { tokens, scope } = this;
    const { unit, method } = scope;
    if (scope.isMeta) {
      if (tokens.word(from) === 'db_table' && tokens.kind(from + 2) === kind.text) unit.table = saidBy(tokens.word(from + 2));
      if (tokens.word(from) === 'abstract' && tokens.word(from + 2) === 'True') unit.isAbstract = true;
      return;
    }
    const body = method?.body ?? unit.fields;
    const equals = find(tokens, from, to, '=');
    const isAssigned = equals < to && !tokens.is(equals + 1, '=') && !'!<>'.includes(tokens.word(equals - 1)) && equals - from < 12;
    if (method && tokens.word(from) === 'with') for (let at = from; at < to; at++) if (tokens.word(at) === 'atomic') method.inTransaction = true;
    if (tokens.word(from) === 'for') return this.loop(from, to, body);
    if (!isAssigned) {
      body.read(from, to);
      // An attribute with a type and no value.
      if (tokens.isName(from) && tokens.is(from + 1, ':') && !method) this.hold(unit, tokens.word(from), this.typeText({ from: from + 2, to }));
      return;
    }
    body.read(equals + 1, to);
    this.assigned(from, equals, to, body);
  }

  private loop(from: number, to: number, body: ScriptBody): void {
    const { tokens } = this;
    body.read(from + 1, to);
    let at = from + 1;
    while (at < to && tokens.word(at) !== 'in') at++;
    if (at === from + 2 && tokens.isName(from + 1)) body.locals.set(tokens.word(from + 1), rowOf(body.last));
  }

  private assigned(from: number, equals: number, to: number, body: ScriptBody): void {
    const { tokens, scope } = this;
    const { unit, method } = scope;
    const annotated = find(tokens, from, equals, ':');
    const type = annotated < equals ? this.typeText({ from: annotated + 1, to: equals }) : '';
    const loaded = this.loaded(equals + 1);
    const value: Path | undefined = loaded ?? (type !== '' && this.means(type) ? { type, through: [] } : rowOf(body.last));
    const held = value?.through.length === 0 ? value.type : undefined;
    if (tokens.word(from) === 'self' && tokens.is(from + 1, '.')) {
      if (held !== undefined) this.hold(unit, tokens.word(from + 2), held);
      return;
    }
    if (!tokens.isName(from) || !(annotated === from + 1 || equals === from + 1)) return this.target(from, equals, body);
    const name = tokens.word(from);
    if (method) body.locals.set(name, value);
    else {
      if (name === '__tablename__' && tokens.kind(equals + 1) === kind.text) unit.table = saidBy(tokens.word(equals + 1));
      if (held !== undefined && held !== name) this.hold(unit, name, held);
      if (/^(?:APIRouter|Blueprint|FastAPI|Router)$/.test(tokens.word(equals + 1))) this.prefix(name, equals + 2, to);
    }
  }

  /** What stands left of a value is code as well: `self.cart.lines[0].count = 1`. */
  private target(from: number, equals: number, body: ScriptBody): void {
    body.read(from, equals);
  }

  private hold(unit: OpenUnit, name: string, type: string): void {
    if (type !== '' && !unit.holds.has(name) && this.means(type)) unit.holds.set(name, type);
  }

  private prefix(name: string, open: number, to: number): void {
    const { tokens } = this;
    for (let at = open; at < to; at++) {
      if (/^(?:url_)?prefix$/.test(tokens.word(at)) && tokens.kind(at + 2) === kind.text) this.prefixes.set(name, saidBy(tokens.word(at + 2)));
    }
  }

  /** A class that is loaded by its name: `Line = get_model("basket", "Line")`; of several the first. */
  private loaded(at: number): Path | undefined {
    const { tokens } = this;
    let call = at;
    while (tokens.is(call + 1, '.') && tokens.isName(call + 2)) call += 2;
    if (!loaders.test(tokens.word(call)) || !tokens.is(call + 1, '(') || tokens.kind(call + 2) !== kind.text) return undefined;
    const texts: string[] = [];
    for (let next = call + 2; next < tokens.partner(call + 1); next++) if (tokens.kind(next) === kind.text) texts.push(saidBy(tokens.word(next)));
    const [first = '', ...rest] = texts;
    const dot = first.lastIndexOf('.');
    const module = tokens.word(call) === 'get_model' ? `${rest.length > 0 ? first : first.slice(0, Math.max(0, dot))}.models` : rest.length > 0 ? first : first.slice(0, Math.max(0, dot));
    const names = (rest.length > 0 ? rest : [first.slice(dot + 1)]).filter((name) => isCapital(name) && !this.classes.has(name));
    for (const name of names) this.imports[name] ??= `~${module.replaceAll('.', '/')}#${name}`;
    return names[0] === undefined ? undefined : { type: names[0], through: [] };
  }

  private outline(): Outline {
    for (const unit of this.units) this.mapped(unit);
    const queries: readonly OutlineQuery[] = [];
    return {
      file: this.file, language: 'python', package: dirname(this.file), imports: this.imports, packagesImported: this.packages,
      units: [this.module, ...this.units].map(closed), tables: this.tables, settings: this.settings, queries, routed: this.routed,
    };
  }

  /** The table of a model: as it says, or as Django and Flask-SQLAlchemy name it. */
  private mapped(unit: OpenUnit): void {
    const isModels = /(?:^|\/)models(?:\.py$|\/)/.test(this.file);
    const isModel = unit.above.some((above) => /(?:^|\.)Model$/.test(above)) || (isModels && unit.above.length > 0 && !/(?:Manager|QuerySet|Mixin|Error|Exception|Enum|Choices|Field|Form|Serializer)$/.test(unit.above.join(' ')) && !/(?:Manager|QuerySet|Mixin|Base|Choices)$/.test(unit.name));
    if (unit.table === undefined && (!isModel || unit.isAbstract)) return;
    const app = basename(dirname(/(?:^|\/)models\//.test(this.file) ? dirname(this.file) : this.file));
    const isAlchemy = unit.above.some((above) => /^db\.Model$/.test(above));
    const name = unit.table ?? (isAlchemy ? unit.name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase() : `${app === '' ? '' : `${app}_`}${unit.name.toLowerCase()}`);
    this.tables.push({ table: name.toLowerCase(), access: 'owns', unit: unit.name, by: 'entity', line: unit.line });
  }
}

function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** A row, where an expression asks a model for one: `Book.objects.get(…)`. */
function rowOf(path: Path | undefined): Path | undefined {
  const at = path?.through.findIndex((part) => /^(?:objects|query|_default_manager)$/.test(part)) ?? -1;
  if (!path || at < 0) return path;
  return at === 0 ? { type: path.type, through: [] } : { type: path.type, through: path.through.slice(0, at) };
}

function closed(unit: OpenUnit): OutlineUnit {
  const methods = unit.methods.map((method): OutlineMethod => ({
    name: method.name === '__init__' ? '<init>' : method.name, line: method.line, isPublic: !method.name.startsWith('_'), parameters: method.parameters,
    ...(method.result === undefined ? {} : { result: method.result }), uses: method.body.uses.uses(), inTransaction: method.inTransaction, routes: method.routes,
  }));
  const fields: UseCounter = unit.fields.uses;
  return { name: unit.name, kind: unit.kind, line: unit.line, lines: unit.lines, above: unit.above, marks: unit.marks, methods, fields: fields.uses(), holds: Object.fromEntries(unit.holds) };
}

/** The structure that one file of Python tells: its classes and functions, models of Django and SQLAlchemy, routes of Django, Flask and FastAPI. */
export function outlinePython(file: string, text: string): Outline {
  return new PythonReader(file, text).read();
}
