import { basename } from '../../../base/paths.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { at, keys, text, type JsonNode } from '../../../syntax/json/ask.js';
import { isSeveral, managedBy, sayOf } from './words.js';

const starting = /^(?:start|serve|server|run)(?:[:_-](?:prod(?:uction)?|server|pm2|cluster|docker|live))?$|^(?:prod(?:uction)?|pm2|cluster)(?:[:_-]?start)?$/;

/** Scripts that start the program for users. */
function lookAtScripts(root: JsonNode, cx: RuleFileContext): void {
  for (const name of keys(root, 'scripts')) {
    const found = starting.test(name) ? managedBy(text(root, 'scripts', name) ?? '') : undefined;
    const node = at(root, 'scripts', name);
    if (!found || !node) continue;
    const offset = Math.max(0, cx.text.slice(node.offset, node.offset + node.length).indexOf(found.word));
    cx.report({ at: { start: node.offset + offset, end: node.offset + offset + found.word.length }, ...sayOf(found), cause: 'manager' });
  }
}

/** `apps` of a file for pm2. */
function lookAtApps(root: JsonNode, cx: RuleFileContext): void {
  const apps = at(root, 'apps');
  for (const app of apps?.type === 'array' ? (apps.children ?? []) : apps ? [apps] : root.type === 'array' ? (root.children ?? []) : [root]) {
    if (!at(app, 'script')) continue;
    const instances = at(app, 'instances');
    if (!instances || !isSeveral(String(instances.value))) continue;
    cx.report({ at: { start: instances.offset, end: instances.offset + instances.length }, say: 'workers', args: { tool: 'pm2', count: String(instances.value) }, cause: 'manager' });
  }
}

/** Start scripts of npm, and pm2's own JSON files. */
export const jsonManagers = ruleMatcher({
  language: 'json',
  files: ['**/package.json', '**/ecosystem*.json', '**/pm2*.json', '**/process.json', '**/processes.json'],
  needles: [['pm2'], ['forever'], ['supervisord'], ['instances', 'script']],
  on: {
    document({ root }, cx) {
      if (basename(cx.path) === 'package.json') lookAtScripts(root, cx);
      else lookAtApps(root, cx);
    },
  },
});
