import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, callName, declarationOf, descendants, enclosingMember, enclosingType, field, isString, nameOf, named, plain, receiver, span, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { runsAtStart } from '../../../syntax/csharp/request-side.js';

/** Names of keys that sign or encrypt, not of tokens that are given to one user. */
const secretName = /(?:jwt|signing|encryption|encrypt|hmac|cookie|session|token|auth(?:entication)?|security|machine|app|master|shared)_?(?:key|secret|token)$|^(?:secret|secret_?key|_secret)$/i;
const random = /\b(?:RandomNumberGenerator|RNGCryptoServiceProvider|CryptoRandom)\b|\bGuid\.NewGuid\(|\b(?:Aes|RSA|ECDsa)\.Create\(/;
const files = /\bFile\s*\.\s*(?:WriteAll\w+|Create\w*)\s*\(/;

/** The name that a value is given to: of a variable, a member, or a key between brackets. */
function targetOf(left: CsNode | undefined): string {
  if (left?.type !== 'element_access_expression') return plain(left).split('.').at(-1) ?? '';
  const key = named(field(left, 'subscript') ?? left).at(-1);
  const inner = key?.type === 'argument' ? named(key)[0] : key;
  return (stringValue(inner) ?? '').split(/[:.]/).at(-1) ?? '';
}

/** Whether a value is made of random bytes: drawn in it, or filled into a local that it reads. */
function isRandom(value: CsNode, member: CsNode): boolean {
  if (random.test(value.text)) return true;
  const names = new Set([value, ...descendants(value, 'identifier')].filter(({ type }) => type === 'identifier').map(({ text }) => text));
  const filled = descendants(member, 'invocation_expression').some((call) => /^(?:GetBytes|GetNonZeroBytes|Fill)$/.test(callName(call)) && /\b(?:RandomNumberGenerator|RNGCryptoServiceProvider)\b|^_?(?:rng|random|generator|crypto\w*)\b/i.test(plain(receiver(call))) && args(call).some((argument) => names.has(plain(argument))));
  return filled || descendants(member, 'variable_declarator').some((each) => names.has(field(each, 'name')?.text ?? '') && random.test(each.text) && /GetBytes|NewGuid|GetHexString|GetString|Create\(/.test(each.text));
}

function check(node: CsNode, cx: RuleFileContext): void {
  const left = field(node, 'left');
  const value = field(node, 'right');
  const member = enclosingMember(node);
  const type = enclosingType(node);
  const scope = member ?? node.tree.rootNode;
  if (!left || !value || isString(value) || !secretName.test(targetOf(left)) || (type && !runsAtStart(node, true)) || choice(node).kind === 'development') return;
  // A local is only a step on the way.
  if (left.type === 'identifier' && /^(?:local|parameter)$/.test(declarationOf(left)?.kind ?? '')) return;
  // What is saved in a database, all replicas read.
  if (!isRandom(value, scope) || /\bSaveChanges(?:Async)?\s*\(|\.\s*(?:Insert|Upsert)\w*\s*\(/.test(scope.text)) return;
  const kept = files.test(scope.text);
  cx.report({ at: span(left), say: kept ? 'file' : isAsked(node) ? 'fallback' : 'memory', ...(isAsked(node) ? { severity: 'warning' as const } : {}), confidence: 'medium', cause: `key ${type ? nameOf(type) : cx.path}` });
}

/** Whether the key is only made where none is set. */
function isAsked(node: CsNode): boolean {
  return choice(node).kind === 'setting';
}

/** Keys that a program of .NET makes for itself while it starts. */
export const csharpStartKey = ruleMatcher({
  language: 'csharp', needles: [[random, /(?:[Kk]ey|[Ss]ecret|[Tt]oken)"?\s*\]?\s*=[^=>]/, /\b(?:Main|Startup|Program|Configure\w*|WebApplication|OnStart|Init\w*)\b/]],
  on: { assignment_expression: check },
});
