import type { Node } from 'ts-morph';
import type { ts } from 'ts-morph';
import type { Span } from '../../base/text.js';
import type { FileContext } from '../../contract/rule.js';
import { isBrowserCode } from './ask.js';
import { isCommandLine, isDevelopmentOnly } from './surroundings.js';

/** Whether a place runs in a server that answers users: not in a browser, in a program that people run once, or in development alone. */
export function isServing(cx: FileContext, node: Node): boolean {
  return !isBrowserCode(cx, node) && !isCommandLine(cx) && !isDevelopmentOnly(node.compilerNode);
}

/** Offsets of a compiler node's own text. */
export function spanOf(node: ts.Node): Span {
  return { start: node.getStart(), end: node.getEnd() };
}
