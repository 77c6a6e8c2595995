import { uwsgiMatcher } from '../../../syntax/python/uwsgi.js';

/** The cron of uWSGI: the master process of every replica has a clock of its own. `legion-cron` asks who leads. */
export const uwsgiCron = uwsgiMatcher([['cron']], (options, cx) => {
  for (const { name, value, at } of options) {
    if (!/^(?:unique-)?cron2?$/.test(name)) continue;
    const command = value.replace(/^(?:\w+=[^\s,]+,?)+\s+/, '').replace(/^(?:-?\d+\s+){5}/, '').slice(0, 60);
    cx.report({ at, say: 'uwsgiCron', args: { command }, severity: 'error', confidence: 'medium', data: { engine: 'timer', guarded: false } });
  }
});
