import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { LoadTest } from '../../../server/src/autoscaling/load-test/collector.js';
import { goalOf } from '../../../server/src/autoscaling/sizing/goal.js';
import { sizing, type Tests, type Wishes } from '../../../server/src/laboratory/sizing.js';

const test: LoadTest = { tool: 'JMeter', duration: 600, requests: 60_000, errors: 0, throughput: 100, mean: 80, p95: 200, intervals: [] };
const tests: Tests = [{ test, pods: 2 }];
const wishes: Wishes = { workload: { name: 'desk', kind: 'Deployment' }, request: 500, cpu: 2000, usual: 60, peak: 300, headroom: 0.2, growth: 0.005, startUp: 60 };

describe('an autoscaler for both mouths', () => {
  it('is the numbers, the way to the peak, notes and a manifest', () => {
    const { sized, course, notes, manifest } = sizing(tests, wishes, 'en');
    assert.deepEqual([sized.min, sized.max, sized.target], [4, 24, 62]);
    assert.ok(course.pods >= sized.min && course.pods <= sized.max);
    assert.match(notes.join('\n'), new RegExp(`mean ${course.mean} ms, 95 % within ${course.p95} ms, at most ${course.pods} pods`));
    assert.equal((parse(manifest) as { metadata: { name: string } }).metadata.name, 'desk');
  });
  it('says what it assumed where the user left it open', () => {
    const { usual: _usual, growth: _growth, peak: _peak, ...rest } = wishes;
    const { notes, sized } = sizing(tests, rest, 'ko');
    assert.match(notes.join('\n'), /피크의 3분의 1로 가정합니다[^]*10분에 걸쳐 피크에 이른다고 가정합니다/);
    assert.deepEqual(sized.derivations.find(({ what }) => what === 'maximum')?.args['peak'], test.throughput);
  });
});

describe('a goal', () => {
  it('is a duration with what it is of', () => {
    assert.deepEqual(['p95=300ms', 'mean=0.2s', '1500ms', 'p95 = 2s'].map(goalOf), [{ of: 'p95', within: 300 }, { of: 'mean', within: 200 }, { of: 'p95', within: 1500 }, { of: 'p95', within: 2000 }]);
    for (const text of ['', '300', 'p95=', 'p99=300ms', 'mean=fast', '0ms']) assert.equal(goalOf(text), undefined, text);
  });
});
