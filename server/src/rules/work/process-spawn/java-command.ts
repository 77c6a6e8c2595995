import type { FileContext } from '../../../contract/rule.js';
import { isKnownTool } from '../../../facts/tool-package.js';
import { args, bareType, declarationOf, enclosing, enclosingCallable, field, nameOf, named, simpleName, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { itemsSetOne } from '../../../syntax/java/command-items.js';
import { calledMethod, callsOf, trace } from '../../../syntax/java/trace.js';

const shell = /^(?:(?:ba|da|k|z|a)?sh)$/;
const windowsShell = /^(?:cmd|command|powershell|pwsh)$/i;

/** The program that a command starts, by its name without folder and ending; shells are looked through. */
export interface Command {
  readonly tool: string;
  /** The command is one for Windows. */
  readonly windows: boolean;
}

const handingOn = /^(?:format|formatted|concat|trim|toString|valueOf|asList|of|toArray|split|append|join|newArrayList)$/;

const namesWindows = /(?<![A-Za-z])win(?:dows|32|64)?(?![a-z])|(?<![A-Z])Win(?:dows|32|64)?(?![a-z])|(?<![A-Z])WIN(?:DOWS|32|64)?(?![A-Z])/;
/** The name of the system without a word on which one it is compared with: mostly it is Windows, which differs most. */
const namesNoSystem = /^(?!.*(?:nux|unix|mac|darwin|sun_?os|solaris|aix))(?=.*(?:os\.name|os_?name))/is;
const namesUnix = /(?<![A-Za-z])(?:linux|nux|nix|unix)|Linux|Unix|LINUX|UNIX/;
const namesMac = /(?<![A-Za-z])mac(?:os\w*)?(?![a-z])|(?:is|on|[A-Z]{2})_?Mac(?![a-z])|darwin|os_?x(?![a-z])/i;

/** `!isWindows()`, `os != OS.MAC`, `name.indexOf("win") < 0`. */
const denies = /!(?!=)[^&|]*(?:win|nux|nix|mac|darwin|os_?x)|!=(?!\s*(?:null|-\s*1)\b)|<\s*0|==\s*-\s*1/i;

type Branch = 'consequence' | 'alternative';

function windowsBranch(condition: string): Branch | undefined {
  if (namesWindows.test(condition) || namesNoSystem.test(condition)) return denies.test(condition) ? 'alternative' : 'consequence';
  if (!namesUnix.test(condition)) return undefined;
  return denies.test(condition) ? 'consequence' : 'alternative';
}

function macBranch(condition: string): Branch | undefined {
  if (!namesMac.test(condition)) return undefined;
  return denies.test(condition) ? 'alternative' : 'consequence';
}

/** Whether a place is reached, or a value chosen, on Windows alone: `windows ? "mvn.cmd" : "mvn"`. */
export function isChosenOnWindows(value: JavaNode): boolean {
  return isChosenWhere(value, windowsBranch);
}

/** The same for a Mac: no container is one. */
export function isChosenOnMac(value: JavaNode): boolean {
  return isChosenWhere(value, macBranch);
}

function isChosenWhere(value: JavaNode, branchOf: (condition: string) => Branch | undefined): boolean {
  for (let at = enclosing(value, 'ternary_expression', 'if_statement'); at; at = enclosing(at, 'ternary_expression', 'if_statement')) {
    const branch = branchOf(field(at, 'condition')?.text ?? '');
    const chosen = branch && field(at, branch);
    if (chosen && chosen.startIndex <= value.startIndex && value.endIndex <= chosen.endIndex) return true;
  }
  return false;
}

/** What only the `main` of a class hands over that does its work elsewhere: a trial of whoever wrote it. */
function isTriedOut(word: JavaNode, command: JavaNode): boolean {
  const callable = enclosingCallable(word);
  return callable !== undefined && nameOf(callable) === 'main' && enclosingCallable(command)?.id !== callable.id;
}

/** Literal words of a command in their order: items of arrays, lists and argument lists, and words added to a list. */
function words(cx: FileContext, values: readonly JavaNode[]): readonly string[] {
  const found: string[] = [];
  for (const value of values) {
    const before = found.length;
    trace(cx, value, (node) => {
      if (isChosenOnMac(node) || (isChosenOnWindows(node) && !isChosenOnWindows(value))) return true;
      const text = node.type === 'string_literal' ? stringValue(node) : undefined;
      if (text !== undefined && !isTriedOut(node, value)) found.push(text);
      if (node.type === 'array_creation_expression' || node.type === 'array_initializer') {
        const list = node.type === 'array_initializer' ? node : field(node, 'value');
        found.push(...words(cx, list ? named(list) : []));
        return true;
      }
      // What an object of the application puts before its arguments, its class says: `new GitCommand("add", paths)`.
      if (node.type === 'object_creation_expression' && !/^(?:String|ArrayList|LinkedList|Vector|ProcessBuilder|CommandLine|\w*Builder|File)$/.test(simpleName(bareType(field(node, 'type'))))) return true;
      // What another call makes of its arguments is no command: a setting's value, a look-up, a path.
      return node.type === 'method_invocation' && !handingOn.test(nameOf(node)) && !calledMethod(node);
    });
    // What comes after an unknown word may be its argument; an unknown program stays unknown.
    if (found.length === before) found.push('');
  }
  return found;
}

/** `command.add("ffmpeg")` before the list is handed over. */
function added(cx: FileContext, list: JavaNode): readonly JavaNode[] {
  const declared = list.type === 'identifier' ? declarationOf(list) : undefined;
  if (!declared) return [];
  const onList = (object: JavaNode | undefined): boolean => object?.text === list.text && declarationOf(object)?.node.id === declared.node.id;
  return callsOf(cx, list, 'add').filter((call) => call.startIndex < list.startIndex && onList(field(call, 'object'))).flatMap((call) => args(call).slice(0, 1));
}

/** Words that a list or an array is given one by one, or the value itself. */
function itemsOf(cx: FileContext, only: JavaNode): readonly JavaNode[] {
  const items = [added(cx, only), itemsSetOne(only)].find(({ length }) => length > 0);
  return items ?? [only];
}

/** `/usr/bin/ffmpeg -i in.avi` → `ffmpeg`; '' for what is no program's name. */
function programIn(text: string): string {
  const first = /^\s*(?:"([^"]+)"|(\S+))/.exec(text);
  const name = (first?.[1] ?? first?.[2] ?? '').replace(/^.*[\\/]/, '').replace(/\.(?:exe|bat|cmd|com|sh)$/i, '');
  return /^[A-Za-z0-9][\w.+-]*$/.test(name) && !/%|\$/.test(name) ? name : '';
}

