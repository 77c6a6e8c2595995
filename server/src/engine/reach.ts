import { basename } from '../base/paths.js';
import type { Finding, NeededSetting } from '../contract/finding.js';
import type { Model } from '../contract/workspace.js';
import { isNoServer } from '../facts/program-kind.js';
import type {} from '../facts/used-by-name.js';
import { loadersOf, waysToName } from '../syntax/named-document.js';
import type { Mentions } from './mentions.js';

const jvmCode = /\.(?:java|kt)$/;

/** Whether anything leads to a place. Code that no one calls does no harm, whatever it says. */
export class Reach {
  /** Files that no replica runs: nothing names what is in them, or only files of the same kind do. */
  private readonly idle = new Map<string, readonly string[]>();
  private readonly ofTools = new Map<string, boolean>();
  private injectsAll: boolean | undefined;

  /** `isStarted` says whether classes are started by their `main` where a file belongs; a server that a WAR is deployed to starts none. */
  constructor(private readonly mentions: Mentions, private readonly model: Model, private readonly isStarted: (file: string) => boolean) {
    for (const { file, value } of model.facts('used-by-name')) if (this.areOwn(value.above)) this.idle.set(file, value.names);
    for (let before = -1; before !== this.idle.size;) {
      before = this.idle.size;
      for (const [file, names] of this.idle) if (names.some((name) => this.isUsed(file, [name]))) this.idle.delete(file);
    }
  }

  isReached({ file, reachedBy }: Finding): boolean {
    if (!reachedBy || this.idle.has(file)) return !this.idle.has(file);
    const { types, above = [], methods, through = [], setting, attribute, document } = reachedBy;
    const { mentions } = this;
    const isWritten = (name: string): boolean => mentions.isWrittenBeside(file, name);
    if (setting && !this.isRead(file, setting)) return false;
    if (attribute && !attribute.names.some((name) => mentions.isReadBeside(file, name)) && !attribute.otherwise.some(isWritten)) return false;
    if (document && !waysToName(file, document).some((name) => this.isUsed(file, [name])) && loadersOf(document).some(isWritten)) return false;
    const isCalled = (name: string): boolean => (name === 'main' ? this.isStarted(file) : this.isUsed(file, name.split('#'), through));
    return (types === undefined || !this.areOwn(above) || types.some((name) => this.isUsed(file, [name]))) && (methods === undefined || !through.every((type) => this.isCalledInCode(type)) || methods.some(isCalled));
  }

  /** Whether supertypes of a class let nobody find it who does not write its name. */
  private areOwn(above: readonly string[]): boolean {
    if (above.length === 0) return true;
    // Java EE makes a bean of any class where an application has such a file.
    this.injectsAll ??= this.model.files.some((path) => /(?:^|\/)(?:META-INF|WEB-INF)\/beans\.xml$/.test(path));
    return !this.injectsAll && above.every((name) => this.mentions.isDeclared(name));
  }

  /** Whether anything may read a setting. That code reads other keys of the file, and this one nowhere, says that the key was left over; so does a file that nothing names. */
  private isRead(file: string, setting: NeededSetting): boolean {
    if (setting.names.some((name) => this.isUsed(file, [name]))) return true;
    const isWritten = (name: string): boolean => this.mentions.isWrittenBeside(file, name);
    return !setting.others.some(isWritten) && (!setting.named || waysToName(file, 'settings').some(isWritten));
  }

  /** Whether methods are called through an interface by code of the workspace alone, which names them: no exporter, no descriptor names it. */
  private isCalledInCode(type: string): boolean {
    const writers = this.mentions.writersOf(type);
    return writers !== undefined && writers.every((writer) => jvmCode.test(writer)) && this.mentions.isPlainInterface(type);
  }

  /** Whether code that a replica runs, or something that is no code, writes the names outside of the file, the rarest first; the declarations of a type and of interfaces do not count. */
  private isUsed(file: string, names: readonly string[], interfaces: readonly string[] = []): boolean {
    const [rarest = ''] = names;
    const declared = new Set([rarest, ...interfaces]);
    const isDeclaration = (writer: string): boolean => writer === file || (jvmCode.test(writer) && declared.has(basename(writer).replace(jvmCode, '')));
    const uses = (writer: string): boolean => !isDeclaration(writer) && this.isRun(writer) && names.every((name) => this.mentions.isWrittenIn(writer, name));
    const writers = this.mentions.writersOf(rarest);
    return !writers || writers.some(uses);
  }

  private isRun(file: string): boolean {
    if (this.idle.has(file)) return false;
    if (!jvmCode.test(file)) return true;
    const known = this.ofTools.get(file) ?? isNoServer(this.model, file);
    this.ofTools.set(file, known);
    return !known;
  }
}
