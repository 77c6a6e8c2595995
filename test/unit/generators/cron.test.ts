import assert from 'node:assert/strict';
import { Cron } from 'croner';
import fc from 'fast-check';
import { kubernetesSchedule, nearestSchedule, type CronDialect } from '../../../server/src/generators/cron.js';

function converted(expression: string, dialect: CronDialect = 'spring'): string {
  const result = kubernetesSchedule(expression, dialect);
  return result.ok ? result.value.schedule : result.why;
}

describe('cron expressions for Kubernetes', () => {
  const spring: readonly (readonly [string, string])[] = [
    ['0 0 2 * * *', '0 2 * * *'],
    ['0 */5 9-18 * * MON-FRI', '*/5 9-18 * * 1-5'],
    ['0 0/10 * * * ?', '*/10 * * * *'],
    ['0 5/15 * * * *', '5-59/15 * * * *'],
    ['0 0 2 * * FRI-MON', '0 2 * * 0,1,5,6'],
    ['0 0 2 * * 7', '0 2 * * 0'],
    ['0 0 1,2,3,7 1-5 JAN,MAR ?', '0 1-3,7 1-5 1,3 *'],
    ['@daily', '0 0 * * *'], ['@midnight', '0 0 * * *'], ['@yearly', '0 0 1 1 *'],
    ['*/10 * * * * *', 'seconds'], ['0,30 * * * * *', 'seconds'],
    ['0 0 2 L * ?', 'special'], ['0 0 2 LW * ?', 'special'], ['0 0 2 15W * ?', 'special'], ['0 0 2 * * MON#1', 'special'], ['0 0 2 * * FRIL', 'special'], ['0 0 2 L-3 * *', 'special'],
    ['0 0 2 13 * FRI', 'days'],
    ['0 0 25 * * *', 'unreadable'], ['0 2 * * *', 'unreadable'], ['', 'unreadable'], ['${job.cron}', 'unreadable'],
  ];
  for (const [expression, expected] of spring) it(`reads Spring's ${expression}`, () => assert.equal(converted(expression), expected));

  const quartz: readonly (readonly [string, string])[] = [
    ['0 0 2 ? * 2-6', '0 2 * * 1-5'], ['0 0 2 ? * SUN *', '0 2 * * 0'], ['0 15 10 * * ? *', '15 10 * * *'],
    ['0 15 10 ? * * 2030', 'year'], ['0 15 10 ? * 6#3', 'special'], ['0 15 10 ? * 6L', 'special'],
  ];
  for (const [expression, expected] of quartz) it(`reads Quartz's ${expression}`, () => assert.equal(converted(expression, 'quartz'), expected));

  it('says which second it drops', () => {
    assert.deepEqual(kubernetesSchedule('30 0 2 * * *', 'spring'), { ok: true, value: { schedule: '0 2 * * *', droppedSecond: 30 } });
  });

  it('runs at the same times as the expression', () => {
    const value = (min: number, max: number): fc.Arbitrary<string> => fc.oneof(
      fc.constant('*'), fc.integer({ min, max }).map(String), fc.integer({ min: 2, max: Math.min(12, max - min) }).map((step) => `*/${step}`),
      fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
      fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 5 }).map((list) => list.join(',')),
    );
    const day = fc.oneof(fc.tuple(value(1, 28), fc.constant('*')), fc.tuple(fc.constant('*'), value(0, 6)));
    fc.assert(fc.property(value(0, 59), value(0, 23), day, value(1, 12), (minute, hour, [dayOfMonth, weekday], month) => {
      const expression = `0 ${minute} ${hour} ${dayOfMonth} ${month} ${weekday}`;
      const result = kubernetesSchedule(expression, 'spring');
      assert.ok(result.ok, expression);
      const from = new Date('2025-01-30T00:00:00Z');
      const runs = (pattern: string): readonly number[] => new Cron(pattern, { paused: true, timezone: 'UTC' }).nextRuns(20, from).map((each) => each.getTime());
      assert.deepEqual(runs(result.value.schedule), runs(expression), `${expression} became ${result.value.schedule}`);
    }), { numRuns: 200 });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9*/,?LW# A-Z-]{0,30}$/)), fc.constantFrom<CronDialect>('spring', 'quartz'), (text, dialect) => {
      kubernetesSchedule(text, dialect);
    }));
  });
});

describe('intervals for Kubernetes', () => {
  const cases: readonly (readonly [number, string, number | undefined])[] = [
    [60, '* * * * *', undefined], [300, '*/5 * * * *', undefined], [3600, '0 * * * *', undefined], [86_400, '0 0 * * *', undefined],
    [420, '*/6 * * * *', 360], [5400, '0 */2 * * *', 7200],
  ];
  for (const [seconds, schedule, nearest] of cases) {
    it(`has a schedule for ${seconds} seconds`, () => {
      assert.deepEqual(nearestSchedule(seconds), { ok: true, value: { schedule, ...(nearest === undefined ? {} : { nearest }) } });
    });
  }
  it('refuses what cron cannot say', () => {
    assert.deepEqual([30, 172_800, Number.NaN].map((seconds) => nearestSchedule(seconds)), [{ ok: false, why: 'seconds' }, { ok: false, why: 'interval' }, { ok: false, why: 'unreadable' }]);
  });
});
