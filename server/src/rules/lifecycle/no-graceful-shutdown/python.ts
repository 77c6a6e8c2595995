import type { RuleFileContext } from '../../../contract/rule.js';
import { imageScriptCommands, startCommands, type StartCommand } from '../../../syntax/start-command.js';

const development = /\b(manage\.py\s+runserver(?:_plus)?|flask\s+(?:--app\s+\S+\s+)?run|fastapi\s+dev|uvicorn\b[^&|;]*--reload|python\s+-m\s+http\.server)\b/;

const needles = [['runserver'], ['runserver_plus'], ['flask', 'run'], ['fastapi', 'dev'], ['uvicorn', '--reload']];

function onCommand(command: StartCommand, cx: RuleFileContext): void {
  const server = development.exec(command.text)?.[1];
  if (server !== undefined) cx.report({ at: command.at, say: 'pythonDevelopment', args: { server: server.replace(/\s+/g, ' ').slice(0, 60) }, confidence: 'medium' });
}

/** Servers that are made for development and know nothing of draining, as what the container starts. */
export const pythonDevelopmentServers = [
  ...startCommands(needles, onCommand),
  // A script with a condition may start another server where users come by.
  imageScriptCommands(needles, (command, cx) => { if (!/\b(?:if|case|gunicorn|uvicorn(?![^\n]*--reload)|uwsgi|daphne|hypercorn)\b/.test(cx.text)) onCommand(command, cx); }),
];
