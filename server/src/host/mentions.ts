import { basename } from '../base/paths.js';
import type { Mentions, NamesAsked } from '../engine/mentions.js';
import { roleOf } from '../engine/roles.js';
import { around, mayRead } from '../syntax/attribute-reads.js';
import { languageOf } from '../syntax/languages.js';
import { said } from '../syntax/said.js';
import type { Host } from './host.js';
import { WordSet, type Seen } from './words.js';

/** Files that may name a class, a method or a file of a JVM application: code, pages and their tag libraries, configuration, lists of services, routes, and what builds and starts it. */
const mayName = /\.(?:java|kts?|groovy|gradle|scala|clj|jspx?|jspf|tagx?|x?html?|xml|tld|conf|ftlh?|vm|vtl|properties|ya?ml|drl|zul|gsp|js|jrxml|mustache|hbs|peb|jelly|jte|xslt?|inc|sh|bash|bat|cmd|ps1|py|env|service|toml|ini|cfg|tpl)$|(?:^|\/)(?:bin|sbin|init\.d|scripts?)\/[^/.]+$|(?:^|\/)(?:[\w.-]*Dockerfile[\w.-]*|Makefile|Jenkinsfile|Procfile|\.env[\w.-]*)$|(?:^|\/)META-INF\/(?:services|spring)\/[^/]+$|(?:^|\/)routes$/i;
const code = /\.(?:java|kt|groovy|scala)$/;

/** Fewer files of code than this are a sample, or a part of something: who calls what is said elsewhere. */
const whole = 100;

/** Names that can be told apart in any encoding. */
const isAscii = /^[\x20-\x7e]*$/;

/** From so many files on it no longer matters which ones name something: code that nothing runs is named by few. */
const enough = 24;

/** Files in which names stand, as long as they are few; names that were not looked for are absent. */
class Places {
  private readonly files = new Map<string, Set<string>>();
  private readonly byFile = new Map<string, Set<string>>();
  /** Names that stand in many files. They stay so while somebody edits: it takes more than one edit to leave only idle files. */
  private readonly common = new Set<string>();

  /** `counts` says whether a name that stands at one of some places of a text is what is looked for. */
  constructor(private readonly counts: (path: string, text: Buffer, name: string, starts: readonly number[]) => boolean) {}

  names(): Iterable<string> {
    return this.files.keys();
  }

  clear(): void {
    this.files.clear();
    this.byFile.clear();
    this.common.clear();
  }

  /** Names that are looked for from now on, of those that were not before. */
  add(names: Iterable<string>): readonly string[] {
    const added = [...names].filter((name) => isAscii.test(name) && !this.files.has(name) && !this.common.has(name));
    for (const name of added) this.files.set(name, new Set());
    return added;
  }

  isOpen(name: string): boolean {
    return this.files.has(name);
  }

  /** Takes note of the names that stand in a file. */
  note(path: string, text: Buffer, seen: Seen): void {
    for (const [name, starts] of seen) {
      const files = this.files.get(name);
      if (!files || !this.counts(path, text, name, starts)) continue;
      files.add(path);
      const names = this.byFile.get(path);
      if (names) names.add(name);
      else this.byFile.set(path, new Set([name]));
      if (files.size === enough) this.common.add(name);
      if (files.size === enough) this.files.delete(name);
    }
  }

  /** Takes note that the text of a file is another one now. */
  changed(path: string, text: Buffer, seen: Seen): void {
    for (const name of this.byFile.get(path) ?? []) this.files.get(name)?.delete(path);
    this.byFile.delete(path);
    this.note(path, text, seen);
  }

  /** Whether a name stands in another file; true where nobody looked. */
  isBeside(file: string, name: string): boolean {
    const files = this.files.get(name);
    return !files || [...files].some((path) => path !== file);
  }

  /** The files in which a name stands; `undefined` where nobody looked, and when they are many. */
  of(name: string): readonly string[] | undefined {
    const files = this.files.get(name);
    return files && [...files];
  }
}

/** The class that a file is named after. */
export function classOf(path: string): string {
  return basename(path).replace(code, '');
}

function isRead(path: string, text: Buffer, name: string, starts: readonly number[]): boolean {
  return starts.some((start) => {
    const end = start + name.length;
    // Bytes are enough: what tells is ASCII in any encoding.
    return mayRead({ path, name, before: text.toString('latin1', Math.max(0, start - around.before), start), after: text.toString('latin1', end, end + around.after) });
  });
}

