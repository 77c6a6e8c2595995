import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { deployableIn } from '../deployable.js';

/** Fact kinds that {@link startsItself} looks at. */
export const nodeReads: readonly FactKind[] = ['build.module', 'build.gradle-settings', 'build.entry-point'];

/** Whether the code at a place is started by itself rather than taken in by other packages as a library. */
export function startsItself(model: Model, fact: Fact): boolean {
  const { dir, tool, application } = model.moduleOf(fact.file);
  if (tool !== 'npm') return true;
  return deployableIn(model, dir)?.kind === 'node' || deployableIn(model, application)?.kind === 'node';
}

/** Whether a fact is the first of its kind in its application, so that what concerns the whole is told once. */
export function isFirst(model: Model, fact: Fact): boolean {
  const { application } = model.moduleOf(fact.file);
  return model.facts(fact.kind).find((other) => model.moduleOf(other.file).application === application && startsItself(model, other)) === fact;
}
