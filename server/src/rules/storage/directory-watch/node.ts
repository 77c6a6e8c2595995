import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { expandedText } from '../../../syntax/typescript/places.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { effectsOf } from '../../../syntax/typescript/effects.js';
import { functionAround } from '../../../syntax/typescript/functions.js';
import { namesAround } from '../../../syntax/typescript/surroundings.js';

/** Sources, templates, certificates and settings are watched to load them anew, which every process has to do for itself. */
const own = /node_modules|\bsrc\b|'\.'|\.(?:[jt]sx?|css|scss|less|vue|html?|hbs|ejs|pug|ya?ml|json|env|pem|crt|key)\b|\b(?:views?|templates?|locales?|translations?|themes?|plugins?|config\w*|settings|static|certs?|schemas?|migrations?|routes?)\b/i;

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  const origin = calledModule(cx, call);
  const watches = origin && ((origin.module === 'chokidar' && /^watch$/.test(origin.path)) || (/^fs(?:\/promises|-extra)?$/.test(origin.module) && /^(?:promises\.)?watch(?:File)?$/.test(origin.path)) || (/^(?:node-watch|watch|gaze|sane)$/.test(origin.module)));
  const [path] = call.arguments;
  if (!watches || !path || own.test(expandedText(path)) || namesAround(call).some((name) => /reload|dev|hmr|restart/i.test(name)) || !isServing(cx, node)) return;
  // What nobody takes in is only looked at.
  const around = functionAround(call) ?? call.getSourceFile();
  if (!['writes', 'tells', 'calls'].includes(effectsOf(cx, around).effect)) return;
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  cx.report({ at: spanOf(token), say: 'watch', args: { by: `${origin.module}.${origin.path || 'watch'}` } });
}

/** Folders that a Node server watches for work. */
export const nodeWatches = ruleMatcher({
  language: 'typescript', needles: [['chokidar'], [/\bwatch(?:File)?\(/, /['"](?:node:)?fs(?:\/promises)?['"]|['"](?:node-watch|gaze|sane)['"]/]],
  on: { CallExpression: check },
});
