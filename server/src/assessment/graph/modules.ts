import { dirname, isInside } from '../../base/paths.js';
import type { Outline } from '../../syntax/outline/outline.js';
import type { ModuleAlias } from '../../syntax/outline/module-alias.js';

export function modulePath(file: string): string {
  return file.replace(/\.[cm]?[jt]sx?$|\.py$/, '');
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Paths that bundlers are told to take for a folder of the program, where no compiler is. */
const usualAlias = /^(?:@|~|#|@src|@app|src)\/(?=.)/;

/** Finds the modules that imports mean. */
export class Modules {
  private readonly files = new Map<string, Outline>();
  /** Modules by the last part of their path, for imports that do not begin at the root. */
  private readonly byLastPart = new Map<string, string[]>();
  /** Names that stand in no pattern, by their beginning up to the star: those of the nearest configuration first. */
  private readonly aliases: readonly (ModuleAlias & { readonly before: string; readonly behind: string | undefined })[];
  /** What names mean, by the folder that writes them. */
  private readonly ofFolders = new Map<string, Map<string, string | undefined>>();

  constructor(outlines: readonly Outline[], aliases: readonly ModuleAlias[]) {
    for (const outline of outlines) {
      const path = modulePath(outline.file);
      this.files.set(path, outline);
      const last = path.replace(/\/(?:index|__init__)$/, '').split('/').at(-1) ?? '';
      const alike = this.byLastPart.get(last);
      if (alike) alike.push(path);
      else this.byLastPart.set(last, [path]);
    }
    this.aliases = aliases.map((alias) => {
      const [before = '', behind] = alias.pattern.split('*');
      return { ...alias, before, behind };
    }).sort((a, b) => b.scope.length - a.scope.length || b.before.length - a.before.length || (a.pattern < b.pattern ? -1 : 1));
  }

  file(module: string): Outline | undefined {
    return this.files.get(module);
  }

  /** Path of the module that an import means: a path, or a name behind a colon or a tilde (see {@link Outline.imports}). */
  find(written: string, from: Outline): string | undefined {
    if (written.startsWith(':')) return this.remembered(written.slice(1), from);
    const isLoose = written.startsWith('~');
    const plain = modulePath(written.replace(/^~/, ''));
    const direct = isLoose && from.language !== 'python' ? undefined : this.at(plain);
    if (direct !== undefined) return direct;
    return isLoose || from.language === 'python' ? this.ending(plain, from, isLoose) : undefined;
  }

  /** Whether a name is that of a package of others: nothing says what it means, and it does not look like one of the program's own. */
  isForeign(written: string, from: Outline): boolean {
    return !usualAlias.test(written.slice(1)) && this.find(written, from) === undefined;
  }

  private at(path: string): string | undefined {
    return [path, `${path}/index`, `${path}/__init__`].find((tried) => this.files.has(tried));
  }

  private remembered(name: string, from: Outline): string | undefined {
    const folder = dirname(from.file);
    let known = this.ofFolders.get(folder);
    if (!known) this.ofFolders.set(folder, (known = new Map()));
    if (!known.has(name)) known.set(name, this.named(name, from));
    return known.get(name);
  }

  /** A name that is no path: as a configuration, a package or custom says. */
  private named(name: string, from: Outline): string | undefined {
    const plain = modulePath(name.replace('%23', '#'));
    for (const { scope, before, behind, targets } of this.aliases) {
      if (!isInside(from.file, scope) || !plain.startsWith(before) || (behind === undefined ? plain !== before : !plain.endsWith(behind))) continue;
      const star = plain.slice(before.length, plain.length - (behind ?? '').length);
      for (const target of targets) {
        const found = this.at(target.replace('*', () => star));
        if (found !== undefined) return found;
      }
    }
    return usualAlias.test(plain) ? this.ending(plain.replace(usualAlias, ''), from, true) : undefined;
  }

  /**
   * The module whose path ends so and stands nearest. Imports of Python begin at a folder that is no package; loose ones
   * anywhere.
   */
  private ending(plain: string, from: Outline, isLoose: boolean): string | undefined {
    const ending = `/${plain}`;
    const alike = (this.byLastPart.get(plain.split('/').at(-1) ?? '') ?? []).filter((known) => {
      const whole = `/${known.replace(/\/(?:index|__init__)$/, '')}`;
      return whole.endsWith(ending) && (isLoose || !this.files.has(`${whole.slice(1, -ending.length)}/__init__`));
    });
    return alike.map((known) => ({ known, shared: sharedLength(known, from.file) })).sort((a, b) => b.shared - a.shared || (a.known < b.known ? -1 : 1))[0]?.known;
  }
}
