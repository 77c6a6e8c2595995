import type { FileContext } from '../../../contract/rule.js';
import { type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { originOf } from '../../../syntax/java/file-origin.js';
import { callSink, creationSink, type Sink } from '../../../syntax/java/file-sinks.js';
import { calledMethod } from '../../../syntax/java/trace.js';

/** A file that code looks at and then writes. */
export interface Rewritten {
  readonly file: string;
  readonly write: JavaNode;
}

/** Places that other processes know too: written in the code, or configured. */
const lasting: readonly string[] = ['setting', 'fixed'];

/** Name of a file, whatever form the code gives it. */
function nameIn(target: string): string {
  return target.replace(/\s+/g, '').replace(/^(?:Paths\.get|Path\.of|newFile)\((\w+)\)/, '$1').replace(/\.(?:toPath|toFile|getPath|getAbsolutePath|getAbsoluteFile)\(\)/g, '').replace(/^this\./, '');
}

/** Whether the code reads the file, or asks whether it is there. */
function reads(text: string, name: string): boolean {
  const escaped = name.replace(/\W/g, '\\$&');
  return new RegExp(`(?:\\bFiles\\.(?:exists|notExists|read\\w*|lines|newBufferedReader|newInputStream)|\\bnew(?:FileInputStream|FileReader|Scanner)|\\bFileUtils\\.read\\w*|\\b(?:load|read|parse)\\w*)\\((?:this\\.)?${escaped}\\b|(?<![\\w.])(?:this\\.)?${escaped}(?:\\.toFile\\(\\))?\\.(?:exists|length|isFile)\\(`).test(text);
}

/** A file of its own name that a stretch of code, and the methods of the class it calls, both look at and write. */
export function rewrittenIn(cx: FileContext, body: JavaNode): Rewritten | undefined {
  const called = descendants(body, 'method_invocation').flatMap((call) => calledMethod(call) ?? []);
  const bodies = [body, ...called];
  const text = bodies.map((each) => each.text.replace(/\s+/g, '')).join('\n');
  const sinks = bodies.flatMap((each): readonly (Sink | undefined)[] => [
    ...descendants(each, 'object_creation_expression').map((creation) => creationSink(cx, creation)), ...descendants(each, 'method_invocation').map((call) => callSink(cx, call)),
  ]);
  for (const sink of sinks) {
    if (!sink || sink.weak) continue;
    const name = nameIn(sink.target.text);
    if (/^\w+$/.test(name) && reads(text, name) && lasting.includes(originOf(cx, sink.target).kind)) return { file: name, write: sink.token };
  }
  return undefined;
}
