import { startCommands } from '../../../syntax/start-command.js';

/** Commands that change the schema, as PHP applications call them. */
export const phpTools = /\b(artisan\s+migrate(?::fresh|:refresh)?|doctrine:migrations:migrate|doctrine:schema:update|d:m:m|phinx\s+migrate|spark\s+migrate|cake\s+migrations\s+migrate|yii\s+migrate(?:\/up)?|craft\s+(?:up|migrate\/all)|drush\s+(?:updatedb|updb)|occ\s+upgrade|wp\s+core\s+update-db)(?![\w:-])/;
/** Servers that the command or script of a PHP image ends in. */
export const phpServes = /\b(?:php-fpm[\d.]*|apache2-foreground|apache2ctl|httpd|supervisord|nginx|frankenphp|octane:\w+|rr\s+serve|unitd|artisan\s+serve|php\s+-S|s6-svscan|swoole:http|lighttpd|caddy\s+run)\b/;

/** Laravel takes a lock in its cache with `--isolated`. */
export function isLocked(rest: string): boolean {
  return /^[^\n;&|]*--isolated\b/.test(rest);
}

/** Migrations in the command that also starts the server. */
export const phpStartMigrations = startCommands([[/artisan\s+migrate|doctrine:|phinx|spark\s+migrate|yii\s+migrate|migrations\s+migrate|drush|occ\s+upgrade|d:m:m|\bcraft\s|update-db/]], (command, cx) => {
  const found = phpTools.exec(command.text);
  const tool = found?.[1];
  if (!found || tool === undefined || !phpServes.test(command.text) || isLocked(command.text.slice(found.index))) return;
  cx.report({ at: command.at, say: 'command', args: { tool: tool.replace(/\s+/g, ' ') } });
});
