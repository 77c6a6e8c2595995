import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Model } from '../../contract/workspace.js';
import { assignedValue, calleeOf, functionOf, handlerAround, importsPackage, isCommandLine, isGenerated, nameOf, receiverOf, type GoNode } from '../../syntax/go/ask.js';
import { asksOthersOnly, changesOf, fieldTypes, isCopyOfDatabase, makersOf, tablesIn, type GoChange, type GoTable } from '../../syntax/go/state.js';
import { keyThatLeads, settingBefore } from '../../syntax/go/choice.js';
import { below, enclosing, field, span } from '../../syntax/tree-sitter/nodes.js';
import type {} from './server.js';
import { isTokenName } from './tokens.js';

/** What a table in the memory of a Go program keeps; `peers`: connections if the element's type, of another file, has a socket. */
export type GoPurpose = 'connections' | 'peers' | 'limits' | 'tokens' | 'counts' | 'cache' | 'data';

/** A table of a Go program that code fills while it serves. */
export interface GoTableFact {
  readonly name: string;
  /** Type of the field; the package's folder for a variable. */
  readonly owner: string;
  readonly purpose: GoPurpose;
  /** Whether a function that is given a request changes it. */
  readonly handled: boolean;
  /** Type of the package that a table of peers or of limits holds; '' for another. */
  readonly element?: string;
  /** Whether it is a variable of the package. */
  readonly global: boolean;
  /** Functions of the file that make what has the field; left out for a variable. */
  readonly makers?: readonly string[];
  /** The setting by which the file puts a value of another type in the place of what has the field. */
  readonly unless?: string;
  /** Key of the setting without which nothing is entered. */
  readonly when?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'go.table': GoTableFact;
    /** Answers that stay open for events (`text/event-stream`). */
    'go.event-stream': { readonly via: string };
    /** A struct type that has a socket of a client. */
    'go.socket-type': { readonly type: string };
  }
}

/** Values that belong to the process itself, or are computed from the code alone. */
const ownValues = /^(?:func\b|chan\b|interface\b|reflect\.|regexp\.|text\/template\.|html\/template\.|sync\.|time\.Timer$|context\.CancelFunc|net\/http\.(?:Client|Handler|HandlerFunc|Transport)|database\/sql\.|google\.golang\.org\/grpc\.ClientConn|github\.com\/prometheus\/|go\.opentelemetry\.io\/|struct\{\}$|io\/fs\.|embed\.|error$|plugin\.|.*\.(?:Logger|Handler|HandlerFunc|Factory|Driver|Provider|Plugin|Middleware|CancelFunc|Histogram|Counter|Gauge|Localizer|Template|Tmpl|Regexp|Glob|Type|Schema|Descriptor|Mutex|Client|ClientConn|Pool|DB|Cron|Scheduler)$)/;
const ownNames = /(?:metric|stat(?:s|istic)|handler|factor(?:y|ies)|registr|driver|plugin|hook|middleware|template|tmpl|regex|pattern|locale|translat|logger|provider|schema|reflect|type|flags?$|mutex|lock|once|cancel|pool|client|running|inflight|worker|gorout|waiter|listener|subscriber|watcher|callback|route|permission|feature|default|option|config|setting|builder|encod|decod|codec|valid|pending|breaker|circuit|dial|resolver|balancer|cron|timer|ticker|schedul|lang(?:uage|s)?(?:map|$)|i18n|singleflight|calls?$|cbs$|^tz|time_?zone|locations?(?:cache)?$)/i;
const socket = /(?:websocket\.Conn|websocket\/v\d+\.Conn|\bws\.Conn|socketio\.Conn|http\.Flusher|net\/http\.ResponseWriter|melody\.Session)$/;
/** Counts of what went wrong for a caller. */
const attempts = /(?:attempt|fail|wrong|error|tries|retry|lockout|banned?|block(?:ed)?|blacklist)\w*$/i;
const limiter = /^golang\.org\/x\/time\/rate\.Limiter$|\bratelimit\.(?:Limiter|Bucket)$|\brate\.Limiter$/;

