import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, declarationOf, enclosing, enclosingCallable, enclosingType, field, isType, nameOf, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { identifiersNamed } from '../../../syntax/java/descendants.js';
import { usesOf, type Use } from '../../../syntax/java/flow.js';
import { handlesRequest } from '../../../syntax/java/origin.js';
import { isLogging, wordsIn } from './words.js';

type Purpose = 'licence' | 'compared' | 'address' | 'stored';

const licence = /^(?:licen[cs]e|licen[cs]es|licen[cs]ing|serial|activation|activate|fingerprint|hwid|hardware)$/;
/** Names that say that what is stored stands for one machine among several. */
const machine = /^(?:server|node|host|hostname|machine|instance|ip|addr|address)$/;
/** Whoever holds a lease must have a name of its own, which is just what a pod's name is. */
const lease = /^(?:lock|locked|locker|lease|owner|acquired|worker|consumer|trace|thread|sender|origin|generator|uuid|id)$/;

function wordsAround(node: JavaNode): readonly string[] {
  const method = enclosingCallable(node);
  const type = enclosingType(node);
  return [...(method ? wordsIn(nameOf(method)) : []), ...(type ? wordsIn(nameOf(type)) : [])];
}

/** Comparing with the loopback or with nothing only asks whether there is a network. */
function comparesWithNothing(by: JavaNode): boolean {
  return /^(?:isEmpty|isBlank|indexOf|matches)$/.test(nameOf(by)) || /\bnull\b|""|localhost|127\.0\.0\.1|0\.0\.0\.0|"\."|":"|isIPAddress/i.test(by.text);
}

function storedName({ by }: Use): string | undefined {
  if (by.type !== 'method_invocation') return undefined;
  const name = nameOf(by);
  if (name === 'put') return isStoredMap(by) ? stringValue(args(by)[0]) : undefined;
  return /^set[A-Z]/.test(name) && args(by).length === 1 ? name.slice(3) : undefined;
}

/** `row.put("ip", address); mapper.insertLog(row);`: a map that is stored as a row, as MyBatis takes them. */
function isStoredMap(put: JavaNode): boolean {
  const method = enclosingCallable(put);
  const map = field(put, 'object');
  if (!method || map?.type !== 'identifier' || !/Map$/.test(bareType(field(declarationOf(map)?.declaration ?? map, 'type')))) return false;
  return identifiersNamed(method, map.text).some((each) => {
    const call = each.startIndex > put.endIndex && each.parent?.type === 'argument_list' ? each.parent.parent : null;
    return call?.type === 'method_invocation' && /^(?:ins|insert|save|store|regist\w*|create|upd|update|merge)(?![a-z])/.test(nameOf(call));
  });
}

function purposeOf(use: Use): { readonly purpose: Purpose; readonly name: string } | undefined {
  const { kind, by } = use;
  if (wordsAround(by).some((word) => licence.test(word)) && kind !== 'receiver' && !isLogging(by)) return { purpose: 'licence', name: '' };
  if (kind === 'compared') return comparesWithNothing(by) ? undefined : { purpose: 'compared', name: '' };
  if (kind !== 'argument' || isLogging(by)) return undefined;
  const name = storedName(use);
  const words = name === undefined ? [] : wordsIn(name);
  if (words.some((word) => lease.test(word))) return undefined;
  if (isUrl(use.value)) return { purpose: 'address', name: '' };
  const receiver = field(by, 'object')?.text ?? '';
  // Settings of a client or of the JVM are no record that outlives the process.
  const isRow = nameOf(by) === 'put' && name !== undefined;
  if (!isRow && /^(?:System|props?|properties|config\w*|builder|client|mail\w*|email|factory|\w*Properties|\w*Config|info|params?|model)$/i.test(receiver)) return undefined;
  if (receiver === '' || receiver === 'this') return undefined;
  return name !== undefined && words.some((word) => machine.test(word)) && !isOnlyAnswered(by) ? { purpose: 'stored', name } : undefined;
}

