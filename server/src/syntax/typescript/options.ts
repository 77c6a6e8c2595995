import { ts } from 'ts-morph';
import { bare } from './functions.js';
import { initialValue, propertyOf } from './modules.js';

/** An object literal, also behind a name, when nothing else of the file could put an option into it; `none` when nothing is handed over; `undefined` when the file does not tell. */
export function wholeOptions(node: ts.Expression | undefined, ...names: readonly string[]): ts.ObjectLiteralExpression | 'none' | undefined {
  if (!node) return 'none';
  const value = bare(node);
  if (ts.isIdentifier(value)) {
    const initial = initialValue(value);
    return initial && !isTouched(value, initial, names) ? wholeOptions(initial, ...names) : undefined;
  }
  if (!ts.isObjectLiteralExpression(value) || value.properties.some((each) => ts.isSpreadAssignment(each) && !isKnownSpread(each, names))) return undefined;
  return value;
}

/** `...defaults` where the file shows what is spread in, and none of the options is among it. */
function isKnownSpread({ expression }: ts.SpreadAssignment, names: readonly string[]): boolean {
  const value = bare(expression);
  const initial = ts.isIdentifier(value) ? initialValue(value) : value;
  const literal = initial && bare(initial);
  if (!literal || !ts.isObjectLiteralExpression(literal) || literal.properties.some(ts.isSpreadAssignment)) return false;
  return !literal.properties.some((each) => each.name !== undefined && names.includes(each.name.getText()));
}

/** Whether an options object gets an option by assignment or goes through another function first. */
function isTouched(name: ts.Identifier, initial: ts.Expression, names: readonly string[]): boolean {
  if (ts.isCallExpression(bare(initial))) return true;
  const { text } = name.getSourceFile();
  const escaped = name.text.replace(/\$/g, '\\$');
  const option = names.join('|');
  if (new RegExp(`(?<![.\\w])${escaped}(?:\\.(?:${option})\\b|\\[['"](?:${option})['"]\\])\\s*=|Object\\.assign\\(\\s*${escaped}\\b`).test(text)) return true;
  const handedOn = text.match(new RegExp(`[(,]\\s*${escaped}\\s*[,)]`, 'g')) ?? [];
  return handedOn.length > 1;
}

/** Whether a call is given one of the options. `unknown` when the file does not show the whole of what is handed over. */
export function optionOf(node: ts.Expression | undefined, ...names: readonly string[]): { readonly kind: 'absent' } | { readonly kind: 'unknown' } | { readonly kind: 'given'; readonly value: ts.Expression } {
  const options = wholeOptions(node, ...names);
  if (options === undefined) {
    const literal = node && bare(node);
    const value = literal && ts.isObjectLiteralExpression(literal) ? propertyOf(literal, ...names) : undefined;
    return value ? { kind: 'given', value } : { kind: 'unknown' };
  }
  if (options === 'none') return { kind: 'absent' };
  const value = propertyOf(options, ...names);
  if (value) return { kind: 'given', value };
  const computed = options.properties.some((each) => each.name !== undefined && names.includes(each.name.getText()));
  return { kind: computed ? 'unknown' : 'absent' };
}

const nothing = /^(?:undefined|null|void 0|false|''|"")$/;
const production = /\bNODE_ENV\b|\bisProd\w*|\bproduction\b|\bisDev\w*|\bIS_PROD/i;

/** What decides between something and nothing: `process.env.REDIS_URL ? store : undefined` depends on REDIS_URL. */
export interface Choice {
  readonly setting: string;
  readonly at: ts.Expression;
}

/**
 * Judges the value of an option that takes a shared store: `nothing`, a store, or a choice that a setting makes between both.
 * What the file does not show counts as a store: whoever passes one means it. `isMemory` tells stores that stay in the process.
 */
export function judgeOption(node: ts.Expression, isMemory: (value: ts.Expression) => boolean = () => false): 'nothing' | 'store' | Choice {
  const value = bare(node);
  if (nothing.test(value.getText()) || isMemory(value)) return 'nothing';
  if (ts.isConditionalExpression(value)) {
    const [yes, no] = [judgeOption(value.whenTrue, isMemory), judgeOption(value.whenFalse, isMemory)];
    if (yes === 'nothing' && no === 'nothing') return 'nothing';
    if (yes !== 'nothing' && no !== 'nothing') return 'store';
    const condition = value.condition.getText();
    return production.test(condition) ? 'store' : { setting: settingIn(condition), at: value };
  }
  if (ts.isPropertyAccessExpression(value)) return judgeField(value, isMemory);
  if (!ts.isIdentifier(value)) return 'store';
  const initial = initialValue(value);
  if (!initial) return declaredEmpty(value) ?? 'store';
  const assigned = assignmentsOf(value);
  return assigned.length === 0 ? judgeOption(initial, isMemory) : chosen(value, initial, assigned, isMemory);
}

function settingIn(condition: string): string {
  return /process\.env\.(\w+)/.exec(condition)?.[1] ?? condition.replace(/^[!(\s]+/, '').slice(0, 60);
}

/** `holder.store` where the file shows `const holder = { store: null }` and fills it under a condition. */
function judgeField(value: ts.PropertyAccessExpression, isMemory: (value: ts.Expression) => boolean): 'nothing' | 'store' | Choice {
  const holder = bare(value.expression);
  const initial = ts.isIdentifier(holder) ? initialValue(holder) : undefined;
  const literal = initial && bare(initial);
  const given = literal && ts.isObjectLiteralExpression(literal) ? propertyOf(literal, value.name.text) : undefined;
  return given && judgeOption(given, isMemory) === 'nothing' ? chosen(value, given, assignmentsOf(value), isMemory) : 'store';
}

function assignmentsOf(name: ts.Identifier | ts.PropertyAccessExpression): readonly ts.BinaryExpression[] {
  const written = name.getText();
  const found: ts.BinaryExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && node.left.getText() === written) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return found;
}

/** `let store; if (process.env.REDIS_URL) store = …`. */
function declaredEmpty(name: ts.Identifier): 'nothing' | Choice | 'store' | undefined {
  const declared = new RegExp(`\\b(?:let|var)\\s+${name.text.replace(/\$/g, '\\$')}\\s*(?::[^=;\\n]+)?[;\\n]`).test(name.getSourceFile().text);
  return declared ? chosen(name, undefined, assignmentsOf(name), () => false) : undefined;
}

function chosen(name: ts.Expression, initial: ts.Expression | undefined, assigned: readonly ts.BinaryExpression[], isMemory: (value: ts.Expression) => boolean): 'nothing' | 'store' | Choice {
  const [first] = assigned;
  if (!first || (initial && judgeOption(initial, isMemory) !== 'nothing')) return 'store';
  for (let at: ts.Node = first; at.parent; at = at.parent) {
    if (!ts.isIfStatement(at.parent)) continue;
    const condition = at.parent.expression.getText();
    if (production.test(condition) || at.parent.elseStatement) return 'store';
    return { setting: settingIn(condition), at: name };
  }
  return 'store';
}
