import { annotation, args, declarationOf, enclosingType, field, nameOf, named, stringValue, type JavaNode } from './ask.js';
import { settingAsked } from './setting-behind.js';
import { worksIn } from './shared-work.js';
import { calledMethod } from './trace.js';

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** Statements looked at from the start of a job; a switch stands before the work. */
const early = 4;

const switchName = /(?:enabled|disabled|configured|activated)$/i;
const blankTest = /^(?:is(?:Not)?(?:Blank|Empty|NullOrEmpty|BlankOrNull|EmptyOrNull)|has(?:Text|Length))$/;
/** Settings without which a job has nowhere to go. */
const target = /(?:url|uri|endpoint|host|server|address|token|apiKey|cron|schedule)(?:\(\))?$/i;

function isWord(statement: JavaNode): boolean {
  return /^\w*log\w*\s*\./i.test(statement.text);
}

/** Whether a branch does nothing but leave, maybe with a word in the log. */
function onlyLeaves(branch: JavaNode | undefined): boolean {
  if (branch?.type === 'return_statement') return true;
  const statements = branch?.type === 'block' ? named(branch) : [];
  return statements.at(-1)?.type === 'return_statement' && statements.slice(0, -1).every(isWord);
}

/** Whether it changes what replicas share; after work that a setting decides, a process may still renew its own copies. */
function changesShared(statement: JavaNode): boolean {
  return worksIn(statement).some(({ kind }) => kind === 'shared');
}

/** The condition of a statement after which nothing is left to do: it leaves early, or all of the work is inside. */
function decides(statement: JavaNode, statements: readonly JavaNode[]): JavaNode | undefined {
  if (statement.type !== 'if_statement') return undefined;
  const otherwise = field(statement, 'alternative');
  if (!otherwise && onlyLeaves(field(statement, 'consequence'))) return field(statement, 'condition');
  const isIdle = !otherwise || (otherwise.type === 'block' ? named(otherwise).every(isWord) : isWord(otherwise));
  if (!isIdle) return undefined;
  const others = statements.filter((other) => other.id !== statement.id && !isWord(other));
  return others.length === 0 || (changesShared(statement) && !others.some(changesShared)) ? field(statement, 'condition') : undefined;
}

/** Conditions that decide, at the start of a job, whether it works at all. */
function conditionsOf(body: JavaNode): readonly JavaNode[] {
  const block = body.type === 'block' ? body : field(body, 'body');
  const statements = block ? named(block) : [];
  return statements.slice(0, early).flatMap((statement) => decides(statement, statements) ?? []);
}

/** The key of an injected setting, or the expression as written. */
function settingName(expression: JavaNode): string {
  const declared = declarationOf(expression);
  const value = declared && annotation(declared.declaration, 'Value', 'ConfigProperty');
  const text = stringValue(value?.values.get('value') ?? value?.values.get('name'));
  return /\$\{([^:}]+)/.exec(text ?? '')?.[1] ?? text ?? expression.text;
}

/** A setting that is injected with nothing for a default: asked whether it is there, it is a switch whatever its name. */
function mayBeEmpty(expression: JavaNode): boolean {
  const declared = declarationOf(expression);
  const value = declared && annotation(declared.declaration, 'Value');
  return /^\$\{[^:}]+:(?:#\{null\})?\}$/.test(stringValue(value?.values.get('value')) ?? '');
}

/** The setting that a condition asks: a switch by its name, or an address that may be missing. */
function askedIn(condition: JavaNode): string | undefined {
  for (const part of condition.descendantsOfType(['method_invocation', 'identifier', 'field_access', 'binary_expression'])) {
    if (!part) continue;
    if (part.type === 'method_invocation' && blankTest.test(nameOf(part))) {
      const asked = args(part)[0] ?? field(part, 'object');
      if (asked && (target.test(asked.text) || mayBeEmpty(asked))) return settingName(asked);
    } else if (part.type === 'binary_expression') {
      const left = field(part, 'left');
      if (left && field(part, 'right')?.type === 'null_literal' && target.test(left.text)) return settingName(left);
    } else if (part.type === 'method_invocation' ? switchName.test(nameOf(part)) : switchName.test(part.text)) {
      return settingName(part);
    }
  }
  return undefined;
}

/** The setting that a job asks before it works: `if (!settings.isSyncEnabled()) return;`. `undefined` when it asks none. */
export function switchIn(cx: Once, body: JavaNode): string | undefined {
  for (const condition of conditionsOf(body)) {
    const asked = askedIn(condition) ?? settingAsked(cx, condition);
    if (asked !== undefined) return asked;
  }
  return undefined;
}

function withoutSigns(condition: JavaNode): JavaNode {
  const inner = ['parenthesized_expression', 'unary_expression'].includes(condition.type) ? field(condition, 'operand') ?? named(condition)[0] : undefined;
  return inner ? withoutSigns(inner) : condition;
}

/** The call of an inherited method without arguments on which a job's work depends: `if (isBatchHost()) { … }`. The base class tells what it asks. */
export function inheritedSwitch(body: JavaNode): JavaNode | undefined {
  const type = enclosingType(body);
  if (!type || !field(type, 'superclass')) return undefined;
  return conditionsOf(body).map(withoutSigns).find((call) => call.type === 'method_invocation' && args(call).length === 0
    && [undefined, 'this', 'super'].includes(field(call, 'object')?.type) && calledMethod(call) === undefined);
}
