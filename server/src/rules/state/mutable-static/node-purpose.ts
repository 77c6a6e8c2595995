import { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import { wordsOf } from '../../../syntax/names.js';
import { effectsOf } from '../../../syntax/typescript/effects.js';
import { bare, functionAround, functionName, isFunction, lastName, walk, type FunctionNode, type Once } from '../../../syntax/typescript/functions.js';
import { ownBufferOf } from '../../../syntax/typescript/own-buffer.js';
import { calledModule, initialValue } from '../../../syntax/typescript/modules.js';
import type { Holder, Use } from '../../../syntax/typescript/module-state.js';
import { callersAround, guardsOf, handlerAround, namesAround } from '../../../syntax/typescript/surroundings.js';

/** What a holder is for. Only `data` and `cache` matter to another replica. */
export type Purpose = 'data' | 'cache' | 'keyCache' | 'memo' | 'constant' | 'registry' | 'handles' | 'housekeeping' | 'synchronised';

/** Tables of things that the code itself brings: they are the same in every replica. */
const registryName = /(?:^| )(?:registry|themes?|stylesheets?|registered|registrations?|handlers?|listeners?|hooks?|plugins?|commands?|providers?|adapters?|strateg(?:y|ies)|factor(?:y|ies)|drivers?|types?|loaders?|middlewares?|routes?|modules?|schemas?|models?|resolutions?|components?|transports?|validators?|formatters?|converters?|parsers?|renderers?|processors?|extensions?|helpers?|filters?|migrations?|definitions?|resolvers?|decorators?|metadata|aliases|presets?|mixins?|templates?|translations?|languages?|locales?|messages|options|config(?:s|uration)?|settings|defaults|constants|flags|features|permissions|exports|methods|api|services?|container|namespaces?|mappings?|codecs?|encoders?|tasks|triggers?|interceptors?|guards|whitelist|blacklist|(?:allow|deny|denied)\w*(?: \w+)*|manifest|env(?:ironment)?|routers?|domains|libraries)$/;
/** Things that belong to this process by nature: open sockets, timers, promises, workers, pools. */
const handleName = /(?:^| )(?:clients?|(?:web)?sockets?|conns?|connections?|peers?|streams?|subscribers?|subscriptions?|observers?|watchers?|timers?|timeouts?|intervals?|throttles?|debounces?|timeout ids?|promises?|in ?flight|deferreds?|callbacks?|waiters?|resolvers|locks?|mutex(?:es)?|semaphores?|workers?|processes|child(?:ren)?|pools?|servers?|instances?|singletons?|agents?|controllers|(?:event)?emitters?|loggers?|spies|mocks?|stubs?|(?:abort|cancel)\w*(?: \w+)*|cleanups?|disposables?|tunnels?|relays?|\w*limiters?|runtime|pids?)$/;
const metricName = /(?:^| )(?:metrics?|load(?:ing)? results?|start(?:ed)? (?:times?|at)|durations?|stats|statistics|counters?|counts|histograms?|gauges?|timings?|perf(?:ormance)?|profil(?:ers?|ing)|warned|warnings|deprecat\w+|logged|errors? seen|fail(?:ures?|ed)|timestamps?|health(?: \w+)*|breakers?|buffer|buf|log|logs)$/;
/** Files that watch over this process. */
const watching = /(?:health-?check|circuit-?breaker|metrics?|telemetry|(?:^|[a-z-])watcher)\w*\.[cm]?[jt]s$/i;
const cacheName = /cache|memo|compiled|cached|lru|lookup/i;
/** `setInCache`, `cacheWindows`: functions that fill what is called a cache. */
const caching = /(?:^|[a-z_])Cache$|^_?cache[A-Z_]/;
const handleValue = /^(?:\w*(?:[hH]andler|[cC]allback|[lL]istener|[pP]lugin|[fF]actory|[pP]rovider|[mM]iddleware|[aA]dapter|[sS]trategy|[sS]ocket|[cC]onnection|[sS]tream|[tT]imer|[tT]imeout|[iI]nterval|[pP]romise|[sS]erver|[wW]orker|[pP]rocess|[cC]hild|[eE]mitter|[lL]ogger|[cC]lient|[cC]hannel|[iI]nstance|[cC]onstructor|[cC]lass|[rR]esolver|[dD]river|[hH]ook|[dD]eferred|[cC]ache)|cb|fn|func|ws|conn|res|response|reply|resolve|reject|ctor|klass|cls|impl|mod|module|schema|type|controller|sub|proc|pty|page|browser|watcher|observer|descriptor|definition|method|target|middleware)$/;
const handleClass = /(?:Client|Pool|Connection|Transport|Adapter|Logger|Agent|Driver|Provider|Service|Worker|Redis|Server|Socket|Emitter|Controller|Handler|Manager|Promise|Parser|Compiler|Formatter|Format|Regex|RegExp|Validator|Function|Class|Strategy|Plugin|Module|Channel|Stream|Subject|Observable|Deferred|Mutex|Lock|Semaphore|Ajv|Job|Cron|Task|Timer|Stream)$/;
const expiry = /\b(?:expir\w*|ttl|maxAge|max_age|max-age|staleAfter|validUntil|cachedAt|fetchedAt|lastFetched|Date\.now)\b/i;
const synchronised = /\b(?:pubsub|pubSub|redisPubSub|messageBus|eventBus|broadcastChannel)\b/;

/** Objects of libraries that do the work of the process: made again wherever they are missing. */
const libraryClass = /(?:Queue|Consumer|Producer|Publisher|Subscriber|Scheduler|Transporter|Sdk|SDK|Api|Bot)$/;

/** An object of a class that a package brings and that works for the process. */
function isLibraryObject(cx: Once, value: ts.Expression | undefined): boolean {
  const node = value && bare(value);
  if (!node || !ts.isNewExpression(node) || !libraryClass.test(lastName(node.expression))) return false;
  const origin = calledModule(cx, node);
  return origin !== undefined && !origin.module.startsWith('.');
}

/** `table[key] = []`: makes room, puts nothing. */
function isRoom(value: ts.Expression | undefined): boolean {
  const node = value && bare(value);
  if (!node) return false;
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  return ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0 && /^(?:Map|Set|Array)$/.test(node.expression.getText());
}

/** `list[index].level = level`: changes what lies in an entry, whatever that is. */
function isElementField({ node }: Use): boolean {
  return ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left) && walk(node.left, (each) => ts.isElementAccessExpression(each));
}

