import { extension } from '../../base/paths.js';
import { Project, ScriptKind, SyntaxKind, ts, type Node, type SourceFile } from 'ts-morph';
import type { Adapter, Parsed, SyntaxProblem } from '../adapter.js';
import { nodesOfKinds } from './functions.js';

const problemLimit = 5;

/**
 * An in-memory project without libraries or module resolution for a single file, which answers what a name stands for in
 * that file. Nothing outside the given text is ever read. Taking a file out of a project costs more than a new project.
 */
function isolatedProject(): Project {
  return new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: { allowJs: true, noLib: true, noResolve: true, experimentalDecorators: true, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve },
  });
}

function scriptKind(path: string): ScriptKind {
  switch (extension(path)) {
    case 'tsx': return ScriptKind.TSX;
    case 'ts': case 'mts': case 'cts': return ScriptKind.TS;
    default: return ScriptKind.JSX; // JavaScript in the wild mixes JSX into .js files.
  }
}

/** How ts-morph itself turns nodes of the compiler into its own; it has no public door for nodes of a project's file. */
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
    // The project goes with the last reference to it.
  }
}

export function typescriptAdapter(): Adapter<'typescript'> {
  return {
    language: 'typescript',
    parse(text, path) {
      const file = isolatedProject().createSourceFile(`/${path}`, text, { overwrite: true, scriptKind: scriptKind(path) });
      return new ParsedTypeScript(file);
    },
  };
}
