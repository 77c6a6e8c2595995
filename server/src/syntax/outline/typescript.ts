import { basename, dirname, join } from '../../base/paths.js';
import { find, listed, typeAt, type Part } from './java-declarations.js';
import { joinedPath, snakeCase } from './java-marks.js';
import { accessOf } from './java-tables.js';
import type { Outline, OutlineMethod, OutlineRoute, OutlineRouted, OutlineSetting, OutlineTable, OutlineUnit, OutlineUse } from './outline.js';
import { ScriptBody, type ScriptNames } from './script-body.js';
import { tablesOf } from './sql.js';
import { kind, saidBy, tokenize, type Tokens } from './tokens.js';
import { headOf, namesIn } from './type-text.js';
import { annotationAt, behindTypeArguments, bodyOf, decoratorAt, parametersOf, property, statementEnd, typescriptDialect, type Decorator } from './typescript-declarations.js';
import { step, type Path } from './uses.js';

const keywords = new Set(['abstract', 'as', 'async', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'default', 'delete', 'do', 'else', 'enum', 'export', 'extends', 'false', 'finally', 'for', 'from', 'function', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'of', 'return', 'static', 'switch', 'throw', 'true', 'try', 'typeof', 'undefined', 'var', 'void', 'while', 'with', 'yield', 'require', 'readonly', 'private', 'public', 'protected', 'satisfies', 'keyof', 'infer', 'type', 'declare', 'console', 'process', 'module', 'exports']);
const modifiers = /^(?:export|default|abstract|declare|public|private|protected|static|readonly|override|async|accessor)$/;
const nestVerbs: Readonly<Record<string, string>> = { Get: 'GET', Post: 'POST', Put: 'PUT', Delete: 'DELETE', Patch: 'PATCH', All: 'ANY' };
const verbs: Readonly<Record<string, string>> = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE', patch: 'PATCH', all: 'ANY', use: 'USE' };
const routers = /(?:app|router|routes?|server|api|fastify)$/i;
const inTransaction = /^(?:\$?transaction|startTransaction|withTransaction|beginTransaction|runInTransaction|transacting)$/;
/** Modules of Node.js, and those that nearly every program takes from others. */
const platform = /^$|^node:|^(?:assert|buffer|child_process|cluster|crypto|dns|events|fs|http2?|https|net|os|path|perf_hooks|process|querystring|readline|stream|string_decoder|timers|tls|url|util|v8|vm|worker_threads|zlib)(?:\/promises)?$|\.(?:css|scss|less|json|svg|png|html)$/;
/** Types of results are no longer than this, in tokens. */
const longestResult = 300;
const prismaMethods = /^(?:find\w*|create\w*|update\w*|upsert|delete\w*|count|aggregate|groupBy)$/;

interface OpenMethod {
  readonly name: string;
  readonly line: number;
  readonly isPublic: boolean;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly result: string | undefined;
  readonly body: ScriptBody;
  readonly routes: OutlineRoute[];
  inTransaction: boolean;
}

interface OpenUnit {
  readonly name: string;
  readonly kind: OutlineUnit['kind'];
  readonly line: number;
  lines: number;
  readonly above: string[];
  readonly marks: readonly Decorator[];
  readonly methods: OpenMethod[];
  readonly holds: Map<string, string>;
  readonly fields: ScriptBody;
}

class TypescriptReader {
  private readonly tokens: Tokens;
  private readonly imports: Record<string, string> = {};
  private readonly packages: string[] = [];
  private readonly classes = new Set<string>();
  private readonly functions = new Set<string>();
  private readonly moduleName: string;
  private readonly module: OpenUnit;
  private readonly units: OpenUnit[] = [];
  private readonly tables: OutlineTable[] = [];
  private readonly settings: OutlineSetting[] = [];
  private readonly routed: OutlineRouted[] = [];

  constructor(private readonly file: string, text: string) {
    this.tokens = tokenize(text, typescriptDialect);
    const name = basename(file).replace(/\.[cm]?[jt]sx?$/, '');
    this.moduleName = name === 'index' && dirname(file) !== '' ? basename(dirname(file)) : name;
    this.module = this.open(this.moduleName, 'module', 1, []);
    for (let at = 0; at < this.tokens.count; at++) {
      const word = this.tokens.word(at);
      if (word === 'class' || word === 'interface') this.classes.add(this.tokens.word(at + 1));
      if (word === 'function' && this.tokens.isName(at + 1)) this.functions.add(this.tokens.word(at + 1));
      if (word === 'const' && this.functionAt(at + 3) > 0) this.functions.add(this.tokens.word(at + 1));
    }
  }

