import { extension } from '../../base/paths.js';
import { createWrappedNode, ScriptKind, SyntaxKind, ts, type Node, type SourceFile } from 'ts-morph';
import type { Adapter, Parsed, SyntaxProblem } from '../adapter.js';
import { nodesOfKinds } from './functions.js';

const problemLimit = 5;

/** Answers what a name stands for in a file. Nothing outside the file is ever read. */
function checkerOf(file: ts.SourceFile): ts.TypeChecker {
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
    writeFile: () => undefined,
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  };
  const options = { allowJs: true, noLib: true, noResolve: true, experimentalDecorators: true, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve };
  return ts.createProgram({ rootNames: [file.fileName], options, host }).getTypeChecker();
}

/** A checker that is made when it is first asked: rules ask it of few files. */
function checkerOnDemand(file: ts.SourceFile): ts.TypeChecker {
  let checker: ts.TypeChecker | undefined;
  return new Proxy({} as ts.TypeChecker, { get: (_, question: keyof ts.TypeChecker) => (checker ??= checkerOf(file))[question] });
}

function scriptKind(path: string): ScriptKind {
  switch (extension(path)) {
    case 'tsx': return ScriptKind.TSX;
    case 'ts': case 'mts': case 'cts': return ScriptKind.TS;
    default: return ScriptKind.JSX; // JavaScript in the wild mixes JSX into .js files.
  }
}

/** How ts-morph itself turns nodes of the compiler into its own; it has no public door for nodes of a file that it knows. */
interface NodeWrapper {
  _getNodeFromCompilerNode(node: ts.Node): Node;
}

class ParsedTypeScript implements Parsed<'typescript'> {
  constructor(private readonly file: SourceFile) {}

  get problems(): readonly SyntaxProblem[] {
    const { parseDiagnostics = [] } = this.file.compilerNode as unknown as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };
    return parseDiagnostics.slice(0, problemLimit).map((diagnostic) => {
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
      return {
        at: { start: diagnostic.start, end: diagnostic.start + Math.max(1, diagnostic.length) },
        message: { en: `syntax error: ${message}`, ko: `구문 오류: ${message}` },
      };
    });
  }

  visit(keys: ReadonlySet<string>, each: (key: string, node: Node) => void): void {
    const kinds = new Map([...keys].map((key) => [SyntaxKind[key as keyof typeof SyntaxKind], key] as const));
    const found: { readonly key: string; readonly node: Node }[] = [];
    const wrapper = this.file as unknown as NodeWrapper;
    // The compiler's own nodes first: wrapping every node to walk would cost more than parsing.
    for (const node of nodesOfKinds(this.file.compilerNode, ...kinds.keys())) {
      const key = kinds.get(node.kind);
      if (key !== undefined) found.push({ key, node: wrapper._getNodeFromCompilerNode(node) });
    }
    for (const { key, node } of found) each(key, node);
  }

  dispose(): void {
    // The file goes with the last reference to it.
  }
}

export function typescriptAdapter(): Adapter<'typescript'> {
  return {
    language: 'typescript',
    parse(text, path) {
      const file = ts.createSourceFile(`/${path}`, text, ts.ScriptTarget.ESNext, true, scriptKind(path));
      // Not a project of ts-morph, which costs more to make than a small file to parse.
      return new ParsedTypeScript(createWrappedNode(file, { typeChecker: checkerOnDemand(file) }));
    },
  };
}
