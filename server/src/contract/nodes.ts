import type { Node as TsMorphNode } from 'ts-morph';
import type { Dockerfile, Instruction } from 'dockerfile-ast';
import type { Node as JsonNode } from 'jsonc-parser';
import type { AST } from 'toml-eslint-parser';
import type { Document } from 'yaml';
import type { Span } from '../base/text.js';

/**
 * A node of code that is read with the node types and fields of the Java grammar: tree-sitter's own, or one of a view that
 * another language is shown in.
 */
export interface CodeNode {
  /** Unique within its tree. */
  readonly id: number;
  readonly type: string;
  /** False for keywords and operators. */
  readonly isNamed: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly text: string;
  readonly startPosition: { readonly row: number };
  readonly parent: CodeNode | null;
  readonly children: readonly (CodeNode | null)[];
  readonly namedChildren: readonly (CodeNode | null)[];
  readonly namedChildCount: number;
  readonly firstNamedChild: CodeNode | null;
  /** `memo` holds what was worked out of this tree, by who asked, and goes with it. */
  readonly tree: { readonly rootNode: CodeNode; readonly memo: Map<object, unknown> };
  child(index: number): CodeNode | null;
  namedChild(index: number): CodeNode | null;
  childForFieldName(name: string): CodeNode | null;
  /** Nodes of the types at or below this one, in text order. */
  descendantsOfType(types: string | string[]): readonly (CodeNode | null)[];
  /** The smallest node that covers the offsets. */
  descendantForIndex(start: number, end: number): CodeNode | null;
}

/** A node of a tree-sitter grammar whose own node types are used. */
export interface SyntaxNode extends CodeNode {
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
  readonly namedChildren: readonly SyntaxNode[];
  readonly firstNamedChild: SyntaxNode | null;
  readonly tree: { readonly rootNode: SyntaxNode; readonly memo: Map<object, unknown> };
  child(index: number): SyntaxNode | null;
  namedChild(index: number): SyntaxNode | null;
  childForFieldName(name: string): SyntaxNode | null;
  childrenForFieldName(name: string): readonly SyntaxNode[];
  descendantsOfType(types: string | string[]): readonly SyntaxNode[];
  descendantForIndex(start: number, end: number): SyntaxNode | null;
}

/** What the adapters in `syntax/` hand to rules and facts, per language. */
export interface NodeOf {
  /** TypeScript and JavaScript, keyed by `ts.SyntaxKind` name, for example `CallExpression`. */
  typescript: TsMorphNode;
  /** Java, keyed by tree-sitter node type, for example `method_invocation`. */
  java: CodeNode;
  /** Kotlin in the node types and fields of Java. */
  kotlin: CodeNode;
  /** Python, C#, PHP and Go, keyed by the node types of their tree-sitter grammars. */
  python: SyntaxNode;
  csharp: SyntaxNode;
  php: SyntaxNode;
  go: SyntaxNode;
  /** JSP, keyed by the kind of part. */
  jsp: JspPart;
  /** XML elements, keyed by local name (namespace prefix removed); `*` matches every element. */
  xml: XmlElement;
  /** YAML: keyed by `document`, once per document of the stream. */
  yaml: YamlDocument;
  /** JSON with comments: keyed by `document`, once per file. */
  json: JsonDocument;
  /** Java properties: keyed by `entry`. */
  properties: PropertyEntry;
  /** Dockerfile: keyed by `file`, once per file. */
  dockerfile: DockerfileNode;
  /** TOML: keyed by `document`, once per file. */
  toml: TomlDocument;
  /** Files of lines, such as requirements.txt, go.mod, Procfile, .env and .ini: keyed by `file`, once per file. */
  lines: LinesFile;
  /** Gradle scripts, read as text: keyed by `file`, once per file. */
  gradle: GradleFile;
}
export type Language = keyof NodeOf;

export interface XmlAttribute extends Span {
  /** Name as written, prefix included. */
  readonly name: string;
  readonly value: string;
  /** The text between the quotes. */
  readonly valueSpan: Span;
}

export interface XmlElement extends Span {
  /** Name as written, prefix included. */
  readonly name: string;
  /** Name without its prefix. */
  readonly local: string;
  /** The name inside the start tag. */
  readonly nameSpan: Span;
  /** From `<` to the `>` of the start tag. */
  readonly openTag: Span;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Direct text, entities decoded, CDATA included, trimmed. */
  readonly text: string;
  /** First to last character of that text; `undefined` when there is none. */
  readonly textSpan: Span | undefined;
  /** False when the file ended, or another element was closed, before this one was. */
  readonly closed: boolean;
}

export interface YamlDocument {
  readonly doc: Document.Parsed;
  /** Place in the stream, from 0. */
  readonly index: number;
  /** True when Go template actions could not all be filled in: values that came from them are unknown, and so is whether the document is deployed. */
  readonly templated: boolean;
}

export interface JsonDocument {
  readonly root: JsonNode;
}

export interface TomlDocument {
  readonly ast: AST.TOMLProgram;
}

export interface TextLine extends Span {
  /** Without the line break. */
  readonly text: string;
}

export interface LinesFile {
  readonly lines: readonly TextLine[];
}

export interface PropertyEntry {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

export interface DockerfileNode {
  readonly dockerfile: Dockerfile;
  readonly instructions: readonly Instruction[];
  /** Span of an instruction, argument or keyword range of dockerfile-ast. */
  span(range: { start: { line: number; character: number }; end: { line: number; character: number } }): Span;
}

/** A `name { … }` of a Gradle script. */
export interface GradleBlock extends Span {
  /** First word of what stands before the brace, or the task it names: `tasks.named("bootJar")` is `bootJar`. */
  readonly name: string;
  /** Between the braces. */
  readonly body: Span;
}

/** One statement that the text reader understands. */
export interface GradleEntry extends Span {
  readonly kind: 'plugin' | 'dependency' | 'include' | 'assignment';
  /** Plugin id, dependency configuration (`implementation`), `include`, or the name that is assigned. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Plugin version, `group:artifact[:version]` or `:project` or `libs.x`, included project, assigned value; '' when absent. */
  readonly value: string;
  readonly valueSpan: Span;
  /** Blocks around the statement, outermost first. */
  readonly blocks: readonly GradleBlock[];
  /** False for plugins declared with `apply false`. */
  readonly applied?: boolean;
}

export interface GradleFile {
  readonly entries: readonly GradleEntry[];
  /** Every block of the script, in text order. */
  readonly blocks: readonly GradleBlock[];
}

/** `scriptlet`, `expression` and `declaration` carry Java text; `el` an expression language text; `tag` and `directive` a name with attributes. */
export type JspPart =
  | ({ readonly kind: 'scriptlet' | 'expression' | 'declaration' | 'el'; readonly code: string; readonly codeSpan: Span } & Span)
  | ({ readonly kind: 'tag' | 'directive'; readonly name: string; readonly nameSpan: Span; readonly attributes: readonly XmlAttribute[] } & Span);
