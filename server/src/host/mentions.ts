import type { Mentions } from '../engine/mentions.js';
import { roleOf } from '../engine/roles.js';
import { languageOf } from '../syntax/languages.js';
import type { Host } from './host.js';
import { WordSet } from './words.js';

/** Files that may name a class or a method of a JVM application: code, pages and their tag libraries, configuration, lists of services, routes. */
const mayName = /\.(?:java|kts?|groovy|gradle|scala|clj|jspx?|jspf|tagx?|x?html?|xml|tld|conf|ftlh?|vm|vtl|properties|ya?ml|drl|zul|gsp|js|jrxml)$|(?:^|\/)META-INF\/(?:services|spring)\/[^/]+$|(?:^|\/)routes$/i;
const code = /\.(?:java|kt|groovy|scala)$/;

/** Fewer files of code than this are a sample, or a part of something: who calls what is said elsewhere. */
const whole = 100;

/** Names that can be told apart in any encoding. */
const isAscii = /^[\w$][\x20-\x7e]*$/;

/** As many files as it takes to know that one beside any given file names something. */
const enough = 2;

/** Looks names up in the texts of a workspace, and keeps in mind where it found them. */
export class NameSearch implements Mentions {
  /** Files that name something, no more of them than needed; names that were not looked for are absent. */
  private readonly places = new Map<string, ReadonlySet<string>>();
  private files: readonly string[] = [];
  private tellsAll = false;

  constructor(private readonly host: Host) {}

  /** Takes the files that there are now. Tests call what the product may not, and bundles call nothing of it, so that they do not count. */
  list(paths: readonly string[]): void {
    const before = new Set(this.files);
    this.files = paths.filter((path) => mayName.test(path) && !/^(?:test|generated)$/.test(roleOf(path, languageOf(path) ?? 'java')));
    const added = this.files.filter((path) => !before.delete(path));
    if (before.size > 0) this.places.clear();
    for (const path of added) this.changed(path);
    this.tellsAll = this.files.filter((path) => code.test(path)).length >= whole;
  }

  /** Looks for names that were not looked for before. */
  find(names: ReadonlySet<string>): void {
    const found = new Map([...names].filter((name) => this.tellsAll && isAscii.test(name) && !this.places.has(name)).map((name) => [name, new Set<string>()]));
    let open = new Set(found.keys());
    let words = new WordSet(open);
    for (const path of this.files) {
      if (open.size === 0) break;
      const text = this.host.raw(path);
      const seen = text ? words.in(text) : [];
      for (const name of seen) found.get(name)?.add(path);
      const rest = new Set([...open].filter((name) => (found.get(name)?.size ?? 0) < enough));
      if (rest.size < open.size) words = new WordSet((open = rest));
    }
    for (const [name, places] of found) this.places.set(name, places);
  }

  /** Takes note that the text of a file is another one now. */
  changed(path: string): void {
    if (this.places.size === 0 || !this.files.includes(path)) return;
    const text = this.host.raw(path);
    const seen = text ? new WordSet(this.places.keys()).in(text) : new Set();
    for (const [name, places] of this.places) {
      if (seen.has(name) && places.size < enough) this.places.set(name, new Set([...places, path]));
      // Another file may name it that nobody had to read so far.
      else if (!seen.has(name) && places.has(path)) this.places.delete(name);
    }
  }

  isWrittenBeside(file: string, name: string): boolean {
    const places = this.places.get(name);
    return !places || [...places].some((path) => path !== file);
  }
}
