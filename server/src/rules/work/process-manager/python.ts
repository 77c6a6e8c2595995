import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { below, field, span, type PythonNode } from '../../../syntax/python/ask.js';
import { imageScriptCommands, startCommands, type StartCommand } from '../../../syntax/start-command.js';

const servers = /\b(gunicorn|uvicorn|hypercorn|granian|uwsgi)\b[^&|;]*?(?:\s-w[ =]?|\s--workers[ =]|\s--processes[ =]|\s-p[ =](?=\d+\b(?=[^&|;]*--master)))"?(\d+)/;

const needles = [['gunicorn'], ['uvicorn'], ['hypercorn'], ['granian'], ['uwsgi']];

function onCommand(command: StartCommand, cx: RuleFileContext): void {
  const [, tool, count] = servers.exec(command.text) ?? [];
  if (tool !== undefined && count !== undefined && Number(count) > 1) cx.report({ at: command.at, say: 'workers', args: { tool, count }, severity: 'info', cause: 'manager' });
}

/** A number of workers in a start command: replicas of one worker each scale the same work, and the cluster sees each of them. */
export const pythonWorkers = [...startCommands(needles, onCommand), imageScriptCommands(needles, onCommand)];

function onModule(root: PythonNode, cx: RuleFileContext): void {
  for (const assignment of below(root, 'assignment')) {
    const value = field(assignment, 'right');
    if (field(assignment, 'left')?.text !== 'workers' || !value) continue;
    // The processors of the node, whatever part of them the pod may use.
    if (/\bcpu_count\(/.test(value.text)) cx.report({ at: span(value), say: 'pythonProcessors', args: { tool: 'gunicorn' }, cause: 'manager' });
    else if (/^\d+$/.test(value.text) && Number(value.text) > 1) cx.report({ at: span(value), say: 'workers', args: { tool: 'gunicorn', count: value.text }, severity: 'info', cause: 'manager' });
  }
}

/** `workers` of gunicorn's configuration file. */
export const gunicornWorkers = ruleMatcher({ language: 'python', files: ['**/gunicorn*.py', '**/gunicorn*/**/*.py', '**/*gunicorn*.py'], needles: [['workers']], on: { module: onModule } });