  private open(name: string, what: OutlineUnit['kind'], line: number, marks: readonly Decorator[]): OpenUnit {
    const unit: OpenUnit = { name, kind: what, line, lines: 0, above: [], marks, methods: [], holds: new Map(), fields: undefined as unknown as ScriptBody };
    return Object.assign(unit, { fields: this.body(unit, undefined) });
  }

  read(): Outline {
    const { tokens } = this;
    let marks: Decorator[] = [];
    for (let at = 0; at < tokens.count; ) {
      if (tokens.is(at, '@') && tokens.isName(at + 1)) {
        const found = decoratorAt(tokens, at);
        marks.push(found.mark);
        at = found.next;
        continue;
      }
      const next = Math.max(at + 1, this.statement(at, marks));
      if (!modifiers.test(tokens.word(at)) || next > at + 1) marks = [];
      at = next;
    }
    this.module.lines = Math.max(0, tokens.linesBetween(0, tokens.count) - this.units.reduce((sum, unit) => sum + unit.lines, 0));
    return this.outline();
  }

  private statement(at: number, marks: readonly Decorator[]): number {
    const { tokens } = this;
    const word = tokens.word(at);
    if (word === 'import' && !tokens.is(at + 1, '(')) return this.import(at);
    if (word === 'export' && (tokens.is(at + 1, '*') || tokens.is(at + 1, '{'))) return this.passedOn(at);
    if (modifiers.test(word)) return at + 1;
    if ((word === 'class' || word === 'interface') && tokens.isName(at + 1)) return this.type(at, word, marks);
    if (word === 'enum' && tokens.isName(at + 1)) return this.enumeration(at);
    if (word === 'type' && tokens.isName(at + 1)) return statementEnd(tokens, at, tokens.count);
    if (word === 'function' && tokens.isName(tokens.is(at + 1, '*') ? at + 2 : at + 1)) return this.function(tokens.is(at + 1, '*') ? at + 2 : at + 1, tokens.word(tokens.is(at + 1, '*') ? at + 2 : at + 1));
    const assigned = this.assignedFunction(at);
    if (assigned > 0) return assigned;
    const object = this.assignedObject(at);
    if (object > 0) return object;
    const end = Math.max(at + 1, statementEnd(tokens, at, tokens.count));
    if (/^(?:const|let|var)$/.test(word) && this.required(at)) return end;
    this.code(this.module.fields, at, end, this.module, undefined);
    this.moduleVariable(at);
    return end;
  }

  /** Takes note of what a variable of the module is, for those who import it. */
  private moduleVariable(at: number): void {
    const { tokens } = this;
    if (!/^(?:const|let|var)$/.test(tokens.word(at)) || !tokens.isName(at + 1)) return;
    const path = this.module.fields.locals.get(tokens.word(at + 1));
    if (path?.through.length === 0) this.module.holds.set(tokens.word(at + 1), path.type);
  }

  private import(at: number): number {
    const { tokens } = this;
    let end = at + 1;
    while (end < tokens.count && tokens.kind(end) !== kind.text && !tokens.is(end, ';')) end = tokens.is(end, '{') ? tokens.partner(end) + 1 : end + 1;
    const path = this.path(saidBy(tokens.word(end)));
    if (path === undefined) return end + 1;
    let next = tokens.word(at + 1) === 'type' && !tokens.is(at + 2, ',') && tokens.word(at + 2) !== 'from' ? at + 2 : at + 1;
    for (; next < end; next++) {
      if (tokens.is(next, '{')) {
        this.named(next, path);
        next = tokens.partner(next);
      } else if (tokens.is(next, '*')) {
        this.imports[tokens.word(next + 2)] = path;
        next += 2;
      } else if (tokens.word(next) === 'from') break;
      else if (tokens.isName(next)) this.imports[tokens.word(next)] = tokens.is(next + 1, '=') ? path : `${path}#default`;
    }
    return end + 1;
  }

  private named(open: number, path: string): void {
    const { tokens } = this;
    for (const { from, to } of listed(tokens, { from: open + 1, to: tokens.partner(open) })) {
      const begin = tokens.word(from) === 'type' && to > from + 1 && tokens.word(from + 1) !== 'as' ? from + 1 : from;
      // `a as b` of an import, `a: b` of a require.
      const alias = tokens.word(begin + 1) === 'as' || tokens.is(begin + 1, ':') ? tokens.word(begin + 2) : tokens.word(begin);
      this.imports[alias] = `${path}#${tokens.word(begin)}`;
    }
  }

