import { factMatcher, type FactExtractor, type FactFileContext } from '../contract/rule.js';
import { startCommands, startScriptMatcher } from '../syntax/start-command.js';
import { field, span } from '../syntax/python/ask.js';

/** What leaves requests seconds to end after SIGTERM. */
export interface DrainTime {
  /** As written, for example `--graceful-timeout 60`. */
  readonly setting: string;
  readonly seconds: number;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A server's own file, or the image or script that starts it, says how long requests may go on after SIGTERM. */
    'server.drain-time': DrainTime;
  }
}

/** Options of Gunicorn, Hypercorn and Uvicorn. */
const options = /(?:^|[\s"'])(--graceful-timeout|--timeout-graceful-shutdown)[=\s]+["']?(\d+)\b/;

/** The option in the text of a command that leaves requests seconds to end. */
export function drainOption(command: string): DrainTime | undefined {
  const match = options.exec(command);
  return match ? { setting: `${match[1] ?? ''} ${match[2] ?? ''}`, seconds: Number(match[2]) } : undefined;
}

const needles = [['--graceful-timeout'], ['--timeout-graceful-shutdown']];

/** `server.drain-time`: see the kind. Manifests are read with their workloads. */
export const drainTimeFacts: FactExtractor = {
  kinds: ['server.drain-time'],
  matchers: [
    ...startCommands<FactFileContext>(needles, (command, cx) => {
      const found = /\.ya?ml$/.test(cx.path) ? undefined : drainOption(command.text);
      if (found) cx.emit('server.drain-time', command.at, found);
    }),
    startScriptMatcher<FactFileContext>(needles, ({ text }, cx) => {
      const found = drainOption(text);
      const at = text.indexOf(found?.setting.split(' ')[0] ?? '');
      if (found) cx.emit('server.drain-time', { start: at, end: at + 2 }, found);
    }),
    factMatcher({
      language: 'python', files: ['**/*gunicorn*.py'], needles: [['graceful_timeout']],
      on: {
        assignment(node, cx) {
          const [left, right] = [field(node, 'left'), field(node, 'right')];
          if (left?.text === 'graceful_timeout' && right?.type === 'integer' && node.parent?.parent?.type === 'module') cx.emit('server.drain-time', span(left), { setting: `graceful_timeout = ${right.text}`, seconds: Number(right.text) });
        },
      },
    }),
  ],
};
