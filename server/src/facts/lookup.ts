import type { LookUp } from '../contract/rule.js';

/** A file that has to be looked at because this one uses what it declares: its matchers with `looked-up` needles run, or those for types alone. */
export interface Lookup {
  /** Path, or the end of it from a folder on: `com/shop/Cart.java`. */
  readonly path: string;
  readonly wants: LookUp;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    lookup: Lookup;
  }
}
