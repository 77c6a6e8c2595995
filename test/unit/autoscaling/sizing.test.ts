import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LoadTest } from '../../../server/src/autoscaling/load-test/collector.js';
import { fitScalability } from '../../../server/src/autoscaling/sizing/scalability.js';
import { allowedTarget, lowestTarget, size, type SizingInput } from '../../../server/src/autoscaling/sizing/size.js';
import { solve } from '../../../server/src/autoscaling/sizing/solve.js';

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
  // The measurements and what a nonlinear regression makes of them: B. Schwartz, Practical Scalability Analysis with the Universal Scalability Law (2015), Cisco benchmark.
  it('agrees with a published regression', () => {
    const measured = [
      955.16, 1878.91, 2688.01, 3548.68, 4315.54, 5130.43, 5931.37, 6531.08, 7219.8, 7867.61, 8278.71, 8646.7, 9047.84, 9426.55, 9645.37, 9897.24,
      10097.6, 10240.5, 10532.39, 10798.52, 11151.43, 11518.63, 11806, 12089.37, 12075.41, 12177.29, 12211.41, 12158.93, 12155.27, 12118.04, 12140.4, 12074.39,
    ];
    const found = fitScalability(measured.map((throughput, index) => ({ pods: index + 1, throughput })));
    near(found?.gamma, 995.6486, 0.002);
    near(found?.sigma, 0.02671591, 0.01);
    near(found?.kappa, 0.0007690945, 0.01);
    assert.equal(Math.floor(found?.most ?? 0), 35);
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

describe('a goal', () => {
  const core = { ...input, request: 1000, growth: 0.003 };
  const p95 = (within: number) => solve(core, { of: 'p95', within });

  it('is held by the target that the reaction allows, or by a lower one', () => {
    const free = solve(core);
    assert.deepEqual([free.sized.target, free.goal], [allowedTarget(core), undefined]);
    const easy = p95(free.course.p95);
    assert.deepEqual([easy.goal?.decides, easy.sized.target, easy.course], ['reaction', free.sized.target, free.course]);
    const harder = p95(free.course.p95 - 10);
    assert.equal(harder.goal?.decides, 'goal');
    assert.ok(harder.sized.target < free.sized.target && harder.course.p95 <= free.course.p95 - 10);
    assert.deepEqual([harder.goal?.before, harder.goal?.reached, harder.goal?.allowed], [free.course.p95, harder.course.p95, free.sized.target]);
  });
  it('that no target holds gets the best there is', () => {
    const { goal, course, sized } = p95(100);
    assert.equal(goal?.decides, 'nothing');
    assert.ok(course.p95 >= test.p95! && course.p95 < test.p95! * 1.05, `${course.p95}`);
    assert.ok(sized.target < allowedTarget(core));
    assert.equal(course.alone, test.mean);
  });
  it('may be of the mean, which needs no percentile', () => {
    const { p95: _p95, ...mean } = test;
    const { goal } = solve({ ...core, tests: [{ test: mean, pods: 2 }] }, { of: 'mean', within: 82 });
    assert.deepEqual([goal?.decides, goal?.modelled], ['goal', false]);
  });
  it('of the 95th percentile is bounded where the test bounds it', () => {
    const { p95: _p95, ...mean } = test;
    const of = (more: Partial<LoadTest>) => solve({ ...core, tests: [{ test: { ...mean, ...more }, pods: 2 }] }, { of: 'p95', within: 1000 });
    assert.deepEqual([of({}).goal?.modelled, of({}).course.p95AtMost], [true, undefined]);
    const { course } = of({ p95AtMost: 400 });
    assert.ok(course.p95 === of({}).course.p95 && (course.p95AtMost ?? 0) > 400 && course.p95 < 400);
    const narrow = of({ p95AtMost: 90 }).course;
    assert.ok(narrow.p95 === narrow.p95AtMost && narrow.p95 < of({}).course.p95);
  });
  it('that is stricter never has a higher target', () => {
    fc.assert(fc.property(fc.integer({ min: 150, max: 400 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 5, max: 120 }), (within, stricter, startUp) => {
      const target = (ms: number): number => solve({ ...core, startUp }, { of: 'p95', within: ms }).sized.target;
      assert.ok(target(within - stricter) <= target(within));
    }), { numRuns: 20 });
  });
});

describe('a request', () => {
  it('is what a pod of the test used, where none is named', () => {
    const { request: _request, ...open } = input;
    const requestOf = (more: Partial<SizingInput>): readonly [number, string | undefined] => {
      const { request, derivations } = size({ ...open, ...more });
      return [request, derivations.find(({ what }) => what.endsWith('equest'))?.what];
    };
    assert.deepEqual([requestOf({ cpu: 900 }), requestOf({ cpu: 901 }), requestOf({ cpu: 5 })], [[450, 'request'], [460, 'request'], [10, 'request']]);
    assert.deepEqual(requestOf({ request: 700 }), [700, undefined]);
    const { cpu: _cpu, ...unknown } = open;
    assert.deepEqual([size(unknown).request, size(unknown).derivations[0]?.what], [500, 'assumedRequest']);
  });
  it('far from what pods used is worth a word', () => {
    const warned = (request: number): boolean => size({ ...input, request }).warnings.some(({ what }) => what === 'request');
    assert.deepEqual([499, 500, 1000, 2000, 2001].map(warned), [true, false, false, false, true]);
  });
});

describe('sizing', () => {
  const any = fc.record({
    cpu: fc.integer({ min: 50, max: 8000 }), request: fc.integer({ min: 50, max: 4000 }), usual: fc.integer({ min: 1, max: 500 }), peak: fc.integer({ min: 1, max: 5000 }),
    headroom: fc.double({ min: 0, max: 2, noNaN: true }), growth: fc.double({ min: 0, max: 0.1, noNaN: true }), startUp: fc.integer({ min: 0, max: 600 }),
    connections: fc.record({ database: fc.integer({ min: 1, max: 500 }), pool: fc.integer({ min: 1, max: 100 }) }),
  }).map((more): SizingInput => ({ ...input, ...more }));

  it('keeps bounds and target in their order', () => {
    fc.assert(fc.property(any, (each) => {
      const { min, max, target } = size(each);
      assert.ok(max >= min && min >= 1 && target >= lowestTarget && target <= 80 && [min, max, target].every(Number.isInteger));
    }));
  });
  it('leaves more room for faster growth and slower pods, and more pods for more headroom', () => {
    fc.assert(fc.property(any, fc.double({ min: 0, max: 0.1, noNaN: true }), fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (each, growth, startUp, headroom) => {
      const { target, max } = size(each);
      assert.ok(size({ ...each, growth: each.growth + growth }).target <= target);
      assert.ok(size({ ...each, startUp: each.startUp + startUp }).target <= target);
      assert.ok(size({ ...each, headroom: each.headroom + headroom }).max >= max);
    }));
  });
});
