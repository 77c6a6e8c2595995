import type { OutlineRoute } from './outline.js';
import { namedArguments, textsOf, type Declared, type Mark, type Method } from './java-declarations.js';
import type { Tokens } from './tokens.js';

export type Constants = ReadonlyMap<string, string>;

/** Names of entities and of columns as Hibernate writes them by default under Spring Boot: `orderItem` is `order_item`. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

export function markOf(marks: readonly Mark[], names: RegExp): Mark | undefined {
  return marks.find((mark) => names.test(mark.name));
}

/** What an argument of an annotation says, by the first of some names that it has. */
export function textOf(tokens: Tokens, mark: Mark, constants: Constants, ...names: readonly string[]): string | undefined {
  return allOf(tokens, mark, constants, ...names)[0];
}

function allOf(tokens: Tokens, mark: Mark, constants: Constants, ...names: readonly string[]): readonly string[] {
  const named = namedArguments(tokens, mark);
  for (const name of names) {
    const part = named.get(name);
    if (part) return textsOf(tokens, part, constants);
  }
  return [];
}

/** Two parts of a path as one, without slashes twice. */
export function joinedPath(prefix: string, path: string): string {
  const whole = `/${prefix}/${path}`.replace(/\/{2,}/g, '/');
  return whole.length > 1 ? whole.replace(/\/$/, '') : whole;
}

const springVerbs: Readonly<Record<string, string>> = { GetMapping: 'GET', PostMapping: 'POST', PutMapping: 'PUT', DeleteMapping: 'DELETE', PatchMapping: 'PATCH', RequestMapping: 'ANY' };
const restVerbs = /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$/;
/** Methods of servlets by the verb that they answer. */
const servletVerbs: Readonly<Record<string, string>> = { doGet: 'GET', doPost: 'POST', doPut: 'PUT', doDelete: 'DELETE', service: 'ANY', onMessage: 'GET' };

function springRoutes(tokens: Tokens, method: Method, prefixes: readonly string[], constants: Constants): readonly OutlineRoute[] {
  return method.marks.flatMap((mark) => {
    const verb = springVerbs[mark.name];
    if (!verb) return [];
    const paths = allOf(tokens, mark, constants, 'value', 'path');
    const asked = namedArguments(tokens, mark).get('method');
    const verbs = asked ? [...tokens.text.slice(tokens.start(asked.from), tokens.end(asked.to - 1)).matchAll(/\b(GET|POST|PUT|DELETE|PATCH|HEAD)\b/g)].map((found) => found[1] ?? 'ANY') : [verb];
    return prefixes.flatMap((prefix) => (paths.length > 0 ? paths : ['']).flatMap((path) => verbs.map((one) => ({ verb: one, path: joinedPath(prefix, path), line: method.line }))));
  });
}

/** Stripes takes the path of an action from its package behind `web`, `www`, `stripes` or `action`, and from its name. */
function stripesPath(packageName: string, name: string): string {
  const parts = packageName.split('.');
  const base = Math.max(...['web', 'www', 'stripes', 'action'].map((part) => parts.lastIndexOf(part)));
  return joinedPath(parts.slice(base + 1).join('/'), `${name.replace(/(?:Action)?(?:Bean)?$/, '')}.action`);
}

/** How requests reach the methods of a class, as far as the class says it. */
export class RouteReader {
  private readonly prefixes: readonly string[];
  private readonly rest: string;
  private readonly servlet: readonly string[];
  private readonly stripes: string | undefined;
  private readonly struts: string | undefined;

