import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { annotations, bareType, declarationOf, enclosing, enclosingType, field, fieldsOf, nameOf, simpleName, span, type JavaNode } from '../../syntax/java/ask.js';
import { fullName, possibleNames, sourcePath } from '../../syntax/java/names.js';
import { attribute } from '../../syntax/xml/ask.js';
import type {} from '../lookup.js';

/** A class whose queries lock the rows they read, so that two replicas do not work on the same ones. */
export interface RowLock {
  /** Full name of the class, or the namespace of a mapper. */
  readonly type: string;
  /** Whether locked rows are passed over (`SKIP LOCKED`) or a lock is taken by name: made for several workers. */
  readonly workers: boolean;
}

/** A scheduled method, at its annotation, and the types it calls. */
export interface JobCalls {
  /** Full names that the types may have, by the imports of the file. */
  readonly types: readonly string[];
}

/** A class that a scheduled method calls, and the types of its fields. */
export interface Uses {
  readonly type: string;
  readonly uses: readonly string[];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'java.row-lock': RowLock;
    'java.job-calls': JobCalls;
    'java.uses': Uses;
  }
}

const rowLock = /\bfor\s+(?:no\s+key\s+)?update\b/i;
const forWorkers = /\bskip\s+locked\b|\badvisory_(?:xact_)?lock\b|\bGET_LOCK\s*\(/i;

/** The type that the file is named after. */
function outermost(node: JavaNode): JavaNode | undefined {
  let found = enclosingType(node);
  for (let outer = found && enclosingType(found); outer; outer = enclosingType(outer)) found = outer;
  return found;
}

/** `@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2")`: Hibernate's way to say `SKIP LOCKED`. */
function passesOver(node: JavaNode): boolean {
  const method = enclosing(node, 'method_declaration');
  return method !== undefined && annotations(method).some((found) => /lock\.timeout"[^"]*"-2"/.test(found.node.text));
}

function lock(node: JavaNode, cx: FactFileContext): void {
  const type = outermost(node);
  const workers = forWorkers.test(node.text) || node.text === 'UPGRADE_SKIPLOCKED' || passesOver(node);
  if (type && (workers || node.type !== 'string_literal' || rowLock.test(node.text))) cx.emit('java.row-lock', span(node), { type: fullName(cx, type), workers });
}

const lockModes = /^(?:PESSIMISTIC_WRITE|PESSIMISTIC_FORCE_INCREMENT|UPGRADE|UPGRADE_NOWAIT|UPGRADE_SKIPLOCKED)$/;

/** Declared types of what the code calls methods of. */
function receivers(cx: FactFileContext, code: JavaNode): readonly string[] {
  const objects = code.descendantsOfType('method_invocation').map((call) => (call ? field(call, 'object') : undefined));
  const types = objects.flatMap((object) => {
    const declared = object && (object.type === 'identifier' || object.type === 'field_access') ? declarationOf(object) : undefined;
    return declared?.kind === 'field' && declared.type !== '' ? [declared.type] : [];
  });
  return [...new Set(types)].flatMap((type) => possibleNames(cx, code, type)).filter((name) => !/^(?:javax?|jakarta|org\.slf4j|org\.springframework)\./.test(name));
}

function job(node: JavaNode, cx: FactFileContext): void {
  const method = node.parent?.parent;
  const name = field(node, 'name');
  if (!/^(?:Scheduled|Schedules?|Timeout)$/.test(simpleName(name?.text ?? '')) || method?.type !== 'method_declaration' || !name) return;
  // What the class does in methods of its own counts for the job that calls them.
  const delegates = method.descendantsOfType('method_invocation').some((call) => call && !field(call, 'object'));
  const types = receivers(cx, delegates ? enclosing(method, 'class_declaration') ?? method : method);
  const own = enclosingType(method);
  cx.emit('java.job-calls', span(name), { types: own ? [fullName(cx, own), ...types] : types });
  for (const type of types) {
    cx.emit('lookup', span(name), { path: sourcePath(type), wants: 'code' });
    // Behind an injected interface stands, by custom, its one implementation.
    cx.emit('lookup', span(name), { path: `${simpleName(type)}Impl.java`, wants: 'code' });
  }
}