/** `list = list.filter(…)`: takes entries away, puts none. */
function isThinned({ kind, node, value }: Use): boolean {
  return kind === 'replace' && ts.isBinaryExpression(node) && value !== undefined && ts.isCallExpression(value) && value.expression.getText() === `${node.left.getText()}.filter`;
}

/** Whether all that is put is of this process or of the code itself; room alone tells nothing. */
function holdsHandles(cx: Once, changes: readonly Use[]): boolean {
  const told = changes.filter((use) => !isRoom(use.value) && !isElementField(use));
  // Of what is only thinned or made room for, a put has to tell.
  const isShown = told.some(({ kind }) => kind === 'put') || (told.length === changes.length && !told.some(isThinned));
  return isShown && told.length > 0 && told.every((use) => use.kind === 'remove' || isThinned(use) || isHandle(use.value) || isLibraryObject(cx, use.value));
}

/** Puts what it has just taken in by a name that the code makes up: `packages.set(name, require(path))`. */
function isLoadedCode(use: Use): boolean {
  return use.kind !== 'put' || callersAround(use.node).some((each) => walk(each, (node) => ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require') && node.arguments[0] !== undefined && !ts.isStringLiteralLike(node.arguments[0])));
}

/** What a record of a database does as well. */
const ofRecords = 'save|update|remove|delete|destroy|reload|populate|validate|toJSON|increment|decrement';

/**
 * `table.get(key).stop()`, `for (const each of table.values()) clearTimeout(each)`, `queues.map((each) => each.stop())`,
 * `await handler.collect(job)`: what it keeps runs in this process, or is code that works when it is asked.
 */
function isStopped(holder: Holder): boolean {
  const name = holder.name.replace(/\W/g, '\\$&');
  const taken = new RegExp(`\\b(?:const|let|var)\\s+(?:\\[[^\\]]*?(\\w+)\\s*\\]|(\\w+))\\s*(?:=|of)\\s*(?:this\\.)?${name}\\b(?:\\.get\\(|\\[|\\.values\\(|\\.entries\\(|\\))|\\b${name}\\.(?:map|forEach)\\(\\(?(?:async\\s*)?\\(?(\\w+)`);
  return holder.uses.some(({ kind, node }) => {
    const body = kind === 'read' ? callersAround(node)[0]?.body?.getText() : undefined;
    const found = body === undefined ? null : taken.exec(body);
    const entry = found?.[1] ?? found?.[2] ?? found?.[3];
    if (found === null || body === undefined || entry === undefined) return false;
    // What is found by its key may be a record that has methods; what all entries are asked in turn is code.
    const inTurn = !/\.get\($|\[$/.test(found[0]);
    return new RegExp(`\\b${entry}[?!]?\\.(?:stop|cancel|abort|kill|terminate|unsubscribe|unref)\\(|\\bclear(?:Timeout|Interval)\\(${entry}\\b`).test(body)
      || (inTurn && new RegExp(`\\bawait ${entry}\\.(?!(?:${ofRecords})\\b)\\w+\\(`).test(body));
  });
}

/** `running[label]++` here and `running[label]--` there: how much this process is doing right now. */
function isGauge(holder: Holder): boolean {
  const steps = holder.uses.flatMap(({ node }) => (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node) ? [node.operator] : []));
  const others = holder.uses.filter(({ kind, node, value }) => kind === 'put' && !ts.isPostfixUnaryExpression(node) && !ts.isPrefixUnaryExpression(node) && value?.getText() !== '0');
  return others.length === 0 && steps.includes(ts.SyntaxKind.PlusPlusToken) && steps.includes(ts.SyntaxKind.MinusMinusToken)
    && /(?:running|active|pending|in_?flight|current|busy|open|concurren\w*)/i.test(holder.name);
}

/** What the declared type of the entries says: promises, timers, processes and the like cannot leave this process. */
function isDeclaredHandle({ at }: Holder): boolean {
  const { parent } = at;
  const declared = ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) ? `${parent.type?.getText() ?? ''} ${parent.initializer && ts.isNewExpression(parent.initializer) ? (parent.initializer.typeArguments ?? []).map((each) => each.getText()).join(' ') : ''}` : '';
  return /\b(?:Promise|PromiseLike|Deferred)<|\bNodeJS\.Time(?:out|r)\b|\bReturnType<typeof set(?:Timeout|Interval)>|\b(?:ScheduledTask|CronJob|ChildProcess|AbortController|EventEmitter|Worker)\b/.test(declared);
}

const waits = /\b(?:async|await|Promise|setTimeout|setInterval|setImmediate|req|res|socket)\b|\.(?:then|on|once)\(/;
const clearing = /^_?(?:reset|begin|start|clear)(?:[A-Z]\w*)?$/;

/** Emptied at the start of each run, in a file where nothing waits: nobody else comes in between, and no run sees another's. */
function isScratch({ uses, at }: Holder): boolean {
  const emptied = uses.some(({ kind, node, value }) => {
    const empties = (kind === 'replace' && value !== undefined && isRoom(value)) || (kind === 'remove' && /\.clear\($|\.clear\(\)/.test(node.getText()));
    return empties && clearing.test(namesAround(node)[0] ?? '');
  });
  return emptied && !waits.test(at.getSourceFile().text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ''));
}

/** `if (done.has(this.name)) return; done.add(this.name)`: what every process does once for itself; what a caller names is another matter. */
function isOncePerProcess(changes: readonly Use[]): boolean {
  return changes.every(({ kind, node, key }) => {
    const around = callersAround(node)[0];
    if (kind !== 'put' || !key || !around || !/^this\.\w/.test(key.getText())) return false;
    return guardsOf(node).some(({ text, holds }) => !holds && text.includes('.has(') && text.includes(key.getText()));
  });
}

/** `table[name](…)`, `table.get(name)?.(…)`: what it keeps is called, so it is code. */
function isCalled(holder: Holder): boolean {
  const name = holder.name.replace(/\W/g, '\\$&');
  return new RegExp(`(?<![\\w$])${name}(?:\\[[^\\]\\n]+\\]|\\.get\\([^()\\n]*\\))!?(?:\\?\\.)?\\(`).test(holder.at.getSourceFile().text);
}

/** `force = false`: says when, not what. */
function isFlag({ initializer }: ts.ParameterDeclaration): boolean {
  return initializer?.kind === ts.SyntaxKind.FalseKeyword || initializer?.kind === ts.SyntaxKind.TrueKeyword;
}

/** Filled by functions that are told nothing, entry by entry from a list: every replica reads the same. */
function isSnapshot(changes: readonly Use[]): boolean {
  const puts = changes.filter((use) => use.kind === 'put');
  return puts.length > 0 && puts.every((use) => {
    const [caller] = callersAround(use.node);
    return caller !== undefined && caller.parameters.every(isFlag) && !handlerAround(use.node) && isInLoop(use.node, caller);
  });
}

/** Listed from a folder by a function that is told nothing, without a look into the files: an index of this disk, made anew at start. */
function isIndexOfDisk({ uses }: Holder): boolean {
  return uses.some(({ kind, node }) => {
    const caller = kind === 'put' ? callersAround(node)[0] : undefined;
    const text = caller?.parameters.length === 0 ? caller.body?.getText() ?? '' : '';
    return /\b(?:opendir|readdir)(?:Sync)?\(/.test(text) && !/\bread(?:File|Json|JSON)|\bparse\(|\brequire\(|\bimport\(/.test(text);
  });
}

function isInLoop(node: ts.Node, caller: FunctionNode): boolean {
  for (let at = node.parent; at !== caller; at = at.parent) if (ts.isForOfStatement(at) || isFunction(at)) return true;
  return false;
}

/** Whether a value is something of this process or of the code itself, not data. */
function isHandle(value: ts.Expression | undefined): boolean {
  if (!value) return false;
  const node = bare(value);
  if (isFunction(node) || ts.isClassExpression(node)) return true;
  // `table[key] = table[key] || {}` puts what stands on the right.
  if (ts.isBinaryExpression(node) && (node.operatorToken.kind === ts.SyntaxKind.BarBarToken || node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)) return isHandle(node.right);
  if (ts.isNewExpression(node)) return handleClass.test(lastName(node.expression));
  if (ts.isCallExpression(node)) return /^(?:setTimeout|setInterval|setImmediate|require|import|createClient|connect|spawn|fork|exec|watch|openSync|pLimit|debounce|throttle|\w*(?:Pool|Client|Connection|Server|Logger|Worker|Socket|Stream|Channel))$/.test(lastName(node.expression) || node.expression.getText());
  if (ts.isObjectLiteralExpression(node)) return node.properties.length > 0 && node.properties.some((each) => each.name !== undefined && handleValue.test(each.name.getText()));
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0 && node.elements.every(isHandle);
  if (ts.isIdentifier(node)) return handleValue.test(node.text) || isUnawaited(node) || isLocalClass(node);
  return ts.isPropertyAccessExpression(node) && handleValue.test(node.name.text);
}

/** A class that the file declares: it is the same in every replica. */
function isLocalClass(name: ts.Identifier): boolean {
  return /^[A-Z]/.test(name.text) && new RegExp(`\\bclass\\s+${name.text}\\b`).test(name.getSourceFile().text);
}

/** A name whose value is a promise that nobody awaited yet, a timer or a handle: requests in flight, not their results. */
function isUnawaited(name: ts.Identifier): boolean {
  const body = functionAround(name)?.body;
  if (!body) return false;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name.text && node.initializer) {
      const value = node.initializer;
      if (ts.isCallExpression(value)) found ||= /\.(?:then|catch|finally)$|^(?:setTimeout|setInterval|require|spawn|fork|connect|createClient)$|(?:Socket|Server|Client|Worker|Connection|Pool)$/.test(value.expression.getText()) || isInPlaceAsync(value);
      if (ts.isNewExpression(value)) found ||= handleClass.test(lastName(value.expression));
      if (isFunction(value)) found = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function isInPlaceAsync(call: ts.CallExpression): boolean {
  const callee = ts.isParenthesizedExpression(call.expression) ? call.expression.expression : call.expression;
  return isFunction(callee) && (ts.getModifiers(callee as ts.ArrowFunction) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword);
}

/** `set(key, value)` puts what its caller hands over: nothing is computed here. */
function isGiven(use: Use, caller: FunctionNode): boolean {
  const value = use.kind === 'put' && use.value ? bare(use.value) : undefined;
  return value !== undefined && ts.isIdentifier(value) && caller.parameters.some((parameter) => parameter.name.getText() === value.text);
}

const making = /^(?:create|make|build|compile|construct|instantiate)(?:[A-Z]|$)/;

/** `keep(key, createModel(settings))`: the setter's callers in this file hand over what they make of settings. */
function isMadeByCallers(use: Use): boolean {
  const caller = callersAround(use.node)[0];
  if (!caller || !isGiven(use, caller)) return false;
  const index = caller.parameters.findIndex((parameter) => parameter.name.getText() === (use.value && bare(use.value).getText()));
  const name = functionName(caller);
  const given: ts.Expression[] = [];
  walk(caller.getSourceFile(), (node) => {
    if (ts.isCallExpression(node) && lastName(node.expression) === name && node.arguments[index]) given.push(bare(node.arguments[index]));
  });
  const made = given.map((each) => (ts.isIdentifier(each) ? initialValue(each) : each));
  // What is put back after it was found is no new entry.
  return made.length > 0 && made.every((each) => each !== undefined && ts.isCallExpression(bare(each)) && making.test(lastName((bare(each) as ts.CallExpression).expression)));
}

/** Keeps the result of a computation that any replica would repeat with the same outcome. */
function isPure(cx: Once, use: Use): boolean {
  const caller = callersAround(use.node)[0];
  if (!caller) return true;
  if (isGiven(use, caller)) return false;
  const { effect } = effectsOf(cx, caller);
  return effect === 'none' || effect === 'calls';
}

/** Whether a function reads the holder before it fills it: the shape of a cache. */
function isLookedUpFirst(holder: Holder, put: Use): boolean {
  const caller = callersAround(put.node)[0];
  return caller !== undefined && holder.uses.some((use) => use.kind === 'read' && use.node.pos < put.node.pos && callersAround(use.node)[0] === caller && /\.(?:get|has)\b|\[|\bin\b/.test(use.node.getText()));
}

/** A live object, made here or under this name: it changes after it was put, unlike the result of a computation. */
function isObjectOfClass(value: ts.Expression): boolean {
  const node = bare(value);
  if (ts.isNewExpression(node)) return true;
  const body = ts.isIdentifier(node) ? functionAround(node)?.body : undefined;
  return body !== undefined && ts.isIdentifier(node) && new RegExp(`\\b${node.text.replace('$', '\\$')}\\s*=\\s*new\\s`).test(body.getText());
}

const fromOutside = /\b(?:req|request|ctx|socket|body|payload|message|event)\b/;

/** Whether a new entry grows out of the old one or comes from the request: kept for its own sake, not to save work. */
function isKept(holder: Holder, put: Use): boolean {
  const text = put.value?.getText() ?? '';
  if (fromOutside.test(text) || new RegExp(`\\b${holder.name.replace(/\W/g, '')}\\b`).test(text)) return true;
  const body = callersAround(put.node)[0]?.body?.getText() ?? '';
  const looked = new RegExp(`\\b(?:const|let|var)\\s+(\\w+)\\s*=\\s*(?:this\\.)?${holder.name.replace(/\W/g, '')}(?:\\.get\\(|\\[)`).exec(body)?.[1];
  // `let v = table.get(k); if (!v) { v = compute(); … }` computes; a name that keeps what it found does not.
  if (looked === text && !new RegExp(`(?<!(?:const|let|var)\\s+)\\b${looked}\\s*=(?!=)`).test(body)) return true;
  return looked !== undefined && new RegExp(`[.]{3}\\(?${looked}\\b|\\b${looked}\\s*[+-]|\\b${looked}\\.(?:concat|filter|map)\\(`).test(text);
}

/** `if (table.size >= limit) table.clear()`: what may be dropped at any moment can be had again. */
function isBounded(holder: Holder): boolean {
  const size = new RegExp(`\\b${holder.name.replace('$', '\\$')}\\.size\\s*>`);
  return holder.shape === 'map' && holder.uses.some((use) => use.kind === 'remove' && /\.clear\(/.test(use.node.getText()) && guardsOf(use.node).some(({ text, holds }) => holds && size.test(text)));
}

/** Put at the beginning and removed in a `finally`: what this process is doing right now. */
function isInFlight(holder: Holder, changes: readonly Use[]): boolean {
  const ends = holder.uses.filter((use) => use.kind === 'remove' && ts.findAncestor(use.node, (each) => ts.isBlock(each) && ts.isTryStatement(each.parent) && each.parent.finallyBlock === each) !== undefined);
  const grows = changes.filter((use) => use.kind === 'put');
  return grows.length > 0 && grows.every((use) => ends.some((end) => functionAround(end.node) === functionAround(use.node)));
}

/** Resuming a TLS session saves a handshake: whoever finds no entry makes a full one. */
function isResumption(changes: readonly Use[]): boolean {
  return changes.some((use) => callersAround(use.node).some((each) => /\.on\(\s*['"]newSession['"]/.test(each.parent.getText().slice(0, 80))));
}

function isCache(holder: Holder, changes: readonly Use[]): boolean {
  const grows = changes.filter((use) => use.kind === 'put');
  if (isBounded(holder) && grows.every((use) => isLookedUpFirst(holder, use) && use.value !== undefined && ts.isIdentifier(bare(use.value)))) return true;
  if (grows.length > 0 && grows.every(({ node }) => caching.test(namesAround(node)[0] ?? ''))) return true;
  return cacheName.test(holder.name) || (grows.length > 0 && grows.every((use) => isLookedUpFirst(holder, use) && use.value !== undefined && !isObjectOfClass(use.value) && !isKept(holder, use)));
}

/** Whether the file drops entries by age, or compares a stamp of them. */
function expires(holder: Holder): boolean {
  return holder.uses.some((use) => {
    const around = callersAround(use.node).at(-1);
    return around !== undefined && expiry.test(around.getText());
  });
}

/** Entries under the identity of a connection live and die with it, and a connection has one replica. */
const connectionKey = /(?:socket|ws|conn|connection|client|peer|stream)\.id\b|\b(?:socketId|connectionId|connId)\b/i;

/** Gathered and written out in one go: what a restart may lose is what came since. */
function isBuffer(holder: Holder): boolean {
  const timed = /\bsetInterval\(/.test(holder.at.getSourceFile().text);
  return holder.uses.some((use) => {
    const caller = use.kind === 'replace' || use.kind === 'remove' ? callersAround(use.node)[0] : undefined;
    if (timed && caller && ownBufferOf(caller)?.at.pos === holder.at.pos) return true;
    return caller !== undefined && (use.kind === 'replace' ? /^_?(?:flush|write|drain|persist|commit|publish|report|rotate|swap)/i : /^_?(?:flush|drain|persist)/i).test(functionName(caller));
  });
}

/** `timers[id] = setTimeout(…)`: waits until things calm down; what it holds is gone a moment later. */
function isDebounce(changes: readonly Use[]): boolean {
  return changes.some((use) => use.value !== undefined && /^set(?:Timeout|Immediate)\(/.test(use.value.getText()));
}

/** The words of a name without how its entries are kept: `handlersByName` → `handlers`, `userModelMap` → `user model`. Only whole words tell: `accounts` are no counts, `groupIds` no pids. */
function phraseOf(name: string): string {
  const core = name.replace(/(?:By[A-Z]\w*|Map|List|Table|Index|Store|Set|Array|Dict|Lookup|Obj(?:ect)?)_*$/, '');
  return wordsOf(core).join(' ') || wordsOf(name).join(' ');
}

/** Judges what a holder is for by the changes that run while the program serves. */
export function purposeOf(cx: Once, holder: Holder, changes: readonly Use[]): Purpose {
  if (changes.length === 0) return 'constant';
  const phrase = phraseOf(holder.name);
  const served = changes.some((use) => handlerAround(use.node) && use.kind === 'put');
  if (handleName.test(phrase) || isDeclaredHandle(holder) || isOncePerProcess(changes) || isScratch(holder) || isDebounce(changes) || isInFlight(holder, changes) || isGauge(holder) || holdsHandles(cx, changes) || isStopped(holder)) return 'handles';
  if (changes.some((use) => use.kind === 'put') && changes.every(isLoadedCode)) return 'registry';
  if (changes.filter((use) => use.kind === 'put').every((use) => connectionKey.test(use.key?.getText() ?? '')) && changes.some((use) => use.kind === 'put')) return 'handles';
  const noted = changes.every((use) => namesAround(use.node).some((each) => /^_?(?:log|warn|deprecate)(?:[A-Z_]|$)/.test(each)));
  if (noted || metricName.test(phrase) || watching.test(basename(holder.at.getSourceFile().fileName)) || isBuffer(holder) || isResumption(changes) || isIndexOfDisk(holder)) return 'housekeeping';
  if (changes.some((use) => callersAround(use.node).some((each) => synchronised.test(each.parent.getText().slice(0, 80))))) return 'synchronised';
  if (isSnapshot(changes)) return 'synchronised';
  if (isCalled(holder) && !served) return 'registry';
  if (isCache(holder, changes)) return changes.every((use) => isPure(cx, use) || isMadeByCallers(use)) ? 'memo' : expires(holder) ? 'keyCache' : 'cache';
  if (registryName.test(phrase) && !served) return 'registry';
  return 'data';
}
