import { field, imports, nameOf, type JavaNode } from './ask.js';

interface Once {
  once<T>(key: object, compute: () => T): T;
}

/** Full name of a top-level type that the file declares. */
export function fullName(cx: Once, type: JavaNode): string {
  const { package: packageName } = imports(cx, type);
  return packageName === '' ? nameOf(type) : `${packageName}.${nameOf(type)}`;
}

/**
 * Full names that a type may have by the imports of the file: the imported one alone, else one of the same package and
 * one for each package imported as a whole. A name with a package stands for itself.
 */
export function possibleNames(cx: Once, anyNode: JavaNode, written: string): readonly string[] {
  if (/^[a-z_]\w*\./.test(written)) return [written];
  const known = imports(cx, anyNode);
  const outer = written.split('.')[0] ?? written;
  const imported = known.types.get(outer);
  if (imported !== undefined) return [imported];
  return [known.package, ...known.wildcards].map((name) => (name === '' ? outer : `${name}.${outer}`));
}

/** Where a type of this full name would be declared, from its package's first folder on. */
export function sourcePath(name: string): string {
  return `${name.replaceAll('.', '/')}.java`;
}

/** Types that a type is written with, outermost first: `Map<String, Cart[]>` names `Map`, `String` and `Cart`. */
export function typesIn(type: JavaNode | undefined): readonly string[] {
  if (!type) return [];
  if (type.type === 'type_identifier' || type.type === 'scoped_type_identifier') return [type.text.replace(/\s+/g, '')];
  const element = type.type === 'array_type' ? field(type, 'element') : undefined;
  return element ? typesIn(element) : type.namedChildren.flatMap((child) => typesIn(child ?? undefined));
}