  /** `export { a } from "./b"` and `export * from "./b"`. */
  private passedOn(at: number): number {
    const { tokens } = this;
    const close = tokens.is(at + 1, '{') ? tokens.partner(at + 1) : tokens.word(at + 2) === 'as' ? at + 3 : at + 1;
    if (tokens.word(close + 1) !== 'from') return close + 1;
    const path = this.path(saidBy(tokens.word(close + 2)));
    if (path !== undefined && tokens.is(at + 1, '{')) this.named(at + 1, path);
    else if (path !== undefined) this.packages.push(path);
    return close + 3;
  }

  /** `const loans = require("./loans")`, and `const { lend } = await import("./loans")`. */
  private required(at: number): boolean {
    const { tokens } = this;
    const equals = tokens.is(at + 1, '{') ? tokens.partner(at + 1) + 1 : at + 2;
    const isLater = tokens.word(equals + 1) === 'await' && tokens.word(equals + 2) === 'import' && tokens.is(at + 1, '{');
    const load = isLater ? equals + 2 : equals + 1;
    if (!tokens.is(equals, '=') || (!isLater && tokens.word(load) !== 'require') || tokens.kind(load + 2) !== kind.text) return false;
    const path = this.path(saidBy(tokens.word(load + 2)));
    if (path === undefined) return true;
    const member = tokens.is(load + 4, '.') ? tokens.word(load + 5) : undefined;
    if (tokens.is(at + 1, '{')) this.named(at + 1, path);
    else this.imports[tokens.word(at + 1)] = `${path}#${member ?? 'default'}`;
    return !tokens.is(load + 4, '(');
  }

  /** Path of a module, or its name behind a colon where configurations of the program say what that means; nothing for those of the platform. */
  private path(written: string): string | undefined {
    if (/^\.\.?(?:\/|$)/.test(written)) return join(dirname(this.file), written);
    return platform.test(written) ? undefined : `:${written.replace('#', '%23')}`;
  }

  private type(at: number, word: string, marks: readonly Decorator[]): number {
    const { tokens } = this;
    const unit = this.open(tokens.word(at + 1), word === 'class' ? 'class' : 'interface', tokens.line(at), marks);
    let next = at + 2;
    if (tokens.is(next, '<')) next = Math.max(next, behindTypeArguments(tokens, next));
    while (next < tokens.count && !tokens.is(next, '{')) {
      const type = /^(?:extends|implements)$/.test(tokens.word(next)) ? undefined : typeAt(tokens, next);
      if (type) unit.above.push(type.type);
      next = type ? type.next : tokens.is(next, '(') ? tokens.partner(next) + 1 : next + 1;
    }
    const end = tokens.partner(next);
    unit.lines = tokens.linesBetween(at, end + 1);
    // What only its file can name is no part of its own.
    if (word === 'class' || this.isExported(at)) this.units.push(unit);
    for (const above of unit.above) this.mention(unit.fields, above, unit.line);
    for (const mark of marks) this.code(unit.fields, mark.from, mark.to, unit, undefined);
    this.entity(unit);
    this.members(next + 1, Math.min(end, tokens.count), unit);
    return end + 1;
  }

  private enumeration(at: number): number {
    const { tokens } = this;
    const unit = this.open(tokens.word(at + 1), 'enum', tokens.line(at), []);
    const end = tokens.is(at + 2, '{') ? tokens.partner(at + 2) : at + 2;
    unit.lines = tokens.linesBetween(at, end + 1);
    if (this.isExported(at)) this.units.push(unit);
    return end + 1;
  }

  private isExported(at: number): boolean {
    let before = at - 1;
    while (modifiers.test(this.tokens.word(before)) && this.tokens.word(before) !== 'export' && before > 0) before--;
    return this.tokens.word(before) === 'export' || (this.tokens.word(before) === 'const' && this.tokens.word(before - 1) === 'export');
  }

  private members(from: number, to: number, unit: OpenUnit): void {
    const { tokens } = this;
    let marks: Decorator[] = [];
    let isPublic = true;
    for (let at = from; at < to; ) {
      if (tokens.is(at, '@') && tokens.isName(at + 1)) {
        const found = decoratorAt(tokens, at);
        marks.push(found.mark);
        at = found.next;
        continue;
      }
      const word = tokens.word(at);
      const isModifier = (modifiers.test(word) || /^[gs]et$/.test(word)) && (tokens.isName(at + 1) || tokens.is(at + 1, '*') || tokens.is(at + 1, '['));
      if (isModifier || tokens.is(at, '*') || tokens.is(at, ';') || tokens.is(at, '#')) {
        if (/^(?:private|protected)$/.test(word) || tokens.is(at, '#')) isPublic = false;
        at++;
        continue;
      }
      at = Math.max(at + 1, this.member(at, to, unit, marks, isPublic));
      marks = [];
      isPublic = true;
    }
  }

