/** A file that has to be looked at because this one uses what it declares: its matchers with `looked-up` needles run. */
export interface Lookup {
  /** Path, or the end of it from a folder on: `com/shop/Cart.java`. */
  readonly path: string;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    lookup: Lookup;
  }
}
