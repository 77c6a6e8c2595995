import type { Outline, OutlineMethod, OutlineUnit } from '../../syntax/outline/outline.js';
import type { ModuleAlias } from '../../syntax/outline/module-alias.js';
import { argumentsOf, awaited, elementOf, givesElement, headOf, keepsElements } from '../../syntax/outline/type-text.js';
import { modulePath, Modules } from './modules.js';

/** A type of the program with the file that it stands in. */
export interface Known {
  /** Id of the part of the graph that it belongs to: its own, or that of the type around it. */
  readonly id: string;
  readonly qualified: string;
  readonly unit: OutlineUnit;
  readonly outline: Outline;
}

/** A type as one file writes it. */
export interface Written {
  readonly type: string;
  readonly outline: Outline;
}

/** Superiors are followed no further; longer lines are circles. */
const deepest = 12;

/** Languages whose names are found by the path of the module that they come from, and whose variables have no types. */
export function byPath(outline: Outline): boolean {
  return outline.language === 'typescript' || outline.language === 'python';
}

function qualifiedName(outline: Outline, unit: OutlineUnit): string {
  if (byPath(outline)) return unit.kind === 'module' ? modulePath(outline.file) : `${modulePath(outline.file)}#${unit.name}`;
  const name = unit.within === undefined || unit.within === unit.name ? unit.name : `${unit.within}.${unit.name}`;
  return outline.package === '' ? name : `${outline.package}.${name}`;
}

/** Says which type of the program a name means where it is written. */
export class Names {
  readonly all: readonly Known[];
  private readonly byName = new Map<string, Known>();
  private readonly inFile = new Map<Outline, Map<string, Known>>();
  private readonly cached = new Map<Outline, Map<string, Known | undefined>>();
  private readonly below = new Map<string, Known[]>();
  private readonly declaring = new Map<string, Known[]>();
  private readonly directly = new Map<Known, readonly Known[]>();
  private readonly methods = new Map<Known, ReadonlyMap<string, OutlineMethod>>();
  private readonly modules: Modules;

  constructor(outlines: readonly Outline[], aliases: readonly ModuleAlias[] = []) {
    this.modules = new Modules(outlines.filter(byPath), aliases);
    const all: Known[] = [];
    for (const outline of outlines) {
      const local = new Map<string, Known>();
      const outermost = new Map<string, string>();
      for (const unit of outline.units) {
        const qualified = qualifiedName(outline, unit);
        // Parts of a class of C# may stand in several files.
        const isTaken = this.byName.has(qualified) && outline.language !== 'csharp';
        const id = outermost.get(unit.within ?? '') ?? (isTaken ? `${qualified} (${outline.file})` : qualified);
        if (unit.within === undefined) outermost.set(unit.name, id);
        const known: Known = { id, qualified, unit, outline };
        all.push(known);
        if (!local.has(unit.name)) local.set(unit.name, known);
        if (!this.byName.has(qualified)) this.byName.set(qualified, known);
      }
      this.inFile.set(outline, local);
    }
    this.all = all;
    for (const known of all) for (const above of this.superiors(known)) this.below.set(above.qualified, [...(this.below.get(above.qualified) ?? []), known]);
  }

  /** The type that a name means in a file; `undefined` for those of libraries. */
  resolve({ type, outline }: Written): Known | undefined {
    const name = headOf(awaited(type));
    let known = this.cached.get(outline);
    if (!known) this.cached.set(outline, (known = new Map()));
    if (!known.has(name)) known.set(name, this.find(name, outline));
    return known.get(name);
  }

  private find(name: string, outline: Outline): Known | undefined {
    if (name === '') return undefined;
    const local = this.inFile.get(outline)?.get(name);
    // A module may import another of its own name.
    if (byPath(outline) && !(local && local.unit.kind !== 'module')) return this.findImported(name, outline) ?? (Object.hasOwn(outline.imports, name) ? undefined : local);
    if (local) return local;
    const imported = Object.hasOwn(outline.imports, name) ? outline.imports[name] : undefined;
    if (imported !== undefined) return this.byName.get(imported);
    const dot = name.indexOf('.');
    if (dot > 0) {
      const outer = this.find(name.slice(0, dot), outline);
      return this.byName.get(name) ?? (outer && this.byName.get(`${outer.qualified}${name.slice(dot)}`));
    }
    return this.inPackages(name, outline);
  }

  private inPackages(name: string, outline: Outline): Known | undefined {
    const own: string[] = [];
    for (let parent = outline.package; ; parent = parent.slice(0, Math.max(0, parent.lastIndexOf('.')))) {
      own.push(parent);
      // A namespace of C# sees those around it.
      if (outline.language !== 'csharp' || parent === '') break;
    }
    for (const place of [...own, ...outline.packagesImported]) {
      const found = this.byName.get(place === '' ? name : `${place}.${name}`);
      if (found) return found;
    }
    return undefined;
  }

