import type { Json } from '../../base/json.js';
import type { GraphUnit, ModuleGraph } from '../graph/graph.js';
import { byText } from './partition.js';

type Schema = { readonly [key: string]: Json };

const scalars: Readonly<Record<string, Schema>> = {
  string: { type: 'string' }, str: { type: 'string' }, char: { type: 'string' }, character: { type: 'string' }, charsequence: { type: 'string' }, uuid: { type: 'string', format: 'uuid' }, guid: { type: 'string', format: 'uuid' },
  byte: { type: 'integer' }, short: { type: 'integer' }, int: { type: 'integer', format: 'int32' }, integer: { type: 'integer', format: 'int32' }, int32: { type: 'integer', format: 'int32' }, long: { type: 'integer', format: 'int64' }, int64: { type: 'integer', format: 'int64' }, biginteger: { type: 'integer' },
  number: { type: 'number' }, float: { type: 'number' }, double: { type: 'number' }, decimal: { type: 'number' }, bigdecimal: { type: 'number' },
  bool: { type: 'boolean' }, boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date-time' }, datetime: { type: 'string', format: 'date-time' }, timestamp: { type: 'string', format: 'date-time' }, localdatetime: { type: 'string', format: 'date-time' }, zoneddatetime: { type: 'string', format: 'date-time' },
  offsetdatetime: { type: 'string', format: 'date-time' }, instant: { type: 'string', format: 'date-time' }, calendar: { type: 'string', format: 'date-time' }, localdate: { type: 'string', format: 'date' }, localtime: { type: 'string', format: 'time' },
};

/** What stands for many of its argument, for one that may be missing or come later, and for names and values. */
const many = /^(?:list|set|collection|iterable|iterator|ienumerable|ilist|icollection|arraylist|linkedlist|hashset|sequence|page|slice|stream|array|flux|observable|queryset|tuple|vector)$/;
const wrapper = /^(?:optional|responseentity|httpentity|mono|completablefuture|future|callable|deferredresult|task|actionresult|promise|awaitable|valuetask|nullable|response)$/;
const mapping = /^(?:map|hashmap|linkedhashmap|treemap|dictionary|idictionary|dict|record|modelmap|properties|multivaluemap)$/;

/** What frameworks pass and no caller sends. */
const plumbing = /^(?:(?:Http)?Servlet(?:Request|Response)|Http(?:Session|Request|Response|Context)|Model|ModelMap|ModelAndView|BindingResult|Errors|RedirectAttributes|Principal|Authentication|Locale|Pageable|SessionStatus|WebRequest|NativeWebRequest|UriComponentsBuilder|Request|Response|NextFunction|CancellationToken|SecurityContext|UriInfo|HttpHeaders|InputStream|OutputStream|Writer|PrintWriter|MultipartHttpServletRequest)$/;

export function isPlumbing(type: string): boolean {
  return plumbing.test(headOf(type).name);
}

export function isScalar(type: string): boolean {
  return headOf(type).name.toLowerCase() in scalars && !/\[\]|\.\.\.$/.test(type.trim());
}

/** Collects the schemas that a document refers to, by the types that declarations write. */
export class Schemas {
  private readonly units: ReadonlyMap<string, GraphUnit>;
  private readonly used = new Map<string, Schema>();

  constructor(graph: ModuleGraph) {
    this.units = new Map(graph.units.map((unit) => [unit.name, unit] as const));
  }

  of(type: string): Schema {
    const array = /^(.+?)(?:\[\]|\.\.\.)$/.exec(type.trim());
    if (array) return { type: 'array', items: this.of(array[1] ?? '') };
    const { name, args } = headOf(type);
    const plain = name.toLowerCase();
    if (many.test(plain)) return { type: 'array', items: args[0] === undefined ? {} : this.of(args[0]) };
    if (wrapper.test(plain)) return args[0] === undefined ? {} : this.of(args[0]);
    if (mapping.test(plain)) return { type: 'object', additionalProperties: args[1] === undefined ? {} : this.of(args[1]) };
    return scalars[plain] ?? this.reference(name);
  }

  isEmpty(): boolean {
    return this.used.size === 0;
  }

  all(): Schema {
    return Object.fromEntries([...this.used].sort(([a], [b]) => byText(a, b)));
  }

  /** A class of the application is a stub that says where it is declared; of any other nothing is known. */
  private reference(name: string): Schema {
    const unit = this.units.get(name);
    const key = name.replace(/[^A-Za-z0-9._-]/g, '');
    if (!unit || key === '') return {};
    this.used.set(key, { type: 'object', description: `Fields of ${name} (${unit.file}:${unit.line})` });
    return { $ref: `#/components/schemas/${key}` };
  }
}

/** `java.util.List<? extends Order>` is `List` of `Order`; markers of null and `final` are left out. */
function headOf(type: string): { readonly name: string; readonly args: readonly string[] } {
  const plain = type.replace(/\b(?:final|const|readonly|in|out|ref)\s+/g, '').replace(/@\w+(?:\([^)]*\))?\s*/g, '').replace(/\?\s*(?:extends|super)\s+/g, '').replace(/\s*\|\s*(?:null|undefined|None)\b/g, '').trim().replace(/\?$/, '');
  const [, written = '', inner] = /^([^<[]+)(?:[<[](.*)[>\]])?$/s.exec(plain) ?? [];
  return { name: written.trim().split('.').at(-1) ?? '', args: inner === undefined ? [] : topLevel(inner) };
}

/** Arguments between commas that stand in no brackets. */
function topLevel(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let current = '';
  for (const char of text) {
    if (char === ',' && depth === 0) {
      found.push(current.trim());
      current = '';
      continue;
    }
    if (/[<[(]/.test(char)) depth += 1;
    if (/[>\])]/.test(char)) depth -= 1;
    current += char;
  }
  return [...found, current.trim()];
}
