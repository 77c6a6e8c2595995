import { uwsgiMatcher } from '../../../syntax/python/uwsgi.js';

/** Worker processes and further programs that uWSGI keeps beside the web server. */
export const uwsgiProcesses = uwsgiMatcher([['processes'], ['workers'], ['attach-daemon'], ['attach-daemon2'], ['attach_daemon']], (options, cx) => {
  for (const { name, value, at } of options) {
    if (/^(?:processes|workers)$/.test(name) && /^\d+$/.test(value) && Number(value) > 1) cx.report({ at, say: 'workers', args: { tool: 'uWSGI', count: value }, severity: 'info', cause: 'manager' });
    if (/^(?:smart-)?attach-daemon2?$/.test(name)) cx.report({ at, say: 'pythonDaemon', args: { command: shown(value) }, cause: 'daemon' });
  }
});

/** The command of `./manage.py sendalerts` or `cmd=…,pidfile=…`. */
function shown(value: string): string {
  return (/\bcmd=([^,]+)/.exec(value)?.[1] ?? value).slice(0, 60);
}