/** The literal end of a path, `home + "/bin/spark-submit"`, which names the program whatever stands before it. */
function endOfPath(first: JavaNode | undefined): string {
  const declared = first?.type === 'identifier' ? declarationOf(first) : undefined;
  const value = declared?.kind === 'local' ? declared.value : first;
  const end = value?.type === 'binary_expression' ? field(value, 'right') : undefined;
  const text = end?.type === 'string_literal' ? (stringValue(end) ?? '') : '';
  return /^[^\s]*[\\/][\w.+-]+$/.test(text) ? text : '';
}

/** Whether what is started is a file that the code itself has just made. */
export function isOwnScript(cx: FileContext, values: readonly JavaNode[]): boolean {
  let made = false;
  const [first] = values;
  if (first) trace(cx, first, (node) => (made ||= node.type === 'method_invocation' && nameOf(node) === 'createTempFile'));
  return made;
}

/** A variable that is named after a program: `ffmpegPath`, `SOFFICE_CMD`. */
function namedAfter(first: JavaNode | undefined): string | undefined {
  const name = first?.type === 'identifier' || first?.type === 'field_access' ? simpleName(first.text) : '';
  const tool = name.replace(/_?(?:path|cmd|command|exe|executable|bin|binary|location|home)$/i, '').replaceAll('_', '-').toLowerCase();
  return tool !== name.toLowerCase() && isKnownTool(tool) ? tool : undefined;
}

/** What a command starts; `undefined` when the first word is not known here. */
export function commandOf(cx: FileContext, values: readonly JavaNode[]): Command | undefined {
  const [only] = values;
  const end = endOfPath(only);
  const list = end !== '' ? [end] : words(cx, values.length === 1 && only ? itemsOf(cx, only) : values);
  const all = list.length === 1 ? (list[0] ?? '').trim().split(/\s+/) : list;
  const tool = programIn(all[0] ?? '');
  const byName = tool === '' ? namedAfter(only) : undefined;
  if (tool === '') return byName === undefined ? undefined : { tool: byName, windows: false };
  // Callers hand over one command for each system; which one runs here is theirs to say.
  if (windowsShell.test(tool)) return only?.type === 'identifier' && declarationOf(only)?.kind === 'parameter' ? undefined : { tool, windows: true };
  if (!shell.test(tool)) return { tool, windows: /\.(?:exe|bat|cmd)\b/i.test(all[0] ?? '') };
  const script = all.slice(1).find((word) => !/^-/.test(word)) ?? '';
  const inner = programIn(script);
  return inner === '' || /^-/.test(inner) ? undefined : { tool: inner, windows: false };
}

/** Whether a method's name tells that it is for one operating system: its command is not run on the others. */
export function isForWindows(callable: JavaNode | undefined): boolean {
  return callable !== undefined && /win(?:dows|32|64)?(?![a-z])|Win[A-Z]/.test(nameOf(callable));
}

/** Whether a script of a front end is started under the name that a server for its developers goes by: `npm run serve`. */
export function isDevelopmentServer(cx: FileContext, values: readonly JavaNode[]): boolean {
  const [only] = values;
  const all = words(cx, values.length === 1 && only ? itemsOf(cx, only) : values).join(' ');
  return /(?:^|\s)run\s+(?:serve|dev|watch|develop|start:dev|dev:\w+)(?:\s|$)/.test(all);
}
