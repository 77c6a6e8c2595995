import type { Fact, FactKind, Model } from '../contract/workspace.js';

/** Facts of the subject's kind in its own application that have the same key, ordered by place; the subject is among them. */
export function sameInApplication<K extends FactKind>(model: Model, subject: Fact<K>, key: (fact: Fact<K>) => string): readonly Fact<K>[] {
  const { application } = model.moduleOf(subject.file);
  const wanted = key(subject);
  return model.factsFor(subject.kind as K, subject.file).filter((fact) => model.moduleOf(fact.file).application === application && key(fact) === wanted);
}

/** Places listed beside a root; the rest of a large monolith would only be noise. */
export const listed = 20;
