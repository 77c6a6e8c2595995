import type { LookUp } from '../contract/rule.js';
import type { Fact } from '../contract/workspace.js';
import type {} from '../facts/lookup.js';
import type { FileResult } from './analyze-file.js';

/** Paths, or ends of paths, of the files that facts ask to be looked at, and for what. */
export function lookupsOf(results: Iterable<FileResult>): ReadonlyMap<string, LookUp> {
  const wanted = new Map<string, LookUp>();
  for (const { facts, lookedUp } of results) {
    for (const fact of facts) {
      if (fact.kind !== 'lookup') continue;
      const { path, wants } = (fact as Fact<'lookup'>).value;
      // What a class does that is asked for its code, it may inherit.
      if (wants === 'code' || lookedUp === 'code' || !wanted.has(path)) wanted.set(path, lookedUp === 'code' ? 'code' : wants);
    }
  }
  return wanted;
}

/** Whether a file that was looked at for one purpose has to be looked at for another one. */
export function goesBeyond(wanted: LookUp, done: LookUp | undefined): boolean {
  return done === undefined || (done === 'types' && wanted === 'code');
}