  private findImported(name: string, outline: Outline): Known | undefined {
    const dot = name.indexOf('.');
    const first = dot > 0 ? name.slice(0, dot) : name;
    const imported = Object.hasOwn(outline.imports, first) ? outline.imports[first] : first.startsWith('~') ? first : undefined;
    if (imported === undefined) return undefined;
    const [path = '', exported] = imported.split('#');
    const rest = dot > 0 ? name.slice(dot + 1) : undefined;
    const module = this.modules.find(path, outline);
    const wanted = exported === undefined || exported === 'default' ? rest : exported;
    const isPackage = module?.endsWith('/__init__') === true && exported !== undefined && this.modules.file(`${module.slice(0, -'/__init__'.length)}/${exported}`) !== undefined;
    if (module !== undefined && !isPackage) return this.exportedBy(module, wanted, exported === 'default', 0);
    // `from shop import cart` names a module rather than something in one.
    return exported === undefined ? undefined : this.byModule(`${path}/${exported}`, outline, rest);
  }

  private byModule(path: string, outline: Outline, rest: string | undefined): Known | undefined {
    const module = this.modules.find(path, outline);
    return module === undefined ? undefined : this.exportedBy(module, rest, false, 0);
  }

  /** What a module exports by a name, itself or from another; the module where the name is that of a function. */
  private exportedBy(module: string, name: string | undefined, isDefault: boolean, depth: number): Known | undefined {
    const own = this.byName.get(module);
    if (name !== undefined) {
      const found = this.byName.get(`${module}#${name}`);
      if (found) return found;
    }
    const outline = own?.outline ?? this.modules.file(module);
    if (isDefault && outline) {
      const classes = outline.units.filter((unit) => unit.kind !== 'module');
      if (!own && classes.length === 1 && classes[0]) return this.byName.get(`${module}#${classes[0].name}`);
    }
    const held = own && name !== undefined && Object.hasOwn(own.unit.holds, name) ? this.resolve({ type: own.unit.holds[name] ?? '', outline: own.outline }) : undefined;
    if (held) return held;
    if (outline && name !== undefined && depth < deepest) {
      const passed = this.passedOn(outline, module, name, depth);
      if (passed) return passed;
    }
    return own;
  }

  private passedOn(outline: Outline, module: string, name: string, depth: number): Known | undefined {
    const from = Object.hasOwn(outline.imports, name) ? outline.imports[name] : undefined;
    const sources = [...(from === undefined ? [] : [from.includes('#') ? from : `${from}#${name}`]), ...outline.packagesImported.map((path) => `${path}#${name}`)];
    for (const source of sources) {
      const [path = '', exported] = source.split('#');
      const next = this.modules.find(path, outline);
      const inside = next === undefined || next === module ? undefined : this.exportedBy(next, exported, exported === 'default', depth + 1);
      // A star passes on what the module has by that name, not the module.
      if (inside && (from !== undefined || inside.unit.kind !== 'module' || inside.unit.methods.some((method) => method.name === name))) return inside;
      const below = next === undefined ? this.modules.find(`${path}/${exported ?? ''}`, outline) : undefined;
      if (below !== undefined) return this.byName.get(below);
    }
    return undefined;
  }

  /** Whether a name is imported from a package that is no part of the program. */
  isForeign(name: string, outline: Outline): boolean {
    const first = headOf(name).split('.')[0] ?? '';
    const imported = Object.hasOwn(outline.imports, first) ? outline.imports[first] : undefined;
    return imported?.startsWith(':') === true && this.modules.isForeign(imported.split('#')[0] ?? '', outline);
  }

  /** Types of the program that a type extends or implements directly. */
  superiors(known: Known): readonly Known[] {
    let found = this.directly.get(known);
    if (!found) {
      found = known.unit.above.flatMap((above) => {
        const one = this.resolve({ type: above, outline: known.outline });
        return one && one !== known ? [one] : [];
      });
      this.directly.set(known, found);
    }
    return found;
  }

  /** Classes of the program that implement an interface or extend a class, whatever stands between. */
  implementations(of: Known): readonly Known[] {
    const found = new Set<Known>();
    const visit = (known: Known, depth: number): void => {
      for (const lower of this.below.get(known.qualified) ?? []) {
        if (found.has(lower) || depth > deepest) continue;
        if (lower.unit.kind !== 'interface') found.add(lower);
        visit(lower, depth + 1);
      }
    };
    visit(of, 0);
    return [...found].sort((a, b) => (a.qualified < b.qualified ? -1 : 1));
  }

