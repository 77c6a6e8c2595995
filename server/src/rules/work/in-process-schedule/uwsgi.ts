import { uwsgiMatcher } from '../../../syntax/python/uwsgi.js';
import { clockOf } from './uwsgi-cronjob.js';

/** The cron of uWSGI: the master process of every replica has a clock of its own. `legion-cron` asks who leads. */
export const uwsgiCron = uwsgiMatcher([['cron'], ['cron2']], (options, cx) => {
  for (const option of options) {
    if (!/^(?:unique-)?cron2?$/.test(option.name)) continue;
    const { command, schedule } = clockOf(option);
    cx.report({ at: option.at, say: 'uwsgiCron', args: { command: command.slice(0, 60) }, severity: 'error', confidence: 'medium', data: { engine: 'timer', guarded: false, ...(schedule === undefined ? {} : { uwsgi: schedule }) } });
  }
});