/** The package's own type that the table holds. */
function elementOf(table: GoTable): string | undefined {
  const inner = [...table.value.matchAll(/map\[\*?(\w+)\]/g)].map((match) => match[1] ?? '');
  return [table.value, table.key, ...inner].map((type) => type.replace(/^(?:\[\]|\*|map\[[^\]]*\])+/, '')).find((type) => /^[A-Za-z]\w*$/.test(type) && !/^(?:string|bool|byte|rune|error|any|u?int\d*|float\d+)$/.test(type));
}

function isConnection(cx: FactFileContext, root: GoNode, table: GoTable): boolean {
  return [table.key, table.value].some((type) => {
    const plain = type.replace(/^(?:\[\]|\*|map\[[^\]]*\])+/, '');
    if (socket.test(plain)) return true;
    // A client of the file's own: a struct around a connection and a channel of what is to be sent.
    return /^[A-Za-z]\w*$/.test(plain) && fieldTypes(cx, root, plain).some((each) => socket.test(each));
  });
}

/** Messages are handed to what the table holds: somewhere it is looped over or looked up and written to. */
function sends(root: GoNode, table: GoTable): boolean {
  return below(root, 'for_statement').some((loop) => new RegExp(`range\\s+[\\w.]*\\b${table.name}\\b`).test(loop.text.slice(0, 200)) && /\.(?:Write\w*|Send\w*|Emit\w*)\(|<-/.test(loop.text))
    || new RegExp(`\\b${table.name}\\[[^\\]\\n]+\\](?:\\.\\w+)*\\s*<-|\\b${table.name}\\[[^\\]\\n]+\\](?:\\.\\w+)*\\.(?:Write|Send)\\w*\\(`).test(root.text);
}

function isLimiter(cx: FactFileContext, root: GoNode, table: GoTable, changes: readonly GoChange[]): boolean {
  if (limiter.test(table.value) || fieldTypes(cx, root, table.value).some((each) => limiter.test(each))) return true;
  return table.shape === 'syncMap' && changes.some(({ value }) => value !== undefined && below(value.parent ?? value, 'call_expression').concat(value).some((each) => each.type === 'call_expression' && /x\/time\/rate$/.test(calleeOf(cx, each)?.path ?? '')));
}

/** Asks the machine, the same in every replica that is made of one image: where a program lies, who a user is. */
function isOfMachine({ node }: GoChange): boolean {
  return /\bexec\.LookPath\(|\buser\.Lookup\w*\(|\bos\.(?:Hostname|Executable)\(/.test(functionOf(node)?.text ?? '');
}

/** Each value is fetched from a server of others, in the function that keeps it. */
function isFetched({ node }: GoChange): boolean {
  return /\bhttp\.(?:Get|Head|NewRequest\w*)\(|\.Do\(/.test(functionOf(node)?.text ?? '');
}

/**
 * Kept after a look at the table that found nothing, from a call that answers for the key: the program itself never
 * takes such an entry back, so that it holds in every replica for as long as it does in one.
 */
function isAnswer(table: GoTable, { node, kind, value }: GoChange): boolean {
  const key = node.type === 'index_expression' ? field(node, 'index')?.text : undefined;
  const body = field(functionOf(node), 'body')?.text ?? '';
  const made = value?.type === 'identifier' ? assignedValue(value) : value;
  if (kind !== 'put' || key === undefined || made?.type !== 'call_expression' || !new RegExp(`\\bok\\s*:?=\\s*[\\w.]*\\b${table.name}\\[`).test(body)) return false;
  const called = field(made, 'function')?.text ?? '';
  return !/(?:^|\.)(?:make|new|[nN]ew[A-Z]?\w*|append|[cC]reate[A-Z]?\w*Session)$/.test(called) && below(field(made, 'arguments'), 'identifier').some((each) => key.includes(each.text));
}

/** Seconds for which answers of replicas may differ without anybody minding. */
const shortLife = 600;

/** Whether what is kept is only taken while it is younger than a constant span of a few minutes. */
function endsSoon(root: GoNode): boolean {
  const span = /\btime\.Since\([\w.]+\)\s*(?:<=?|>=?)\s*(\w+)\b/.exec(root.text)?.[1];
  const [, count, unit] = span === undefined ? [] : (new RegExp(`\\b${span}\\s*(?:time\\.Duration\\s*)?=\\s*(\\d+)\\s*\\*\\s*time\\.(Second|Minute)\\b`).exec(root.text) ?? []);
  return count !== undefined && Number(count) * (unit === 'Minute' ? 60 : 1) <= shortLife;
}

/** Whether each entry is only when a file was changed and how long it is: how far this process has read it. */
function isFileStamp(root: GoNode, type: string): boolean {
  const spec = below(root, 'type_spec').find((each) => field(each, 'name')?.text === type);
  const names = below(field(spec, 'type'), 'field_identifier').map(({ text }) => text);
  return names.some((name) => /^(?:m_?time|mod_?time|modified)/i.test(name)) && names.every((name) => /^(?:m_?time|mod_?time|modified|size|offset|len|inode|hash)/i.test(name));
}

/** An interface with methods of its own: what implements it is code, such as a driver or a sender, not data. */
function isBehaviour(root: GoNode, type: string): boolean {
  const spec = below(root, 'type_spec').find((each) => field(each, 'name')?.text === type);
  const body = field(spec, 'type');
  return body?.type === 'interface_type' && below(body, 'method_elem', 'method_spec').length > 0;
}

/** What a table is for; `undefined` where each process has to have its own. */
function purposeOf(cx: FactFileContext, root: GoNode, table: GoTable, changes: readonly GoChange[]): GoPurpose | undefined {
  if (isConnection(cx, root, table)) return sends(root, table) ? 'connections' : undefined;
  // Who waits for a limiter slows its own calls to others down.
  if (isLimiter(cx, root, table, changes)) return /\.WaitN?\(/.test(cx.text) && !/\.(?:Allow|Reserve)N?\(/.test(cx.text) ? undefined : 'limits';
  if ((elementOf(table) !== undefined || /^chan\b/.test(table.value) || /^chan\b/.test(table.key)) && sends(root, table)) return 'peers';
  const plain = table.value.replace(/^[\[\]*]+/, '');
  if (ownValues.test(plain) && !/^struct\{\}$/.test(plain)) return undefined;
  if (changes.every(isOfMachine) || isBehaviour(root, plain) || isFileStamp(root, plain) || (table.key === 'string' && changes.every(isFetched))) return undefined;
  if (ownNames.test(table.name) || /^(?:reflect\.|\*?testing)/.test(table.key)) return undefined;
  if (changes.some(({ value }) => value?.type === 'func_literal' || /^(?:make\(chan|reflect\.|regexp\.)/.test(value?.text ?? ''))) return undefined;
  // What goes up and down again counts who holds something in this process.
  if (changes.every(({ kind }) => kind === 'count')) return changes.some(({ node }) => node.parent?.type === 'dec_statement') ? undefined : 'counts';
  if (attempts.test(table.name) && isTokenName(table.name)) return 'limits';
  if (isTokenName(table.name) && (table.key === 'string' || table.shape === 'syncMap')) return isCopyOfDatabase(root, table.name) ? 'cache' : 'tokens';
  if (!/cache|memo/i.test(`${table.name} ${table.owner} ${cx.path}`)) return 'data';
  return asksOthersOnly(cx, root) || endsSoon(root) ? undefined : 'cache';
}

/**
 * Whether a variable of the package begins with the type that has the table, and a setting makes the file put another type of
 * its own, with the same methods, in its place.
 */
function replacedBy(root: GoNode, type: string): { readonly unless?: string } {
  const methods = (owner: string): readonly string[] => below(root, 'method_declaration').filter((each) => receiverOf(each)?.type === owner).map(nameOf);
  const own = methods(type);
  for (const assignment of own.length === 0 ? [] : below(root, 'assignment_statement')) {
    const other = /^&?(\w+)\{/.exec(field(assignment, 'right')?.text ?? '')?.[1];
    const stands = other === undefined || other === type ? [] : methods(other);
    const setting = own.every((name) => stands.includes(name)) && functionOf(assignment) ? settingBefore(assignment) : undefined;
    if (setting !== undefined) return { unless: setting };
  }
  return {};
}

function check(root: GoNode, cx: FactFileContext): void {
  if (isGenerated(cx) || isCommandLine(cx, root) || importsPackage(cx, root, /^testing$/)) return;
  for (const table of tablesIn(cx, root)) {
    const changes = changesOf(cx, root, table);
    const grows = changes.filter(({ kind }) => kind === 'put' || kind === 'append' || kind === 'count');
    const [first] = grows;
    if (!first || isLocalWork(first.node)) continue;
    const purpose = purposeOf(cx, root, table, grows);
    if (purpose === undefined || ((purpose === 'data' || purpose === 'cache') && changes.every((each) => isAnswer(table, each)))) continue;
    const handled = grows.some(({ node }) => handlerAround(cx, node) !== undefined);
    // Go ends a program that changes a plain map from two requests at once: without a lock it is filled before they come.
    if (!handled && table.owner === '' && table.shape !== 'syncMap' && !/\.Lock\(\)/.test(cx.text)) continue;
    const keys = grows.map(({ node }) => keyThatLeads(node));
    const when = keys.every((key) => key !== undefined) ? keys[0] : undefined;
    const folder = cx.path.slice(0, cx.path.lastIndexOf('/'));
    cx.emit('go.table', span(table.at), { name: table.name, owner: table.owner || folder.slice(folder.lastIndexOf('/') + 1) || 'main', purpose, handled, global: table.owner === '', ...(when === undefined ? {} : { when }), ...(table.owner === '' ? {} : { makers: makersOf(root, table.owner), ...replacedBy(root, table.owner) }), ...(purpose === 'peers' || purpose === 'limits' ? { element: elementOf(table) ?? '' } : {}) });
  }
}

/** Functions that add what the program is made of: `AddDriver`, `Register…`. */
function isLocalWork(change: GoNode): boolean {
  const name = nameOf(functionOf(change));
  return /^(?:[rR]egister|[aA]dd(?:Driver|Handler|Route|Hook|Plugin|Type|Func|Migration|Command|Job)|[uU]se|[mM]ap|[dD]efine|[mM]ust|[bB]uild|[rR]ender|[mM]arshal|[uU]nmarshal)/.test(name);
}

/** `go.table`: see the kind. */
export const goTableFacts: FactExtractor = {
  kinds: ['go.table', 'go.socket-type', 'go.event-stream'],
  matchers: [factMatcher({
    language: 'go',
    needles: [['struct', /(?:websocket|ws|socketio)\.Conn\b/]],
    on: {
      type_spec(spec, cx) {
        const name = field(spec, 'name');
        if (name && fieldTypes(cx, spec.tree.rootNode, name.text).some((each) => socket.test(each))) cx.emit('go.socket-type', span(name), { type: name.text });
      },
    },
  }), factMatcher({
    language: 'go',
    needles: [['text/event-stream']],
    on: {
      interpreted_string_literal(literal, cx) {
        const call = enclosing(literal, 'call_expression');
        if (/^"text\/event-stream(?:;[^"]*)?"$/.test(literal.text) && call && /\.(?:Set|Add|Header|SetContentType|WriteHeader)$/.test(field(call, 'function')?.text ?? '') && !/[rR]eq\w*\.Header/.test(call.text) && !importsPackage(cx, literal, /^testing$/)) cx.emit('go.event-stream', span(literal), { via: 'text/event-stream' });
      },
    },
  }), factMatcher({
    language: 'go',
    needles: [[/^(?:var[ \t]+|\t)\w+[ \t]+(?:=[ \t]*)?(?:make\()?[*&]?(?:map\[|sync\.Map\b)|^var\s+\w+\s+(?:=\s*)?\[\]/m, /\[[^\]\n]+\]\s*(?:[-+|]?=(?!=)|\+\+)|\.(?:Store|LoadOrStore|Swap)\(|=\s*append\(/]],
    on: { source_file: check },
  })],
};

/** Whether the application of a path serves requests, so that what lies in its memory differs from replica to replica. */
export function servesGo(model: Model, path: string): boolean {
  return model.factsFor('go.server', path).length > 0;
}
