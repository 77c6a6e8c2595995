/** Price of a basket in cents, with the discount for ten pieces or more. */
export function priceOf(pieces: number, each: number): number {
  const full = pieces * each;
  return pieces >= 10 ? Math.round(full * 0.9) : full;
}
