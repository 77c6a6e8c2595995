/** Evidence that something left the process. One shape for all, so that the hover can name it: `via` is what the reader would search for. */
export interface Evidence {
  readonly via: string;
  /** What it reaches when that is less than the whole application: `@` and an annotation's name, `quartz`, the path of a mount. */
  readonly covers?: string;
  /** What else must hold in the application for it to count; the fact's own file says how each is met. */
  readonly needs?: readonly string[];
  /** True when the user stated it in `monolift.yaml`. */
  readonly assumed?: boolean;
}

/** What `covers` says of evidence that holds only where a setting selects it. */
export const sometimes = 'sometimes';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** Sessions are kept outside the process: a store that is really configured. */
    'session.external-store': Evidence;
    /** Scheduled work is guarded so that one replica runs it: ShedLock, clustered Quartz, leader election, job store with locks. */
    'schedule.lock': Evidence;
    /** Files go to object storage or to a volume that replicas share. */
    'storage.external': Evidence;
    /** Logs also go to standard output. */
    'log.console': Evidence;
  }
}
