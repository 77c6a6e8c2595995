import { ts } from 'ts-morph';
import { bare, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue, originOf, originsOf } from '../../../syntax/typescript/modules.js';

/** Where sessions go by the options of a session library; `depends` names what decides between memory and a store. */
export type Verdict =
  | { readonly kind: 'memory'; readonly at?: ts.Expression }
  | { readonly kind: 'depends'; readonly at: ts.Expression; readonly setting: string }
  | { readonly kind: 'elsewhere' };

const elsewhere: Verdict = { kind: 'elsewhere' };

/** Whether an expression makes a store that keeps sessions in this process. */
function isMemoryStore(cx: Once, node: ts.Expression): boolean {
  const value = bare(node);
  if (!ts.isNewExpression(value) && !ts.isCallExpression(value)) return false;
  const origin = calledModule(cx, value) ?? made(cx, value);
  if (!origin) return false;
  if (/^(?:memorystore|session-memory-store|koa-session-memory|connect-memory)$/.test(origin.module)) return true;
  return /(?:^|\.)MemoryStore$/.test(origin.path) && /session|^express$|^connect$/.test(origin.module);
}

/** `new MemoryStore()` where `const MemoryStore = require('memorystore')(session)`. */
function made(cx: Once, value: ts.NewExpression | ts.CallExpression): ReturnType<typeof originOf> {
  const callee = bare(value.expression);
  const initial = ts.isIdentifier(callee) ? initialValue(callee) : callee;
  return initial && ts.isCallExpression(initial) ? originOf(originsOf(cx, value.getSourceFile()), initial.expression) : undefined;
}

const nothing = /^(?:undefined|null|void 0|false)$/;
const production = /\bNODE_ENV\b|\bisProd\w*|\bproduction\b|\bisDev\w*|\bIS_PROD/i;

/** Judges the value of `store:`. What the file does not show counts as a store: whoever passes one means it. */
export function judgeStore(cx: Once, node: ts.Expression): Verdict {
  const value = bare(node);
  if (nothing.test(value.getText())) return { kind: 'memory', at: node };
  if (isMemoryStore(cx, value)) return { kind: 'memory', at: node };
  if (ts.isConditionalExpression(value)) return judgeChoice(cx, value);
  if (!ts.isIdentifier(value)) return elsewhere;
  const initial = initialValue(value);
  const reassigned = new RegExp(`(?<![.\\w])${value.text}\\s*=(?![=>])`, 'g');
  const assignments = (value.getSourceFile().text.match(reassigned) ?? []).length;
  return initial && assignments <= 1 ? judgeStore(cx, initial) : elsewhere;
}

function judgeChoice(cx: Once, value: ts.ConditionalExpression): Verdict {
  const [yes, no] = [judgeStore(cx, value.whenTrue), judgeStore(cx, value.whenFalse)];
  if (yes.kind === 'memory' && no.kind === 'memory') return { kind: 'memory', at: value };
  if (yes.kind !== 'memory' && no.kind !== 'memory') return elsewhere;
  const condition = value.condition.getText();
  if (production.test(condition)) return elsewhere;
  return { kind: 'depends', at: value, setting: /process\.env\.(\w+)/.exec(condition)?.[1] ?? condition.slice(0, 60) };
}
