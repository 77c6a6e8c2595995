import type { NeededNames } from '../contract/finding.js';
import type { Fact } from '../contract/workspace.js';
import type {} from '../facts/used-by-name.js';
import { loadersOf, waysToName } from '../syntax/named-document.js';
import type { FileResult } from './analyze-file.js';

/** Where names are written in the files of a workspace. */
export interface Mentions {
  /** Whether a name is written in another file than the given one; true as long as nobody looked, and where too little code is there to tell. */
  isWrittenBeside(file: string, name: string): boolean;
  /** The files that write a name; `undefined` when there are more than a few of them, or nobody looked. */
  writersOf(name: string): readonly string[] | undefined;
  /** Whether a file of code is named after a type. */
  isDeclared(type: string): boolean;
  /** Whether all files that are named after a type declare an interface that extends nothing and bears no mark, so that no framework calls through it. */
  isPlainInterface(type: string): boolean;
  /** Whether a file writes a name elsewhere than in a comment. */
  isWrittenIn(file: string, name: string): boolean;
  /** Whether another file than the given one may read an attribute of this name; true as well where nobody looked. */
  isReadBeside(file: string, name: string): boolean;
}

/** Names on which it depends whether findings are reached. */
export interface NamesAsked {
  readonly written: ReadonlySet<string>;
  /** Names of attributes: that they are written does not say that anything reads them. */
  readonly read: ReadonlySet<string>;
}

/** Names of which another file has to write one for code of a file to be run; none where a framework may run it unasked. */
export function namesUsing({ facts }: FileResult): readonly string[] {
  return facts.flatMap((fact) => (fact.kind === 'used-by-name' ? (fact as Fact<'used-by-name'>).value.names : []));
}

/** What has to be named for the findings of a file to be reached, and for what rules tell of its facts. */
function needsOf({ findings, facts }: FileResult): readonly { readonly file: string; readonly reachedBy?: NeededNames }[] {
  return [...findings, ...facts.filter(({ reachedBy }) => reachedBy !== undefined)];
}

/** Names of classes and methods that lead to what was found in a file. */
export function namesLeading(result: FileResult): readonly string[] {
  return needsOf(result).flatMap(({ reachedBy: { types, methods } = {} }) => [...(types ?? []), ...(methods ?? [])]).filter((name) => name !== 'main').map((name) => name.replace(/#.*/, ''));
}

export function namesAsked(results: Iterable<FileResult>): NamesAsked {
  const written = new Set<string>();
  const read = new Set<string>();
  for (const result of results) {
    for (const name of [...namesUsing(result), ...namesLeading(result)]) written.add(name);
    for (const { file, reachedBy: { through, setting, attribute, document } = {} } of needsOf(result)) {
      const naming = document ? [...waysToName(file, document), ...loadersOf(document)] : [];
      for (const name of [...(through ?? []), ...(setting?.names ?? []), ...(setting?.others ?? []), ...(setting?.named === true ? waysToName(file, 'settings') : []), ...(attribute?.otherwise ?? []), ...naming]) written.add(name);
      for (const name of attribute?.names ?? []) read.add(name);
    }
  }
  return { written, read };
}
