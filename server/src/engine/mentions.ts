import type { Finding } from '../contract/finding.js';
import { loadersOf, waysToName } from '../syntax/named-document.js';
import type { FileResult } from './analyze-file.js';

/** Where names are written in the files of a workspace. */
export interface Mentions {
  /** Whether a name is written in another file than the given one; true as long as nobody looked, and where too little code is there to tell. */
  isWrittenBeside(file: string, name: string): boolean;
  /** Whether another file than the given one may read an attribute of this name; true as well where nobody looked. */
  isReadBeside(file: string, name: string): boolean;
}

/** Names on which it depends whether findings are reached. */
export interface NamesAsked {
  readonly written: ReadonlySet<string>;
  /** Names of attributes: that they are written does not say that anything reads them. */
  readonly read: ReadonlySet<string>;
}

export function namesAsked(results: Iterable<FileResult>): NamesAsked {
  const written = new Set<string>();
  const read = new Set<string>();
  for (const { findings } of results) {
    for (const { file, reachedBy: { type, methods, setting, attribute, document } = {} } of findings) {
      const naming = document ? [...waysToName(file, document), ...loadersOf(document)] : [];
      for (const name of [type, ...(methods ?? []), ...(setting?.names ?? []), ...(setting?.others ?? []), ...(attribute?.otherwise ?? []), ...naming]) if (name !== undefined && name !== 'main') written.add(name);
      for (const name of attribute?.names ?? []) read.add(name);
    }
  }
  return { written, read };
}

/**
 * Whether anything leads to the place of a finding. Code that no one calls does no harm, whatever it says. `isStarted` says whether
 * classes are started by their `main` where the file belongs; a server that a WAR is deployed to starts none.
 */
export function isReached({ file, reachedBy }: Finding, mentions: Mentions, isStarted: (file: string) => boolean): boolean {
  if (!reachedBy) return true;
  const { type, methods, setting, attribute, document } = reachedBy;
  const isWritten = (name: string): boolean => mentions.isWrittenBeside(file, name);
  // That code reads other keys of the file, and this one nowhere, says that the key was left over.
  if (setting && !setting.names.some(isWritten) && setting.others.some(isWritten)) return false;
  if (attribute && !attribute.names.some((name) => mentions.isReadBeside(file, name)) && !attribute.otherwise.some(isWritten)) return false;
  if (document && !waysToName(file, document).some(isWritten) && loadersOf(document).some(isWritten)) return false;
  const leads = (name: string): boolean => (name === 'main' ? isStarted(file) : mentions.isWrittenBeside(file, name));
  return (type === undefined || mentions.isWrittenBeside(file, type)) && (methods === undefined || methods.some(leads));
}
