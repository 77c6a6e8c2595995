import type { FileContext } from '../../contract/rule.js';
import { below, enclosing, field, named } from '../tree-sitter/nodes.js';
import { args, assignedValue, calleeOf, functionOf, importsPackage, nameOf, stringValue, typeName, type GoNode } from './ask.js';

/** A call that begins to take requests. */
export interface GoListener {
  readonly framework: 'net/http' | 'gin' | 'echo' | 'fiber' | 'grpc' | 'fasthttp';
  /** The telling token. */
  readonly token: GoNode;
  /** What says where to listen; absent when that is made elsewhere. */
  readonly address?: GoNode;
}

interface Kind {
  readonly framework: GoListener['framework'];
  readonly path: RegExp;
  readonly makes: RegExp;
  readonly type: RegExp;
  readonly method: RegExp;
}

const kinds: readonly Kind[] = [
  { framework: 'gin', path: /gin-gonic\/gin$/, makes: /^(?:New|Default)$/, type: /gin-gonic\/gin\.Engine$/, method: /^Run(?:TLS)?$/ },
  { framework: 'echo', path: /labstack\/echo(?:\/v\d+)?$/, makes: /^New$/, type: /labstack\/echo(?:\/v\d+)?\.Echo$/, method: /^Start(?:TLS|AutoTLS|H2CServer)?$/ },
  { framework: 'fiber', path: /gofiber\/fiber(?:\/v\d+)?$/, makes: /^New$/, type: /gofiber\/fiber(?:\/v\d+)?\.App$/, method: /^Listen(?:TLS)?$/ },
  { framework: 'grpc', path: /^google\.golang\.org\/grpc$/, makes: /^NewServer$/, type: /^google\.golang\.org\/grpc\.Server$/, method: /^Serve$/ },
];

/** `http.Server{…}` behind a value, also by address. */
function serverLiteral(cx: FileContext, value: GoNode | undefined): GoNode | undefined {
  if (value?.type === 'unary_expression') return serverLiteral(cx, field(value, 'operand'));
  return value?.type === 'composite_literal' && typeName(cx, field(value, 'type')) === 'net/http.Server' ? value : undefined;
}

/** Type that a parameter of the function around gives a name. */
function parameterType(cx: FileContext, name: GoNode): string {
  const parameter = named(field(functionOf(name), 'parameters')).find((each) => field(each, 'name')?.text === name.text);
  return typeName(cx, field(parameter, 'type'));
}

/** Whether a value is a router of the framework: made here, handed in, or returned by a function of the file. */
function isOf(cx: FileContext, kind: Kind, receiver: GoNode): boolean {
  const value = receiver.type === 'identifier' ? assignedValue(receiver) : receiver;
  if (value?.type === 'call_expression') {
    const callee = calleeOf(cx, value);
    if (callee?.path !== undefined) return kind.path.test(callee.path) && kind.makes.test(callee.name);
    const made = named(value.tree.rootNode).find((each) => each.type === 'function_declaration' && nameOf(each) === callee?.name);
    return kind.type.test(typeName(cx, field(made, 'result')));
  }
  return receiver.type === 'identifier' && kind.type.test(parameterType(cx, receiver));
}

/** The value of a field in `http.Server{Addr: …}`. */
function addressOf(literal: GoNode | undefined): GoNode | undefined {
  const element = named(field(literal, 'body')).find((each) => each.type === 'keyed_element' && named(each)[0]?.text === 'Addr');
  const value = named(element)[1];
  return value?.type === 'literal_element' ? named(value)[0] : value;
}

function ofServer(cx: FileContext, call: GoNode, receiver: GoNode, token: GoNode): GoListener | undefined {
  if (!importsPackage(cx, call, /^net\/http$/) || importsPackage(cx, call, /miekg\/dns$/)) return undefined;
  const value = receiver.type === 'identifier' ? assignedValue(receiver) : undefined;
  const literal = serverLiteral(cx, value);
  if (value && !literal && /composite_literal|unary_expression/.test(value.type)) return undefined;
  const address = addressOf(literal);
  return { framework: 'net/http', token, ...(address ? { address } : {}) };
}

/** What a call listens with; `undefined` for calls that do not begin to take requests. */
export function listenerOf(cx: FileContext, call: GoNode): GoListener | undefined {
  const callee = calleeOf(cx, call);
  if (!callee) return undefined;
  const { path, name, receiver, token } = callee;
  const [address] = args(call);
  const at = address ? { address } : {};
  if (/^ListenAndServe(?:TLS)?$/.test(name)) {
    if (path !== undefined) return path === 'net/http' || /valyala\/fasthttp$/.test(path) ? { framework: path === 'net/http' ? 'net/http' : 'fasthttp', token, ...at } : undefined;
    return receiver ? ofServer(cx, call, receiver, token) : undefined;
  }
  const kind = receiver && kinds.find((each) => each.method.test(name) && isOf(cx, each, receiver));
  return kind && { framework: kind.framework, token, ...(kind.framework === 'grpc' ? {} : at) };
}

/** Whether only the machine itself can ask there. */
export function isLocalAddress(address: GoNode): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(stringValue(address) ?? stringValue(assignedValue(address)) ?? '');
}

/** The text that an address always has: a literal, a constant, or a variable that is assigned once. */
function fixedText(address: GoNode): string | undefined {
  const literal = stringValue(address);
  if (literal !== undefined || address.type !== 'identifier') return literal;
  const value = assignedValue(address);
  if (value === undefined || stringValue(value) === undefined) return undefined;
  if (enclosing(value, 'const_declaration')) return stringValue(value);
  // A variable of the package may be changed by other files or by flags.
  if (functionOf(value) === undefined) return undefined;
  const assigned = below(functionOf(address), 'short_var_declaration', 'assignment_statement').filter((each) => named(field(each, 'left')).some((left) => left.text === address.text));
  const pointed = below(functionOf(address), 'unary_expression').some((each) => each.text === `&${address.text}`);
  return assigned.length === 1 && !pointed ? stringValue(value) : undefined;
}

/** The port that code alone decides; `undefined` when an environment, a flag or another branch may choose. */
export function portOf(cx: FileContext, call: GoNode, { address }: GoListener): string | undefined {
  const text = address && fixedText(address);
  const port = /^[\w.[\]:]*:(\d+)$/.exec(text ?? '')?.[1];
  if (port === undefined || Number(port) === 0 || enclosing(call, 'if_statement', 'expression_case') !== undefined && !isInitOf(call)) return undefined;
  const around = functionOf(call);
  if (/\.Addr\s*=[^=]/.test(around?.text ?? '') || /autocert|LetsEncrypt/i.test(cx.text)) return undefined;
  const others = below(around, 'call_expression').filter((each) => each.id !== call.id).flatMap((each) => listenerOf(cx, each) ?? []);
  return others.some((each) => each.address !== undefined && fixedText(each.address) === undefined) ? undefined : port;
}

/** `if err := r.Run(":8080"); err != nil`: the call is made in any case. */
function isInitOf(call: GoNode): boolean {
  const branch = enclosing(call, 'if_statement', 'expression_case');
  const start = branch && (field(branch, 'initializer') ?? field(branch, 'condition'));
  const isInHead = start !== undefined && call.startIndex >= start.startIndex && call.endIndex <= start.endIndex;
  return isInHead && branch !== undefined && enclosing(branch, 'if_statement', 'expression_case') === undefined;
}
