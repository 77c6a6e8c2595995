import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { functionAround, lastName, nodesOf, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { readPath, shownPath } from '../../../syntax/typescript/places.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

const libraries: readonly { readonly module: RegExp; readonly path: RegExp }[] = [
  { module: /^proper-lockfile$/, path: /^(?:lock|lockSync)$/ },
  { module: /^lockfile$/, path: /^(?:lock|lockSync)$/ },
  { module: /^(?:fs-ext|fs-ext-extra-prebuilt)$/, path: /^(?:flock|flockSync)$/ },
  { module: /^cross-process-lock$/, path: /^(?:lock)?$/ },
];

/**
 * `const release = await lock(file); try { await writeFile(file, text) } finally { await release() }`: who has another disk
 * has another file as well, so the lock reaches as far as what it guards.
 */
function guardsItsFile(cx: Once, call: ts.CallExpression): boolean {
  const [locked] = call.arguments;
  const body = functionAround(call)?.body;
  if (!locked || !body) return false;
  const inside = nodesOf(call.getSourceFile()).filter((each): each is ts.CallExpression => ts.isCallExpression(each) && each.pos >= call.end && each.end <= body.end);
  const files = inside.filter((each) => /^(?:fs|fs\/promises|fs-extra|graceful-fs)$/.test(calledModule(cx, each)?.module ?? ''));
  const others = inside.filter((each) => !files.includes(each) && !/^(?:release\w*|unlock\w*|stringify|parse|toString)$/.test(lastName(each.expression)));
  return files.length > 0 && others.length === 0 && files.every((each) => each.arguments[0]?.getText() === locked.getText());
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  const origin = calledModule(cx, call);
  if (!origin || !isServing(cx, node)) return;
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  if (libraries.some(({ module, path }) => module.test(origin.module) && path.test(origin.path))) {
    if (guardsItsFile(cx, call)) return;
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
