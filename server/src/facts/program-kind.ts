import { dirname, isInside } from '../base/paths.js';
import { factMatcher, type FactExtractor } from '../contract/rule.js';
import type { Model, Module } from '../contract/workspace.js';
import { field, imports, methodsOf, modifiers, nameOf, named, span, type JavaNode } from '../syntax/java/ask.js';
import { importsPackage, span as pythonSpan } from '../syntax/python/ask.js';
import { forKotlin } from '../syntax/kotlin/matcher.js';
import { hasWindows } from '../syntax/java/program.js';
import { attribute } from '../syntax/xml/ask.js';
import { namesModule } from './build/effective.js';
import type {} from './build/kinds.js';
import type {} from './entry-point.js';
import type {} from './health-route.js';
import type {} from './java/web-descriptor.js';
import type {} from './python/app.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** What a module is started as when it is no server: code that a JVM loads beside another program, a program with windows, one that reads its command line, or one that ends with the result of its one job. */
    'program.kind': { readonly kind: 'agent' | 'desktop' | 'command-line' | 'job' };
  }
}

const agent = factMatcher({
  language: 'java',
  needles: [['java.lang.instrument', /\bstatic\s+void\s+premain\s*\(/]],
  on: {
    method_declaration(node, cx) {
      const name = field(node, 'name');
      const parameters = named(field(node, 'parameters') ?? node).length;
      if (name?.text === 'premain' && modifiers(node).has('static') && parameters >= 1 && parameters <= 2) cx.emit('program.kind', span(name), { kind: 'agent' });
    },
  },
});

const windowedMain = factMatcher({
  language: 'java',
  needles: [[/\bstatic\s+(?:final\s+)?void\s+main\s*\(/, /\bimport\s+(?:javax\.swing\.(?:\*|J[A-Z])|javafx\.(?:application|stage)\.|org\.eclipse\.swt\.)/]],
  on: {
    class_declaration(node, cx) {
      const name = field(node, 'name');
      if (name && node.parent?.type === 'program' && hasWindows(cx, node) && methodsOf(node).some((method) => nameOf(method) === 'main')) cx.emit('program.kind', span(name), { kind: 'desktop' });
    },
  },
});

const toolkits = ['tkinter', 'PySimpleGUI', 'FreeSimpleGUI', 'PyQt5', 'PyQt6', 'PySide2', 'PySide6', 'wx', 'kivy', 'customtkinter'];

const pythonWindows = factMatcher({
  language: 'python',
  needles: [[/^\s*(?:import|from)\s+(?:tkinter|(?:Py|Free)SimpleGUI|PyQt[56]|PySide[26]|wx|kivy|customtkinter)\b/m]],
  on: {
    module(node, cx) {
      if (importsPackage(cx, node, ...toolkits)) cx.emit('program.kind', pythonSpan(node), { kind: 'desktop' });
    },
  },
});

const commandLineApi = /^(?:org\.apache\.commons\.cli|picocli|com\.beust\.jcommander|org\.kohsuke\.args4j|joptsimple|net\.sourceforge\.argparse4j)\./;

const commandMain = factMatcher({
  language: 'java',
  needles: [[/\bstatic\s+(?:final\s+)?void\s+main\s*\(/, /\bimport\s+(?:org\.apache\.commons\.cli|picocli|com\.beust\.jcommander|org\.kohsuke\.args4j|joptsimple|net\.sourceforge\.argparse4j)\./]],
  on: {
    class_declaration(node, cx) {
      const name = field(node, 'name');
      const known = imports(cx, node);
      const reads = [...known.types.values(), ...known.wildcards.map((wildcard) => `${wildcard}.`)].some((full) => commandLineApi.test(full));
      if (name && reads && node.parent?.type === 'program' && methodsOf(node).some((method) => nameOf(method) === 'main')) cx.emit('program.kind', span(name), { kind: 'command-line' });
    },
  },
});

const leaving = /^(?:System\s*\.\s*exit|exitProcess)\s*\((?!\s*(?:-?\d+|[A-Z_]+)\s*\))/;

/** Whether the last thing of a block is to leave with what the work came to: the process ends when its one job is done. */
function leavesWithResult(block: JavaNode | undefined): boolean {
  const last = block && named(block).filter((statement) => !/comment/.test(statement.type)).at(-1);
  if (!last) return false;
  if (/^try_/.test(last.type)) {
    const ending = named(last).find((part) => part.type === 'finally_clause');
    return leavesWithResult(ending && named(ending)[0]);
  }
  return leaving.test(last.text);
}

const jobMain = factMatcher({
  language: 'java',
  needles: [[/\bstatic\s+(?:final\s+)?void\s+main\s*\(/, /\bSystem\s*\.\s*exit\s*\((?!\s*-?\d+\s*\))/]],
  on: {
    method_declaration(node, cx) {
      const name = field(node, 'name');
      if (name?.text === 'main' && leavesWithResult(field(node, 'body'))) cx.emit('program.kind', span(name), { kind: 'job' });
    },
  },
});

/** `plugin.xml` of a program built on the Eclipse platform. */
const eclipse = factMatcher({
  language: 'xml',
  files: ['**/plugin.xml', 'plugin.xml'],
  needles: [['org.eclipse.ui.']],
  on: {
    extension(node, cx) {
      if (attribute(node, 'point')?.value.startsWith('org.eclipse.ui.') === true) cx.emit('program.kind', node.nameSpan, { kind: 'desktop' });
    },
  },
});

/** Programs that no replica of a server runs. */
export const programKindFacts: FactExtractor = { kinds: ['program.kind'], matchers: [agent, windowedMain, pythonWindows, commandMain, jobMain, forKotlin(jobMain, [[/\bfun\s+main\s*\(/, 'exitProcess'], [/\bfun\s+main\s*\(/, 'System', 'exit']]), eclipse] };

/** What only a module has that answers requests. */
const serving = ['build.servlet-api', 'build.entry-point', 'web.descriptor'] as const;
/** Servers read a command line too, so the module's own name has to say that it is a tool. */
const toolFolder = /(?:^|[-_.\/])(?:cli|setup|installer?|tools?|shell|commands?|migrat\w+)$/i;
const agentFolder = /(?:^|[-_.\/])agents?(?=[-_.\/]|$)/i;

/** Whether other modules are built with a module: then its `main` methods are tools beside what it is for. */
function isLibrary(model: Model, own: Module): boolean {
  return model.facts('build.module').some(({ module, value }) => module !== own.dir && [...value.dependencies, ...value.provided].some((name) => namesModule(model, name, own)));
}

function isPython(file: string): boolean {
  return file.endsWith('.py');
}

/** Whether a Python file stands beside or below one that opens windows, where nothing makes a web application. */
export function isWindowedPython(model: Model, path: string): boolean {
  const windows = model.factsFor('program.kind', path).filter(({ file }) => isPython(file) && isInside(path, dirname(file)));
  return windows.some(({ file }) => !(['python.app', 'health.route'] as const).some((kind) => model.factsFor(kind, path).some((fact) => isPython(fact.file) && isInside(fact.file, dirname(file)))));
}

/**
 * Whether a module runs on machines of its own instead of as replicas of a server: it is loaded into other programs or
 * has windows, is a tool for a terminal, or ends when its one job is done, and answers no requests itself. Where an
 * application brings an agent, modules that are named so are parts of it.
 */
export function isNoServer(model: Model, path: string): boolean {
  const kinds = model.factsFor('program.kind', path).filter(({ file }) => !isPython(file));
  const module = model.moduleOf(path);
  const { dir, tool } = module;
  if (kinds.length === 0 || tool === undefined) return false;
  const own = kinds.filter((fact) => fact.module === dir && (fact.value.kind !== 'command-line' || toolFolder.test(dir)) && (fact.value.kind !== 'job' || !isLibrary(model, module)));
  // A tool may well start Spring to have its beans, in the very class that reads the command line.
  const tools = new Set(own.filter(({ value }) => value.kind === 'command-line').map(({ file }) => file));
  if (serving.some((kind) => model.factsFor(kind, path).some((fact) => fact.module === dir && !(kind === 'build.entry-point' && tools.has(fact.file))))) return false;
  return own.length > 0 || (agentFolder.test(dir) && kinds.some(({ value }) => value.kind === 'agent'));
}
