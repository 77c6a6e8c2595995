import { say } from '../contract/words.js';
import type { Session } from './session.js';
import { words } from './words.js';

/** Progress that the user sees and may cancel. */
export interface Progress {
  readonly signal: AbortSignal;
  update(done: number, total: number): void;
  done(): void;
}

/** Shows work-done progress when the client can; without, the work still ends with the session. */
export async function beginProgress(session: Session, title: string): Promise<Progress> {
  const cancel = new AbortController();
  const signal = AbortSignal.any([session.stopped.signal, cancel.signal]);
  const silent: Progress = { signal, update: () => undefined, done: () => undefined };
  if (!session.client.workDoneProgress) return silent;
  try {
    const reporter = await session.connection.window.createWorkDoneProgress();
    reporter.token.onCancellationRequested(() => cancel.abort());
    reporter.begin(title, 0, undefined, true);
    let shown = 0;
    return {
      signal,
      update: (done, total) => {
        const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
        if (percent > shown) reporter.report(percent, say(words.files, session.locale, { done, total }));
        shown = Math.max(shown, percent);
      },
      done: () => reporter.done(),
    };
  } catch (error) {
    session.failed('showing progress', error);
    return silent;
  }
}
