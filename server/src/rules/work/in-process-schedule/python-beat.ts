import { startCommands } from '../../../syntax/start-command.js';

/** `celery worker -B`: each replica of the worker brings a clock of its own. */
export const celeryBeat = startCommands([['celery', 'worker']], (command, cx) => {
  if (/\bcelery\b[^&|;]*\bworker\b[^&|;]*(?:\s-B\b|\s--beat\b|\s-\w*B\w*\b)/.test(command.text)) cx.report({ at: command.at, say: 'pythonBeat', severity: 'error', confidence: 'high', data: { engine: 'timer', guarded: false } });
});
