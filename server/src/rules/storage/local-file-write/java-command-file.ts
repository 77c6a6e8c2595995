import { args, bareType, enclosing, enclosingCallable, enclosingType, field, named, nameOf, simpleName, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { commandItems } from '../../../syntax/java/command-items.js';
import { descendants } from '../../../syntax/java/descendants.js';
import type { Sink } from '../../../syntax/java/file-sinks.js';
import { calledMethod } from '../../../syntax/java/trace.js';
import { isTold, namesOf, usesAfter } from './java-scratch.js';

const starts = /^(?:exec|ProcessBuilder)$/;

/** Programs that run the file which they are handed. */
const interpreter = /^(?:\S*[\\/])?(?:(?:ba|da|k|z|a|c|tc)?sh|cmd|powershell|pwsh|python[\d.]*|perl|ruby|Rscript|groovy|node|php)(?:\.exe)?(?=\s|$)/i;

const nameOfCalled = (node: JavaNode): string => (node.type === 'method_invocation' ? nameOf(node) : simpleName(bareType(field(node, 'type'))));

/** A name as it is put together, whatever stands between its parts: `dir + "/" + name` is `dir + name` for those who forgot whether `dir` ends so. */
const plain = (node: JavaNode): string => node.text.replace(/\s+/g, '').replace(/"[\\/]+"\+|(?:java\.io\.)?File\.separator(?:Char)?\+/g, '');

/** Whether a word of a command is the file: `file`, `file + " &"`, `"sh " + file`, `file.getAbsolutePath()`. */
function isFileWord(word: JavaNode, names: ReadonlySet<string>): boolean {
  if (names.has(plain(word))) return true;
  if (word.type === 'method_invocation') return /^(?:get(?:Absolute|Canonical)?Path|toString|getName)$/.test(nameOf(word)) && names.has(field(word, 'object')?.text ?? '');
  if (word.type !== 'binary_expression') return false;
  const [left, right] = [field(word, 'left'), field(word, 'right')];
  return left !== undefined && right !== undefined && ((/^"\s/.test(right.text) && isFileWord(left, names)) || (/\s"$/.test(left.text) && isFileWord(right, names)) || isFileWord(left, names));
}

function firstText(word: JavaNode | undefined): string {
  let first = word;
  while (first?.type === 'binary_expression') first = field(first, 'left');
  return stringValue(first) ?? '';
}

/** Words of what a call is handed as a command. */
function wordsOf(call: JavaNode): readonly JavaNode[] {
  const passed = args(call);
  return passed.length === 1 && passed[0] ? commandItems(passed[0]) : passed.flatMap((each) => commandItems(each));
}

/** Whether a call starts the file, by itself or in a shell. */
function startsFile(call: JavaNode, names: ReadonlySet<string>): boolean {
  const name = nameOfCalled(call);
  const words = wordsOf(call);
  if (!words.some((word) => isFileWord(word, names))) return false;
  if (interpreter.test(firstText(words[0]))) return !isTold(call) && !/^(?:append|concat|add|put|set\w*)$/.test(name);
  return (starts.test(name) || name === 'command') && words[0] !== undefined && isFileWord(words[0], names) && firstText(words[0]) === '';
}

/** Methods of the class followed with the file. */
const depthLimit = 2;

/** Calls below a node that start the file, those of own methods that are handed it included. */
function runsIn(within: JavaNode, names: ReadonlySet<string>, after: number, depth: number): readonly JavaNode[] {
  return descendants(within, 'method_invocation', 'object_creation_expression').filter((call) => call.startIndex > after && (startsFile(call, names) || (depth > 0 && isRunByCalled(call, names, depth))));
}

function isRunByCalled(call: JavaNode, names: ReadonlySet<string>, depth: number): boolean {
  const at = args(call).findIndex((arg) => isFileWord(arg, names));
  const method = at >= 0 && call.type === 'method_invocation' ? calledMethod(call) : undefined;
  const parameter = method && named(field(method, 'parameters') ?? method).filter(({ type }) => type === 'formal_parameter')[at];
  const body = method && field(method, 'body');
  return body !== undefined && parameter !== undefined && runsIn(body, namesOf(method ?? body, nameOf(parameter)), 0, depth - 1).length > 0;
}

/** Where the name begins to mean another file: `file = dir + "/second.sh"`. */
function nextMeaning(callable: JavaNode, sink: Sink): number {
  return descendants(callable, 'assignment_expression').find((given) => given.startIndex > sink.call.endIndex && field(given, 'left')?.text === sink.target.text)?.startIndex ?? callable.endIndex;
}

/** Words of all commands of the method: `chmod 777 file` keeps no file. */
function commandWords(callable: JavaNode): readonly JavaNode[] {
  return descendants(callable, 'method_invocation', 'object_creation_expression').filter((call) => starts.test(nameOfCalled(call)) || nameOfCalled(call) === 'command').flatMap(wordsOf);
}

/** Whether the method that writes a file then runs it as a script and makes nothing else of it: each run writes it anew. */
function isRunAsScript(sink: Sink, callable: JavaNode): boolean {
  const names = new Set([...namesOf(callable, sink.target.text)].map((name) => name.replace(/\s+/g, ''))).add(plain(sink.target));
  const runs = runsIn(callable, names, sink.call.endIndex, depthLimit);
  const end = nextMeaning(callable, sink);
  if (!runs.some((run) => run.startIndex < end)) return false;
  const inCommand = [...commandWords(callable), ...runs];
  const isElsewhere = (node: JavaNode): boolean => node.startIndex < end && !enclosing(node, 'throw_statement') && !inCommand.some((word) => node.startIndex >= word.startIndex && node.endIndex <= word.endIndex);
  return !usesAfter(sink, isElsewhere).includes('escape');
}

/** Whether the class starts programs, and a command line of the same method names the file, as `"diskpart /s C:/temp/volume.txt"` does. */
function isNamedInCommand(sink: Sink, callable: JavaNode): boolean {
  const path = stringValue(sink.target);
  const type = enclosingType(sink.call);
  if (path === undefined || !type) return false;
  const commands = descendants(callable, 'string_literal').filter((literal) => literal.startIndex > sink.call.endIndex && stringValue(literal)?.endsWith(` ${path}`) === true && !isTold(enclosing(literal, 'method_invocation') ?? literal));
  return commands.length > 0 && descendants(type, 'method_invocation', 'object_creation_expression').some((each) => starts.test(nameOfCalled(each)));
}

/** Whether the file is for a program alone that the same method starts: it names the file in its command line, or is the file itself. */
export function isForCommand(sink: Sink): boolean {
  const callable = enclosingCallable(sink.call);
  return callable !== undefined && (isNamedInCommand(sink, callable) || isRunAsScript(sink, callable));
}
