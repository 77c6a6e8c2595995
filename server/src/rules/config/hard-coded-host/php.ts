import { basename } from '../../../base/paths.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, calledName, createdClass, isCommandLine, scopeOf, type PhpNode } from '../../../syntax/php/ask.js';
import { isSample } from '../../../syntax/php/sample.js';
import { literalText, settingsOf, type PhpSetting } from '../../../syntax/php/value.js';
import { endpointsIn, tiesToNetwork, type Endpoint } from '../../../syntax/endpoint.js';
import { wordsOf } from '../../../syntax/names.js';
import { below, enclosing, field, named, span } from '../../../syntax/tree-sitter/nodes.js';
import { concernsUnder } from './names.js';
import { hostNeedles, report } from './report.js';

/** Connections and stores that only stand ready: which of them is used is told by a setting beside them. */
const alternatives = /^(?:connections|stores|mailers|disks|clusters)\.([\w-]+)\./;
/** Settings of one kind of store, which count when the file chooses that kind. */
const optional = /^(redis|predis|memcached?)\./;
/** Tools of developers, who may come in, and addresses that only complete links. */
const noBackend = /^(?:debugbar|clockwork|telescope|ide-helper|cors|trustedproxy|swagger|l5-swagger|sanctum|tinker|ray|app\.url|app\.baseurl|app\.asset_url)(?:\.|$)|\.fields\.\d+\./i;
const forTests = /(?:^|[._-])(?:tests?|testing|dev|development|debug\w*)(?:[._-]|$)/i;

/** The host in a setting, of a URL or of a PDO data source (`mysql:host=10.0.0.5;port=3306`). */
function endpointOf(text: string): Endpoint | undefined {
  const source = /(?:^|[:;\s])(?:host|hostaddr|server)=(?:tcp:)?([\w.-]+)/i.exec(text)?.[1];
  const [found] = endpointsIn(source ?? text, true);
  return found && source !== undefined && found.kind !== 'single-label' && found.kind !== 'name' ? { ...found, scheme: 'mysql' } : source === undefined ? found : undefined;
}

/** Talking to oneself, and completing a relative link, works in every pod. */
function isSelf({ kind, scheme, port }: Endpoint): boolean {
  return kind === 'loopback' && /^(?:https?|wss?)$/.test(scheme) && port !== 'fixed';
}

/** What a developer runs beside the code may also be what production has beside it. */
function unsure({ kind }: Endpoint): { readonly confidence?: 'medium' } {
  return kind === 'loopback' ? { confidence: 'medium' } : {};
}

function isUnused(setting: PhpSetting, all: readonly PhpSetting[]): boolean {
  const chosen = all.filter(({ key }) => /^(?:handler|backupHandler|driver)$/.test(key)).map(({ text }) => text);
  const kind = optional.exec(setting.key)?.[1];
  if (kind !== undefined && chosen.length > 0 && !chosen.includes(undefined)) return !chosen.some((each) => each === kind || (each === 'predis' && kind === 'redis'));
  const name = alternatives.exec(setting.key)?.[1];
  return name !== undefined && all.find(({ key }) => key === 'default')?.text !== name;
}

/** Name and password beside it are empty: an installer or another file fills all of them in. */
function isUnfilled(setting: PhpSetting, all: readonly PhpSetting[]): boolean {
  const folder = setting.key.slice(0, setting.key.lastIndexOf('.') + 1);
  const beside = (name: RegExp): boolean => all.some(({ key, text, variables }) => key.startsWith(folder) && name.test(key.slice(folder.length)) && text === '' && variables.length === 0);
  return beside(/^(?:\w+_)?(?:password|passwd|pass)$/i) && beside(/^(?:\w+_)?(?:database|dbname|db|name)$/i);
}

/** A URL beside the host that the environment may fill in takes its place; so does an own `.env` of CodeIgniter's classes. */
function isReplaced(setting: PhpSetting, all: readonly PhpSetting[]): boolean {
  const folder = setting.key.slice(0, setting.key.lastIndexOf('.') + 1);
  return all.some(({ key, variables }) => key === `${folder}url` && variables.length > 0) || enclosing(setting.value, 'class_declaration') !== undefined;
}

function inSettings(root: PhpNode, cx: RuleFileContext): void {
  const file = basename(cx.path).replace(/\.php$/, '').toLowerCase();
  const all = settingsOf(cx, root);
  for (const setting of all) {
    const { key, text, literal, value } = setting;
    const name = `${file}.${key}`;
    const endpoint = text === undefined || !literal ? undefined : endpointOf(text);
    if (!endpoint || !literal || noBackend.test(name) || forTests.test(name) || isSelf(endpoint) || !concernsUnder(wordsOf(key.replace(/\.\d+$/, '')).join('.'), endpoint)) continue;
    const isDefault = value.id !== literal.id;
    // The developer's machine or a Compose service while nothing is set; computed values may come from anywhere.
    if (isDefault && (setting.variables.length === 0 || endpoint.kind === 'loopback' || endpoint.kind === 'single-label')) continue;
    if (endpoint.kind === 'loopback' && (isSample(cx.path) || isUnused(setting, all) || isUnfilled(setting, all))) continue;
    // Frameworks come with a Redis on the same machine whether it is used or not.
    const mild = isDefault || isReplaced(setting, all) || (endpoint.kind === 'loopback' && /(?:^|[._-])(?:redis|memcached?)\./i.test(name));
    report(cx, endpoint, { written: span(literal), name, setting: '', inDefaultProfile: false, variable: '', ...(mild ? { severity: 'info' as const } : {}), ...unsure(endpoint) });
  }
}

