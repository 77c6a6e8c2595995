import { courseOf, type Course } from './course.js';
import type { Goal } from './goal.js';
import { allowedTarget, lowestTarget, size, type Sized, type SizingInput } from './size.js';

/** What became of a goal; response times in ms, as simulated on the way to the peak. */
export interface GoalAnswer {
  readonly goal: Goal;
  /** Which one decides the target: the time that pods take to start, the goal, or neither because no target holds the goal. */
  readonly decides: 'reaction' | 'goal' | 'nothing';
  /** Target that the reaction alone allows, in per cent, and the response time with it. */
  readonly allowed: number;
  readonly before: number;
  /** Response time with the target that was chosen. */
  readonly reached: number;
  /** Whether the test tells no 95th percentile, so that the response time is one of the model. */
  readonly modelled: boolean;
}

/** An autoscaler, and how it fares on the way to the peak. */
export interface Solved {
  readonly sized: Sized;
  readonly course: Course;
  readonly goal?: GoalAnswer;
}

/** Per cent between two targets that are tried. */
const step = 5;

/**
 * Works out an autoscaler from load tests and, where there is a goal, the highest target with which it holds on the
 * simulated way to the peak: that which the time of reaction allows, or one below it. Where none does, the target comes
 * closest. Targets are tried one by one because the response time need not fall with each of them: a lower target may
 * round to the same number of pods.
 */
export function solve(input: SizingInput, goal?: Goal): Solved {
  const allowed = allowedTarget(input);
  const first = tried(input, allowed);
  if (!goal) return first;
  const before = first.course[goal.of];
  const answer = { goal, allowed, before, modelled: goal.of === 'p95' && input.tests[0].test.p95 === undefined };
  if (before <= goal.within) return { ...first, goal: { ...answer, decides: 'reaction', reached: before } };
  let best = first;
  for (const target of lowerThan(allowed)) {
    const next = tried(input, target);
    const reached = next.course[goal.of];
    if (reached <= goal.within) return { ...next, goal: { ...answer, decides: 'goal', reached } };
    if (reached < best.course[goal.of]) best = next;
  }
  return { ...best, goal: { ...answer, decides: 'nothing', reached: best.course[goal.of] } };
}

function tried(input: SizingInput, target: number): Solved {
  const sized = size(input, target);
  return { sized, course: courseOf(input, sized) };
}

function lowerThan(target: number): readonly number[] {
  const highest = Math.ceil(target / step) * step - step;
  return Array.from({ length: Math.max(0, Math.floor((highest - lowestTarget) / step) + 1) }, (_, index) => highest - index * step);
}
