import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isBrowserCode } from '../../../syntax/typescript/ask.js';
import { isParameter, leadingPart, readPath, shownPath } from '../../../syntax/typescript/places.js';
import { guardsOf, isCommandLine, isDevelopmentOnly } from '../../../syntax/typescript/surroundings.js';
import { changeOf } from './node-fix.js';
import { logSinks, pinoTarget, type LogSink } from './node-sinks.js';

/** `if (path) transports.push({ target: 'pino/file', options: { destination: path } })`: nothing is written until somebody asks for it. */
function isOptional({ path, token }: LogSink): boolean {
  if (!path || readPath(path).setting === undefined) return false;
  const written = path.getText();
  return guardsOf(token).some(({ text, holds }) => holds && text === written);
}

const switchName = /^_?(?:is)?_?(?:enabled|active|(?:file|log|output)_?enabled)$/i;

/** `private enabled = false`, without which a method of the class goes no further: no line is written until a setting turns the file on. */
function isSwitchedOn({ token }: LogSink): boolean {
  const owner = ts.findAncestor(token, ts.isClassLike);
  return owner?.members.some((member) => ts.isPropertyDeclaration(member) && member.initializer?.kind === ts.SyntaxKind.FalseKeyword && switchName.test(member.name.getText())
    && owner.members.some((each) => ts.isMethodDeclaration(each) && each.body?.statements.some((statement) => ts.isIfStatement(statement) && statement.expression.getText() === `!this.${member.name.getText()}` && /^\{?\s*return;?\s*\}?$/.test(statement.thenStatement.getText())))) ?? false;
}

function report(cx: RuleFileContext, node: Node, sink: LogSink): void {
  if (isBrowserCode(cx, node) || isCommandLine(cx) || isDevelopmentOnly(sink.token)) return;
  const path = sink.path && readPath(sink.path);
  if (path?.harmless) return;
  const shown = sink.path ? shownPath(sink.path) : sink.token.getText();
  const file = /^[^?`$]*\.\w+$/.test(shown) ? shown : (path?.setting ?? shown);
  cx.report({
    at: { start: sink.token.getStart(), end: sink.token.getEnd() },
    say: sink.path && isParameter(leadingPart(sink.path)) ? 'given' : 'file', args: { file }, cause: 'node-log',
    severity: sink.onConsole || isOptional(sink) || isSwitchedOn(sink) ? 'info' : 'warning',
    data: sink.onConsole ? null : changeOf(cx, sink),
  });
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression | ts.NewExpression;
  for (const sink of logSinks(cx, call, cx.path)) report(cx, node, sink);
}

function checkTarget(node: Node, cx: RuleFileContext): void {
  const sink = pinoTarget(node.compilerNode as ts.ObjectLiteralExpression);
  if (sink) report(cx, node, sink);
}

/** Log files of winston, pino, bunyan, log4js and of plain streams. */
export const nodeLogs = ruleMatcher({
  language: 'typescript',
  needles: [
    ['winston', /\bFile\b|DailyRotateFile/], ['winston-daily-rotate-file'], ['pino', 'destination'], ['bunyan', 'streams'], ['log4js', 'configure'],
    ['rotating-file-stream'], ['file-stream-rotator'], ['createWriteStream', /log/i], ['appendFile', /log/i], ['appendFileSync', /log/i],
  ],
  on: { CallExpression: check, NewExpression: check },
});

/** Targets of pino's transports, which stand as plain objects. */
export const pinoTargets = ruleMatcher({
  language: 'typescript',
  needles: [['pino', 'target', 'destination'], ['pino', 'target', 'pino-roll']],
  on: { ObjectLiteralExpression: checkTarget },
});