  private member(at: number, to: number, unit: OpenUnit, marks: readonly Decorator[], isPublic: boolean): number {
    const { tokens } = this;
    const name = tokens.kind(at) === kind.text ? saidBy(tokens.word(at)) : tokens.word(at);
    let next = tokens.is(at, '[') || tokens.is(at, '{') ? tokens.partner(at) + 1 : at + 1;
    if (tokens.is(next, '?') || tokens.is(next, '!')) next++;
    const open = tokens.is(next, '<') ? behindTypeArguments(tokens, next) : next;
    if (tokens.is(open, '(')) return this.method(name, open, to, unit, marks, isPublic);
    const end = statementEnd(tokens, next, to);
    const equals = this.equals(next, end);
    const type = tokens.is(next, ':') ? annotationAt(tokens, next) : undefined;
    if (type !== undefined) {
      unit.holds.set(name, type);
      this.mention(unit.fields, type, tokens.line(at));
    }
    for (const mark of marks) unit.fields.read(mark.from, mark.to);
    const arrow = equals < end ? this.functionAt(equals + 1) : -1;
    if (arrow > 0) return this.arrow(name, arrow, to, unit, isPublic);
    if (equals < end) {
      this.code(unit.fields, equals + 1, end, unit, undefined);
      if (type === undefined && tokens.word(equals + 1) === 'new') unit.holds.set(name, tokens.word(equals + 2));
    }
    return end;
  }

  /** Index of a single `=`, not of `==` or `=>`. */
  private equals(from: number, to: number): number {
    const { tokens } = this;
    for (let at = find(tokens, from, to, '='); at < to; at = find(tokens, at + 1, to, '=')) {
      if (!tokens.isPair(at, '=>') && !tokens.isPair(at, '==') && !tokens.isPair(at - 1, '==')) return at;
    }
    return to;
  }

  private method(name: string, open: number, to: number, unit: OpenUnit, marks: readonly Decorator[], isPublic: boolean): number {
    const { tokens } = this;
    const close = tokens.partner(open);
    const result = tokens.is(close + 1, ':') ? annotationAt(tokens, close + 1) : undefined;
    const brace = bodyOf(tokens, close, to, unit.kind === 'interface');
    const method = this.openMethod(unit, name, open, result, isPublic);
    for (const mark of marks) this.mark(mark, unit, method);
    if (name === 'constructor') for (const parameter of parametersOf(tokens, open)) if (parameter.isMember && parameter.type !== '') unit.holds.set(parameter.name, parameter.type);
    if (!tokens.is(brace, '{')) return brace;
    const end = Math.min(tokens.partner(brace), to);
    // Decorators of parameters name what is injected.
    for (let at = open + 1; at < close; at++) if (tokens.is(at, '@')) method.body.read(at + 1, (at = decoratorAt(tokens, at).next));
    this.code(method.body, brace + 1, end, unit, method);
    return end + 1;
  }

  private openMethod(unit: OpenUnit, name: string, open: number, result: string | undefined, isPublic: boolean): OpenMethod {
    const { tokens } = this;
    const line = tokens.line(open);
    const parameters = tokens.is(open, '(') ? parametersOf(tokens, open) : [];
    const method: OpenMethod = { name, line, isPublic, parameters: parameters.map((one) => ({ name: one.name, type: one.type })), result, body: undefined as unknown as ScriptBody, routes: [], inTransaction: false };
    Object.assign(method, { body: this.body(unit, method) });
    for (const parameter of parameters) {
      method.body.locals.set(parameter.name, parameter.type === '' ? undefined : { type: parameter.type, through: [] });
      if (parameter.type !== '') this.mention(method.body, parameter.type, line);
    }
    if (result !== undefined) this.mention(method.body, result, line);
    unit.methods.push(method);
    return method;
  }

  private mention(body: ScriptBody, type: string, line: number): void {
    for (const name of namesIn(type)) if (this.means(name)) body.uses.add({ type: name, through: [] }, undefined, line);
  }

  private means(name: string): boolean {
    const first = name.split('.')[0] ?? '';
    return this.classes.has(first) || Object.hasOwn(this.imports, first);
  }

  private function(at: number, name: string): number {
    const { tokens } = this;
    const open = tokens.is(at + 1, '<') ? behindTypeArguments(tokens, at + 1) : at + 1;
    return tokens.is(open, '(') ? this.method(name, open, tokens.count, this.module, [], true) : at + 1;
  }

