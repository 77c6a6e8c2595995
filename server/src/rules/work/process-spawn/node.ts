import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { packageOf } from '../../../facts/tool-package.js';
import { bare, functionAround } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { guardsOf, namesAround } from '../../../syntax/typescript/surroundings.js';

const functions = /^(?:exec|execSync|execFile|execFileSync|spawn|spawnSync)$/;
/** What every image of Node has. */
const everywhere = /^(?:node|nodejs|npm|npx|yarn|pnpm|sh|bash|env|cat|ls|cp|mv|rm|mkdir|echo|true|false|kill|sleep|date|uname|hostname|id|whoami|grep|sed|awk|sort|head|tail|tar|gzip|find|chmod|chown|touch|df|du|nproc|test|xargs|tr|cut|wc|which|command|open|xdg-open|start|pwd|cd)$/;
const windows = /^(?:cmd(?:\.exe)?|powershell(?:\.exe)?|[\w-]+\.exe|taskkill|tasklist|wmic)$/i;
const building = /^(?:(?:pre)?compile|build|bundle|install|upgrade|update|webpack|restart)/i;

/** First word of a command; `undefined` when the file does not show it. */
function toolOf(node: ts.Expression | undefined, depth = 3): string | undefined {
  const value = node && bare(node);
  if (!value || depth === 0) return undefined;
  if (ts.isIdentifier(value)) return toolOf(initialValue(value), depth - 1);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken) return toolOf(value.left, depth);
  const text = ts.isStringLiteralLike(value) ? value.text : ts.isTemplateExpression(value) && /^\s*[\w./-]+\s/.test(value.head.text) ? value.head.text : undefined;
  const word = text?.trim().split(/\s+/).find((each) => !/^\w+=/.test(each) && each !== 'sudo' && each !== 'exec');
  return word === undefined || !/^[\w./-]+$/.test(word) ? undefined : word.replace(/^.*\//, '');
}

/** `git rev-parse --short HEAD` names the version of a checkout; an image has none, and such code goes on without it. */
function isVersionStamp(tool: string, call: ts.CallExpression): boolean {
  if (tool !== 'git') return false;
  const given = (call.arguments ?? []).slice(0, 2).map((each) => each.getText()).join(' ');
  return /\b(?:rev-parse|describe|rev-list|show-ref)\b|\blog\b['", ]+-(?:1|n)/.test(given);
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  const origin = calledModule(cx, call);
  const spawns = origin && ((origin.module === 'child_process' && functions.test(origin.path)) || (/^(?:execa|cross-spawn)$/.test(origin.module) && /^(?:|execa|execaCommand|sync|command|commandSync|execaSync)$/.test(origin.path)) || (origin.module === 'shelljs' && origin.path === 'exec'));
  if (!spawns || !functionAround(call) || !isServing(cx, node)) return;
  const tool = toolOf(call.arguments[0]);
  if (tool === undefined || everywhere.test(tool) || isVersionStamp(tool, call) || namesAround(call).some((name) => building.test(name)) || guardsOf(call).some(({ text }) => /platform|win32|isWin\b|isWindows|darwin/i.test(text))) return;
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  cx.report({ at: spanOf(token), say: windows.test(tool) ? 'windows' : 'tool', args: { tool }, cause: `tool ${tool}`, data: { tool, package: packageOf(tool) } });
}

/** Programs that a Node server starts. */
export const nodeSpawns = ruleMatcher({
  language: 'typescript', needles: [['child_process'], [/['"](?:execa|cross-spawn|shelljs)['"]/]],
  on: { CallExpression: check },
});
