import { basename } from '../base/paths.js';
import type { Edit } from '../contract/rule.js';
import { addDependencies as addToGradle } from './gradle/edit.js';
import { addDependencies as addToPom, type Coordinates } from './xml/edit.js';

/**
 * Adds dependencies to a POM or a Gradle script. What is there already is left alone: no edits when nothing is missing,
 * `undefined` when the build file cannot be read or has no place for them.
 */
export function dependencyEdits(buildFile: string, wanted: readonly Coordinates[], read: (path: string) => string | undefined): readonly Edit[] | undefined {
  const text = read(buildFile);
  if (text === undefined) return undefined;
  return basename(buildFile) === 'pom.xml' ? addToPom(buildFile, text, wanted) : addToGradle(buildFile, text, wanted);
}
