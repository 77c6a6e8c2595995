import { startCommands } from '../../../syntax/start-command.js';
import { managedBy, sayOf } from './words.js';

/** Start commands that hand the program to a process manager. */
export const startedManagers = startCommands([['pm2'], ['forever'], ['supervisord']], (command, cx) => {
  const found = managedBy(command.text);
  if (found) cx.report({ at: command.at, ...sayOf(found), cause: 'manager' });
});
