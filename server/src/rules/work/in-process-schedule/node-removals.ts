import { ts } from 'ts-morph';
import { functionBehind, walk, type FunctionNode, type Once } from '../../../syntax/typescript/functions.js';

const removing = /\.(?:del|delete|destroy|remove|trim|prune|purge|expire)(?:[A-Z]\w*)?\(/;
const changing = /\.(?:insert|update|upsert|create(?!QueryBuilder)|save|increment|decrement|replace|add|set|push|send|emit|publish|post|put|patch|enqueue)\w*\(/;

/** Text of code and of the functions of the file that it calls. */
function codesOf(cx: Once, code: FunctionNode): readonly string[] {
  const called: FunctionNode[] = [];
  walk(code, (node) => {
    const inner = ts.isCallExpression(node) ? functionBehind(cx, node.expression) : undefined;
    if (inner) called.push(inner);
  });
  return [code, ...called].map((each) => each.getText());
}

/** Whether code does nothing to shared data but take expired things away, which a second replica finds gone already. */
export function onlyRemoves(cx: Once, code: FunctionNode): boolean {
  const texts = codesOf(cx, code);
  return texts.some((each) => removing.test(each)) && texts.every((each) => !changing.test(each));
}

/** A query that picks what has expired: a moment is compared, or the name of the column says so. */
const expired = /\$lte?\b|\blte?\s*[:(]|\bLessThan(?:OrEqual)?\(|\bOp\.lte?\b|['"`][^'"`\n]*[\s'"`](?:expire\w*|valid_until|until|\w+_at)\b[^'"`\n]*<|<\s*(?:now\(\)|:\w+|\?|\$\d|Date\.now)|['"`]<=?['"`]|['"`]expire[sd]?\w*['"`]|\b(?:delete|remove|prune|purge)(?:All)?Expired\w*\(/i;

/** Whether a removal takes expired rows alone, so that it changes nothing to do it twice at the same time. */
export function onlyExpires(cx: Once, code: FunctionNode): boolean {
  return onlyRemoves(cx, code) && codesOf(cx, code).every((each) => !removing.test(each) || expired.test(each));
}
