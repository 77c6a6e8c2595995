import { basename } from '../../base/paths.js';
import type { FileContext } from '../../contract/rule.js';
import { bareTokens, codes, foreignTokens, handled, limiting, logins, notTokens, outgoing } from '../kept-words.js';
import { wordsOf } from '../names.js';
import { below, calledName, enclosingFunction, field, type PythonNode } from './ask.js';
import type { Change, Holder } from './module-state.js';
import { isCommandLine, isServed } from './surroundings.js';

type Context = Pick<FileContext, 'once' | 'path'>;

/**
 * What a table that requests fill is about, when another rule than that on shared data tells it: `code` one-time codes and
 * tokens, `login` who is logged in, `handled` what was dealt with, `counts` what callers did.
 */
export type OwnPurpose = 'code' | 'login' | 'handled' | 'counts';

function phrase(name: string): string {
  return wordsOf(name).join(' ');
}

/** Entries that requests and messages put into a table. */
export function servedPuts(cx: Context, holder: Holder): readonly Change[] {
  return holder.changes.filter(({ node, kind }) => (kind === 'put' || kind === 'count') && isServed(cx, node));
}

const issuing = /^(?:secrets\.\w+|uuid\.uuid\d|random\.\w+|os\.urandom|shortuuid\.\w+|nanoid\.\w+|pyotp\.\w+|\w*generate\w*|get_random_string|(?:[\w.]+\.)?(?:get_random_string|generate_\w+|create_token))$/;

function isIssuedHere(cx: Context, puts: readonly Change[]): boolean {
  return puts.some(({ node }) => below(enclosingFunction(node) ?? node, 'call').some((call) => issuing.test(calledName(cx, call))));
}

/** Whether what is put counts or tells when something was done. */
function counts(puts: readonly Change[]): boolean {
  return puts.some(({ kind, value, node }) => kind === 'count' || /\+\s*1\b|\bcount|attempt|\btime\.(?:time|monotonic)\(|datetime\.|\bnow\(|^(?:now|timestamp|current_time)$/i.test(`${value?.text ?? ''}`) || /\bnow\b|time\(\)/.test(field(node, 'arguments')?.text ?? ''));
}

function isAsked({ reads, changes }: Holder): boolean {
  return reads.length > 0 || changes.some(({ kind }) => kind === 'remove');
}

/** Judges by the names of the table and its class, and by what is put; `undefined` when it is no such table. */
export function ownPurpose(cx: Context, holder: Holder): OwnPurpose | undefined {
  if (holder.shape === 'scalar' || holder.shape === 'queue' || isCommandLine(cx, holder.at)) return undefined;
  const puts = servedPuts(cx, holder);
  if (puts.length === 0 || !isAsked(holder)) return undefined;
  const own = phrase(holder.name);
  const around = [phrase(holder.owner), phrase(basename(cx.path).replace(/\.py$/, ''))];
  if (!outgoing.test(own) && [own, ...around].some((text) => limiting.test(text)) && counts(puts)) return 'counts';
  if (notTokens.test(own)) return undefined;
  if (handled.test(own)) return 'handled';
  if (logins.test(own)) return 'login';
  if (foreignTokens.test(own)) return undefined;
  return codes.test(own) || (bareTokens.test(own) && isIssuedHere(cx, puts)) ? 'code' : undefined;
}

const numberName = /^(?:(?:next|last|current|max|latest|new)(?: \w+){0,2} (?:id|no|number|num|seq|sequence|code|order|invoice|ticket)|(?:\w+ )?(?:id|order|invoice|ticket|user|customer|booking|post|item|product)(?: (?:id|no|number))? (?:counter|seq|sequence|count)|(?:\w+ )?(?:sequence|seq|id counter|id seq)|(?:auto|unique) ?id)$/;
const internalNumber = /\b(?:req|request|trace|span|correlation|message|msg|packet|rpc|call|socket|conn|connection|client|session|stream|worker|task|job|timer|event|thread|log|debug|test|tmp|temp|render|node|element|key|cache|batch|query|op|version|revision|tick|frame|instance|color)\b/;

/** Whether a number only tells requests, messages and the like of this process apart. */
export function isInternalNumber({ name, shape, initial }: Holder): boolean {
  return shape === 'scalar' && initial?.type === 'integer' && internalNumber.test(phrase(name));
}

/** The places where a variable of the process hands out numbers of data; empty when it counts something of the process itself. */
export function numbersOf(cx: Context, holder: Holder): readonly Change[] {
  const name = phrase(holder.name);
  if (holder.shape !== 'scalar' || holder.initial?.type !== 'integer' || !numberName.test(name) || internalNumber.test(name) || isCommandLine(cx, holder.at)) return [];
  const next = new RegExp(`\\b${holder.name}\\s*\\+\\s*1`);
  const taken = holder.changes.filter(({ node, kind, value }) => (kind === 'count' || (kind === 'replace' && next.test(value?.text ?? ''))) && isServed(cx, node));
  return taken.filter(({ node }) => isHandedOut(holder, enclosingFunction(node)));
}

/** `order = {"id": last_id}`, `id=next_id`, `return next_id`. */
function isHandedOut(holder: Holder, fn: PythonNode | undefined): boolean {
  return new RegExp(`\\b(?:id|_id|no|number|\\w+_id|\\w+_no|\\w+_number)["']?\\s*[:=]\\s*(?:str\\(|f["'][^"']*\\{)?${holder.name}\\b|\\breturn\\s+${holder.name}\\b`).test(fn?.text ?? '');
}
