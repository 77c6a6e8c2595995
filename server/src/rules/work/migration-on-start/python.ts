import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledName, calleeSpan, enclosingFunction, methodOf, nameOf, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine, isMainGuarded } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';
import { startCommands } from '../../../syntax/start-command.js';

/** Commands that change the schema, as Python applications call them. */
export const pythonTools = /\b(manage\.py\s+migrate|django-admin\s+migrate|flask\s+db\s+upgrade|alembic\s+upgrade|aerich\s+upgrade|yoyo\s+apply)\b/;
/** Commands that serve; one that only migrates belongs to a Job of its own. */
export const pythonServes = /\b(?:gunicorn|uvicorn|hypercorn|daphne|uwsgi|waitress-serve|runserver|flask\s+run|granian)\b/;

/** Migrations in the command that also starts the server. */
export const pythonStartMigrations = startCommands([['migrate'], ['upgrade'], ['yoyo']], (command, cx) => {
  const tool = pythonTools.exec(command.text)?.[1];
  if (tool !== undefined && pythonServes.test(command.text)) cx.report({ at: command.at, say: 'command', args: { tool: tool.replace(/\s+/g, ' ') } });
});

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const name = calledName(cx, call);
  const isUpgrade = /^(?:flask_migrate\.upgrade|alembic\.command\.upgrade)$/.test(name);
  const isCreate = /(?:^|\.)(?:db|metadata)\.create_all$/.test(name) || (methodOf(call) === 'create_all' && /metadata/i.test(name));
  if (!(isUpgrade || isCreate) || isDevelopmentOnly(cx, call) || isCommandLine(cx, call) || isMainGuarded(call)) return;
  const fn = enclosingFunction(call);
  // What somebody calls by hand does not run with each start.
  if (fn && !/^(?:create_app|make_app|lifespan|startup|on_startup|start\w*|init\w*|setup\w*|main|app_factory|before_first_request)$/i.test(nameOf(fn))) return;
  cx.report({ at: calleeSpan(call), say: isUpgrade ? 'upgrade' : 'createTables', args: { call: name }, ...(isCreate ? { severity: 'info' as const } : {}), confidence: 'medium' });
}

/** Migrations and table creation that the application itself runs when it starts. */
export const pythonMigrations = ruleMatcher({ language: 'python', needles: [['flask_migrate', 'upgrade'], ['alembic', 'upgrade'], ['create_all']], on: { call: onCall } });
