/** What the page is given: a JSON document in the element `data`. */
export interface PageData {
  readonly cases: readonly CaseData[];
  /** Whether the load counts requests per second, as the throughput does; else it counts users. */
  readonly loadIsRate: boolean;
  readonly words: Words;
}

/** One way to run the workload; the series have one value for each of the times, which are in seconds. */
export interface CaseData {
  readonly name: string;
  readonly times: readonly number[];
  readonly load: readonly number[];
  readonly throughput: readonly number[];
  readonly response: readonly number[];
  readonly wanted: readonly number[];
  readonly ready: readonly number[];
  readonly utilization: readonly number[];
}

/** Texts in the language of the page. */
export interface Words {
  readonly load: string;
  readonly throughput: string;
  readonly response: string;
  readonly replicas: string;
  readonly wanted: string;
  readonly ready: string;
  readonly utilization: string;
  readonly time: string;
}
