import type { Edit } from '../../contract/rule.js';
import { implementSerializable } from './edit.js';
import { sourcePath } from './names.js';

/** Files of the workspace, and their texts. */
export interface Sources {
  readonly files: readonly string[];
  text(path: string): string | undefined;
}

interface Declaration {
  readonly file: string;
  readonly text: string;
  /** Offset behind the type's name. */
  readonly nameEnd: number;
  readonly kind: string;
  readonly clause: string;
  readonly superclass: string | undefined;
  /** Full names that the types of fields and components may have. */
  readonly parts: readonly string[];
}

/** Types followed from one value; a larger web of classes needs a person. */
const typeLimit = 40;

const field = /^[ \t]*(?:(?:private|protected|public)\s+)?(?![^=;\n]*\b(?:static|transient|return|throw|new|package|import)\b)(?:final\s+)?([\w.]+(?:<[^;=(){}]*>)?)(?:\[\])*\s+\w+\s*(?:=[^;]*)?;/gm;

function names(text: string, written: string): readonly string[] {
  const packageName = /^\s*package\s+([\w.]+)\s*;/m.exec(text)?.[1];
  return [...new Set(written.match(/\b[A-Z]\w*\b/g) ?? [])].map((simple) => {
    const imported = new RegExp(`^import\\s+([\\w.]+\\.${simple})\\s*;`, 'm').exec(text)?.[1];
    return imported ?? (packageName === undefined ? simple : `${packageName}.${simple}`);
  });
}

/** The file that declares a type, found by its package. */
function read({ files, text }: Sources, name: string): Declaration | undefined {
  const path = sourcePath(name);
  const file = files.find((each) => each === path || each.endsWith(`/${path}`));
  const source = file === undefined ? undefined : text(file);
  const simple = name.slice(name.lastIndexOf('.') + 1);
  const match = source === undefined ? null : new RegExp(`\\b(class|record|enum|interface)\\s+${simple}\\b([^{]*)\\{`).exec(source);
  if (file === undefined || source === undefined || !match) return undefined;
  const [, kind = '', clause = ''] = match;
  const superclass = kind === 'class' ? /\bextends\s+([\w.]+)/.exec(clause.replace(/^\s*<[^{]*?>\s*(?=extends|implements|$)/, ''))?.[1] : undefined;
  const components = kind === 'record' ? (/\(([^{]*)\)/.exec(clause)?.[1] ?? '') : '';
  const fields = [...source.matchAll(field)].map((each) => each[1] ?? '').join(' ');
  return { file, text: source, nameEnd: match.index + match[0].length - 1 - clause.length, kind, clause, superclass: superclass && names(source, superclass)[0], parts: names(source, `${fields} ${components}`) };
}

function isSerializable(sources: Sources, declaration: Declaration, depth = 6): boolean {
  if (declaration.kind === 'enum' || /\b(?:Serializable|Externalizable)\b/.test(declaration.clause)) return true;
  const parent = declaration.superclass === undefined || depth === 0 ? undefined : read(sources, declaration.superclass);
  return parent !== undefined && isSerializable(sources, parent, depth - 1);
}

/**
 * Makes the given types of the workspace, the classes they extend and those they hold in fields implement
 * `java.io.Serializable`. Names without a source, interfaces and enums are left alone; no edits when nothing is missing.
 */
export function serializableEdits(sources: Sources, types: readonly string[]): readonly Edit[] {
  const waiting = [...types];
  const seen = new Set<string>();
  const edits: Edit[] = [];
  for (let name = waiting.shift(); name !== undefined && seen.size < typeLimit; name = waiting.shift()) {
    const declaration = seen.has(name) ? undefined : read(sources, name);
    seen.add(name);
    if (!declaration || declaration.kind === 'interface' || declaration.kind === 'enum') continue;
    if (!isSerializable(sources, declaration)) edits.push(...(implementSerializable(declaration.file, declaration.text, declaration.nameEnd) ?? []));
    waiting.push(...(declaration.superclass === undefined ? [] : [declaration.superclass]), ...declaration.parts);
  }
  return edits;
}
