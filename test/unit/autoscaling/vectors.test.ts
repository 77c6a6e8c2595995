import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer } from '../../../server/src/autoscaling/scenario/answer.js';
import type { Answer, Scenario } from '../../../server/src/autoscaling/scenario/scenario.js';

/** What the controller of Kubernetes 1.32 itself answered. */
function vectorsOf(file: string): readonly (Scenario & Answer)[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as readonly (Scenario & Answer)[];
}

function passes(vectors: readonly (Scenario & Answer)[]): void {
  for (const { expected, ...scenario } of vectors) it(scenario.id, () => assert.deepEqual(answer(scenario as Scenario).expected, expected));
}

describe('the controller model answers as the controller of Kubernetes', () => {
  const vectors = vectorsOf('vectors.json');
  it('to a hundred scenarios', () => assert.equal(vectors.length, 100));
  passes(vectors);
  // What the hundred leave out: one edge each, named after it.
  passes(vectorsOf('more-vectors.json'));
});
