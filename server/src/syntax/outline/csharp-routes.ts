import { namedArguments, textsOf, type Declared, type Method } from './java-declarations.js';
import { joinedPath, markOf, textOf, type Constants } from './java-marks.js';
import type { OutlineRoute } from './outline.js';
import { kind, saidBy, type Tokens } from './tokens.js';

const verbs: Readonly<Record<string, string>> = { HttpGet: 'GET', HttpPost: 'POST', HttpPut: 'PUT', HttpDelete: 'DELETE', HttpPatch: 'PATCH' };
const mapping: Readonly<Record<string, string>> = { MapGet: 'GET', MapPost: 'POST', MapPut: 'PUT', MapDelete: 'DELETE', MapPatch: 'PATCH' };
const actionResults = /(?:ActionResult|JsonResult|ViewResult|PartialViewResult|FileResult|IHttpActionResult|HttpResponseMessage|ContentResult|RedirectResult|EmptyResult)\b/;

/** A route that code adds for itself: `app.MapGet("/loans", …)`. */
export function mappedRoute(tokens: Tokens, method: string, open: number): OutlineRoute | undefined {
  const verb = mapping[method];
  return verb && tokens.kind(open + 1) === kind.text ? { verb, path: joinedPath('', saidBy(tokens.word(open + 1))), line: tokens.line(open) } : undefined;
}

/** How requests reach the methods of a controller or of a page of ASP.NET. */
export class CsharpRoutes {
  private readonly prefix: string | undefined;
  private readonly controller: string;
  private readonly isController: boolean;
  private readonly page: string | undefined;

  constructor(private readonly tokens: Tokens, private readonly type: Declared, file: string, private readonly constants: Constants) {
    const route = markOf(type.marks, /^(?:Route|RoutePrefix)$/);
    const area = markOf(type.marks, /^Area$/);
    this.controller = type.name.replace(/Controller$/, '');
    this.isController = type.name.endsWith('Controller') || type.marks.some(({ name }) => name === 'ApiController');
    const prefix = route && textOf(tokens, route, constants, 'value', 'template');
    this.prefix = prefix?.replaceAll('[area]', (area && textOf(tokens, area, constants, 'value')) ?? '');
    const page = /(?:^|\/)Pages\/(.+)\.cshtml\.cs$/.exec(file)?.[1];
    this.page = page !== undefined && type.above.length > 0 ? `/${page.replace(/(?:^|\/)Index$/, '')}` : undefined;
  }

  of(method: Method): readonly OutlineRoute[] {
    if (method.isConstructor || !method.isPublic) return [];
    if (this.page !== undefined) {
      const verb = /^On(Get|Post|Put|Delete)/.exec(method.name)?.[1]?.toUpperCase();
      return verb ? [{ verb, path: this.page, line: method.line }] : [];
    }
    if (!this.isController || method.marks.some(({ name }) => name === 'NonAction')) return [];
    const marked = method.marks.filter(({ name }) => verbs[name] !== undefined || name === 'Route');
    const paths = marked.flatMap((mark) => {
      const part = namedArguments(this.tokens, mark).get('value');
      return part ? textsOf(this.tokens, part, this.constants) : [];
    });
    const own = marked.map(({ name }) => verbs[name]).filter((verb) => verb !== undefined);
    if (this.prefix === undefined && paths.length === 0) return this.byConvention(method, own);
    if (marked.length === 0 && this.prefix === undefined) return [];
    const asked = own.length > 0 ? own : ['ANY'];
    return (paths.length > 0 ? paths : ['']).flatMap((path) => asked.map((verb) => ({ verb, path: this.whole(path, method.name), line: method.line })));
  }

  private whole(path: string, method: string): string {
    const isAbsolute = /^~?\//.test(path);
    const whole = isAbsolute ? joinedPath('', path.replace(/^~/, '')) : joinedPath(this.prefix ?? '', path);
    return whole.replaceAll('[controller]', this.controller).replaceAll('[action]', method.replace(/Async$/, ''));
  }

  /** Without attributes the usual route leads to a method by the names of both. */
  private byConvention(method: Method, own: readonly string[]): readonly OutlineRoute[] {
    const isApi = this.type.above.includes('ApiController');
    if (!isApi && own.length === 0 && !actionResults.test(method.result ?? '')) return [];
    const byName = isApi ? /^(Get|Post|Put|Delete|Patch)/.exec(method.name)?.[1]?.toUpperCase() : undefined;
    if (isApi && byName === undefined && own.length === 0) return [];
    const path = isApi ? joinedPath('api', this.controller) : joinedPath(this.controller, method.name.replace(/Async$/, ''));
    return (own.length > 0 ? own : [byName ?? 'GET']).map((verb) => ({ verb, path, line: method.line }));
  }
}
