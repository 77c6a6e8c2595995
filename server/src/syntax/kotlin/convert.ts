import type { Node } from '@vscode/tree-sitter-wasm';
import { basename } from '../../base/paths.js';
import type { Converter } from './converter.js';
import { fileClass, isTypeDeclaration, members, typeDeclaration } from './declarations.js';
import { expression } from './expressions.js';
import { constantsIn, method, property } from './members.js';
import { annotationsOf } from './modifiers.js';
import { statement } from './statements.js';
import { kid, kids, Maker, type Part, type ViewNode } from './view.js';

function declarationIn(c: Converter, node: Node): ViewNode | undefined {
  if (node.type === 'property_declaration') return property(c, node, [], { local: true, isStatic: false });
  if (node.type === 'function_declaration') return method(c, node, [], false);
  return isTypeDeclaration(node) ? typeDeclaration(c, node, []) : undefined;
}

function converter(m: Maker, before: ReadonlyMap<number, readonly Node[]>): Converter {
  const c: Converter = {
    m,
    expression: (node) => expression(c, node),
    statement: (node) => declarationIn(c, node) ?? statement(c, node),
    block: (at, statements) => m.node('block', at, statements.map((node): Part => ['', c.statement(node)])),
    classBody: (node) => m.node('class_body', node, members(c, kids(node), false).map((part): Part => ['', part])),
    annotationsBefore: (node) => (before.get(node.startIndex) ?? []).flatMap((each) => annotationsOf(c, each)),
  };
  return c;
}

function importOf(m: Maker, node: Node): ViewNode | undefined {
  const name = kid(node, 'identifier');
  if (!name || kid(node, 'import_alias')) return undefined;
  const wildcard = kid(node, 'wildcard_import');
  return m.node('import_declaration', node, [['', m.node('scoped_identifier', name)], ['', wildcard && m.node('asterisk', wildcard)]]);
}

/** Annotations by the place where what they belong to begins. */
function annotationsBy(root: Node): ReadonlyMap<number, readonly Node[]> {
  const members = kids(root).flatMap((type) => kids(kid(type, 'class_body') ?? type));
  return new Map(members.filter((node) => node.type === 'function_declaration').map((node) => {
    const own = kid(node, 'modifiers');
    return [kid(node, 'fun')?.startIndex ?? node.startIndex, own ? kids(own).filter((each) => each.type === 'annotation') : []];
  }));
}

/** Declarations of the file; what could not be read is opened. */
function topLevel(root: Node): readonly Node[] {
  return kids(root).flatMap((node) => (node.type === 'ERROR' ? topLevel(node) : [node]));
}

/**
 * The file in node types and fields of the Java grammar, so that what is asked of Java is asked of Kotlin by the same
 * functions: members of objects and companions are static, functions and properties of the file stand in a class of
 * their own, `val` is final, assignments to an index are calls, texts with holes are concatenations. `annotations` is the root
 * of the text that holds the annotations of the file's declarations, see `annotations.ts`.
 */
export function javaView(root: Node, annotations: Node | undefined, text: string, path: string): ViewNode {
  const stem = basename(path).replace(/\.kts?$/, '');
  const m = new Maker(text, `${stem.charAt(0).toUpperCase()}${stem.slice(1)}Kt`, constantsIn(root));
  const c = converter(m, annotations ? annotationsBy(annotations) : new Map());
  const header = kid(root, 'package_header');
  const packageName = header && kid(header, 'identifier');
  const imports = kids(root).filter((node) => node.type === 'import_list').flatMap((list) => kids(list)).map((node) => importOf(m, node));
  const nodes = topLevel(root);
  const types = nodes.filter(isTypeDeclaration).map((node) => typeDeclaration(c, node, c.annotationsBefore(node)));
  return m.root('program', root, [
    ['', header && packageName && m.node('package_declaration', header, [['', m.node('scoped_identifier', packageName)]])],
    ...[...imports, ...types, fileClass(c, nodes)].map((part): Part => ['', part]),
  ]);
}
