import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { below, calledName, enclosing, enclosingFunction, field, importsPackage, keywordsOf, methodOf, nameOf, plainText, positional, qualified, receiverOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

/** Code that knows of a proxy in front of it: what it reads of the connection is what it wants. */
const headers = /forwarded[-_]?for|x[-_]real[-_]ip|cf[-_]connecting|access_route|\bipware\b|real_?ip\b|prox(?:y|ies)/i;
const guards = /(?:allow|block|ban|deny|white_?list|black_?list|limit|throttl|trust|internal|permit|restrict|attempt|brute|lock_?out|is_local|check_ip|verify_ip|country|geo)/i;
const records = /^(?:ip|ip_?addr(?:ess)?|client_?ip|remote_?ip|remote_?addr(?:ess)?|user_?ip|from_?ip|login_?ip|last_?ip|host)$/i;
const logging = /(?:^|\.)(?:log(?:ger|ging)?|LOG(?:GER)?|print|structlog\w*)(?:\.\w+)?$|\.(?:debug|info|warning|warn|error|exception|critical|bind|set_tag|set_attribute|set_context)$/;

type Purpose = 'decides' | 'stored';

/** Attribute chains by which frameworks give the address of the connection. */
function isAddress(node: PythonNode, cx: RuleFileContext): boolean {
  const name = field(node, 'attribute')?.text ?? '';
  const object = field(node, 'object');
  if (name === 'remote_addr') return /^(?:flask|quart|bottle)\.request$/.test(qualified(cx, object)) || (object?.text === 'request' && importsPackage(cx, node, 'pyramid', 'webob', 'werkzeug', 'bottle'));
  if (name === 'host') return /(?:^|\.)(?:request|req|websocket|ws|conn|connection)\.client$/.test(object?.text ?? '') && importsPackage(cx, node, 'fastapi', 'starlette', 'litestar');
  return name === 'remote_ip' && /(?:^|\.)request$/.test(object?.text ?? '') && importsPackage(cx, node, 'tornado');
}

/** `request.META["REMOTE_ADDR"]`, `request.META.get("REMOTE_ADDR")`, `request.environ["REMOTE_ADDR"]`. */
function isAddressKey(literal: PythonNode): PythonNode | undefined {
  const { parent } = literal;
  const holder = /\.(?:META|environ)$/;
  if (parent?.type === 'subscript' && holder.test(field(parent, 'value')?.text ?? '')) return parent;
  const call = parent?.type === 'argument_list' ? parent.parent : undefined;
  return call?.type === 'call' && methodOf(call) === 'get' && holder.test(receiverOf(call)?.text ?? '') ? call : undefined;
}

/** What becomes of an address: of the place itself, or of the variable that it is kept in. */
function purposeOf(cx: RuleFileContext, node: PythonNode, depth = 2): Purpose | undefined {
  for (let at = node; at.parent; at = at.parent) {
    const above: PythonNode = at.parent;
    // Developers' addresses decide about debugging.
    if (above.type === 'comparison_operator' && isKeptWhereNew(above, at)) return 'stored';
    if (above.type === 'comparison_operator') return /\bNone\b|INTERNAL_IPS|localhost|127\.0\.0\.1/.test(above.text) || !/^(?:in|not in|==|!=)$/.test(field(above, 'operators')?.text ?? '') ? undefined : 'decides';
    if (above.type === 'keyword_argument' || above.type === 'pair') return logged(cx, above) ? undefined : recordOf(above);
    if (above.type === 'argument_list' && above.parent?.type === 'call') {
      const callee = calledName(cx, above.parent);
      if (logging.test(callee)) return undefined;
      if (guards.test(callee.replace(/^.*\./, ''))) return 'decides';
      if (!/^(?:str|ip_address|ipaddress\.\w+|int|IPAddress|\w+\.strip|any)$/.test(callee)) return undefined;
    }
    if (above.type === 'assignment') return assigned(cx, above, at, depth);
    if (above.type === 'return_statement') return guards.test(nameOf(enclosingFunction(above))) ? 'decides' : undefined;
    if (/statement$|^block$|^module$|^lambda$|^interpolation$/.test(above.type)) return undefined;
  }
  return undefined;
}

/** `if device.last_ip != ip: device.last_ip = ip`: compared only to see whether there is something new to keep. */
function isKeptWhereNew(comparison: PythonNode, address: PythonNode): boolean {
  const guard = comparison.parent?.type === 'if_statement' ? field(comparison.parent, 'consequence') : undefined;
  const other = comparison.namedChildren.find((each) => each.id !== address.id);
  if (!guard || other?.type !== 'attribute' || field(comparison, 'operators')?.text !== '!=') return false;
  return below(guard, 'assignment').some((each) => field(each, 'left')?.text === other.text && field(each, 'right')?.text === address.text);
}

function logged(cx: RuleFileContext, node: PythonNode): boolean {
  const call = enclosing(node, 'call');
  return call !== undefined && logging.test(calledName(cx, call));
}

function recordOf(pair: PythonNode): Purpose | undefined {
  const name = pair.type === 'pair' ? (plainText(field(pair, 'key')) ?? '') : nameOf(pair);
  return records.test(name) ? 'stored' : undefined;
}

function assigned(cx: RuleFileContext, assignment: PythonNode, value: PythonNode, depth: number): Purpose | undefined {
  const left = field(assignment, 'left');
  if (!left || left.id === value.id) return undefined;
  if (left.type === 'attribute' || left.type === 'subscript') {
    const name = left.type === 'subscript' ? (plainText(field(left, 'subscript')) ?? '') : (field(left, 'attribute')?.text ?? '');
    return records.test(name) && !/^(?:self|g|extra|context|log\w*)\b/.test(left.text) ? 'stored' : undefined;
  }
  const scope = enclosingFunction(assignment);
  if (left.type !== 'identifier' || !scope || depth === 0) return undefined;
  const uses = below(scope, 'identifier').filter((each) => each.text === left.text && each.startIndex > assignment.endIndex && !isName(each));
  const found = uses.map((each) => purposeOf(cx, each, depth - 1));
  return found.find((each) => each === 'decides') ?? found.find((each) => each !== undefined);
}

/** The name of a keyword or attribute rather than a variable. */
function isName(node: PythonNode): boolean {
  return (node.parent?.type === 'keyword_argument' && field(node.parent, 'name')?.id === node.id) || (node.parent?.type === 'attribute' && field(node.parent, 'attribute')?.id === node.id);
}

/** `Limiter(key_func=get_remote_address)`: each address may do so much. */
function limiterKey(root: PythonNode, cx: RuleFileContext): PythonNode | undefined {
  return below(root, 'call').map((call) => keywordsOf(call).get('key_func') ?? positional(call)[0])
    .find((key) => key !== undefined && /^(?:slowapi|flask_limiter)\.util\.get_(?:remote_address|ipaddr)$/.test(qualified(cx, key)) && !isDevelopmentOnly(cx, key));
}

function check(root: PythonNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, root)) return;
  const key = limiterKey(root, cx);
  const addresses = [...below(root, 'attribute').filter((each) => isAddress(each, cx)), ...below(root, 'string').filter((each) => plainText(each) === 'REMOTE_ADDR').flatMap((each) => isAddressKey(each) ?? [])];
  const found = addresses.filter((each) => !headers.test((enclosingFunction(each) ?? root).text))
    .flatMap((node) => { const purpose = isDevelopmentOnly(cx, node) ? undefined : purposeOf(cx, node); return purpose ? [{ node, purpose }] : []; });
  const places = [...(key ? [{ node: key, purpose: 'decides' as const }] : []), ...found];
  const first = places.find(({ purpose }) => purpose === 'decides') ?? places[0];
  if (!first) return;
  cx.report({
    at: span(telling(first.node)), say: `client-python-${first.purpose}`, cause: 'client-address', confidence: 'medium', ...(first.purpose === 'stored' ? { severity: 'info' as const } : {}),
    also: places.filter((each) => each !== first).slice(0, 5).map(({ node }) => ({ at: span(telling(node)), say: 'client-python-also' })),
  });
}

/** The name or key that is read. */
function telling(node: PythonNode): PythonNode {
  return field(node, 'attribute') ?? field(node, 'subscript') ?? (node.type === 'call' ? positional(node)[0] : undefined) ?? node;
}

/** Addresses of connections that decide about callers or are recorded as theirs: one finding per file. */
export const pythonClient = ruleMatcher({
  language: 'python',
  needles: [['remote_addr', /\b(?:flask|quart|bottle|pyramid|werkzeug|webob)\b/], ['REMOTE_ADDR', /\b(?:META|environ)\b/], [/\.client\.host\b/], ['get_remote_address'], ['remote_ip', 'tornado']],
  on: { module: check },
});
