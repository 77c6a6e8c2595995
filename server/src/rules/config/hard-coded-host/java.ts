import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, declarationOf, enclosing, enclosingCallable, enclosingType, field, imports, methodsOf, modifiers, nameOf, named, readAnnotation, simpleName, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { identifiersNamed } from '../../../syntax/java/descendants.js';
import { isConfigurable, literalUse, mayBeComputed, usesOf, type LiteralUse } from '../../../syntax/java/literal.js';
import { isForDevelopment, isMain } from '../../../syntax/java/profile.js';
import { startsServer } from '../../../syntax/java/program.js';
import { endpointsIn, tiesToNetwork, type Endpoint } from '../../../syntax/endpoint.js';
import { variableName, wordsOf } from '../../../syntax/names.js';
import { isRemoteUrl } from '../../../syntax/remote-url.js';
import { concernsUnder, isExempt } from './names.js';
import { hostNeedles, report } from './report.js';
import { isUnfilled } from './unfilled.js';

/** Constructors and factories whose first argument is the host to call. */
const connectors = /^(?:Socket|InetSocketAddress|HttpHost|ServerAddress|MongoClient|Jedis\w*|HostAndPort|RedisStandaloneConfiguration|TransportAddress|InetSocketTransportAddress|MemcachedClient|forAddress|connect|usePlaintextAddress)$/;
/** Annotations that name where to call; in all others a host is documentation, an origin or a default. */
const calling = /^(?:FeignClient|RegisterRestClient|DataSourceDefinition|HttpExchange)$/;

/** `connects`: an address that stands alone is called; `data`: a value that is stored; `named`: the name decides. */
interface Taken {
  readonly name: string;
  readonly as: 'connects' | 'data' | 'named';
}

const setter = /^(?:set|with|add)(?=[A-Z])|^(?:host|hostname|server|address|url|uri|endpoint|baseUrl|jdbcUrl|brokerUrl)$/;

/** Name of what takes the literal: setter, variable, key of a map, method that returns it. */
function takenBy({ whole, taker }: LiteralUse): Taken {
  switch (taker?.type) {
    case 'variable_declarator':
      return { name: nameOf(taker), as: 'named' };
    case 'assignment_expression':
      return { name: simpleName(field(taker, 'left')?.text ?? ''), as: 'named' };
    case 'return_statement':
      return { name: nameOf(enclosingCallable(taker) ?? taker).replace(/^get/, ''), as: 'data' };
    case 'object_creation_expression':
      return { name: bareType(field(taker, 'type')), as: isConnected(taker, whole) ? 'connects' : 'data' };
    case 'method_invocation':
      return takenByCall(taker, whole);
    default:
      return { name: '', as: 'data' };
  }
}

/** `new Socket("10.0.0.5", port)`, and clients of any kind that are handed a host with its port: `new StatsClient("shop", "localhost", 8125)`. */
function isConnected(creation: JavaNode, whole: JavaNode): boolean {
  const type = simpleName(bareType(field(creation, 'type')));
  const passed = args(creation);
  const at = passed.findIndex((each) => each.startIndex === whole.startIndex);
  if (at === 0 && connectors.test(type)) return true;
  return /(?:Client|Connection|Sender|Publisher|Producer|Reporter|Transport)$/.test(type) && /^[1-9]\d+$/.test(passed[at + 1]?.text ?? '');
}

function takenByCall(call: JavaNode, whole: JavaNode): Taken {
  const name = field(call, 'name')?.text ?? '';
  const [first] = args(call);
  const isFirst = first?.startIndex === whole.startIndex;
  if (isHostOfSsh(call, whole)) return { name, as: 'connects' };
  if (!isFirst && first && /^(?:put|setProperty|set|addProperty|property|with|option)$/.test(name)) {
    // Keys of configuration are dotted or constants; others are fields of data.
    const key = stringValue(first) ?? (first.type === 'string_literal' ? '' : simpleName(first.text));
    const isConfiguration = name === 'setProperty' || key.includes('.') || first.type !== 'string_literal' || /Properties|Hashtable/.test(typeName(field(call, 'object')));
    return { name: key, as: isConfiguration && field(call, 'object')?.text !== 'System' ? 'named' : 'data' };
  }
  return { name: name.replace(/^(?:set|with|add)(?=[A-Z])/, ''), as: isFirst && connectors.test(name) ? 'connects' : setter.test(name) ? 'named' : 'data' };
}

