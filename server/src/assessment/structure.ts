import type { Evidence } from './statement.js';

/** What the structure of a program says of its coupling, worked out of its module graph and the best cut of it. */
export interface Structure {
  readonly units: number;
  /** Tables, and those of them that more than one part of the cut writes. */
  readonly tables: number;
  readonly shared: readonly { readonly table: string; readonly at: Evidence }[];
  /** Share of calls between parts, and of transactions that stay within one; 0 to 1. `undefined` where there are none. */
  readonly callsBetween: number | undefined;
  readonly transactionsWithin: number | undefined;
  /** Units that depend on each other in a circle, of the largest such knot. */
  readonly knot: readonly Evidence[];
  /** Parts that could be split off first. */
  readonly candidates: readonly { readonly name: string; readonly at: Evidence }[];
}

/** Fewer units are a sample, of which nothing can be told. */
export const fewUnits = 10;