function uses(type: JavaNode, cx: FactFileContext): void {
  const name = field(type, 'name');
  if (!name || type.parent?.type !== 'program') return;
  const written = [...fieldsOf(type).map((each) => each.type), ...annotations(type).length > 0 ? parameters(type) : []];
  cx.emit('java.uses', span(name), { type: fullName(cx, type), uses: [...new Set(written)].filter((each) => /^[A-Z]/.test(simpleName(each))).flatMap((each) => possibleNames(cx, type, each)) });
}

/** Types that the constructors are given. */
function parameters(type: JavaNode): readonly string[] {
  return type.descendantsOfType('constructor_declaration').flatMap((constructor) => (constructor ? (field(constructor, 'parameters')?.namedChildren ?? []).map((each) => (each ? bareType(field(each, 'type')) : '')) : []));
}

/** Row locks, and how far scheduled methods are from the classes that take them. */
export const rowLockFacts: FactExtractor = {
  kinds: ['java.row-lock', 'java.job-calls', 'java.uses'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['update', rowLock], ['UPDATE', rowLock], ['Update', rowLock], [/advisory_(?:xact_)?lock\b/], ['GET_LOCK'], ['PESSIMISTIC_WRITE'], ['PESSIMISTIC_FORCE_INCREMENT'], ['UPGRADE_SKIPLOCKED'], ['UPGRADE_NOWAIT'], ['LockOptions', 'UPGRADE']],
      on: {
        string_literal: (node, cx) => {
          if (rowLock.test(node.text) || forWorkers.test(node.text)) lock(node, cx);
        },
        field_access: (node, cx) => {
          const member = field(node, 'field');
          if (member && lockModes.test(member.text)) lock(member, cx);
        },
        annotation: (node, cx) => {
          const mode = /\bPESSIMISTIC_(?:WRITE|FORCE_INCREMENT)\b/.test(node.text) && simpleName(nameOf(node)) === 'Lock' ? field(node, 'name') : undefined;
          if (mode) lock(mode, cx);
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['namespace', rowLock], ['namespace', forWorkers]],
      on: {
        mapper(element, cx) {
          const namespace = attribute(element, 'namespace');
          if (namespace && rowLock.test(cx.text)) cx.emit('java.row-lock', namespace.valueSpan, { type: namespace.value, workers: forWorkers.test(cx.text) });
        },
      },
    }),
    factMatcher({ language: 'java', needles: [['Scheduled'], ['Schedule', 'ejb'], ['Timeout', 'ejb']], on: { annotation: job, marker_annotation: job } }),
    factMatcher({ language: 'java', needles: 'looked-up', on: { class_declaration: uses, interface_declaration: uses } }),
  ],
};

/** What a repository is named after: `OrderOutboxJpaRepository` → `OrderOutbox`; '' when that is a single word, which many classes begin with. */
function subjectOf(type: string): string {
  const subject = simpleName(type).replace(/^(?:SpringData|Jpa|Jdbc|MyBatis)/, '').replace(/(?:Jpa|Jdbc|MyBatis|Persistence|Query|Custom)*(?:Repository|Dao|DAO|Mapper|Adapter|Store)(?:Impl|Custom)?$/, '');
  return /[a-z0-9][A-Z]/.test(subject) ? subject : '';
}

/** Whether the job, or a class that it calls, is named after the rows that a class locks for workers: between them stand services, ports and adapters. */
function isNamedAfter(names: readonly string[], { type, workers }: RowLock): boolean {
  const subject = workers ? subjectOf(type) : '';
  return subject !== '' && names.some((name) => simpleName(name).startsWith(subject));
}

/** Whether the scheduled method of a finding reads rows through a class that locks them: its own, one it calls, or one that such a class uses. */
export function locksRows(fact: Fact<'java.row-lock'>, finding: { readonly file: string; readonly range: { readonly start: number } }, model: Model): boolean {
  const called = model.facts('java.job-calls').find(({ file, range }) => file === finding.file && range.start === finding.range.start)?.value.types ?? [];
  if (called.includes(fact.value.type) || isNamedAfter(called, fact.value)) return true;
  const implementations = new Set(called.map((name) => `${simpleName(name)}Impl`));
  return model.facts('java.uses').some(({ value }) => (called.includes(value.type) || implementations.has(simpleName(value.type))) && value.uses.includes(fact.value.type));
}