  /** Index of the parameters of a function that is a value; -1 where the value is another. */
  private functionAt(from: number): number {
    const { tokens } = this;
    let at = tokens.word(from) === 'async' ? from + 1 : from;
    if (tokens.word(at) === 'function') {
      at++;
      if (tokens.is(at, '*')) at++;
      if (tokens.isName(at)) at++;
      return tokens.is(at, '(') ? at : -1;
    }
    if (tokens.is(at, '<')) at = Math.max(at, behindTypeArguments(tokens, at));
    if (tokens.isName(at) && tokens.isPair(at + 1, '=>')) return at;
    if (!tokens.is(at, '(')) return -1;
    const close = tokens.partner(at);
    if (tokens.isPair(close + 1, '=>')) return at;
    if (!tokens.is(close + 1, ':')) return -1;
    let next = close + 2;
    while (next < close + longestResult && !tokens.isPair(next, '=>') && (tokens.isName(next) || '.|&?<[{'.includes(tokens.word(next)) || tokens.kind(next) === kind.text)) {
      next = tokens.is(next, '<') ? Math.max(next + 1, behindTypeArguments(tokens, next)) : tokens.is(next, '{') || tokens.is(next, '[') ? tokens.partner(next) + 1 : next + 1;
    }
    return tokens.isPair(next, '=>') ? at : -1;
  }

  /** `const lend = async (book) => …`, `exports.lend = function …` and the like. */
  private assignedFunction(at: number): number {
    const { tokens } = this;
    let name = /^(?:const|let|var)$/.test(tokens.word(at)) ? at + 1 : at;
    if (!tokens.isName(name)) return -1;
    while (tokens.is(name + 1, '.') && tokens.isName(name + 2)) name += 2;
    let equals = name + 1;
    if (tokens.is(equals, ':')) equals = typeAt(tokens, equals + 1)?.next ?? equals;
    if (!tokens.is(equals, '=')) return -1;
    const open = this.functionAt(equals + 1);
    return open < 0 ? -1 : this.arrow(tokens.word(name), open, tokens.count, this.module, true);
  }

  /** An object of functions: `const loans = { list: async () => … }`, `export default { … }`, `module.exports = { … }`; -1 where it has none. */
  private assignedObject(at: number): number {
    const { tokens } = this;
    let open = at;
    if (/^(?:const|let|var|module|exports)$/.test(tokens.word(at))) {
      open = at + 1;
      while (open < tokens.count && !tokens.is(open, '=') && !tokens.is(open, '{') && !tokens.is(open, ';') && tokens.line(open) === tokens.line(at)) open++;
      if (!tokens.is(open, '=')) return -1;
      open++;
    } else if (tokens.word(at - 1) !== 'default') return -1;
    if (!tokens.is(open, '{')) return -1;
    const close = Math.min(tokens.partner(open), tokens.count);
    for (const { from, to } of listed(tokens, { from: open + 1, to: close })) this.objectMember(from, to);
    return close + 1;
  }

  private objectMember(from: number, to: number): void {
    const { tokens } = this;
    let name = from;
    while (/^(?:async|get|set)$/.test(tokens.word(name)) && (tokens.isName(name + 1) || tokens.is(name + 1, '*'))) name++;
    if (tokens.is(name, '*')) name++;
    const value = tokens.is(name + 1, ':') ? this.functionAt(name + 2) : -1;
    if (value > 0) this.arrow(tokens.word(name), value, to, this.module, true);
    else if (tokens.isName(name) && tokens.is(name + 1, '(') && tokens.is(tokens.partner(name + 1) + 1, '{')) this.method(tokens.word(name), name + 1, to, this.module, [], true);
    else this.code(this.module.fields, from, to, this.module, undefined);
  }

  private arrow(name: string, open: number, to: number, unit: OpenUnit, isPublic: boolean): number {
    const { tokens } = this;
    const close = tokens.is(open, '(') ? tokens.partner(open) : open;
    const result = tokens.is(close + 1, ':') ? annotationAt(tokens, close + 1) : undefined;
    const method = this.openMethod(unit, name, open, result, isPublic);
    let at = close + 1;
    while (at < to && !tokens.isPair(at, '=>') && !(tokens.is(at, '{') && !tokens.is(at - 1, ':'))) at = tokens.is(at, '{') || tokens.is(at, '(') ? tokens.partner(at) + 1 : tokens.is(at, '<') ? Math.max(at + 1, behindTypeArguments(tokens, at)) : at + 1;
    if (tokens.isPair(at, '=>')) at += 2;
    const end = tokens.is(at, '{') ? Math.min(tokens.partner(at), to) : statementEnd(tokens, at, to);
    this.code(method.body, tokens.is(at, '{') ? at + 1 : at, end, unit, method);
    return tokens.is(at, '{') ? end + 1 : end;
  }

