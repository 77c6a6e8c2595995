import { secondsOf } from '../input/load.js';

/** Response time that users are promised, in ms: of 95 % of the requests, or on average. */
export interface Goal {
  readonly of: 'p95' | 'mean';
  readonly within: number;
}

/** `p95=300ms`, `mean=0.2s`, or a duration alone for 95 % of the requests; `undefined` when the text is none. A number without its unit may mean either. */
export function goalOf(text: string): Goal | undefined {
  const [, of = 'p95', duration = ''] = /^(?:(p95|mean)=)?(.*)$/.exec(text.replaceAll(' ', '')) ?? [];
  const seconds = /[a-z]$/.test(duration) ? secondsOf(duration) : undefined;
  return seconds === undefined || seconds === 0 ? undefined : { of: of === 'mean' ? 'mean' : 'p95', within: seconds * 1000 };
}
