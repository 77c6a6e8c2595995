import type { Evidence, GraphRoute, Transaction } from '../graph/graph.js';
import type { Statement } from '../statement.js';

/** A part of the application that could be split off, with what that takes. */
export interface Candidate {
  /** Name of its cluster. */
  readonly name: string;
  /** Units that move, sorted. */
  readonly units: readonly string[];
  readonly lines: number;
  /** Tables that move into a database of its own, with where each is named first. */
  readonly tables: readonly { readonly table: string; readonly at: Evidence }[];
  readonly routes: readonly GraphRoute[];
  /** Path below which all of its routes lie and none of others; absent where there is none. */
  readonly prefix?: string;
  /** Calls from outside, which become an API. */
  readonly inbound: readonly Operation[];
  /** Calls to what stays behind. */
  readonly outbound: readonly Outbound[];
  /** Stored objects on both sides that refer to each other. */
  readonly references: readonly Reference[];
  readonly shared: readonly SharedTable[];
  readonly transactions: readonly CutTransaction[];
  /** Where it signs users in; absent where it does not. */
  readonly signIn?: Evidence;
  readonly reasons: readonly Statement[];
  readonly risks: readonly Statement[];
  readonly effort: Effort;
}

/** A method that is called over the border. */
export interface Operation {
  readonly unit: string;
  readonly method: string;
  /** As declared; absent where the declaration was not found (inherited, generated). */
  readonly parameters?: readonly { readonly name: string; readonly type: string }[];
  readonly result?: string;
  /** Units outside that call it, sorted. */
  readonly callers: readonly string[];
  readonly at: Evidence;
}

export interface Outbound {
  readonly unit: string;
  /** Part that it is in. */
  readonly part: string;
  readonly methods: readonly string[];
  readonly callers: readonly string[];
  readonly at: Evidence;
}

export interface Reference {
  readonly from: string;
  readonly to: string;
  readonly at: Evidence;
}

/** `api`: ask the keeper. `replica`: an own read model, fed by the keeper's events. `event`: tell the keeper what happened. */
export type Sharing = 'api' | 'replica' | 'event';

export interface SharedTable {
  readonly table: string;
  /** Part that keeps it. */
  readonly keeper: string;
  readonly how: Sharing;
  /** Units of the other side that write it, and that only read it. */
  readonly writers: readonly string[];
  readonly readers: readonly string[];
  readonly advice: Statement;
}

export interface CutTransaction {
  readonly transaction: Transaction;
  /** Its tables that move, and those that stay. */
  readonly moving: readonly string[];
  readonly staying: readonly string[];
  readonly advice: Statement;
}

export type Size = 'S' | 'M' | 'L' | 'XL';

export interface Effort {
  readonly size: Size;
  readonly reason: Statement;
}

/** Which parts could be split off, easiest first; where none is, why. */
export interface Extraction {
  readonly candidates: readonly Candidate[];
  /** Why there is no candidate; absent where there are some. */
  readonly refusal?: Statement;
  /** Parts that are no pilots, with the reason. */
  readonly passedOver: readonly { readonly name: string; readonly reason: Statement }[];
}