  /** The one type of a language that declares a method of a name; those below it that override or implement it do not count. */
  onlyOne(method: string, from: Known): Known | undefined {
    if (this.declaring.size === 0) {
      for (const known of this.all) {
        if (known.unit.kind === 'module') continue;
        for (const { name } of known.unit.methods) this.declaring.set(name, [...(this.declaring.get(name) ?? []), known]);
      }
    }
    const found = (this.declaring.get(method) ?? []).filter((known) => known.outline.language === from.outline.language);
    const tops = found.filter((known) => !this.superiors(known).some((above) => this.declares(above, method)));
    return new Set(tops.map(({ id }) => id)).size === 1 ? tops[0] : undefined;
  }

  private method(known: Known, name: string): OutlineMethod | undefined {
    let methods = this.methods.get(known);
    if (!methods) this.methods.set(known, (methods = new Map([...known.unit.methods].reverse().map((method) => [method.name, method]))));
    return methods.get(name);
  }

  /** The type, or the one above it, that declares a method. */
  declares(known: Known, method: string, depth = 0): Known | undefined {
    if (this.method(known, method)) return known;
    if (depth > deepest) return undefined;
    for (const above of this.superiors(known)) {
      const found = this.declares(above, method, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether something above a type is no code of the program, so that it has methods that nothing here declares. */
  isOpen(known: Known, depth = 0): boolean {
    return depth > deepest || known.unit.above.some((above) => {
      const found = this.resolve({ type: above, outline: known.outline });
      return !found || (found !== known && this.isOpen(found, depth + 1));
    });
  }

  /** The type at the end of a path of fields and calls. */
  walk(start: Written, through: readonly string[]): Written | undefined {
    let at: Written | undefined = start;
    for (const part of through) at = at && this.member(at, part);
    return at;
  }

  private member(at: Written, part: string): Written | undefined {
    const type = awaited(at.type);
    const element = elementOf(type);
    const known = element === undefined ? this.resolve(at) : undefined;
    if (known) return this.memberOf(known, part, 0);
    if (element === undefined) return undefined;
    if (part === '*') return { type: element, outline: at.outline };
    const name = part.endsWith('()') ? part.slice(0, -2) : part;
    if (keepsElements(name)) return at;
    return givesElement(name) ? { type: element, outline: at.outline } : undefined;
  }

  private memberOf(known: Known, part: string, depth: number): Written | undefined {
    const { unit, outline } = known;
    const isCall = part.endsWith('()');
    const name = isCall ? part.slice(0, -2) : part;
    // A property of a script is a method that is not called.
    const type = (isCall || byPath(outline) ? this.method(known, name)?.result : undefined) ?? held(unit, isCall ? propertyOf(name) : name);
    if (type !== undefined) return { type, outline };
    const inner = this.byName.get(`${known.qualified}${byPath(outline) ? '#' : '.'}${name}`);
    if (inner) return { type: inner.unit.name, outline: inner.outline };
    // A constant of an enum is of its type.
    if (unit.kind === 'enum' && /^[A-Z][A-Z\d_]*$/.test(part)) return { type: unit.name, outline };
    if (depth > deepest) return undefined;
    for (const above of this.superiors(known)) {
      const found = this.memberOf(above, part, depth + 1);
      if (found) return found;
    }
    // MyBatis-Plus hands its services the mapper that they name.
    const mapper = /^(?:baseMapper|getBaseMapper\(\))$/.test(part) ? unit.above.find((above) => headOf(above) === 'ServiceImpl') : undefined;
    const [first] = mapper === undefined ? [] : argumentsOf(mapper);
    if (first !== undefined) return { type: first, outline };
    return isCall ? this.ofRepository(known, name) : undefined;
  }

  /** What a method gives that a framework implements: one entity, or several. */
  private ofRepository({ unit, outline }: Known, method: string): Written | undefined {
    const named = unit.above.map(argumentsOf).find((parts) => parts.length > 0) ?? [];
    const entity = named.find((part) => this.resolve({ type: part, outline })?.unit.kind === 'class');
    if (entity === undefined || !/^(?:find|get|select|save|load|list|query|merge|persist)/.test(method)) return undefined;
    if (/^(?:findAll|list|selectList|saveAll)/.test(method)) return { type: `List<${entity}>`, outline };
    return { type: /^find(?:ById|One)$/.test(method) ? `Optional<${entity}>` : entity, outline };
  }
}

function held(unit: OutlineUnit, name: string): string | undefined {
  return Object.hasOwn(unit.holds, name) ? unit.holds[name] : undefined;
}

/** The field behind a method that only gives it. */
function propertyOf(method: string): string {
  const begin = method.startsWith('get') ? 3 : method.startsWith('is') ? 2 : 0;
  return begin > 0 && begin < method.length ? `${method.charAt(begin).toLowerCase()}${method.slice(begin + 1)}` : method;
}
