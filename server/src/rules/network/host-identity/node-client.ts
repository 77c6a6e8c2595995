import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { wordsOf } from '../../../syntax/names.js';
import { functionAround, lastName, nodesOfKinds } from '../../../syntax/typescript/functions.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

type Purpose = 'decides' | 'stored';

const address = /^(?:this\.)?_?(?:req|request|ctx|context)(?:\.request|\.req|\.raw)?\.(?:ip|(?:connection|socket)\??\.remoteAddress)$/;
/** A file that asks for the proxy's headers knows what stands in front of it; `next/server` leaves the address to its host. */
const informed = /x-forwarded|x-real-ip|connecting-ip|trust proxy|trustProxy|next\/server|request-ip/i;
const deciding = /^(?:limit|limiter|rate|throttle|ban|banned|block|blocked|deny|denied|allow|allowed|allowlist|whitelist|whitelisted|blacklist|blacklisted|restrict|restricted|attempt|attempts|consume|penalty)$/;
const storing = /^(?:create|insert|save|store|add|record|audit|register|update|upsert|log(?:Event|Audit|Action|In|Ip|Login)?|append|push)(?:[A-Z]\w*)?$/;
const addressName = /(?:^|_)ip(?:_?[aA]ddr(?:ess)?)?$|[a-z]Ip(?:Address|Addr)?$|IP(?:Address)?$|remoteAddr(?:ess)?$/;

function decides(text: string): boolean {
  return wordsOf(text).some((word) => deciding.test(word));
}

/** `{ ip: req.ip }` in what a call stores. */
function ofProperty(property: ts.PropertyAssignment): Purpose | undefined {
  if (!addressName.test(property.name.getText())) return undefined;
  let at: ts.Node = property.parent;
  while (ts.isPropertyAssignment(at.parent) || ts.isObjectLiteralExpression(at.parent)) at = at.parent;
  return ts.isCallExpression(at.parent) && storing.test(lastName(at.parent.expression)) && !/\b(?:logger|log|console|winston)\./.test(at.parent.expression.getText()) ? 'stored' : undefined;
}

/** What an address is for; `undefined` when it is only shown or handed on to where this file does not see. */
function purposeOf(node: ts.Expression): Purpose | undefined {
  let at: ts.Node = node;
  while (ts.isParenthesizedExpression(at.parent) || ts.isAsExpression(at.parent) || ts.isNonNullExpression(at.parent) || ts.isTemplateSpan(at.parent) || ts.isTemplateExpression(at.parent) || (ts.isBinaryExpression(at.parent) && /^(?:\|\||\?\?|\+)$/.test(at.parent.operatorToken.getText()))) at = at.parent;
  const { parent } = at;
  if (ts.isPropertyAssignment(parent)) return ofProperty(parent);
  if (ts.isBinaryExpression(parent)) {
    if (parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === at) return ts.isPropertyAccessExpression(parent.left) && addressName.test(parent.left.name.text) && !/\b(?:session|locals|logger)\b/.test(parent.left.getText()) ? 'stored' : undefined;
    return /^[!=]==?$/.test(parent.operatorToken.getText()) && ts.isStringLiteralLike(parent.right) ? 'decides' : undefined;
  }
  if (ts.isCallExpression(parent)) return parent.expression !== at && decides(parent.expression.getText()) ? 'decides' : undefined;
  const around = functionAround(at);
  if (around && (ts.isReturnStatement(parent) || parent === around)) return ts.isPropertyAssignment(around.parent) && around.parent.name.getText() === 'keyGenerator' ? 'decides' : undefined;
  return undefined;
}

function check(node: Node, cx: RuleFileContext): void {
  if (informed.test(cx.text) || !isServing(cx, node)) return;
  const found = nodesOfKinds(node.compilerNode as ts.SourceFile, ts.SyntaxKind.PropertyAccessExpression).flatMap((each) => {
    if (!ts.isPropertyAccessExpression(each) || !/^(?:ip|remoteAddress)$/.test(each.name.text) || !address.test(each.getText())) return [];
    const purpose = purposeOf(each);
    return purpose ? [{ at: each.name, purpose }] : [];
  });
  const first = found.find(({ purpose }) => purpose === 'decides') ?? found[0];
  if (!first) return;
  cx.report({
    at: spanOf(first.at), say: `client-node-${first.purpose}`, severity: first.purpose === 'decides' ? 'warning' : 'info', cause: 'client address',
    also: found.filter((each) => each !== first).slice(0, 3).map((each) => ({ at: spanOf(each.at), say: 'client-node-also' })),
  });
}

/** The address of a connection where it limits, bars or is kept, in a file that knows nothing of a proxy. */
export const nodeClient = ruleMatcher({
  language: 'typescript', needles: [[/\b(?:req|request|ctx|context)\.(?:\w+\.)?ip\b/], ['remoteAddress']],
  on: { SourceFile: check },
});
