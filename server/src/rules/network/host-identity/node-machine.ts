import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { functionAround, lastName, nodesOf } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

const machineIds = /^(?:node-machine-id|machine-uuid|macaddress|getmac|node-macaddress|address)$/;
const textTests = /^(?:startsWith|endsWith|includes|match|test|indexOf)$/;
const fixed = /^(?:['"`]|\/)|\bprocess\.env\.\w|\b(?:config|settings|nconf|env)\b/;

/** Where an expression stands: itself, or every name that it is kept under in this file. */
function placesOf(call: ts.CallExpression): readonly ts.Expression[] {
  const { parent } = call;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return [call];
  const { text } = parent.name;
  const uses = nodesOf(call.getSourceFile()).filter((each): each is ts.Identifier => ts.isIdentifier(each) && each.text === text && each.parent !== parent);
  return uses.filter((each) => initialValue(each) === call);
}

/** Compared with a name that people gave a machine. Another name that a process gave itself tells whose something is, as it should. */
function decides(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText())) return fixed.test((parent.left === node ? parent.right : parent.left).getText());
  if (ts.isSwitchStatement(parent)) return true;
  if (!ts.isPropertyAccessExpression(parent) || !textTests.test(parent.name.text)) return false;
  const call = parent.parent;
  return ts.isCallExpression(call) && call.expression === parent && call.arguments[0] !== undefined && fixed.test(call.arguments[0].getText());
}

/** `http://${os.hostname()}:${port}/callback`, unless it is only printed. */
function isAddress(node: ts.Expression): boolean {
  const span = node.parent;
  if (!ts.isTemplateSpan(span)) return false;
  const template = span.parent;
  const first = template.templateSpans[0] === span;
  if (!first || !/^(?:https?|wss?):\/\/$/.test(template.head.text)) return false;
  let at: ts.Node = template.parent;
  while (ts.isTemplateSpan(at) || ts.isTemplateExpression(at) || ts.isBinaryExpression(at)) at = at.parent;
  return !(ts.isCallExpression(at) && /\b(?:console|log|logger|winston|debug|info)\b/i.test(at.expression.getText())) && !/\b(?:log|print|banner)/i.test(functionAround(node)?.name?.getText() ?? '');
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  const origin = calledModule(cx, call);
  if (!origin) return;
  const isHost = origin.module === 'os' && origin.path === 'hostname';
  const isId = machineIds.test(origin.module) || (origin.module === 'os' && origin.path === 'networkInterfaces');
  if ((!isHost && !isId) || !isServing(cx, node)) return;
  const source = `${lastName(call.expression)}()`;
  const at = spanOf(call.expression);
  if (isId) {
    if (/licen[cs]e|activation/i.test(cx.path) || /\blicen[cs]e(?:Key)?\b[^\n]*\b(?:verif|valid|check|match)|\b(?:verif|valid|check|match)\w*Licen[cs]e/i.test(cx.text)) cx.report({ at, say: 'licence', args: { source } });
    return;
  }
  const places = placesOf(call);
  if (places.some(decides)) cx.report({ at, say: 'compared', args: { source } });
  else if (places.some(isAddress)) cx.report({ at, say: 'address', args: { source } });
}

/** What a machine gives itself as a name where it decides, is handed out, or binds a licence. */
export const nodeMachine = ruleMatcher({
  language: 'typescript', needles: [['hostname', /\bhostname\(\)/, /['"](?:node:)?os['"]/], [/['"](?:node-machine-id|machine-uuid|macaddress|getmac|node-macaddress)['"]/], ['networkInterfaces', /licen[cs]e/i]],
  on: { CallExpression: check },
});