const connectFunctions = /^(?:mysqli?_p?connect|mysqli_real_connect|pg_p?connect|mssql_connect|sqlsrv_connect|oci_p?connect|ldap_connect|ftp_(?:ssl_)?connect|ssh2_connect|p?fsockopen|stream_socket_client|memcache_p?connect)$/;
const connectClasses = /^(?:PDO|mysqli|MongoClient|MongoDB\\(?:Client|Driver\\Manager)|Predis\\Client|PhpAmqpLib\\Connection\\AMQP\w+|AMQPConnection|SoapClient|Elastica\\Client)$/;
const connectMethods = /^(?:p?connect|addserver|real_connect)$/;
const connectHolders = /^(?:Redis|RedisCluster|Memcached?|mysqli)$/;

/** Whether what a method is called on was made as a client of a back end. */
function isClient(cx: RuleFileContext, receiver: PhpNode | undefined): boolean {
  if (!receiver) return false;
  const bare = receiver.type === 'parenthesized_expression' ? named(receiver)[0] : receiver;
  if (bare?.type === 'object_creation_expression') return connectHolders.test(createdClass(cx, bare));
  const scope = receiver.type === 'variable_name' ? scopeOf(receiver) : (enclosing(receiver, 'class_declaration') ?? receiver.tree.rootNode);
  return below(scope, 'assignment_expression').some((each) => {
    const right = field(each, 'right');
    return field(each, 'left')?.text === receiver.text && right?.type === 'object_creation_expression' && connectHolders.test(createdClass(cx, right));
  });
}

function isConnecting(cx: RuleFileContext, call: PhpNode): boolean {
  if (call.type === 'object_creation_expression') return connectClasses.test(createdClass(cx, call));
  if (call.type === 'function_call_expression') return connectFunctions.test(calledName(call));
  return connectMethods.test(calledName(call)) && isClient(cx, field(call, 'object'));
}

/** The literal that is handed over, also by a variable that nothing else ever fills. */
function literalOf(argument: PhpNode | undefined): PhpNode | undefined {
  if (argument?.type !== 'variable_name') return argument;
  const scope = scopeOf(argument);
  const set = below(scope, 'assignment_expression').filter((each) => field(each, 'left')?.text === argument.text);
  const filledElsewhere = below(scope, 'include_expression', 'include_once_expression', 'require_expression', 'require_once_expression', 'reference_assignment_expression', 'global_declaration').length > 0;
  return set.length === 1 && set[0] && !filledElsewhere && set[0].endIndex < argument.startIndex && set[0].parent?.parent?.id === (scope.type === 'program' ? scope.id : field(scope, 'body')?.id) ? field(set[0], 'right') : undefined;
}

/** `new Predis\Client(['host' => '10.0.0.5'])` */
function hostEntry(given: PhpNode | undefined): PhpNode | undefined {
  if (given?.type !== 'array_creation_expression') return given;
  const entry = named(given).find((each) => named(each).length === 2 && literalText(named(each)[0]) === 'host');
  return entry && named(entry)[1];
}

function inCode(call: PhpNode, cx: RuleFileContext): void {
  if (!isConnecting(cx, call)) return;
  const given = args(call);
  const literal = hostEntry(literalOf(given[calledName(call) === 'mysqli_real_connect' ? 1 : 0]));
  const text = literalText(literal);
  const endpoint = text === undefined ? undefined : endpointOf(text);
  if (!literal || !endpoint || isSelf(endpoint) || isCommandLine(cx, call)) return;
  // Public names are the addresses of others' services; a plain word may be a Service.
  if (endpoint.scheme === '' ? endpoint.kind === 'name' || endpoint.kind === 'single-label' : !tiesToNetwork(endpoint)) return;
  report(cx, endpoint, { written: span(literal), name: '', setting: '', inDefaultProfile: false, variable: '', ...unsure(endpoint) });
}

/** `define('DB_HOST', '10.0.0.5')`; what `defined()` is asked for first is a default. */
function inDefinition(call: PhpNode, cx: RuleFileContext): void {
  if (calledName(call) !== 'define') return inCode(call, cx);
  const [name, value] = args(call);
  const key = literalText(name) ?? '';
  const text = literalText(value);
  const endpoint = text === undefined ? undefined : endpointOf(text);
  if (!value || !endpoint || isSelf(endpoint) || forTests.test(key) || !concernsUnder(key, endpoint) || isCommandLine(cx, call)) return;
  const isDefault = new RegExp(`\\bdefined\\s*\\(\\s*['"]${key.replace(/\W/g, '\\$&')}['"]`).test(enclosing(call, 'if_statement', 'binary_expression')?.text ?? '');
  if ((isDefault || isSample(cx.path)) && endpoint.kind === 'loopback') return;
  report(cx, endpoint, { written: span(value), name: key, setting: '', inDefaultProfile: false, variable: '', ...(isDefault ? { severity: 'info' as const } : {}), ...unsure(endpoint) });
}

/** Hosts in connections that PHP code opens itself, and in its constants. */
export const phpHost = ruleMatcher({
  language: 'php',
  needles: [
    ...hostNeedles.flatMap((needle) => ['connect', 'PDO', 'Client(', 'fsockopen', 'addServer', 'mysqli', 'define('].map((word) => [word, ...needle])),
    ['PDO', /\b(?:host|server)=[\w.-]+/],
  ],
  on: { function_call_expression: inDefinition, member_call_expression: inCode, object_creation_expression: inCode },
});

/** Hosts in the configuration files of PHP frameworks. */
export const phpSettingHost = ruleMatcher({
  language: 'php',
  files: ['**/{config,Config}/**/*.php'],
  needles: [['localhost'], [/['"/@=]\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/], [/['"]\w+:\/\/[\w-]+[:/]/]],
  on: { program: inSettings },
});
