import { ts } from 'ts-morph';
import { basename } from '../../base/paths.js';
import { bareTokens, codes, foreignTokens, handled, limiting, logins, notTokens, outgoing } from '../kept-words.js';
import { wordsOf } from '../names.js';
import { bare, functionAround } from './functions.js';
import { initialValue } from './modules.js';
import type { Holder, Use } from './module-state.js';
import { handlerAround } from './surroundings.js';

/**
 * What a table that grows while the program serves is about, when another rule than that on shared data tells it: `code`
 * one-time codes and tokens, `login` who is logged in, `handled` what was dealt with, `counts` what callers did.
 */
export type OwnPurpose = 'code' | 'login' | 'handled' | 'counts';

function phrase(name: string): string {
  return wordsOf(name.replace(/^[_$#]+/, '')).join(' ');
}

const issuing = /\b(?:randomBytes|randomUUID|randomInt|uuid(?:v?4)?|nanoid|Math\.random|generate\w*|customAlphabet)\s*\(/;

/** Whether a function that fills the table makes what it puts in. */
function isIssuedHere(puts: readonly Use[]): boolean {
  return puts.some((use) => issuing.test(functionAround(use.node)?.getText() ?? ''));
}

function isAsked(holder: Holder): boolean {
  return holder.uses.some((use) => use.kind === 'read' || (use.kind === 'remove' && /\.delete\(/.test(use.node.getText())));
}

function valueText(value: ts.Expression | undefined): string {
  const initial = value && ts.isIdentifier(value) ? initialValue(value) : undefined;
  return (initial ?? value)?.getText() ?? '';
}

/** Whether what is put counts or tells when something was done. */
function counts(holder: Holder, puts: readonly Use[]): boolean {
  const declared = ts.isVariableDeclaration(holder.at.parent) || ts.isPropertyDeclaration(holder.at.parent) ? (holder.at.parent.type?.getText() ?? '') + (holder.at.parent.initializer?.getText() ?? '') : '';
  return /,\s*(?:number|number\[\]|\{[^}]*(?:count|attempt|time|reset|first|last)\w*)/i.test(declared)
    || puts.some(({ value, node }) => /\+\s*1\b|\+\+|\bcount\w*\s*:|attempts?\s*:|Date\.now\(\)|resetAt|resetTime|firstAttempt|lastAttempt|new Date\(/.test(`${valueText(value)} ${node.getText()}`));
}

/** Judges by the names of the table and its class, and by what is put; `undefined` when it is no such table. */
export function ownPurpose(holder: Holder, changes: readonly Use[]): OwnPurpose | undefined {
  const puts = changes.filter((use) => use.kind === 'put');
  if (holder.shape === 'scalar' || puts.length === 0 || !isAsked(holder)) return undefined;
  const own = phrase(holder.name);
  const around = [phrase(holder.owner?.name?.text ?? ''), phrase(basename(holder.at.getSourceFile().fileName).replace(/\.\w+$/, ''))];
  if (!outgoing.test(own) && [own, ...around].some((text) => limiting.test(text)) && counts(holder, puts)) return 'counts';
  if (notTokens.test(own)) return undefined;
  if (handled.test(own)) return 'handled';
  if (logins.test(own) && puts.some((use) => handlerAround(use.node))) return 'login';
  if (foreignTokens.test(own)) return undefined;
  if (codes.test(own)) return 'code';
  return bareTokens.test(own) && isIssuedHere(puts) ? 'code' : undefined;
}

const numberName = /(?:^|\b)(?:(?:next|last|current|max|latest|new)(?: \w+){0,2} (?:id|no|number|num|seq|sequence|key|code|order|invoice|ticket)|(?:\w+ )?(?:id|order|invoice|ticket|user|customer|booking|post|item|product)(?: (?:id|no|number))? (?:counter|seq|sequence|count)|(?:\w+ )?(?:auto increment|sequence|seq|id counter|id seq)|(?:auto|unique) ?id)$/;
const internalNumber = /\b(?:req|request|trace|span|correlation|message|msg|packet|rpc|call|socket|conn|connection|client|session|stream|worker|task|job|timer|event|listener|subscription|transaction|tx|log|debug|test|tmp|temp|render|node|element|component|key|cache|batch|query|stmt|op|operation|version|revision|tick|frame|instance|watcher|handle|fiber|port|color)\b/;

/** Uses that hand the next number out: `id: nextId++`, `return ++lastId`, `const id = counter++`. */
function handedOut(holder: Holder): readonly Use[] {
  return holder.uses.filter((use) => {
    if (use.kind !== 'count' && !(use.kind === 'replace' && use.value && new RegExp(`\\b${holder.name}\\s*\\+\\s*1`).test(use.value.getText()))) return false;
    const node = use.node;
    let { parent } = node;
    while (ts.isParenthesizedExpression(parent) || ts.isTemplateSpan(parent) || ts.isTemplateExpression(parent) || (ts.isCallExpression(parent) && /^(?:String|Number)$/.test(parent.expression.getText()))) parent = parent.parent;
    const kept = ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) || ts.isReturnStatement(parent) || (ts.isBinaryExpression(parent) && parent.right === node) || ts.isArrowFunction(parent) || (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken);
    return kept || (ts.isExpressionStatement(parent) && isGivenAfter(holder, node));
  });
}

/** `lastId += 1; const order = { id: lastId }`. */
function isGivenAfter(holder: Holder, node: ts.Node): boolean {
  const body = functionAround(node)?.body?.getText() ?? '';
  return new RegExp(`\\b(?:id|_id|no|number|\\w+Id|\\w+No|\\w+Number)\\s*[:=]\\s*(?:\`[^\`]*\\$\\{)?${holder.name}\\b|\\breturn\\s+${holder.name}\\b`).test(body);
}

/** The places where a variable of the process hands out numbers of data; empty when it counts something of the process itself. */
export function numbersOf(holder: Holder): readonly Use[] {
  if (holder.shape !== 'scalar') return [];
  const initial = ts.isVariableDeclaration(holder.at.parent) ? holder.at.parent.initializer : undefined;
  if (initial && !ts.isNumericLiteral(bare(initial))) return [];
  const name = phrase(holder.name);
  const asked = numberName.test(name) && !internalNumber.test(name);
  const served = handedOut(holder).filter((use) => functionAround(use.node) !== undefined);
  // Tables that are numbered so must be kept by the process or be handed to callers: a handler shows it.
  return asked && served.some((use) => handlerAround(use.node)) ? served : [];
}
