import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { bareType, field, modifiers, named, simpleName, span, type JavaNode } from '../../syntax/java/ask.js';
import { fullName, possibleNames, sourcePath } from '../../syntax/java/names.js';
import type {} from '../lookup.js';
import { livesInSession, sessionScopeNeedles } from '../session/scoped.js';

/** A top-level type that another file asks for. */
export interface JavaType {
  /** Full name. */
  readonly name: string;
  readonly kind: 'class' | 'record' | 'interface' | 'enum';
  /** Superclass and interfaces; for each the full names that it may have, by the imports of the file. */
  readonly supertypes: readonly (readonly string[])[];
  /** No object is of this very type. */
  readonly abstract?: true;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'java.type': JavaType;
  }
}

/** Superclass and interfaces as written. */
function written(type: JavaNode): readonly string[] {
  const clauses = named(type).filter((child) => child.type === 'superclass' || child.type === 'super_interfaces' || child.type === 'extends_interfaces');
  return clauses.flatMap((clause) => named(clause).flatMap((part) => (part.type === 'type_list' ? named(part) : [part]))).map(bareType);
}

function emit(kind: JavaType['kind'], type: JavaNode, cx: FactFileContext): void {
  const name = field(type, 'name');
  if (!name || type.parent?.type !== 'program') return;
  const supertypes = written(type).map((each) => possibleNames(cx, type, each));
  cx.emit('java.type', span(name), { name: fullName(cx, type), kind, supertypes, ...(modifiers(type).has('abstract') ? { abstract: true } : {}) });
  for (const parent of supertypes.flat().filter((each) => simpleName(each) !== 'Serializable')) cx.emit('lookup', span(name), { path: sourcePath(parent), wants: 'types' });
}

/** Declarations of the types that other files ask for, and of what these extend. */
export const javaTypeFacts: FactExtractor = {
  kinds: ['java.type'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: 'looked-up-types',
      on: {
        class_declaration: (type, cx) => (livesInSession(type) ? undefined : emit('class', type, cx)),
        record_declaration: (type, cx) => emit('record', type, cx),
        interface_declaration: (type, cx) => emit('interface', type, cx),
        enum_declaration: (type, cx) => emit('enum', type, cx),
      },
    }),
    factMatcher({ language: 'java', needles: sessionScopeNeedles, on: { class_declaration: (type, cx) => (livesInSession(type) ? emit('class', type, cx) : undefined) } }),
  ],
};
