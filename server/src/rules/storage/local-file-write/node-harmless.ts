import { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import { bare, functionAround, lastName, walk } from '../../../syntax/typescript/functions.js';
import { expandedText } from '../../../syntax/typescript/places.js';
import { namesAround } from '../../../syntax/typescript/surroundings.js';
import type { NodeSink } from './node-sinks.js';

const building = /^(?:(?:pre)?compile|minify|bundle|transpile|uglify|webpack)(?:[A-Z]|$)/;
const builder = /(?:^|[-_.])(?:minif(?:y|ier)|bundler?|precompile|transpiler?|webpack)/i;

/** Output of code that builds: every replica makes the same from what the image holds. */
function isBuilt(sink: NodeSink): boolean {
  return namesAround(sink.call).some((name) => building.test(name)) || builder.test(basename(sink.call.getSourceFile().fileName));
}

const readers = /^(?:readFile|readFileSync|createReadStream)$/;

/** `const text = read(file); write(file, clean(text))`: the file was there before, so this is not what put it there. */
function isRewritten(sink: NodeSink): boolean {
  const body = functionAround(sink.call)?.body;
  const path = sink.path.getText();
  return body !== undefined && ts.isIdentifier(bare(sink.path)) && walk(body, (each) =>
    ts.isCallExpression(each) && each.pos < sink.call.pos && readers.test(lastName(each.expression)) && each.arguments[0]?.getText() === path);
}

const configured = /^(?:process\.env\.\w+|(?:\w+\.)*(?:config|settings|env)\.[\w.]+)$/;

/** The text of a setting put into a file for a library to read: a pod that starts anew writes it again. */
function isCopyOfSetting({ call }: NodeSink): boolean {
  const content = call.arguments?.[1];
  if (!content || !/^(?:writeFile|outputFile)(?:Sync)?$/.test(lastName(call.expression))) return false;
  const parts = expandedText(content).split(' ').filter((part) => part !== '' && !/^'[^']*'$|^os\.EOL$/.test(part));
  return parts.length === 1 && parts.every((part) => configured.test(part.replace(/^\w+=/, '')));
}

/** A link keeps nothing itself; what it leads to was written elsewhere. */
function isLink({ call }: NodeSink): boolean {
  return /^(?:sym)?link(?:Sync)?$/.test(lastName(call.expression));
}

/** Whether a write, by what it does, leaves nothing that another replica or a restart would miss. `given`: the caller names the file. */
export function leavesNothing(sink: NodeSink, given: boolean): boolean {
  return isBuilt(sink) || isCopyOfSetting(sink) || (given && (isRewritten(sink) || isLink(sink)));
}

/** `dir ? join(dir, 'x') : ''`: nothing is written before the setting is made. */
export function isOptional({ path }: NodeSink, valueOf: (name: ts.Identifier) => ts.Expression | undefined): boolean {
  const node = bare(path);
  const value = ts.isIdentifier(node) ? valueOf(node) : node;
  return value !== undefined && ts.isConditionalExpression(bare(value)) && /^(?:''|""|null|undefined)$/.test((bare(value) as ts.ConditionalExpression).whenFalse.getText());
}