/** `jsch.getSession(user, "10.0.0.4", 22)`. */
function isHostOfSsh(call: JavaNode, whole: JavaNode): boolean {
  return nameOf(call) === 'getSession' && args(call)[1]?.startIndex === whole.startIndex && simpleName(typeOf(field(call, 'object'))) === 'JSch';
}

/** Whether the file hands a private name on as the host to connect to, whatever it is called: `new Socket(ADDRESS, PORT)`. */
function isHandedAsHost({ taker }: LiteralUse): boolean {
  const declaration = taker?.parent;
  if (taker?.type !== 'variable_declarator' || (declaration?.type === 'field_declaration' && !modifiers(declaration).has('private'))) return false;
  const scope = declaration?.type === 'field_declaration' ? undefined : enclosingCallable(taker)?.id;
  return usesOf(taker).some((use) => (scope === undefined || enclosingCallable(use.whole)?.id === scope) && use.role === 'value' && /invocation|creation/.test(use.taker?.type ?? '') && takenBy(use).as === 'connects');
}

function typeName(node: JavaNode | undefined): string {
  return node ? (declarationOf(node)?.type ?? '') : '';
}

/** Where a server of this process listens, or a port that the system picks. */
function isListening({ taker }: LiteralUse): boolean {
  const call = taker?.type === 'object_creation_expression' ? enclosing(taker, 'method_invocation') : taker;
  return /^(?:bind|listen)$/.test(call ? (field(call, 'name')?.text ?? '') : '') || (taker ? args(taker).some((argument) => argument.text === '0') : false);
}

/** `view.addObject("suggestion", URL)`: what a page shows or a form begins with. */
function isShownInView({ taker, whole }: LiteralUse): boolean {
  if (taker?.type !== 'method_invocation' || args(taker)[0]?.startIndex === whole.startIndex) return false;
  const receiver = field(taker, 'object');
  return /^add(?:Object|Attribute|FlashAttribute)$/.test(nameOf(taker)) || (nameOf(taker) === 'put' && receiver !== undefined && /^Model(?:Map)?$/.test(typeName(receiver)));
}

type ConstantUse = 'called' | 'default' | 'unknown';

/** What this file does with a constant: hands it to a call, only compares with it, falls back to it or shows it, or does not tell. */
function constantUse({ taker }: LiteralUse): ConstantUse {
  const declaration = taker?.parent;
  if (taker?.type !== 'variable_declarator' || declaration?.type !== 'field_declaration' || !modifiers(declaration).has('final')) return 'called';
  const uses = usesOf(taker);
  if (modifiers(declaration).has('private') && uses.length > 0 && uses.every(isShownInView)) return 'default';
  if (uses.some(({ role, taker: by }) => role === 'value' && /invocation|creation/.test(by?.type ?? ''))) return 'called';
  return uses.length > 0 && uses.every(({ role }) => role !== 'value') ? 'default' : 'unknown';
}

/** What a user or a configuration can still replace: demos, defaults of configurable fields, constants that are defaults by name. */
function isReplaceable(literal: JavaNode, use: LiteralUse): boolean {
  return isMain(literal) || isConfigurable(use) || (/default/i.test(takenBy(use).name) && use.taker?.type === 'variable_declarator');
}

function isDocumentation(cx: RuleFileContext, node: JavaNode): boolean {
  const known = imports(cx, node);
  return [...known.types.values(), ...known.wildcards].some((name) => /^(?:springfox\.|io\.swagger\.v3\.oas\.models|io\.swagger\.models|org\.springdoc)/.test(name));
}