/** `status.setNodeName(host); return status;` of a method that answers a request: a local that goes nowhere but into the answer. */
function isOnlyAnswered(by: JavaNode): boolean {
  const method = enclosingCallable(by);
  const object = field(by, 'object');
  const local = object?.type === 'identifier' ? declarationOf(object) : undefined;
  if (!method || !object || local?.kind !== 'local' || local.value?.type !== 'object_creation_expression' || !handlesRequest(method)) return false;
  const others = identifiersNamed(method, object.text).filter((each) => each.startIndex !== field(local.node, 'name')?.startIndex && declarationOf(each)?.node.id === local.node.id && field(each.parent ?? each, 'object')?.id !== each.id);
  return others.length > 0 && others.every((each) => enclosing(each, 'return_statement', 'lambda_expression')?.type === 'return_statement');
}

/** `"http://" + host + …`: an address that is handed to others. */
function isUrl(value: JavaNode): boolean {
  return value.type === 'binary_expression' && /"https?:\/\//.test(value.text);
}

/** `if (ip.equals("127.0.0.1")) ip = InetAddress.getLocalHost()…`: stands in for a caller on the very machine, which in a cluster there is none. */
function standsInForLoopback(call: JavaNode): boolean {
  const test = enclosing(call, 'if_statement', 'ternary_expression');
  const condition = test && field(test, 'condition');
  return condition !== undefined && condition.endIndex < call.startIndex && /"(?:127\.0\.0\.1|0:0:0:0:0:0:0:1(?:%\w+)?|::1)"|\bisLoopbackAddress\s*\(/.test(condition.text);
}

const interfaces = 'NetworkInterface.getInetAddresses()';

/** `address.getHostAddress().startsWith("192.168.")`: which of the machine's addresses is meant. */
function picksAddress({ kind, by }: Use, source: string): boolean {
  return source === interfaces && kind === 'compared' && by.text.includes('"');
}

const rank: readonly Purpose[] = ['licence', 'compared', 'address', 'stored'];

function report(cx: RuleFileContext, call: JavaNode, source: string): void {
  const name = field(call, 'name');
  if (!name || standsInForLoopback(call)) return;
  const found = usesOf(cx, call).flatMap((use) => (picksAddress(use, source) ? [] : (purposeOf(use) ?? [])));
  const purpose = rank.find((each) => found.some((one) => one.purpose === each));
  if (!purpose) return;
  const stored = found.find((one) => one.purpose === purpose)?.name ?? '';
  cx.report({
    at: span(name), say: purpose, args: purpose === 'stored' ? { source, name: stored } : { source },
    confidence: purpose === 'stored' || purpose === 'address' ? 'medium' : 'high', cause: purpose === 'licence' ? 'licence' : 'machine',
  });
}

/** `address.getHostAddress()` of a local variable in a method that goes through the machine's network interfaces. */
function isOwnAddress(call: JavaNode, object: JavaNode | undefined): boolean {
  const local = object?.type === 'identifier' ? declarationOf(object) : undefined;
  return local?.kind === 'local' && /^Inet[46]?Address$/.test(bareType(field(local.declaration, 'type'))) && !/getLocalHost|getBy\w+\(/.test(local.value?.text ?? '') && /\bNetworkInterface\b/.test(enclosingCallable(call)?.text ?? '');
}

/** Whether a call asks for this machine: `InetAddress.getLocalHost()`, the MAC address, the environment's host name. */
function sourceOf(call: JavaNode, cx: RuleFileContext): string | undefined {
  const object = field(call, 'object');
  const [first] = args(call);
  switch (nameOf(call)) {
    case 'getLocalHost':
      return object && isType(cx, call, bareType(object), 'java.net.InetAddress', 'java.net.Inet4Address', 'java.net.Inet6Address') ? 'InetAddress.getLocalHost()' : undefined;
    case 'getHardwareAddress':
      return args(call).length === 0 ? 'getHardwareAddress()' : undefined;
    case 'getHostAddress':
      return isOwnAddress(call, object) ? interfaces : undefined;
    case 'getenv': {
      const variable = stringValue(first);
      return object?.text === 'System' && variable !== undefined && /^(?:HOSTNAME|COMPUTERNAME)$/.test(variable) ? variable : undefined;
    }
    default:
      return undefined;
  }
}

/** The machine's name, address or MAC where it is an identity. */
export const javaMachine = ruleMatcher({
  language: 'java',
  needles: [['getLocalHost'], ['getHardwareAddress'], ['getenv', 'HOSTNAME'], ['getenv', 'COMPUTERNAME'], ['getNetworkInterfaces', 'getHostAddress']],
  on: {
    method_invocation(call, cx) {
      const source = sourceOf(call, cx);
      if (source !== undefined) report(cx, call, source);
    },
  },
});
