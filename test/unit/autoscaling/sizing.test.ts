import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LoadTest } from '../../../server/src/autoscaling/load-test/collector.js';
import { fitScalability } from '../../../server/src/autoscaling/sizing/scalability.js';
import { size, type SizingInput } from '../../../server/src/autoscaling/sizing/size.js';

const near = (actual: number | undefined, wanted: number, share = 1e-6): void => assert.ok(actual !== undefined && Math.abs(actual - wanted) <= share * Math.max(1e-9, Math.abs(wanted)), `${actual} is not ${wanted}`);

describe('the universal scalability law', () => {
  const law = (gamma: number, sigma: number, kappa: number) => (pods: number) => ({ pods, throughput: (gamma * pods) / (1 + sigma * (pods - 1) + kappa * pods * (pods - 1)) });

  it('is found again in tests that follow it', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1000, noNaN: true }), fc.double({ min: 0.001, max: 0.5, noNaN: true }), fc.double({ min: 0.0001, max: 0.05, noNaN: true }), (gamma, sigma, kappa) => {
      const found = fitScalability([1, 2, 4, 8].map(law(gamma, sigma, kappa)));
      near(found?.gamma, gamma, 1e-4);
      near(found?.sigma, sigma, 1e-3);
      near(found?.kappa, kappa, 1e-3);
      near(found?.most, Math.sqrt((1 - sigma) / kappa), 1e-3);
    }));
  });
  it('knows no end where pods do not hinder each other', () => {
    const found = fitScalability([1, 2, 3].map((pods) => ({ pods, throughput: 50 * pods })));
    near(found?.gamma, 50);
    assert.ok((found?.most ?? Infinity) > 1000);
  });
  it('needs three numbers of pods', () => {
    assert.equal(fitScalability([{ pods: 1, throughput: 10 }, { pods: 2, throughput: 18 }, { pods: 2, throughput: 19 }]), undefined);
  });
});

const test: LoadTest = { tool: 'JMeter', duration: 600, requests: 60_000, errors: 0, throughput: 100, mean: 80, p95: 200, intervals: [] };
const input: SizingInput = { tests: [{ test, pods: 2 }], cpu: 2000, request: 500, usual: 60, peak: 300, headroom: 0.2, growth: 0.005, startUp: 60 };

describe('an autoscaler from a load test', () => {
  it('is worked out as by hand', () => {
    // 2000 m / 100 per second = 20 ms; 90 s until a pod serves; 90 % / (1 + 0.005 × 90) = 62 %; 500 m × 62 % / 20 ms = 15.5 per second.
    const { cost, target, min, max, confidence, warnings } = size(input);
    assert.deepEqual([cost, target, min, max, confidence], [20, 62, Math.ceil(60 / 15.5), Math.ceil(360 / 15.5), 'medium']);
    assert.deepEqual(warnings, []);
  });
  it('stops where the database has no more connections', () => {
    const { min, max, warnings } = size({ ...input, connections: { database: 100, pool: 10 } });
    assert.deepEqual([min, max, warnings.map(({ what }) => what)], [4, 10, ['connections']]);
    assert.deepEqual([size({ ...input, connections: { database: 30, pool: 10 } })].map((each) => [each.min, each.max]), [[3, 3]]);
  });
  it('stops where more pods answer less', () => {
    const throughput = (pods: number): number => (60 * pods) / (1 + 0.05 * (pods - 1) + 0.01 * pods * (pods - 1));
    const { max, warnings, confidence } = size({ ...input, tests: [{ test: { ...test, throughput: throughput(2) }, pods: 2 }, { test: { ...test, throughput: throughput(4) }, pods: 4 }, { test: { ...test, throughput: throughput(8) }, pods: 8 }] });
    assert.deepEqual([max, warnings.map(({ what }) => what), confidence], [9, ['sharedState'], 'high']);
  });
  it('says when the CPU was guessed, the test failed, the load is too fast, or nothing has to scale', () => {
    const { cpu: _cpu, ...guessed } = input;
    assert.deepEqual([size(guessed).confidence, size(guessed).cost], ['low', 10]);
    const warned = (more: Partial<SizingInput>): readonly string[] => size({ ...input, ...more }).warnings.map(({ what }) => what);
    assert.deepEqual(warned({ tests: [{ test: { ...test, errors: 3000 }, pods: 2 }] }), ['errors']);
    assert.deepEqual(warned({ growth: 0.05 }), ['outrun']);
    assert.deepEqual(warned({ usual: 10, peak: 20 }), ['steady']);
  });
  it('asks for no fewer pods when requests cost more, or more of them come', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 8000 }), fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (cpu, moreCpu, peak, morePeak) => {
      const pods = (one: number, other: number): number => size({ ...input, cpu: one, usual: 1, peak: other }).max;
      assert.ok(pods(cpu, peak) <= pods(cpu + moreCpu, peak) && pods(cpu, peak) <= pods(cpu, peak + morePeak));
    }));
  });
});