/** Talking to oneself (a port that is filled in), or completing a relative URL: works in every pod. */
function isSelf({ kind, scheme, port }: Endpoint): boolean {
  return kind === 'loopback' && (port === 'unknown' || (port === 'none' && /^(?:https?|wss?)$/.test(scheme)));
}

/** `.host("localhost").port(port)`: the same with a builder. */
function isSelfByBuilder({ taker }: LiteralUse, { kind }: Endpoint): boolean {
  const next = taker?.type === 'method_invocation' && nameOf(taker) === 'host' ? taker.parent : undefined;
  const [port] = next?.type === 'method_invocation' && nameOf(next) === 'port' ? args(next) : [];
  return kind === 'loopback' && port !== undefined && port.type !== 'decimal_integer_literal' && stringValue(port) === undefined;
}

/** `forAddress("127.0.0.1", port)` where the code has just looked for a free port: what listens there was started by this process. */
function isOwnChild({ taker }: LiteralUse, { kind }: Endpoint): boolean {
  return kind === 'loopback' && taker !== undefined && args(taker).some((passed) => {
    const declared = passed.type === 'identifier' ? declarationOf(passed) : undefined;
    return declared?.kind === 'local' && declared.value?.type === 'method_invocation' && /(?:free|available|random|unused|local|next)\w*port/i.test(nameOf(declared.value));
  });
}

/** What a connection may be asked without saying anything over it. */
const closing = /^(?:close|isConnected|isClosed|isBound|setSoTimeout)$/;

/** `try (Socket ignored = new Socket("localhost", port)) { return false; }`: whether a port of this very machine is taken; nothing is said over the connection. */
function isPortProbe({ taker }: LiteralUse, { kind }: Endpoint): boolean {
  if (kind !== 'loopback' || taker?.type !== 'object_creation_expression' || bareType(field(taker, 'type')) !== 'Socket') return false;
  const [, port] = args(taker);
  if (!port || !/^(?:local|parameter)$/.test(declarationOf(port)?.kind ?? '')) return false;
  const holder = taker.parent;
  if (holder?.type === 'method_invocation') return closing.test(nameOf(holder));
  const name = holder?.type === 'assignment_expression' ? (field(holder, 'left')?.text ?? '') : holder ? nameOf(holder) : '';
  const scope = enclosingCallable(taker);
  if (name === '' || !scope) return false;
  return identifiersNamed(scope, name).every(({ parent }) => {
    if (parent?.type === 'method_invocation') return closing.test(nameOf(parent));
    return parent !== null && /^(?:resource|variable_declarator|assignment_expression|binary_expression)$/.test(parent.type);
  });
}

/** A class that others use, and whose `main` only shows how. */
function isShown(literal: JavaNode): boolean {
  const type = isMain(literal) ? enclosingType(literal) : undefined;
  const methods = type ? methodsOf(type) : [];
  return methods.some((method) => nameOf(method) !== 'main' && modifiers(method).has('public') && !modifiers(method).has('static')) && !methods.some((method) => nameOf(method) === 'main' && startsServer(method));
}

function concerns(cx: RuleFileContext, literal: JavaNode, use: LiteralUse, endpoint: Endpoint): string | undefined {
  if (isSelf(endpoint) || isSelfByBuilder(use, endpoint) || isOwnChild(use, endpoint) || isPortProbe(use, endpoint) || isShown(literal) || isListening(use) || constantUse(use) === 'default' || isDocumentation(cx, literal)) return undefined;
  const { name, as } = takenBy(use);
  if (isExempt(name, endpoint) || (as === 'data' && isStored(use, endpoint))) return undefined;
  if (endpoint.scheme !== '') return tiesToNetwork(endpoint) && endpoint.host === endpoint.host.toLowerCase() && !isServiceId(literal, endpoint) ? name : undefined;
  if (as === 'connects' || (tiesToNetwork(endpoint) && endpoint.kind !== 'single-label' && isHandedAsHost(use))) return name;
  // Whose address it is decides for an address that stands alone: the caller's is data.
  if (as === 'data' || endpoint.kind === 'single-label' || endpoint.kind === 'name') return undefined;
  const words = wordsOf(name);
  if (words.some((word) => /^(?:client|remote|user|login|source|visitor|real|request|caller|my)$/.test(word)) || /^(?:ip|ips|ipaddress|address|addr|ipaddr)$/.test(words.join(''))) return undefined;
  return concernsUnder(name, endpoint) ? name : undefined;
}

