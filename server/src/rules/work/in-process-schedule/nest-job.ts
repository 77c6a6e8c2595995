import { ts } from 'ts-morph';
import type { Json } from '../../../base/json.js';
import type { PlannedEdit } from '../../../generators/planned-edits.js';
import { importRemovals } from '../../../syntax/typescript/import-removal.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import type { Once } from '../../../syntax/typescript/functions.js';
import { planned } from '../../../syntax/typescript/plan.js';
import { nestClock } from './nest-clock.js';

/** Whether a modifier keeps others from calling a method of an instance. A list outside would load the compiler at start. */
function isHiding({ kind }: ts.ModifierLike): boolean {
  return [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword].includes(kind);
}

/** The decorator that gives the method a clock, when it is the only one that does. */
function clockDecorator(cx: Once, method: ts.MethodDeclaration): { readonly decorator: ts.Decorator; readonly call: ts.CallExpression } | undefined {
  const found = (ts.getDecorators(method) ?? []).flatMap((decorator) => {
    const call = decorator.expression;
    return ts.isCallExpression(call) && calledModule(cx, call)?.module === '@nestjs/schedule' ? [{ decorator, call }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The decorator with the blanks and the line end that belong to it. */
function removal(decorator: ts.Decorator): PlannedEdit {
  const { text } = decorator.getSourceFile();
  const behind = /^[ \t]*(?:\r?\n)?/.exec(text.slice(decorator.getEnd()))?.[0] ?? '';
  const start = behind.endsWith('\n') ? text.lastIndexOf('\n', decorator.getStart() - 1) + 1 : decorator.getStart();
  return { start: text.slice(start, decorator.getStart()).trim() === '' ? start : decorator.getStart(), end: decorator.getEnd() + behind.length, text: '' };
}

/** What a program of its own could start of a Nest provider, and the class without that clock; `null` unless a method anyone may call has one alone. */
export function nestJob(cx: Once, method: ts.MethodDeclaration): Json {
  const type = method.parent;
  const found = clockDecorator(cx, method);
  const clock = found && nestClock(found.call);
  if (!found || !clock || !ts.isClassDeclaration(type) || !type.name || !ts.isIdentifier(method.name) || method.parameters.length > 0) return null;
  const modifiers = ts.getModifiers(type) ?? [];
  const isExported = modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) && !modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  if (!isExported || (ts.getModifiers(method) ?? []).some(isHiding)) return null;
  const waits = method.type?.getText().startsWith('Promise') === true || (ts.getModifiers(method) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  const file = method.getSourceFile();
  return { plan: planned(file, [...importRemovals(found.decorator), removal(found.decorator)]), className: type.name.text, method: method.name.text, waits, when: { ...clock.when }, source: clock.source, zone: clock.zone, isNamed: clock.isNamed };
}
