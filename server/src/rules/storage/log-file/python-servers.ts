import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { below, enclosingFunction, field, span, type PythonNode } from '../../../syntax/python/ask.js';
import { isDevelopmentOnly, joinedText, possibleValues } from '../../../syntax/python/values.js';
import { uwsgiMatcher } from '../../../syntax/python/uwsgi.js';
import { startCommands } from '../../../syntax/start-command.js';

const standardStream = /^\/(?:dev\/(?:stdout|stderr|fd\/[12])|proc\/(?:1|self)\/fd\/[12])$/;

function isFile(path: string | undefined): path is string {
  return path !== undefined && /[/\\]|\.log$/.test(path) && !standardStream.test(path);
}

function onModule(root: PythonNode, cx: RuleFileContext): void {
  const found = below(root, 'assignment').flatMap((assignment) => {
    const name = field(assignment, 'left')?.text ?? '';
    const value = field(assignment, 'right');
    if (!/^(?:accesslog|errorlog|logfile)$/.test(name) || !value || enclosingFunction(assignment) || isDevelopmentOnly(cx, assignment)) return [];
    const path = joinedText(cx, value) ?? possibleValues(cx, value).map((each) => each.text).find((text) => text !== undefined);
    return isFile(path) ? [{ value, path }] : [];
  });
  const [first, ...others] = found;
  if (first) cx.report({ at: span(first.value), say: 'file', args: { file: first.path.replace(/\u2047/g, '…') }, data: { onConsole: false, server: 'gunicorn' }, also: others.map(({ value }) => ({ at: span(value), say: 'serverLog' })) });
}

/** `accesslog` and `errorlog` of gunicorn's configuration file; without a path they go to the console. */
export const gunicornLogs = ruleMatcher({ language: 'python', files: ['**/gunicorn*.py', '**/gunicorn*/**/*.py', '**/*gunicorn*.py'], needles: [['accesslog'], ['errorlog'], ['logfile']], on: { module: onModule } });

const option = /\s--(?:access-logfile|error-logfile|log-file|logto|daemonize|access-log-file)[ =]["']?([^\s"']+)/;

/** The same where the start command says so. */
export const serverLogCommands = startCommands([['gunicorn', 'log'], ['uwsgi', 'logto'], ['uwsgi', 'daemonize'], ['hypercorn', 'log']], (command, cx) => {
  const path = /\b(?:gunicorn|uwsgi|hypercorn)\b/.test(command.text) ? option.exec(command.text)?.[1] : undefined;
  if (isFile(path) && !path.includes('$')) cx.report({ at: command.at, say: 'file', args: { file: path }, data: { onConsole: false } });
});

/** `logto`, `daemonize` and loggers of uWSGI that write files. */
export const uwsgiLogs = uwsgiMatcher([['logto'], ['logto2'], ['daemonize'], ['daemonize2'], ['logger']], (options, cx) => {
  const [first, ...others] = options.flatMap((each) => {
    const path = /^(?:logto2?|daemonize2?)$/.test(each.name) ? each.value : /^(?:req-)?logger$/.test(each.name) ? /^(?:\w+\s+)?file:(\S+)/.exec(each.value)?.[1] : undefined;
    return isFile(path) ? [{ ...each, path }] : [];
  });
  if (first) cx.report({ at: first.at, say: 'file', args: { file: first.path }, data: { onConsole: false, server: 'uwsgi' }, also: others.map(({ at }) => ({ at, say: 'serverLog' })) });
});
