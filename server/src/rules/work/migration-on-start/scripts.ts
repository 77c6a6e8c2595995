import { conditionsBefore, isScriptOfImage, startScriptMatcher } from '../../../syntax/start-command.js';
import { nodeServes, nodeTools } from './node.js';
import { isLocked, phpServes, phpTools } from './php.js';
import { pythonServes, pythonTools } from './python.js';

/** A script beside it that is named for what it does. */
const scripts = /(?<!\b(?:chmod|chown|cp|mv|rm|ls|cat|echo|install|sed)\b[^\n;&|]*)(?:^|[\s\/"'])((?:[\w.-]+\/)*(?:run[-_])?(?:db[-_]?)?migrat(?:e|ions?)(?:[-_](?:db|database))?\.sh)\b/m;
const tools = [pythonTools, nodeTools, phpTools, scripts];
const servers = [pythonServes, nodeServes, phpServes];
/** Hands over to what the image is started with. */
const handsOver = /\bexec\s+["']?\$(?:@|\{@|\*|\{1|1)/;
/** A script that ends in a server for development is typed by developers. */
const developed = /\b(?:runserver|flask\s+run)\b/;
const served = /\b(?:gunicorn|uvicorn|hypercorn|daphne|uwsgi|granian)\b/;
/** A variable that switches migrations on or off, in a condition. */
const switched = /\$\{?\w*(?:MIGRAT|UPGRADE|AUTO_?UPDATE|DB_?(?:INIT|SETUP|UPDATE|PREPARE)|INIT_?DB|SETUP|INSTALL|LEADER|PRIMARY)\w*/i;

/** `if is-false "$MIGRATE"; then … exit 0; fi` */
const leavesEarly = new RegExp(`(?:${switched.source})[^\\n]*(?:then)?[^]{0,400}\\bexit 0\\b`, 'i');

/** Migrations in a script that an image is started with, whatever the application is written in. */
export const startScriptMigrations = startScriptMatcher([[/migrat|upgrade|yoyo|db push|schema:|drush|craft|d:m:m|update-db/]], ({ text, path }, cx) => {
  if (!/(?:^|\/)[\w.-]*entrypoint\.d\//.test(path) && !handsOver.test(text) && !servers.some((each) => each.test(text))) return;
  if (!isScriptOfImage(path) && !handsOver.test(text) && developed.test(text) && !served.test(text)) return;
  for (const pattern of tools) {
    const found = pattern.exec(text);
    const tool = found?.[1];
    if (!found || tool === undefined || isLocked(text.slice(found.index))) continue;
    const before = text.slice(0, found.index);
    const isSwitched = conditionsBefore(text, found.index).some((condition) => switched.test(condition)) || leavesEarly.test(before);
    const start = found.index + found[0].lastIndexOf(tool);
    cx.report({ at: { start, end: start + tool.length }, say: 'command', args: { tool: tool.replace(/\s+/g, ' ') }, ...(isSwitched ? { severity: 'info' as const, confidence: 'medium' as const } : {}) });
    return;
  }
});