/** Looks names up in the texts of a workspace, and keeps in mind where it found them. */
export class NameSearch implements Mentions {
  private readonly written = new Places(() => true);
  private readonly read = new Places(isRead);
  private files: readonly string[] = [];
  /** Files of code by the class that they are named after. */
  private classes = new Map<string, string[]>();
  /** Names that files were asked for one by one. */
  private readonly inFiles = new Map<string, Map<string, boolean>>();
  private readonly plain = new Map<string, boolean>();
  private tellsAll = false;
  /** All names that were looked for; made when a file changes. */
  private known: WordSet | undefined;

  constructor(private readonly host: Host) {}

  /** Takes the files that there are now. Tests call what the product may not, and bundles call nothing of it, so that they do not count. */
  list(paths: readonly string[]): void {
    this.inFiles.clear();
    this.plain.clear();
    const before = new Set(this.files);
    this.files = paths.filter((path) => mayName.test(path) && !/^(?:test|generated)$/.test(roleOf(path, languageOf(path) ?? 'java')));
    const added = this.files.filter((path) => !before.delete(path));
    if (before.size > 0) for (const places of [this.written, this.read]) places.clear();
    for (const path of added) this.changed(path);
    const coded = this.files.filter((path) => code.test(path));
    this.classes = new Map();
    for (const path of coded) {
      const alike = this.classes.get(classOf(path));
      if (alike) alike.push(path);
      else this.classes.set(classOf(path), [path]);
    }
    this.tellsAll = coded.length >= whole;
  }

  /** Looks for names that were not looked for before, and at once for those of all classes, by which findings may be reached in turn. */
  find({ written, read }: NamesAsked): void {
    if (!this.tellsAll || written.size + read.size === 0) return;
    const looked = [this.written, this.read];
    const open = new Set([...this.written.add(written), ...this.read.add(read), ...this.written.add(this.classes.keys())]);
    if (open.size === 0) return;
    this.known = undefined;
    let words = new WordSet(open);
    let size = open.size;
    for (const path of this.files) {
      const text = this.host.raw(path);
      const seen: Seen = text ? words.in(text) : new Map();
      if (!text || seen.size === 0) continue;
      for (const places of looked) places.note(path, text, seen);
      for (const name of seen.keys()) if (!looked.some((places) => places.isOpen(name))) open.delete(name);
      if (open.size === 0) return;
      if (open.size < size / 2) words = new WordSet(open);
      if (open.size < size / 2) size = open.size;
    }
  }

  /** Takes note that the text of a file is another one now. */
  changed(path: string): void {
    this.inFiles.delete(path);
    this.plain.delete(classOf(path));
    const names = [...this.written.names(), ...this.read.names()];
    if (names.length === 0 || !this.files.includes(path)) return;
    this.known ??= new WordSet(new Set(names));
    const text = this.host.raw(path) ?? Buffer.alloc(0);
    const seen = this.known.in(text);
    for (const places of [this.written, this.read]) places.changed(path, text, seen);
  }

  isWrittenBeside(file: string, name: string): boolean {
    return this.written.isBeside(file, name);
  }

  writersOf(name: string): readonly string[] | undefined {
    return this.written.of(name);
  }

  isDeclared(type: string): boolean {
    return this.classes.has(type);
  }

  isPlainInterface(type: string): boolean {
    const known = this.plain.get(type);
    if (known !== undefined) return known;
    const declaration = new RegExp(`(?:^|[;}])\\s*(?:public\\s+)?interface\\s+${type}\\s*(?:<[^{}]*>)?\\s*\\{`);
    const paths = this.classes.get(type) ?? [];
    const answer = paths.length > 0 && paths.every((path) => declaration.test(said(path, this.host.raw(path)?.toString('latin1') ?? '')));
    this.plain.set(type, answer);
    return answer;
  }

  isWrittenIn(file: string, name: string): boolean {
    const known = this.inFiles.get(file) ?? new Map<string, boolean>();
    this.inFiles.set(file, known);
    const answer = known.get(name) ?? new WordSet([name]).in(Buffer.from(said(file, this.host.raw(file)?.toString('latin1') ?? ''), 'latin1')).has(name);
    known.set(name, answer);
    return answer;
  }

  isReadBeside(file: string, name: string): boolean {
    return this.read.isBeside(file, name);
  }
}
