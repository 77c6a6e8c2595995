import { basename } from '../../../base/paths.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { endpointsIn, tiesToNetwork, type Endpoint } from '../../../syntax/endpoint.js';
import { variableName, wordsOf } from '../../../syntax/names.js';
import { below, calledName, enclosing, enclosingFunction, field, filledIn, literalText, methodOf, nameOf, pairsOf, parentsOf, plainText, positional, qualified, rootOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { stageOfFile, stageOfName } from '../../../syntax/python/profile.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly, isInTableOfDefaults, outsideRead } from '../../../syntax/python/values.js';
import { concernsUnder, isExempt } from './names.js';
import { hostNeedles, report } from './report.js';

interface Use {
  readonly name: string;
  readonly kind: 'name' | 'call';
  /** Environment variable beside which the string is only the default. */
  readonly fallback?: string;
}

/** What takes a string: a variable, key, keyword argument or call; `undefined` for comparisons, documentation and the like. */
function useOf(cx: RuleFileContext, literal: PythonNode): Use | undefined {
  const { parent } = literal;
  if (!parent) return undefined;
  const list = parent.type === 'list' || parent.type === 'tuple' ? parent.parent : parent;
  switch (list?.type) {
    case 'assignment': {
      const left = field(list, 'left');
      const type = enclosing(list, 'class_definition');
      // Fields of pydantic's settings are defaults that the environment replaces.
      if (left?.type === 'identifier' && type && /BaseSettings|pydantic/.test(cx.text) && parentsOf(cx, type).some((parent) => /Settings$/.test(parent))) return { name: left.text, kind: 'name', fallback: left.text };
      // What a class of defaults says is replaced by the settings that are read after it.
      if (left?.type === 'identifier' && type && /^(?:Base|Default)\w*(?:Config|Settings)$/.test(nameOf(type))) return { name: left.text, kind: 'name', fallback: left.text };
      // `if not self.host: self.host = "127.0.0.1"`: what holds where nobody said otherwise.
      if (left && (isFilledIn(list, left) || isOverwritten(list, left))) return { name: (field(left, 'attribute') ?? left).text, kind: 'name', fallback: left.text };
      return left ? { name: left.type === 'subscript' ? (plainText(field(left, 'subscript')) ?? '') : (field(left, 'attribute') ?? left).text, kind: 'name' } : undefined;
    }
    case 'pair':
      // The default in the schema of a form that somebody fills in.
      return field(list, 'key')?.id === literal.id || plainText(field(list, 'key')) === 'default' ? undefined
        : { name: plainText(field(list, 'key')) ?? '', kind: 'name', ...(isInTableOfDefaults(literal) ? { fallback: plainText(field(list, 'key')) ?? '' } : {}) };
    case 'keyword_argument': case 'argument_list': {
      const call = list.type === 'argument_list' ? list.parent : enclosing(list, 'call');
      // `environ.Env(SITE_URL=(str, "…"))`: what holds without the variable.
      if (list.type === 'keyword_argument' && call && /(?:^|\.)(?:FileAware)?Env$/.test(qualified(cx, field(call, 'function')))) return { name: nameOf(list), kind: 'name', fallback: nameOf(list) };
      // `HttpUrl("…")` only checks the text.
      if (call?.type === 'call' && /(?:Url|Dsn|URL)$/.test(field(call, 'function')?.text ?? '')) return useOf(cx, call);
      const read = call?.type === 'call' ? (outsideRead(cx, call) ?? settingsField(cx, call)) : undefined;
      if (read) return { name: read.name, kind: 'name', fallback: read.name };
      // `configuration.get("host", "localhost")`: whoever configures it says otherwise.
      const [first, second] = call?.type === 'call' ? positional(call) : [];
      if (list.type === 'argument_list' && call && /^(?:get|pop|setdefault|getattr)$/.test(methodOf(call) || (field(call, 'function')?.text ?? '')) && second?.id === literal.id) return { name: plainText(first) ?? '', kind: 'name', fallback: plainText(first) ?? '' };
      return list.type === 'keyword_argument' ? { name: nameOf(list), kind: 'name' } : { name: qualified(cx, field(call ?? list, 'function')), kind: 'call' };
    }
    case 'boolean_operator': case 'conditional_expression': {
      const assignment = enclosing(list, 'assignment', 'pair', 'keyword_argument');
      const key = assignment && (field(assignment, 'left') ?? field(assignment, 'key') ?? field(assignment, 'name'));
      return key ? { name: plainText(key) ?? key.text, kind: 'name', fallback: key.text } : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether an assignment stands in the branch for an empty value of what it sets. */
function isFilledIn(assignment: PythonNode, left: PythonNode): boolean {
  const guard = enclosing(assignment, 'if_statement', 'function_definition');
  if (guard?.type !== 'if_statement') return false;
  const yes = field(guard, 'consequence');
  const condition = field(guard, 'condition')?.text ?? '';
  return yes !== undefined && assignment.startIndex >= yes.startIndex && assignment.endIndex <= yes.endIndex && (condition === `not ${left.text}` || condition === `${left.text} is None`);
}

/** `self.url = "http://127.0.0.1"`, then `if settings.url: self.url = settings.url`: what holds where no setting says otherwise. */
function isOverwritten(assignment: PythonNode, left: PythonNode): boolean {
  const fn = enclosingFunction(assignment);
  return fn !== undefined && below(fn, 'assignment').some((each) => {
    const guard = each.startIndex > assignment.endIndex && field(each, 'left')?.text === left.text ? enclosing(each, 'if_statement', 'function_definition') : undefined;
    const condition = field(guard, 'condition')?.text ?? '';
    return guard?.type === 'if_statement' && /settings|config|conf\b|environ|getenv|options|kwargs/i.test(condition) && guard.startIndex > assignment.endIndex;
  });
}

/** `Field(default=…)` of pydantic's settings. */
function settingsField(cx: RuleFileContext, call: PythonNode): { readonly name: string } | undefined {
  if (!/(?:^|\.)Field$/.test(qualified(cx, field(call, 'function')))) return undefined;
  return { name: field(enclosing(call, 'assignment'), 'left')?.text ?? 'default' };
}

const connecting = /(?:^|\.)(?:connect|create_engine|create_async_engine|Redis|StrictRedis|from_url|MongoClient|AsyncIOMotorClient|Elasticsearch|Celery|create_connection|create_pool|Client|KafkaProducer|KafkaConsumer|SMTP|ConnectionParameters|URLParameters|AsyncElasticsearch)$/;
const allow = /cors|origin|allow|trusted|whitelist|internal_ips|hosts$|csrf|proxies|swagger|openapi|servers|example|docs|schema|namespace|xmlns/i;
const listening = /(?:^|\.)(?:run|serve|bind|listen|start_server|create_server|run_app)$/;

/** Talking to oneself, or completing a relative URL, works in every pod. */
function isSelf({ kind, scheme, port }: Endpoint): boolean {
  return kind === 'loopback' && (port === 'unknown' || (port === 'none' && /^(?:https?|wss?)$/.test(scheme)));
}

/** Stands for what somebody fills in or only sees. */
const stand = /place-?_?holder|^(?:your|my|some|the)[-_.]|^(?:x{3,}|example|sample|dummy)\b|\b(?:example|sample)\b/i;

function concerns(use: Use, endpoint: Endpoint): boolean {
  if (stand.test(endpoint.host)) return false;
  // A default for a developer's machine beside the variable that decides everywhere else.
  if (use.fallback !== undefined && endpoint.kind === 'loopback') return false;
  if (isSelf(endpoint) || allow.test(use.name) || isExempt(use.name, endpoint)) return false;
  if (endpoint.scheme !== '') return tiesToNetwork(endpoint);
  if (use.kind === 'call') return connecting.test(use.name) && endpoint.kind !== 'single-label' && endpoint.kind !== 'name';
  if (endpoint.kind === 'name') return false;
  if (wordsOf(use.name).some((word) => /^(?:client|remote|user|source|visitor|forwarded|bind|listen)$/.test(word))) return false;
  return concernsUnder(use.name, endpoint);
}

/** `base_url = "http://localhost:8983"` of a module that whoever loads it fills in anew. */
function isPresetOfModule(literal: PythonNode, { kind }: Endpoint): boolean {
  const { parent } = literal;
  return kind === 'loopback' && parent?.type === 'assignment' && /^[a-z_]\w*$/.test(field(parent, 'left')?.text ?? '') && parent.parent?.parent?.type === 'module';
}

function ancestors(node: PythonNode, type: string): readonly PythonNode[] {
  const found: PythonNode[] = [];
  for (let at = enclosing(node, type); at; at = enclosing(at, type)) found.push(at);
  return found;
}

/** `url in DEV_URLS`: names that a value is only compared with. */
function isOnlyCompared(literal: PythonNode): boolean {
  const list = literal.parent?.type === 'list' || literal.parent?.type === 'tuple' ? literal.parent : undefined;
  const left = list?.parent?.type === 'assignment' ? field(list.parent, 'left') : undefined;
  if (!list || left?.type !== 'identifier') return false;
  const uses = below(enclosing(list, 'function_definition') ?? rootOf(list), 'identifier').filter((each) => each.text === left.text && each.id !== left.id);
  return uses.length > 0 && uses.every((each) => each.parent?.type === 'comparison_operator');
}

/** `{"class": "logging.handlers.SocketHandler", "host": "127.0.0.1"}`: lines for whoever watches; no request fails without it. */
function isLogReceiver(cx: RuleFileContext, literal: PythonNode): boolean {
  const table = enclosing(literal, 'dictionary', 'call');
  const handler = table?.type === 'call' ? calledName(cx, table) : plainText(table && pairsOf(cx, table).find(({ key }) => key === 'class')?.value);
  return /(?:^|\.)(?:Socket|Datagram|SysLog)Handler$/.test(handler ?? '');
}

function isListening(cx: RuleFileContext, literal: PythonNode): boolean {
  const call = enclosing(literal, 'call');
  return call !== undefined && listening.test(qualified(cx, field(call, 'function')));
}

function look(literal: PythonNode, cx: RuleFileContext): void {
  if (!/localhost|\d\.\d|:\/\//.test(literal.text) || literal.parent?.type === 'expression_statement') return;
  const text = (literalText(literal) ?? '').replaceAll(filledIn, '\u2047');
  const [endpoint] = endpointsIn(text, true);
  const use = endpoint && useOf(cx, literal);
  if (!endpoint || !use || !concerns(use, endpoint) || isListening(cx, literal) || isOnlyCompared(literal) || isDevelopmentOnly(cx, literal) || isCommandLine(cx, literal)) return;
  const [owner] = ancestors(literal, 'assignment').slice(-1);
  if (/SWAGGER|SPECTACULAR|OPENAPI|CORS|CSRF/i.test(field(owner, 'left')?.text ?? '')) return;
  // What is compared or matched is called by nobody.
  if (/^(?:startswith|endswith|find|index|count|replace)$/.test(literal.parent?.parent?.type === 'call' ? methodOf(literal.parent.parent) : '')) return;
  const type = enclosing(literal, 'class_definition');
  if (['test', 'development'].includes(stageOfFile(cx.path)) || (type && ['test', 'development'].includes(stageOfName(nameOf(type))))) return;
  const start = literal.startIndex + (/^[rbfuRBFU]*/.exec(literal.text)?.[0].length ?? 0);
  const isPlain = !literal.text.includes('{') && start === literal.startIndex && literal.type === 'string';
  report(cx, endpoint, {
    written: span(literal), name: '', setting: use.name, inDefaultProfile: false, ...(use.fallback === undefined ? {} : { fallback: use.fallback }), ...(use.fallback === undefined && !isPresetOfModule(literal, endpoint) && !isLogReceiver(cx, literal) ? {} : { severity: 'info' as const }), confidence: endpoint.kind === 'loopback' ? 'medium' : 'high',
    variable: use.fallback !== undefined || !isPlain ? '' : variableName(use.kind === 'call' ? '' : use.name, basename(cx.path).replace(/\.py$/, ''), endpoint.scheme === '' ? 'host' : 'url'),
  });
}

/** Strings that name a host which the code then uses. */
export const pythonHost = ruleMatcher({ language: 'python', needles: hostNeedles, on: { string: look } });
