import { annotations, enclosing, enclosingCallable, enclosingType, field, imports, methodsOf, modifiers, nameOf, type JavaNode } from './ask.js';
import { codeText } from './code-text.js';
import { below } from './field-writes.js';
import { supertypes } from './lifecycle.js';

/** A class without a place in any container whose `main` makes it, and which talks to a terminal instead of a log. */
function isTerminalProgram(type: JavaNode): boolean {
  const main = methodsOf(type).find(isMain);
  return main !== undefined && supertypes(type).length === 0 && new RegExp(`\\bnew ${nameOf(type)}\\(`).test(main.text)
    && /\bSystem\.(?:err|out)\.print/.test(type.text) && /\bSystem\.exit\(/.test(main.text) && !/\bLogger\b/.test(type.text);
}

function isMain(callable: JavaNode): boolean {
  return nameOf(callable) === 'main' && modifiers(callable).has('static');
}

const serving = /\b(?:SpringApplication(?:Builder)?|Micronaut|Quarkus)\b|\.\s*(?:start\w*|join|await\w*|listen\w*|serve\w*|deploy\w*|block)\s*\(/;

/** Whether a `main` starts something that goes on answering when it is done. */
export function startsServer(main: JavaNode): boolean {
  return serving.test(codeText(main));
}

/** Whether leaving the process is what a `main` comes to when all went well: not what it does about a failure, a wrong argument or in a hook. */
function isUsualEnd(exit: JavaNode, main: JavaNode): boolean {
  const around = enclosing(exit, 'catch_clause', 'if_statement', 'switch_expression', 'lambda_expression', 'class_body');
  return nameOf(exit) === 'exit' && field(exit, 'object')?.text === 'System' && (around === undefined || around.startIndex < main.startIndex);
}

/** A class whose own `main` does the work and then leaves the process, whatever container made its parts: it is started by hand, and no replica runs it. */
export function isOneOff(type: JavaNode): boolean {
  const main = methodsOf(type).find(isMain);
  return main !== undefined && !startsServer(main) && below(main, 'method_invocation').some((call) => isUsualEnd(call, main));
}

/** A program of its own: nothing but `main` can be called from outside, and no container manages the class. */
export function isCommandLine(place: JavaNode): boolean {
  const callable = enclosingCallable(place);
  if (callable && isMain(callable)) return true;
  let type = enclosingType(place);
  for (let outer = type && enclosingType(type); outer; outer = enclosingType(outer)) type = outer;
  if (type && isOneOff(type)) return true;
  if (!type || annotations(type).length > 0) return false;
  const methods = methodsOf(type);
  return methods.some(isMain) && (methods.every((method) => isMain(method) || !modifiers(method).has('public')) || isTerminalProgram(type));
}

interface Once {
  once<T>(key: object, compute: () => T): T;
}

const windows = /^(?:org\.eclipse\.(?:swt|jface\.(?!text\.)|ui|core\.commands)\b|javafx\.(?:application|scene|stage|fxml|beans)\b|javax\.swing\.(?:$|J[A-Z]|SwingUtilities|SwingWorker|UIManager)|androidx?\.|com\.google\.gwt\.(?:core\.client|dom\.client|event|user\.client\.(?:ui|Window|Timer|DOM|Event))\b)/;

/** Whether a file belongs to a program with windows, which each of its users runs alone: no replica of it serves others. Servers too read HTML, scale images and format text with classes of such libraries. */
export function hasWindows(cx: Once, anyNode: JavaNode): boolean {
  const known = imports(cx, anyNode);
  return [...known.types.values(), ...known.wildcards.map((name) => `${name}.`)].some((name) => windows.test(name));
}
