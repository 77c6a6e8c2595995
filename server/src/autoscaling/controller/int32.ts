// The controller counts pods in signed integers of 32 bits; absurd metrics and policies overflow them, and what comes out
// decides: a proposal that overflows is the smallest number, so that the pods become fewer.

const smallest = -(2 ** 31);
const largest = 2 ** 31 - 1;

/** What a sum of such integers comes to. */
export function wrapped(value: number): number {
  return value | 0;
}

/** What a fraction becomes that is cut off to such an integer, on x86-64. */
export function truncated(value: number): number {
  const whole = Math.trunc(value);
  return whole >= smallest && whole <= largest ? whole : smallest;
}

/** The same rounded up. */
export function ceiled(value: number): number {
  return truncated(Math.ceil(value));
}

/** Rounded up, but never more than the largest: how later releases keep metrics from overflowing. */
export function capped(value: number): number {
  return Math.min(Math.ceil(value), largest);
}