  /** Reads code, with the variables that it declares. */
  private code(body: ScriptBody, from: number, to: number, unit: OpenUnit, method: OpenMethod | undefined): void {
    const { tokens } = this;
    let read = from;
    for (let at = from; at < to; at++) {
      if (tokens.isName(at) && /^(?:const|let|var)$/.test(tokens.word(at)) && (tokens.isName(at + 1) || tokens.is(at + 1, '{'))) {
        if (this.required(at) || tokens.is(at + 1, '{')) continue;
        body.read(read, at);
        at = this.variable(body, at + 1, to);
        read = at;
        at--;
      } else if (tokens.word(at) === 'this' && tokens.is(at + 3, '=') && tokens.word(at + 4) === 'new' && unit.kind === 'class') unit.holds.set(tokens.word(at + 2), tokens.word(at + 5));
      else if (method && tokens.word(at) === 'this' && tokens.is(at + 3, '=') && tokens.isName(at + 4) && !tokens.isPair(at + 3, '==')) this.kept(unit, method, tokens.word(at + 2), at + 4);
    }
    body.read(read, to);
  }

  /** `this.books = books`, where the type of `books` is known. */
  private kept(unit: OpenUnit, method: OpenMethod, name: string, at: number): void {
    const path = this.tokens.is(at + 1, '.') ? undefined : method.body.locals.get(this.tokens.word(at));
    if (path?.through.length === 0 && !unit.holds.has(name)) unit.holds.set(name, path.type);
  }

  /** Reads the first value of a variable as far as it tells its type; returns where reading goes on. */
  private variable(body: ScriptBody, at: number, to: number): number {
    const { tokens } = this;
    const name = tokens.word(at);
    const type = tokens.is(at + 1, ':') ? typeAt(tokens, at + 2) : undefined;
    if (type) this.mention(body, type.type, tokens.line(at));
    const equals = type ? type.next : at + 1;
    body.locals.set(name, type && this.means(headOf(type.type)) ? { type: type.type, through: [] } : undefined);
    const isLoop = tokens.word(equals) === 'of';
    if ((!tokens.is(equals, '=') && !isLoop) || type) return equals;
    const begin = tokens.word(equals + 1) === 'await' ? equals + 2 : equals + 1;
    const module = tokens.word(begin) === 'import' && tokens.is(begin + 1, '(') && tokens.kind(begin + 2) === kind.text ? this.path(saidBy(tokens.word(begin + 2))) : undefined;
    if (module !== undefined) {
      this.imports[module] = module;
      body.locals.set(name, { type: module, through: [] });
      return tokens.partner(begin + 1) + 1;
    }
    let end = tokens.word(begin) === 'new' ? begin + 2 : begin + 1;
    while (end < to && (tokens.is(end, '.') || tokens.isName(end) || tokens.is(end, '(')) && !(tokens.isName(end) && !tokens.is(end - 1, '.'))) {
      if (tokens.is(end, '(')) {
        for (let inner = end; inner < tokens.partner(end); inner++) if (tokens.isPair(inner, '=>') || tokens.word(inner) === 'function') return equals + 1;
        end = tokens.partner(end);
      }
      end++;
    }
    if (end >= to || !tokens.isName(begin)) return equals + 1;
    body.read(begin, end);
    const path = body.last;
    body.locals.set(name, isLoop ? path && step(path, '*') : path);
    return end;
  }

  private names(unit: OpenUnit): ScriptNames {
    const path = (name: string): Path | undefined => (this.means(name) ? { type: name, through: [] } : undefined);
    return {
      callsClasses: false, self: new Set(['this']), keywords, own: unit.kind === 'module' ? undefined : unit.name, superclass: unit.above[0] === undefined ? undefined : headOf(unit.above[0]),
      member: (name) => {
        const type = unit.holds.get(name);
        return type === undefined ? undefined : { type, through: [] };
      },
      name: (name) => path(name) ?? this.module.fields.locals.get(name),
      called: (name) => {
        if (this.functions.has(name) && !Object.hasOwn(this.imports, name)) return { path: { type: this.moduleName, through: [] }, name };
        const found = path(name);
        const exported = Object.hasOwn(this.imports, name) ? this.imports[name]?.split('#')[1] : undefined;
        return found && { path: found, name: exported === undefined || exported === 'default' ? name : exported };
      },
    };
  }

