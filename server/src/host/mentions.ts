import type { Mentions } from '../engine/mentions.js';
import { roleOf } from '../engine/roles.js';
import { languageOf } from '../syntax/languages.js';
import type { Host } from './host.js';

/** Files that may name a class or a method of a JVM application: code, pages and their tag libraries, configuration, lists of services, routes. */
const mayName = /\.(?:java|kts?|groovy|gradle|scala|clj|jspx?|jspf|tagx?|x?html?|xml|tld|conf|ftlh?|vm|vtl|properties|ya?ml|drl|zul|gsp|js|jrxml)$|(?:^|\/)META-INF\/(?:services|spring)\/[^/]+$|(?:^|\/)routes$/i;
const code = /\.(?:java|kt|groovy|scala)$/;

/** Fewer files of code than this are a sample, or a part of something: who calls what is said elsewhere. */
const whole = 100;

/** As many files as it takes to know that one beside any given file names something. */
const enough = 2;

function isPartOfName(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 0x24 || byte === 0x5f || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

/** Whether a name stands in a text as a whole word. */
function isWrittenIn(text: Buffer, name: string): boolean {
  for (let at = text.indexOf(name, 0, 'latin1'); at >= 0; at = text.indexOf(name, at + 1, 'latin1')) {
    if (!isPartOfName(text[at - 1]) && !isPartOfName(text[at + name.length])) return true;
  }
  return false;
}

/** Looks names up in the texts of a workspace, and keeps in mind where it found them. */
export class NameSearch implements Mentions {
  /** Files that name something, no more of them than needed; names that were not looked for are absent. */
  private readonly places = new Map<string, ReadonlySet<string>>();
  private files: readonly string[] = [];
  private tellsAll = false;

  constructor(private readonly host: Host) {}

  /** Takes the files that there are now. Tests call what the product may not, so that they do not count. */
  list(paths: readonly string[]): void {
    const before = new Set(this.files);
    this.files = paths.filter((path) => mayName.test(path) && roleOf(path, languageOf(path) ?? 'java') !== 'test');
    const added = this.files.filter((path) => !before.delete(path));
    if (before.size > 0) this.places.clear();
    for (const path of added) this.changed(path);
    this.tellsAll = this.files.filter((path) => code.test(path)).length >= whole;
  }

  /** Looks for names that were not looked for before. */
  find(names: ReadonlySet<string>): void {
    let open = this.tellsAll ? [...names].filter((name) => !this.places.has(name)) : [];
    const found = new Map(open.map((name) => [name, new Set<string>()]));
    for (const path of open.length > 0 ? this.files : []) {
      if (open.length === 0) break;
      const text = this.host.raw(path);
      const seen = text ? open.filter((name) => isWrittenIn(text, name)) : [];
      for (const name of seen) found.get(name)?.add(path);
      if (seen.length > 0) open = open.filter((name) => (found.get(name)?.size ?? 0) < enough);
    }
    for (const [name, places] of found) this.places.set(name, places);
  }

  /** Takes note that the text of a file is another one now. */
  changed(path: string): void {
    if (this.places.size === 0 || !this.files.includes(path)) return;
    const text = this.host.raw(path);
    for (const [name, places] of this.places) {
      const written = text !== undefined && isWrittenIn(text, name);
      if (written && places.size < enough) this.places.set(name, new Set([...places, path]));
      // Another file may name it that nobody had to read so far.
      else if (!written && places.has(path)) this.places.delete(name);
    }
  }

  isWrittenBeside(file: string, name: string): boolean {
    const places = this.places.get(name);
    return !places || [...places].some((path) => path !== file);
  }
}
