import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isBrowserCode } from '../../../syntax/typescript/ask.js';
import { holdersOf, type Holder, type Use } from '../../../syntax/typescript/module-state.js';
import { handlerAround, isCommandLine } from '../../../syntax/typescript/surroundings.js';
import { growthOf, runsLater } from '../../../syntax/typescript/served-use.js';
import { ownPurpose, numbersOf } from '../../../syntax/typescript/kept-purpose.js';
import { changedState } from './node-needles.js';
import { purposeOf } from './node-purpose.js';

/** How many places of change a finding points to. */
const shown = 3;

function at(node: ts.Node): { start: number; end: number } {
  return { start: node.getStart(), end: node.getEnd() };
}

const progressField = /^(?:running|status|phase|state|progress|percent\w*|current\w*|total|done|started\w*|finished\w*|steps?|errors?|success)$/i;

/** A record such as `{ running: false, phase: 'idle', percent: 0 }`, which somebody asks how far work has come. */
function isProgress({ at: name }: Holder): boolean {
  const value = ts.isVariableDeclaration(name.parent) ? name.parent.initializer : undefined;
  return value !== undefined && ts.isObjectLiteralExpression(value) && value.properties.filter((each) => progressField.test(each.name?.getText() ?? '')).length > 2;
}

function reportTable(cx: RuleFileContext, holder: Holder): void {
  const changes = growthOf(holder);
  // Tokens and limits are told by rules of their own.
  if (ownPurpose(holder, changes)) return;
  const purpose = purposeOf(cx, holder, changes);
  if (purpose !== 'data' && purpose !== 'cache' && purpose !== 'keyCache') return;
  const served = changes.some((use) => handlerAround(use.node));
  const cached = purpose !== 'data';
  cx.report({
    at: at(holder.at),
    say: cached ? 'cached' : isProgress(holder) ? 'progress' : 'entries',
    args: { name: holder.name },
    severity: purpose === 'keyCache' ? 'info' : served && !cached ? 'error' : 'warning',
    confidence: served ? 'high' : 'medium',
    also: changes.slice(0, shown).map((use) => ({ at: at(use.node), say: 'write' })),
    ...(holder.owner && { cause: causeOf(cx, holder) }),
  });
}

/** Fields of one object that exists once share their cause. */
function causeOf(cx: RuleFileContext, holder: Holder): string {
  return `${cx.path}#${holder.owner?.name?.text ?? ''}`;
}

const fromRequest = /\b(?:req|request|ctx|socket|body|params|query)\b/;
const literal = /^(?:true|false|null|undefined|-?\d+|'[^']*'|"[^"]*"|!\w+)$/;

/** A single value that requests set or count. Handles that are opened late look alike, so only plain values count. */
function reportValue(cx: RuleFileContext, holder: Holder): void {
  if (numbersOf(holder).length > 0) return;
  const changes = holder.uses.filter((use) => (use.kind === 'replace' || use.kind === 'count') && handlerAround(use.node) && runsLater(use));
  const data = changes.filter((use) => use.kind === 'count' || fromRequest.test(use.value?.getText() ?? '') || literal.test(use.value?.getText() ?? ''));
  const read = holder.uses.some((use) => use.kind === 'read' && handlerAround(use.node) && !isGuard(use.node));
  if (data.length === 0 || data.length < changes.length || !read || isOnceGuard(holder, changes)) return;
  cx.report({
    at: at(holder.at), say: 'value', args: { name: holder.name }, severity: data.some((use) => fromRequest.test(use.value?.getText() ?? '')) ? 'error' : 'warning', confidence: 'medium',
    also: changes.slice(0, shown).map((use) => ({ at: at(use.node), say: 'write' })),
  });
}

function isGuard(node: ts.Node): boolean {
  return ts.isIfStatement(node) || ts.isPrefixUnaryExpression(node);
}

/** `let ready = false` that only ever becomes true: set up once per process, as it has to be. */
function isOnceGuard(holder: Holder, changes: readonly Use[]): boolean {
  return /(?:ready|started|initiali[sz]ed|loaded|warned|connected|running|busy|shutting\w*|closing|stopped|logged|metrics?|stats|debug|verbose|count(?:er)?|total|hits|num\w*|requestId|reqId|nextId|seq\w*|port|server)$/i.test(holder.name)
    || (changes.every((use) => use.value?.getText() === 'true') && changes.length > 0);
}

/** A public table of an object that exists once and that the class itself never fills: other files do. */
function reportOpenField(cx: RuleFileContext, holder: Holder): void {
  if (holder.kind !== 'singleton' || !holder.open || !holder.empty || holder.shape === 'array') return;
  if (holder.uses.some((use) => use.kind !== 'read') || purposeOf(cx, holder, [{ kind: 'put', node: holder.at }]) !== 'data') return;
  cx.report({ at: at(holder.at), say: 'openField', args: { name: holder.name, owner: holder.owner?.name?.text ?? '' }, severity: 'warning', confidence: 'medium', cause: causeOf(cx, holder) });
}

function check(node: Node, cx: RuleFileContext): void {
  if (isBrowserCode(cx, node) || isCommandLine(cx)) return;
  for (const holder of holdersOf(node.getSourceFile().compilerNode)) {
    if (holder.shape === 'scalar') reportValue(cx, holder);
    else {
      reportTable(cx, holder);
      reportOpenField(cx, holder);
    }
  }
}

/** Tables and values that a module, a class or an object that exists once changes while the program serves. */
export const nodeState = ruleMatcher({
  language: 'typescript',
  needles: [[changedState]],
  on: { SourceFile: check },
});
