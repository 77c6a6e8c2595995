import type { Statement } from '../statement.js';

/** What may have to be there for a level. */
export type SignId = 'code' | 'build' | 'image' | 'workloads' | 'release' | 'autoscaler' | 'telemetry' | 'services';

/** `there`: with its evidence; `absent`: it was looked for; `unknown`: nothing tells. */
export interface Sign {
  readonly state: 'there' | 'absent' | 'unknown';
  readonly statement?: Statement;
}

export type Signs = Readonly<Record<SignId, Sign>>;
