import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer } from '../../../server/src/autoscaling/scenario/answer.js';
import type { Answer, Scenario } from '../../../server/src/autoscaling/scenario/scenario.js';

// What the controller of Kubernetes 1.32 itself answered.
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as readonly (Scenario & Answer)[];

describe('the controller model answers as the controller of Kubernetes', () => {
  it('to a hundred scenarios', () => assert.equal(vectors.length, 100));
  for (const { expected, ...scenario } of vectors) it(scenario.id, () => assert.deepEqual(answer(scenario as Scenario).expected, expected));
});