  private body(unit: OpenUnit, method: OpenMethod | undefined): ScriptBody {
    const { tokens } = this;
    const made = new ScriptBody(tokens, this.names(unit), {
      text: (at) => {
        const text = saidBy(tokens.word(at));
        if (!/^\s*from\b/i.test(text)) for (const { table, access } of tablesOf(text)) this.table(unit, method, table, access, 'sql', tokens.line(at));
        if (tokens.is(at - 1, '[') && tokens.word(at - 2) === 'env') this.settings.push({ unit: unit.name, key: text });
      },
      call: (receiver, name, open) => this.call(unit, method, receiver, name, open),
      lambda: (open, element) => {
        const isAlone = listed(tokens, { from: open + 1, to: tokens.partner(open) }).length === 1;
        for (const { name, type } of parametersOf(tokens, open)) {
          made.locals.set(name, type === '' ? (isAlone ? element : undefined) : { type, through: [] });
          this.mention(made, type, tokens.line(open));
        }
      },
    });
    return made;
  }

  private table(unit: OpenUnit, method: OpenMethod | undefined, table: string, access: OutlineTable['access'], by: OutlineTable['by'], line: number): void {
    if (this.tables.some((known) => known.table === table && known.access === access && known.unit === unit.name && known.method === method?.name)) return;
    this.tables.push({ table, access, by, unit: unit.name, line, ...(method ? { method: method.name } : {}) });
  }

  private call(unit: OpenUnit, method: OpenMethod | undefined, receiver: Path | undefined, name: string, open: number): void {
    const { tokens } = this;
    const line = tokens.line(open);
    const before = tokens.word(open - 3);
    const text = tokens.kind(open + 1) === kind.text ? saidBy(tokens.word(open + 1)) : undefined;
    if (method && inTransaction.test(name)) method.inTransaction = true;
    if (text !== undefined && name === 'get' && /config(?:service)?$/i.test(before)) this.settings.push({ unit: unit.name, key: text });
    else if (verbs[name] !== undefined && routers.test(before) && (text?.startsWith('/') || text === '*' || (text !== undefined && /router$/i.test(before) && /^[\w.:/-]+$/.test(text)) || (name === 'use' && text === undefined))) this.route(name, text ?? '', open, method);
    // `prisma.user.findMany()`.
    if (prismaMethods.test(name) && /prisma|^db$/i.test(tokens.word(open - 5)) && tokens.is(open - 4, '.')) this.table(unit, method, before.toLowerCase(), accessOf(name), 'mapper', line);
    if (text !== undefined) this.model(unit, method, receiver, name, before, text, open);
  }

