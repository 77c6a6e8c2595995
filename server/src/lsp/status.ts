import { countBySeverity } from '../report/view.js';
import type { Session } from './session.js';

/** Sent as `monolift/status` whenever it changes. */
export interface Status {
  readonly state: 'scanning' | 'ready' | 'incomplete' | 'disabled' | 'empty';
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Files read and to be read, while scanning. */
  readonly done: number;
  readonly total: number;
}

export const statusNotification = 'monolift/status';

/** Keeps the client's status item up to date. */
export class StatusLine {
  private progress: { readonly done: number; readonly total: number } | undefined;
  private last = '';

  constructor(private readonly session: Session) {}

  /** `undefined` when no scan runs. */
  scanning(progress: { readonly done: number; readonly total: number } | undefined): void {
    this.progress = progress;
    this.update();
  }

  update(): void {
    const status = this.current();
    const key = JSON.stringify(status);
    if (key === this.last) return;
    this.last = key;
    void this.session.connection.sendNotification(statusNotification, status);
  }

  current(): Status {
    const { folders, enabled } = this.session;
    const counts = countBySeverity(enabled ? folders.flatMap((folder) => folder.findings()) : []);
    const state = !enabled ? 'disabled' : folders.length === 0 ? 'empty' : this.progress ? 'scanning' : folders.every(({ complete }) => complete) ? 'ready' : 'incomplete';
    return { state, errors: counts.error, warnings: counts.warning, infos: counts.info, done: this.progress?.done ?? 0, total: this.progress?.total ?? 0 };
  }
}