  constructor(private readonly tokens: Tokens, private readonly type: Declared, packageName: string, private readonly constants: Constants) {
    const mapping = markOf(type.marks, /^(?:RequestMapping|HttpExchange)$/);
    const prefixes = mapping ? allOf(tokens, mapping, constants, 'value', 'path') : [];
    this.prefixes = prefixes.length > 0 ? prefixes : [''];
    const path = markOf(type.marks, /^(?:Path|Controller)$/);
    this.rest = (path && textOf(tokens, path, constants, 'value')) ?? '';
    const servlet = markOf(type.marks, /^(?:WebServlet|ServerEndpoint)$/);
    this.servlet = servlet ? allOf(tokens, servlet, constants, 'value', 'urlPatterns') : [];
    const binding = markOf(type.marks, /^UrlBinding$/);
    const isAction = type.kind === 'class' && type.above.some((name) => /ActionBean$/.test(name));
    this.stripes = binding ? textOf(tokens, binding, constants, 'value') : isAction ? stripesPath(packageName, type.name) : undefined;
    const namespace = markOf(type.marks, /^Namespace$/);
    this.struts = namespace && textOf(tokens, namespace, constants, 'value');
  }

  of(method: Method): readonly OutlineRoute[] {
    if (method.isConstructor || this.type.marks.some(({ name }) => /^(?:FeignClient|RegisterRestClient|HttpExchange)$/.test(name))) return [];
    return [...springRoutes(this.tokens, method, this.prefixes, this.constants), ...this.restRoutes(method), ...this.servletRoutes(method), ...this.actionRoutes(method)];
  }

  private restRoutes(method: Method): readonly OutlineRoute[] {
    const micronaut = markOf(method.marks, /^(?:Get|Post|Put|Delete|Patch)$/);
    const verb = markOf(method.marks, restVerbs) ?? micronaut;
    if (!verb) return [];
    const path = micronaut ?? markOf(method.marks, /^Path$/);
    return [{ verb: verb.name.toUpperCase(), path: joinedPath(this.rest, (path && textOf(this.tokens, path, this.constants, 'value', 'uri')) ?? ''), line: method.line }];
  }

  private servletRoutes(method: Method): readonly OutlineRoute[] {
    const verb = servletVerbs[method.name] ?? (markOf(method.marks, /^OnMessage$/) ? 'GET' : undefined);
    return verb ? this.servlet.map((path) => ({ verb, path, line: method.line })) : [];
  }

  private actionRoutes(method: Method): readonly OutlineRoute[] {
    const struts = markOf(method.marks, /^Action$/);
    if (struts) return allOf(this.tokens, struts, this.constants, 'value').map((path) => ({ verb: 'ANY', path: joinedPath(path.startsWith('/') ? '' : (this.struts ?? ''), path), line: method.line }));
    if (this.stripes === undefined || !method.isPublic || !/Resolution$/.test(method.result ?? '')) return [];
    return [{ verb: 'ANY', path: markOf(method.marks, /^DefaultHandler$/) ? this.stripes : `${this.stripes}?${method.name}`, line: method.line }];
  }
}

function isRefused(tokens: Tokens, mark: Mark): boolean {
  for (let at = mark.from; at < mark.to; at++) if (/^(?:NOT_SUPPORTED|NEVER|SUPPORTS)$/.test(tokens.word(at))) return true;
  return false;
}

const transactional = /^(?:Transactional|TransactionAttribute)$/;

/** Whether a method runs in a transaction because of its marks or those of its class; code that begins one is looked for elsewhere. */
export function isTransactional(tokens: Tokens, type: Declared, method: Method): boolean {
  if (method.isConstructor) return false;
  const own = markOf(method.marks, transactional);
  if (own) return !isRefused(tokens, own);
  if (!method.isPublic) return false;
  const shared = markOf(type.marks, transactional);
  if (shared) return !isRefused(tokens, shared);
  if (!markOf(type.marks, /^(?:Stateless|Stateful|MessageDriven)$/) || markOf(method.marks, /^(?:PostConstruct|PreDestroy|Remove|AroundInvoke|Resource)$/)) return false;
  const management = markOf(type.marks, /^TransactionManagement$/);
  return !management || !/\bBEAN\b/.test(tokens.text.slice(tokens.start(management.from), tokens.start(management.to)));
}
