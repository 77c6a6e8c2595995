import type { FileContext } from '../../../contract/rule.js';
import { enclosingCallable, nameOf, stringValue, field, bareType, simpleName, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import type { Origin } from '../../../syntax/java/file-origin.js';
import type { Sink } from '../../../syntax/java/file-sinks.js';
import { trace } from '../../../syntax/java/trace.js';

const sourceFolder = /(?:^|\/)src\/(?:main|test)\/(?:java|resources|sql|db)\//;

function literalsIn(callable: JavaNode): readonly JavaNode[] {
  return descendants(callable, 'string_literal');
}

/**
 * `new FileInputStream(base + "/src/main/resources/data.sql")` beside the write: source folders stand where the product is
 * built, so the method runs at a developer's desk. A file that is written into them is told, since servers are started so.
 */
export function isAtDesk(cx: FileContext, sink: Sink): boolean {
  const callable = enclosingCallable(sink.call);
  const sources = callable ? literalsIn(callable).filter((literal) => sourceFolder.test(stringValue(literal) ?? '')) : [];
  if (sources.length === 0) return false;
  let isTarget = false;
  trace(cx, sink.target, (node) => (isTarget ||= sources.some((literal) => literal.startIndex >= node.startIndex && literal.endIndex <= node.endIndex)));
  return !isTarget;
}

function startsProgram(node: JavaNode): boolean {
  return node.type === 'object_creation_expression' ? simpleName(bareType(field(node, 'type'))) === 'ProcessBuilder' : nameOf(node) === 'exec' && /\bRuntime\b|^(?:runtime|rt)$/.test(field(node, 'object')?.text ?? '');
}

/** `write(new File("input.txt"), text); new ProcessBuilder("sh", "-c", "speak -f input.txt").start()`: what a program of the same call is given, under one name that the next call writes over. */
export function isProgramInput({ call }: Sink, origin: Origin): boolean {
  const callable = enclosingCallable(call);
  if (!callable || origin.kind !== 'fixed' || !/^[\w.-]+\.\w+$/.test(origin.where)) return false;
  const starts = descendants(callable, 'object_creation_expression', 'method_invocation').some((node) => node.startIndex > call.startIndex && startsProgram(node));
  return starts && literalsIn(callable).some((literal) => {
    const text = stringValue(literal) ?? '';
    return text !== origin.where && text.split(/[\s'"]+/).includes(origin.where);
  });
}