  /** Tables by their names: of Knex, and models that Sequelize, Mongoose and Drizzle define. */
  private model(unit: OpenUnit, method: OpenMethod | undefined, receiver: Path | undefined, name: string, before: string, text: string, open: number): void {
    const { tokens } = this;
    const line = tokens.line(open);
    if (!/^[\w.]+$/.test(text)) return;
    if (name === 'define' && receiver === undefined && tokens.is(open + 2, ',') && tokens.is(open + 3, '{')) {
      const named = property(tokens, { from: open, to: tokens.partner(open) }, /^tableName$/);
      this.table(this.module, undefined, named > 0 && tokens.kind(named) === kind.text ? saidBy(tokens.word(named)).toLowerCase() : plural(text), 'owns', 'model', line);
    } else if (name === 'model' && tokens.is(open + 2, ',')) this.table(this.module, undefined, plural(text), 'owns', 'model', line);
    else if (/^(?:pgTable|mysqlTable|sqliteTable)$/.test(name)) this.table(this.module, undefined, text.toLowerCase(), 'owns', 'model', line);
    else if (/^(?:knex|trx)$/.test(name) || (/^(?:from|into|table)$/.test(name) && /knex|trx|db|\)/i.test(before))) this.table(unit, method, text.toLowerCase(), this.writesNext(open) ? 'write' : 'read', 'mapper', line);
  }

  private writesNext(open: number): boolean {
    const { tokens } = this;
    for (let at = tokens.partner(open) + 1; tokens.is(at, '.'); at = tokens.partner(at + 2) + 1) {
      if (/^(?:insert|update|del|delete|truncate|increment|decrement)$/.test(tokens.word(at + 1))) return true;
      if (!tokens.is(at + 2, '(')) return false;
    }
    return false;
  }

  /** Routes of Express and its kind: to the handler that is named last, or to the code that stands there. */
  private route(name: string, path: string, open: number, method: OpenMethod | undefined): void {
    const { tokens } = this;
    const line = tokens.line(open);
    const handlers = listed(tokens, { from: open + 1, to: tokens.partner(open) });
    const last = handlers.at(-1);
    const verb = verbs[name] ?? 'ANY';
    const to = last && this.handler(last, line);
    if (verb === 'USE') {
      if (to) this.routed.push({ verb, path: path === '' ? '' : joinedPath('', path), line, to });
    } else if (handlers.length > 1) this.routed.push({ verb, path: joinedPath('', path), line, to: to ?? { type: this.moduleName, calls: method?.name ?? `${verb} ${path}`, times: 1, line } });
  }

  private handler({ from, to }: Part, line: number): OutlineUse | undefined {
    const { tokens } = this;
    const type = tokens.word(from);
    // `require("./routes/loans")`, `wrap(loans.list)` and `loans.list.bind(loans)`.
    if (type === 'require' && tokens.kind(from + 2) === kind.text) {
      const path = this.path(saidBy(tokens.word(from + 2)));
      if (path === undefined) return undefined;
      this.imports[path] = path;
      return { type: path, times: 1, line };
    }
    if (tokens.isName(from) && tokens.is(from + 1, '(')) {
      const inner = listed(tokens, { from: from + 2, to: tokens.partner(from + 1) }).at(-1);
      return inner && this.handler(inner, line);
    }
    if (this.functions.has(type) && !this.means(type) && to === from + 1) return { type: this.moduleName, calls: type, times: 1, line };
    const held = this.module.fields.locals.get(type);
    if (!this.means(type) && held?.through.length !== 0) return undefined;
    const calls = tokens.is(from + 1, '.') ? tokens.word(from + 2) : this.imports[type]?.split('#')[1];
    return { type: held && !this.means(type) ? held.type : type, ...(calls === undefined || calls === 'default' ? {} : { calls }), times: 1, line };
  }

  private mark(mark: Decorator, unit: OpenUnit, method: OpenMethod): void {
    const { tokens } = this;
    if (mark.name === 'Transactional') method.inTransaction = true;
    const verb = nestVerbs[mark.name];
    const controller = unit.marks.find(({ name }) => /^(?:Rest|Json)?Controller$/.test(name));
    if (!verb || !controller) return method.body.read(mark.from, mark.to);
    const path = property(tokens, controller, /^path$/);
    const at = path > 0 ? path : controller.from;
    const prefix = tokens.kind(at) === kind.text ? saidBy(tokens.word(at)) : '';
    method.routes.push({ verb, path: joinedPath(prefix, tokens.kind(mark.from) === kind.text ? saidBy(tokens.word(mark.from)) : ''), line: method.line });
  }

  /** Tables of classes: of TypeORM, MikroORM, Sequelize and Mongoose under Nest. */
  private entity(unit: OpenUnit): void {
    const { tokens } = this;
    const mark = unit.marks.find(({ name }) => /^(?:Entity|Table|Schema|ObjectSchema)$/.test(name));
    if (!mark) return;
    const named = property(tokens, mark, /^(?:name|tableName|collection)$/);
    const at = named > 0 ? named : mark.from;
    const text = tokens.kind(at) === kind.text ? saidBy(tokens.word(at)) : undefined;
    this.tables.push({ table: (text ?? (mark.name === 'Entity' ? snakeCase(unit.name) : plural(unit.name))).toLowerCase().replace(/^.*\./, ''), access: 'owns', unit: unit.name, by: 'entity', line: unit.line });
  }

  private outline(): Outline {
    const { tokens } = this;
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.word(at) === 'process' && tokens.is(at + 1, '.') && tokens.word(at + 2) === 'env' && tokens.is(at + 3, '.')) this.settings.push({ unit: this.moduleName, key: tokens.word(at + 4) });
    }
    return {
      file: this.file, language: 'typescript', package: dirname(this.file), imports: this.imports, packagesImported: this.packages,
      units: [this.module, ...this.units].map(closed), tables: this.tables, settings: this.settings, queries: [], routed: this.routed,
    };
  }
}

/** A collection or a table as Mongoose and Sequelize name it after its model. */
function plural(name: string): string {
  const lower = name.toLowerCase();
  if (/(?:s|x|z|ch|sh)$/.test(lower)) return lower.endsWith('s') ? lower : `${lower}es`;
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}

function closed(unit: OpenUnit): OutlineUnit {
  const methods = unit.methods.map((method): OutlineMethod => ({
    name: method.name === 'constructor' ? '<init>' : method.name, line: method.line, isPublic: method.isPublic, parameters: method.parameters,
    ...(method.result === undefined ? {} : { result: method.result }), uses: method.body.uses.uses(), inTransaction: method.inTransaction, routes: method.routes,
  }));
  return {
    name: unit.name, kind: unit.kind, line: unit.line, lines: unit.lines, above: unit.above, marks: unit.marks.map(({ name }) => name), methods,
    fields: unit.fields.uses.uses(), holds: Object.fromEntries(unit.holds),
  };
}

/** The structure that one file of TypeScript or JavaScript tells: its classes and functions, models of the usual libraries, routes of Nest and Express. */
export function outlineTypescript(file: string, text: string): Outline {
  return new TypescriptReader(file, text).read();
}
