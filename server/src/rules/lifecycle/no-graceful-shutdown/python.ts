import { startCommands } from '../../../syntax/start-command.js';

const development = /\b(manage\.py\s+runserver(?:_plus)?|flask\s+(?:--app\s+\S+\s+)?run|fastapi\s+dev|uvicorn\b[^&|;]*--reload|python\s+-m\s+http\.server)\b/;

/** Servers that are made for development and know nothing of draining, as what the container starts. */
export const pythonDevelopmentServers = startCommands([['runserver'], ['runserver_plus'], ['flask', 'run'], ['fastapi', 'dev'], ['uvicorn', '--reload']], (command, cx) => {
  const server = development.exec(command.text)?.[1];
  if (server !== undefined) cx.report({ at: command.at, say: 'pythonDevelopment', args: { server: server.replace(/\s+/g, ' ').slice(0, 60) }, confidence: 'medium' });
});
