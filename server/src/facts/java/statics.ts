import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, declarationOf, enclosingCallable, enclosingType, field, fieldsOf, imports, modifiers, named, nameOf, simpleName, span, bareType, type Declared, type JavaNode } from '../../syntax/java/ask.js';
import { wordsOf } from '../../syntax/java/field-purpose.js';
import { writesOf } from '../../syntax/java/field-writes.js';
import { runsAtStart, supertypes } from '../../syntax/java/lifecycle.js';
import { handlesRequest } from '../../syntax/java/origin.js';
import { hasOwnInstance, isSingleton } from '../../syntax/java/singletons.js';

/** A static field with a default that other classes can change: directly or through static methods. */
export interface StaticSetting {
  /** Full name of the declaring class. */
  readonly type: string;
  readonly field: string;
  /** Names through which other classes change it: the field itself unless private, and the methods that assign it. */
  readonly members: readonly string[];
}

/** `Type.member(…)` or `Type.member = …` that changes a static of another class. */
export interface StaticChange {
  /** Full names that the type may have, by the imports of the file. */
  readonly types: readonly string[];
  readonly member: string;
  /** True when the change is made only while the application starts. */
  readonly atStart: boolean;
  /** True when something shows that requests make it: a container manages the class around it, or a method takes a request. */
  readonly byRequest: boolean;
  /** The literal that is given, so that changes which always give the same one are told from a choice; `undefined` for any other value. */
  readonly literal?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'java.static-setting': StaticSetting;
    'java.static-change': StaticChange;
  }
}

const plainTypes = /^(?:int|long|short|double|float|boolean|Integer|Long|Double|Float|Boolean|String|BigDecimal|BigInteger)$/;

function fullName(cx: FactFileContext, type: JavaNode): string {
  const { package: packageName } = imports(cx, type);
  return packageName === '' ? nameOf(type) : `${packageName}.${nameOf(type)}`;
}

/** Switches for what a process writes about itself. */
function isAboutLogs(declared: Declared): boolean {
  return wordsOf(nameOf(declared.node)).some((word) => /^(?:warn\w*|log|logs|logging|logged|debug\w*|verbose|trace|tracing|dump\w*)$/.test(word));
}

function hasDefault({ value }: Declared): boolean {
  return value !== undefined && value.type !== 'null_literal' && value.text !== '""';
}

/** Static methods, not private, that give the field something other than a constant: its setters. */
function settersOf(cx: FactFileContext, declared: Declared): readonly string[] {
  const writes = writesOf(cx, declared).filter((write) => write.kind === 'assign' && write.values[0]?.type !== 'null_literal' && !runsAtStart(cx, write.node, false));
  const callables = writes.map((write) => enclosingCallable(write.node)).filter((callable): callable is JavaNode => callable !== undefined);
  const open = callables.filter((callable) => modifiers(callable).has('static') && !modifiers(callable).has('private') && named(field(callable, 'parameters') ?? callable).length > 0);
  return [...new Set(open.map(nameOf))];
}

function settings(type: JavaNode, cx: FactFileContext): void {
  for (const declared of fieldsOf(type)) {
    const keywords = modifiers(declared.declaration);
    const name = field(declared.node, 'name');
    if (!name || !keywords.has('static') || keywords.has('final') || !plainTypes.test(simpleName(bareType(field(declared.declaration, 'type')))) || !hasDefault(declared) || isAboutLogs(declared)) continue;
    const members = [...(keywords.has('private') ? [] : [name.text]), ...settersOf(cx, declared)];
    if (members.length > 0) cx.emit('java.static-setting', span(name), { type: fullName(cx, type), field: name.text, members });
  }
}

/** An instance setter that hands its parameter on: how XML beans fill static configuration. */
function isInjected(place: JavaNode): boolean {
  const callable = enclosingCallable(place);
  return callable !== undefined && /^set[A-Z]/.test(nameOf(callable)) && !modifiers(callable).has('static') && named(field(callable, 'parameters') ?? callable).length === 1;
}

const edges = /(?:Servlet|Action|ActionSupport|Controller|Filter|Endpoint|Resource|Handler|Interceptor|Bean)$/;

function isByRequest(cx: FactFileContext, type: JavaNode, place: JavaNode): boolean {
  const callable = enclosingCallable(place);
  return (isSingleton(cx, type) && !hasOwnInstance(type)) || edges.test(nameOf(type)) || supertypes(type).some((name) => edges.test(name)) || (callable !== undefined && handlesRequest(callable));
}

const literals = new Set(['true', 'false', 'null_literal', 'string_literal', 'decimal_integer_literal', 'decimal_floating_point_literal']);

function emitChange(cx: FactFileContext, node: JavaNode, receiver: JavaNode | undefined, member: JavaNode | undefined, given: readonly JavaNode[]): void {
  if (!receiver || !member || receiver.type !== 'identifier' || !/^[A-Z]/.test(receiver.text) || declarationOf(receiver)) return;
  const type = enclosingType(node);
  if (!type || nameOf(type) === receiver.text) return;
  const known = imports(cx, node);
  const single = known.types.get(receiver.text);
  const types = single ? [single] : [known.package, ...known.wildcards].map((packageName) => (packageName === '' ? receiver.text : `${packageName}.${receiver.text}`));
  const atStart = runsAtStart(cx, node, isSingleton(cx, type)) || isInjected(node);
  const [value, ...more] = given;
  const literal = value && more.length === 0 && literals.has(value.type) ? { literal: value.text } : {};
  cx.emit('java.static-change', span(member), { types, member: member.text, atStart, byRequest: isByRequest(cx, type, node), ...literal });
}

const setterName = /^(?:set|enable|disable|toggle|turn)[A-Z]/;

export const javaStaticsFacts: FactExtractor = {
  kinds: ['java.static-setting', 'java.static-change'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [[/\bstatic\s+(?:volatile\s+)?(?:int|long|short|double|float|boolean|Integer|Long|Double|Float|Boolean|String|BigDecimal|BigInteger)\s+\w+\s*=/]],
      on: { class_declaration: settings, enum_declaration: settings },
    }),
    factMatcher({
      language: 'java',
      needles: [[/(?<![.\w"])[A-Z]\w*\.(?:(?:set|enable|disable|toggle|turn)[A-Z]\w*\s*\(|[a-zA-Z_]\w*\s*=(?!=))/]],
      on: {
        method_invocation(call, cx) {
          if (setterName.test(nameOf(call))) emitChange(cx, call, field(call, 'object'), field(call, 'name'), args(call));
        },
        assignment_expression(assignment, cx) {
          const target = field(assignment, 'left');
          // `+=` and `++` count: what they change is a tally of the process, no setting.
          if (target?.type === 'field_access' && field(assignment, 'operator')?.text === '=') emitChange(cx, assignment, field(target, 'object'), field(target, 'field'), named(assignment).slice(-1));
        },
      },
    }),
  ],
};
