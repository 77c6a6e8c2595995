import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { below, calledName, calleeSpan, enclosing, enclosingClass, enclosingFunction, field, literalText, named, nameOf, plainText, positional, rootOf, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine, isMainGuarded } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';
import { wordsIn } from './words.js';

type Purpose = 'licence' | 'compared' | 'address' | 'stored';

const sources = /^(?:socket\.(?:gethostname|getfqdn)|platform\.node|uuid\.getnode)$/;
const licence = /^(?:licen[cs]e|licen[cs]es|licen[cs]ing|activation|activate|hwid|hardware)$/;
/** Names that say that what is stored stands for one machine among several. */
const machine = /^(?:server|node|host|hostname|machine|instance)$/;
/** Whoever holds a lease, or takes part in a queue, must have a name of its own, which is just what a pod's name is. */
const lease = /lock|lease|owner|worker|consumer|trace|thread|sender|origin|generator|uuid|\bpid\b|task|job|metric|stat|prefix|log|record|event|sentry|span|tag/i;
const saves = /\.(?:create|get_or_create|update_or_create|insert|insert_one|update|update_one|filter)$/;

/** The expression with what only shapes it: `socket.gethostname().split(".")[0].lower()`. */
function shaped(node: PythonNode): PythonNode {
  const { parent } = node;
  if (!parent) return node;
  const isObject = /^(?:attribute|subscript)$/.test(parent.type) && (field(parent, 'object') ?? field(parent, 'value'))?.id === node.id;
  const isCallee = parent.type === 'call' && field(parent, 'function')?.id === node.id;
  const isText = parent.type === 'argument_list' && parent.parent?.type === 'call' && /^(?:str|hex)$/.test(field(parent.parent, 'function')?.text ?? '');
  return isObject || isCallee || parent.type === 'parenthesized_expression' ? shaped(parent) : isText && parent.parent ? shaped(parent.parent) : node;
}

/** Asking whether it is the machine of a developer or anything at all says nothing of replicas. */
const nothing = /\bNone\b|""|''|localhost|127\.0\.0\.1|0\.0\.0\.0|\.local\b|\bdev|test/i;

function purposeAt(cx: RuleFileContext, place: PythonNode): { readonly purpose: Purpose; readonly name: string } | undefined {
  const node = shaped(place);
  const { parent } = node;
  if (!parent || (enclosing(node, 'call') && /log|print|metric/i.test(calledName(cx, enclosing(node, 'call') ?? node)))) return undefined;
  if (parent.type === 'comparison_operator') return nothing.test(parent.text) || lease.test(parent.text.replace(node.text, '')) ? undefined : { purpose: 'compared', name: '' };
  if (parent.type === 'interpolation' && parent.parent) return /^https?:\/\/\u2047/.test(literalText(parent.parent) ?? '') ? { purpose: 'address', name: '' } : undefined;
  if (parent.type === 'binary_operator') return /^["']https?:\/\/["']/.test(field(parent, 'left')?.text ?? '') ? { purpose: 'address', name: '' } : undefined;
  if (parent.type !== 'keyword_argument' && parent.type !== 'pair') return undefined;
  const name = parent.type === 'pair' ? (plainText(field(parent, 'key')) ?? '') : nameOf(parent);
  const call = enclosing(parent, 'call');
  const callee = call ? calledName(cx, call) : '';
  return saves.test(callee) && wordsIn(name).some((word) => machine.test(word)) && !lease.test(callee) && !lease.test(name) ? { purpose: 'stored', name } : undefined;
}

/** The place itself, and where the variable is used that it is kept in. */
function placesOf(call: PythonNode): readonly PythonNode[] {
  const node = shaped(call);
  const left = node.parent?.type === 'assignment' && field(node.parent, 'right')?.id === node.id ? field(node.parent, 'left') : undefined;
  if (left?.type !== 'identifier') return [call];
  const scope = enclosingFunction(call) ?? rootOf(call);
  return below(scope, 'identifier').filter((each) => each.text === left.text && each.id !== left.id && !(each.parent?.type === 'keyword_argument' && field(each.parent, 'name')?.id === each.id) && !(each.parent?.type === 'attribute' && field(each.parent, 'attribute')?.id === each.id));
}

function isLicence(call: PythonNode): boolean {
  return [nameOf(enclosingFunction(call)), nameOf(enclosingClass(call))].some((name) => wordsIn(name).some((word) => licence.test(word)));
}

/** `if gethostname() in ("web1", "web2"): raise …`: where no pod has such a name, nothing is refused and all else is as before. */
function onlyRefuses(place: PythonNode): boolean {
  const { parent } = shaped(place);
  const branch = parent?.parent;
  if (parent?.type !== 'comparison_operator' || branch?.type !== 'if_statement' || /!=|\bnot\b/.test(parent.text)) return false;
  const body = field(branch, 'consequence');
  return body !== undefined && named(body).every((each) => each.type === 'raise_statement') && named(branch).every((each) => each.type !== 'else_clause' && each.type !== 'elif_clause');
}

const rank: readonly Purpose[] = ['licence', 'compared', 'address', 'stored'];

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const source = calledName(cx, call);
  if (!sources.test(source) || (source === 'socket.getfqdn' && positional(call).length > 0)) return;
  if (isDevelopmentOnly(cx, call) || isCommandLine(cx, call) || isMainGuarded(call)) return;
  const found = isLicence(call) ? [{ purpose: 'licence' as const, name: '' }] : placesOf(call).flatMap((place) => purposeAt(cx, place) ?? []);
  const purpose = rank.find((each) => found.some((one) => one.purpose === each));
  if (!purpose) return;
  const isHint = purpose === 'stored' || (purpose === 'compared' && placesOf(call).every(onlyRefuses));
  const name = found.find((one) => one.purpose === purpose)?.name ?? '';
  cx.report({
    at: calleeSpan(call), say: purpose, args: purpose === 'stored' ? { source: `${source}()`, name } : { source: `${source}()` },
    confidence: purpose === 'licence' || purpose === 'compared' ? 'high' : 'medium', ...(isHint ? { severity: 'info' as const } : {}), cause: purpose === 'licence' ? 'licence' : 'machine',
  });
}

/** The machine's name or MAC address where Python takes it for an identity. */
export const pythonMachine = ruleMatcher({ language: 'python', needles: [['gethostname'], ['getfqdn'], ['platform', /\bnode\(/], ['getnode']], on: { call: onCall } });
