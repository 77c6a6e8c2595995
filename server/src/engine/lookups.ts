import type { Fact } from '../contract/workspace.js';
import type {} from '../facts/lookup.js';
import type { FileResult } from './analyze-file.js';

/** Paths, or ends of paths, of the files that facts ask to be looked at. */
export function lookupsOf(results: Iterable<FileResult>): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { facts } of results) for (const fact of facts) if (fact.kind === 'lookup') paths.add((fact as Fact<'lookup'>).value.path);
  return paths;
}
