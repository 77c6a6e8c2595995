/** A part of an application: what would be one service, or the library that all services take with them. */
export interface Cluster {
  /** Told from what it holds (`orders`); unique in its partition. */
  readonly name: string;
  /** `library` holds what is of no business of its own and is used from everywhere: it is copied, not called. */
  readonly kind: 'service' | 'library';
  /** Ids of its units, sorted. */
  readonly units: readonly string[];
  /** Tables that it would keep: those that it writes more than any other part does, sorted. */
  readonly tables: readonly string[];
}

/** An application cut into parts; each unit is in exactly one. */
export interface Partition {
  /** Sorted by name, the library last. */
  readonly clusters: readonly Cluster[];
  /** Name of the cluster by unit. */
  readonly of: Readonly<Record<string, string>>;
}

/** Orders texts by their UTF-16 units, which is the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
