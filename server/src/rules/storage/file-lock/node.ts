import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { readPath, shownPath } from '../../../syntax/typescript/places.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

const libraries: readonly { readonly module: RegExp; readonly path: RegExp }[] = [
  { module: /^proper-lockfile$/, path: /^(?:lock|lockSync)$/ },
  { module: /^lockfile$/, path: /^(?:lock|lockSync)$/ },
  { module: /^(?:fs-ext|fs-ext-extra-prebuilt)$/, path: /^(?:flock|flockSync)$/ },
  { module: /^cross-process-lock$/, path: /^(?:lock)?$/ },
];

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  const origin = calledModule(cx, call);
  if (!origin || !isServing(cx, node)) return;
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  if (libraries.some(({ module, path }) => module.test(origin.module) && path.test(origin.path))) {
    cx.report({ at: spanOf(token), say: 'lock', args: { call: `${origin.module} ${origin.path}`.trim() } });
    return;
  }
  const [path] = call.arguments;
  // `wx` fails when the file is there: whoever makes it may work.
  const exclusive = /^(?:promises\.)?(?:open|openSync|writeFile|writeFileSync)$/.test(origin.path) && /^fs(?:\/promises|-extra)?$/.test(origin.module) && call.arguments.slice(1).some((each) => /['"]a?wx\+?['"]/.test(each.getText()));
  if (exclusive && path && /\block(?:ed|file)?\b|\.lock|\.pid|_lock|Lock/i.test(readPath(path).text)) cx.report({ at: spanOf(token), say: 'file', args: { file: shownPath(path) }, confidence: 'medium' });
}

/** Locks by files in Node. */
export const nodeLocks = ruleMatcher({
  language: 'typescript', needles: [['lockfile'], ['fs-ext'], ['cross-process-lock'], [/['"]wx\+?['"]/, /lock|\.pid/i]],
  on: { CallExpression: check },
});