/** `node.put("baseUrl", "http://localhost:8080")`: a value of a record that someone edits later, not a call. */
function isStored({ taker }: LiteralUse, { kind }: Endpoint): boolean {
  return kind === 'loopback' && taker?.type === 'method_invocation' && /^(?:put|set|add|with|property|option)$/.test(field(taker, 'name')?.text ?? '');
}

/** A plain name in a web address that a discovery client resolves, or that stands for an address: in upper case, or with neither port nor path. */
function isServiceId(literal: JavaNode, { kind, scheme, port, start, end }: Endpoint): boolean {
  const value = stringValue(literal) ?? '';
  return kind === 'single-label' && (/[A-Z]/.test(value.slice(start, end)) || (/^https?$/.test(scheme) && port === 'none' && /^\/?$/.test(value.slice(end)) && literalUse(literal).whole.id === literal.id));
}

/** A management client that looks at the process beside it: within a pod that is the pod. */
function isManagement(literal: JavaNode, { kind }: Endpoint): boolean {
  return kind === 'loopback' && /^service:jmx:/.test(stringValue(literal) ?? '');
}

const unfilledKey = {};

/** String literals that name a host which the code then uses. */
export const javaHost = ruleMatcher({
  language: 'java',
  needles: hostNeedles,
  on: {
    string_literal(literal, cx) {
      if (!/localhost|\d\.\d|:\/\/|jdbc:|^"[\w-]+(?::\d+)?"$/.test(literal.text)) return;
      const found = endpointsIn(stringValue(literal) ?? '', true).filter((each) => each.scheme !== '' || !['single-label', 'name'].includes(each.kind));
      const [endpoint] = found;
      if (!endpoint) return;
      const use = literalUse(literal);
      const inCalling = use.role === 'annotation' && calling.test(readAnnotation(enclosing(literal, 'annotation') ?? literal).name) && tiesToNetwork(endpoint);
      if (use.role !== 'value' && !inCalling) return;
      const name = inCalling ? '' : concerns(cx, literal, use, endpoint);
      if (name === undefined || isForDevelopment(literal) || (isConfigurable(use) && endpoint.kind === 'loopback')) return;
      if (inSeed(literal) || isRemoteUrl(stringValue(literal) ?? '')) return;
      const unfilled = isUnfilled(literal);
      // Branches of one file that wait to be filled in are worth one hint.
      if (unfilled && cx.once(unfilledKey, () => literal.startIndex) !== literal.startIndex) return;
      report(cx, endpoint, {
        written: span(literal), name: '', setting: name, inDefaultProfile: false,
        ...(isReplaceable(literal, use) || isManagement(literal, endpoint) || unfilled ? { severity: 'info' as const } : {}), confidence: endpoint.kind === 'loopback' || endpoint.scheme === '' ? 'medium' : 'high',
        variable: !unfilled && use.role === 'value' && mayBeComputed(literal, use) ? variableOf(literal, use, endpoint) : '',
      });
    },
  },
});

/** A call that only takes the URL says nothing of it; its class does. */
function variableOf(literal: JavaNode, use: LiteralUse, { scheme }: Endpoint): string {
  const { name, as } = takenBy(use);
  return variableName(as === 'named' || use.taker?.type === 'return_statement' ? name : '', nameOf(enclosingType(literal) ?? literal), scheme === '' ? 'host' : 'url');
}

/** Methods that make the default values which a user then edits. */
function inSeed(node: JavaNode): boolean {
  const callable = enclosingCallable(node);
  return callable !== undefined && /default|example|sample|demo/i.test(nameOf(callable)) && named(callable).length > 0;
}
