import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { argument, below, calledName, calleeSpan, enclosingClass, enclosingFunction, field, importsPackage, methodOf, named, nameOf, parentsOf, plainText, positional, receiverOf, rootOf, type PythonNode } from '../../../syntax/python/ask.js';
import { soleValue, typeOf } from '../../../syntax/python/scope.js';
import { isCommandLine, isMainGuarded } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

const socketServers = /^(?:socketserver|SocketServer)\.(?:Threading|Forking)?(TCP|UDP)Server$/;
const others = /^(?:asyncio\.start_server|xmlrpc\.server\.(?:Simple|DocXML)?\w*XMLRPCServer|aiosmtpd\.controller\.(?:Unthreaded)?Controller|gevent\.server\.(?:Stream|Datagram)Server|pyftpdlib\.servers\.\w*FTPServer|twisted\.internet\.reactor\.listenTCP|twisted\.internet\.reactor\.listenUDP)$/;

interface Listening {
  readonly port: PythonNode | undefined;
  readonly host: PythonNode | undefined;
  readonly udp: boolean;
}

/** Parts of `("0.0.0.0", 9000)`. */
function addressOf(node: PythonNode | undefined): Pick<Listening, 'host' | 'port'> {
  const parts = node?.type === 'tuple' ? named(node) : [];
  return { host: parts[0], port: parts[1] };
}

/** A socket that is bound, listened on and asked for connections or datagrams. */
function boundSocket(cx: RuleFileContext, call: PythonNode): Listening | undefined {
  const object = receiverOf(call);
  if (methodOf(call) !== 'bind' || !object || typeOf(cx, object) !== 'socket.socket') return undefined;
  const scope = enclosingClass(call) ?? enclosingFunction(call) ?? rootOf(call);
  const methods = below(scope, 'call').filter((each) => receiverOf(each)?.text === object.text).map(methodOf);
  const tcp = methods.includes('listen') && methods.includes('accept');
  // What asks one other machine binds only to have a port of its choice for the answers.
  if (!tcp && methods.includes('connect')) return undefined;
  return tcp || methods.some((name) => /^recvfrom/.test(name)) ? { ...addressOf(positional(call)[0]), udp: !tcp } : undefined;
}

function listening(cx: RuleFileContext, call: PythonNode): Listening | undefined {
  const name = calledName(cx, call);
  const server = socketServers.exec(name) ?? ownServer(cx, call);
  if (server) return { ...addressOf(positional(call)[0]), udp: server[1] === 'UDP' };
  if (name === 'asyncio.start_server') return { host: argument(call, 'host', 1), port: argument(call, 'port', 2), udp: false };
  if (/(?:^|\.)(?:create_server|create_datagram_endpoint)$/.test(name) && /loop/.test(receiverOf(call)?.text ?? '') && importsPackage(cx, call, 'asyncio')) {
    const local = addressOf(argument(call, 'local_addr'));
    const udp = name.endsWith('endpoint');
    return udp && !local.port ? undefined : { host: local.host ?? argument(call, 'host', 1), port: local.port ?? argument(call, 'port', 2), udp };
  }
  if (!others.test(name)) return boundSocket(cx, call);
  const port = argument(call, 'port') ?? (/listen(?:TCP|UDP)$/.test(name) ? positional(call)[0] : addressOf(positional(call)[0]).port);
  return { host: argument(call, 'hostname') ?? addressOf(positional(call)[0]).host, port, udp: /UDP|Datagram/.test(name) };
}

/** A class of the file that is a socket server. */
function ownServer(cx: RuleFileContext, call: PythonNode): RegExpExecArray | undefined {
  const callee = field(call, 'function');
  const type = callee?.type === 'identifier' ? below(rootOf(call), 'class_definition').find((each) => nameOf(each) === callee.text) : undefined;
  return type && parentsOf(cx, type).map((parent) => socketServers.exec(parent)).find((found) => found !== null) || undefined;
}

function literal(cx: RuleFileContext, node: PythonNode | undefined): PythonNode | undefined {
  return node?.type === 'identifier' ? (soleValue(cx, node) ?? node) : node;
}

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const found = listening(cx, call);
  if (!found || isDevelopmentOnly(cx, call) || isCommandLine(cx, call) || isMainGuarded(call)) return;
  const port = literal(cx, found.port)?.text ?? '';
  // Port 0 is any free one, and what listens on the loopback serves this process alone.
  if (port === '0' || /^(?:localhost|127\.0\.0\.1|::1)$/.test(plainText(literal(cx, found.host)) ?? '')) return;
  // Finding a free port, or waiting for the one answer of a browser, is no service.
  if (/(?:free|find|available|unused|random|pick|get|check|is)_?\w*port/i.test(nameOf(enclosingFunction(call))) || /\bhandle_request\(/.test(cx.text)) return;
  // Members of a multicast group are told by the rule about those.
  if (/\b(?:IP_ADD_MEMBERSHIP|IPV6_JOIN_GROUP)\b/.test(cx.text)) return;
  const known = /^\d+$/.test(port);
  cx.report({ at: calleeSpan(call), say: known ? 'port' : 'listens', args: known ? { port } : {}, cause: 'listens', data: { port: known ? port : '', udp: found.udp } });
}

/** Sockets and servers of other protocols that Python opens beside HTTP. */
export const pythonSocket = ruleMatcher({
  language: 'python',
  needles: [['socketserver'], ['SocketServer'], ['start_server'], [/\bloop\b[^\n]*\.create_(?:server|datagram_endpoint)\(/], ['xmlrpc.server'], ['aiosmtpd'], ['gevent.server'], ['pyftpdlib'], ['listenTCP'], ['listenUDP'], ['socket', /\.bind\(/, /\.(?:accept|recvfrom\w*)\(/]],
  on: { call: onCall },
});
