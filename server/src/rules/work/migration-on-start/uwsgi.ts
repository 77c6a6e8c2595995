import { uwsgiMatcher } from '../../../syntax/python/uwsgi.js';
import { pythonTools } from './python.js';

/** `hook-pre-app = exec:./manage.py migrate`: uWSGI migrates before it serves, in every replica. */
export const uwsgiMigrations = uwsgiMatcher([['migrate'], ['upgrade']], (options, cx) => {
  for (const { name, value, at } of options) {
    const tool = /^(?:hook-|exec-)/.test(name) && !/stop|exit|suspend|user-atexit/.test(name) ? pythonTools.exec(value)?.[1] : undefined;
    if (tool !== undefined) cx.report({ at, say: 'command', args: { tool: tool.replace(/\s+/g, ' ') } });
  }
});
