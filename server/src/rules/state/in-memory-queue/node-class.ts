import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { bare, functionAround, isFunction, lastName, walk } from '../../../syntax/typescript/functions.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

const accepting = /^(?:enqueue|push|add|publish|submit|send|put|dispatch)(?:Job|Task|Message|Event|Item)?$/;
const consumers = /^_?#?(?:subscribers?|consumers?|handlers?|workers?|processors?|listeners?)$/;

/** Calls of a method of a field of the class: `this.jobs.push(…)`. */
function callsOn(owner: ts.Node, field: string, methods: RegExp): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  walk(owner, (each) => {
    if (ts.isCallExpression(each) && ts.isPropertyAccessExpression(each.expression) && methods.test(each.expression.name.text) && each.expression.expression.getText() === `this.${field}`) found.push(each);
  });
  return found;
}

/** `enqueue(job) { this.jobs.push({ job, retries: 0 }) }`: the caller is told nothing more. Who waits for a promise keeps the work itself. */
function isAccepted(call: ts.CallExpression): boolean {
  const method = functionAround(call);
  const [value] = call.arguments;
  return method !== undefined && ts.isMethodDeclaration(method) && accepting.test(method.name.getText()) && method.parameters.length > 0
    && value !== undefined && !isFunction(bare(value)) && !/\bnew Promise\b|\bresolve\b/.test(method.getText());
}

/** Whether the function that takes an entry out has those who registered for entries work on it. */
function isHandedOn(call: ts.CallExpression): boolean {
  const body = functionAround(call)?.body;
  return body !== undefined && walk(body, (each) => ts.isPropertyAccessExpression(each) && each.expression.kind === ts.SyntaxKind.ThisKeyword && consumers.test(lastName(each)));
}

/** A class that calls itself a queue, takes entries in a list of its own and later hands them to its consumers. */
function check(node: Node, cx: RuleFileContext): void {
  const owner = node.compilerNode as ts.ClassDeclaration;
  if (!/Queue$/.test(owner.name?.text ?? '') || !isServing(cx, node)) return;
  for (const member of owner.members) {
    if (!ts.isPropertyDeclaration(member) || !member.initializer || !ts.isArrayLiteralExpression(member.initializer) || consumers.test(member.name.getText())) continue;
    const field = member.name.getText();
    const accepted = callsOn(owner, field, /^(?:push|unshift)$/).filter(isAccepted);
    if (accepted.length === 0 || !callsOn(owner, field, /^(?:shift|splice|pop)$/).some(isHandedOn)) continue;
    cx.report({ at: spanOf(member.name), say: 'queue', args: { field, type: owner.name?.text ?? '' }, severity: 'warning', confidence: 'medium', also: accepted.slice(0, 3).map((each) => ({ at: spanOf(each.expression), say: 'put' })) });
  }
}

/** Queues that Node code has written for itself. */
export const nodeQueueClasses = ruleMatcher({
  language: 'typescript',
  needles: [[/\bclass \w*Queue\b/, /\.(?:shift|splice|pop)\(/]],
  on: { ClassDeclaration: check },
});
