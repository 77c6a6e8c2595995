import { ts } from 'ts-morph';
import { functionAround, walk, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule, literalOf, propertyOf } from '../../../syntax/typescript/modules.js';
import { isLogPath, readPath } from '../../../syntax/typescript/places.js';
import { guardsOf, isDevelopmentOnly } from '../../../syntax/typescript/surroundings.js';

/** A place where a program sends its log to a file. */
export interface LogSink {
  readonly token: ts.Node;
  /** The file; `undefined` when the library chooses. */
  readonly path: ts.Expression | undefined;
  /** Whether the same events also reach standard output. */
  readonly onConsole: boolean;
  /** What the fix changes: a winston transport, or a pino destination. */
  readonly change?: { readonly kind: 'winston' | 'pino'; readonly node: ts.Node };
}

type Call = ts.CallExpression | ts.NewExpression;

function tokenOf(call: Call): ts.Node {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
}

/** The key of a property, so that a finding can point at it. */
function keyOf(object: ts.ObjectLiteralExpression, value: ts.Expression): ts.Node {
  return object.properties.find((each) => ts.isPropertyAssignment(each) && each.initializer === value)?.name ?? value;
}

const winstonFile = /^transports\.(?:File|DailyRotateFile)$/;

/** `new winston.transports.File({ filename })`, `new DailyRotateFile(…)`, and `winston.add(winston.transports.File, { … })` of version 2. */
function winston(cx: Once, call: Call): LogSink | undefined {
  const origin = calledModule(cx, call);
  if (!origin) return undefined;
  const rotate = origin.module === 'winston-daily-rotate-file' && ts.isNewExpression(call);
  const added = origin.module === 'winston' && /(?:^|\.)add$/.test(origin.path) && /transports\.(?:File|DailyRotateFile)$/.test(call.arguments?.[0]?.getText() ?? '');
  if (!rotate && !added && !(origin.module === 'winston' && winstonFile.test(origin.path) && ts.isNewExpression(call))) return undefined;
  const path = filenameOf(call.arguments?.[added ? 1 : 0]);
  return { token: added ? (call.arguments?.[0] ?? call) : tokenOf(call), path, onConsole: hasWinstonConsole(call.getSourceFile()), ...(added ? {} : { change: { kind: 'winston', node: call } }) };
}

/** The name in `{ filename }`, also where `Object.assign({ filename }, options)` merges it. */
function filenameOf(given: ts.Expression | undefined): ts.Expression | undefined {
  const merged = given && ts.isCallExpression(given) ? given.arguments.map((each) => literalOf(each)).find((each) => each !== undefined) : undefined;
  const options = merged ?? literalOf(given);
  return options && propertyOf(options, 'filename');
}

/** A console transport that is there in production too: the one of winston's own example is added in development only. */
function hasWinstonConsole(file: ts.SourceFile): boolean {
  return walk(file, (node) => ts.isNewExpression(node) && /(?:^|\.)(?:Console|ConsoleTransport)$/.test(node.expression.getText()) && !isDevelopmentOnly(node));
}

const standardOutput = /^(?:1|2|process\.std(?:out|err)(?:\.fd)?|['"`]\/(?:dev\/std(?:out|err)|proc\/1\/fd\/[12])['"`])$/;

function isFile(path: ts.Expression | undefined): path is ts.Expression {
  return path !== undefined && !standardOutput.test(path.getText());
}

/** `pino.destination(path)`, and `pino/file`, `pino-roll` and the like as targets of a transport. */
function pino(cx: Once, call: Call): LogSink | undefined {
  const origin = calledModule(cx, call);
  if (origin?.module !== 'pino' || !/^(?:pino\.)?(?:destination|extreme)$/.test(origin.path)) return undefined;
  const [first] = call.arguments ?? [];
  const options = literalOf(first);
  const path = options ? propertyOf(options, 'dest') : first;
  if (!isFile(path)) return undefined;
  const onConsole = /\bmultistream\b/.test(call.getSourceFile().text) && /process\.stdout|pino\.destination\(\s*(?:1\s*)?\)/.test(call.getSourceFile().text);
  return { token: tokenOf(call), path, onConsole, change: { kind: 'pino', node: path } };
}

/** An entry `{ target: 'pino/file', options: { destination } }`, in an array of targets or alone. */
export function pinoTarget(object: ts.ObjectLiteralExpression): LogSink | undefined {
  const target = propertyOf(object, 'target');
  if (!target || !ts.isStringLiteralLike(target) || !/^(?:pino\/file|pino-roll|pino-rotating-file|pino-file|@logtail\/file)$/.test(target.text)) return undefined;
  const options = literalOf(propertyOf(object, 'options'));
  const path = options && propertyOf(options, 'destination', 'file');
  if (!isFile(path)) return undefined;
  const { parent } = object;
  const others = ts.isArrayLiteralExpression(parent) ? parent.elements.filter((each) => each !== object) : [];
  const onConsole = others.some((each) => {
    const text = each.getText();
    return /pino-pretty/.test(text) || (/pino\/file/.test(text) && (!/destination/.test(text) || /destination\s*:\s*[12]\b/.test(text)));
  });
  return { token: target, path, onConsole, ...(target.text === 'pino/file' ? { change: { kind: 'pino' as const, node: path } } : {}) };
}

/** `streams: [{ path }]` of bunyan's `createLogger`. */
function bunyan(cx: Once, call: Call): readonly LogSink[] {
  const origin = calledModule(cx, call);
  if (origin?.module !== 'bunyan' || origin.path !== 'createLogger') return [];
  const options = literalOf(call.arguments?.[0]);
  const streams = options && propertyOf(options, 'streams');
  if (!streams || !ts.isArrayLiteralExpression(streams)) return [];
  const onConsole = streams.elements.some((each) => /process\.std(?:out|err)/.test(each.getText()));
  return streams.elements.flatMap((each): LogSink[] => {
    const stream = literalOf(each);
    const path = stream && propertyOf(stream, 'path');
    return stream && path ? [{ token: keyOf(stream, path), path, onConsole }] : [];
  });
}

/** File appenders of `log4js.configure({ appenders })`. */
function log4js(cx: Once, call: Call): readonly LogSink[] {
  const origin = calledModule(cx, call);
  if (origin?.module !== 'log4js' || origin.path !== 'configure') return [];
  const options = literalOf(call.arguments?.[0]);
  const appenders = options && propertyOf(options, 'appenders');
  if (!appenders || !(ts.isObjectLiteralExpression(appenders) || ts.isArrayLiteralExpression(appenders))) return [];
  const entries = ts.isArrayLiteralExpression(appenders) ? appenders.elements : appenders.properties.flatMap((each) => (ts.isPropertyAssignment(each) ? [each.initializer] : []));
  const kind = (entry: ts.Expression): string => {
    const object = literalOf(entry);
    const type = object && propertyOf(object, 'type');
    return type && ts.isStringLiteralLike(type) ? type.text : '';
  };
  const onConsole = entries.some((each) => /^(?:console|stdout|stderr)$/.test(kind(each)));
  return entries.filter((each) => /^(?:file|dateFile|multiFile|fileSync)$/.test(kind(each))).flatMap((each): LogSink[] => {
    const object = literalOf(each);
    const path = object && propertyOf(object, 'filename', 'base');
    return object && path ? [{ token: keyOf(object, path), path, onConsole }] : [];
  });
}

/** `rfs.createStream('access.log')`, `getStream({ filename })`. */
function rotating(cx: Once, call: Call): LogSink | undefined {
  const origin = calledModule(cx, call);
  if (!origin || !/^(?:rotating-file-stream|file-stream-rotator|stream-file-archive)$/.test(origin.module) || !/^(?:createStream|getStream|)$/.test(origin.path)) return undefined;
  const [first] = call.arguments ?? [];
  const options = literalOf(first);
  return { token: tokenOf(call), path: options ? propertyOf(options, 'filename') : first, onConsole: false };
}

/** A plain file whose name or variable says that it is a log. */
function plain(cx: Once, call: Call, file: string): LogSink | undefined {
  const origin = calledModule(cx, call);
  if (!origin || !/^(?:fs|fs\/promises|fs-extra|graceful-fs)$/.test(origin.module)) return undefined;
  if (!/^(?:promises\.)?(?:createWriteStream|appendFile|appendFileSync)$/.test(origin.path)) return undefined;
  const [path] = call.arguments ?? [];
  if (!path) return undefined;
  const read = readPath(path);
  if (read.harmless || read.temporary || !isLogPath(read, file)) return undefined;
  return { token: tokenOf(call), path, onConsole: alsoPrints(call) };
}

/** Whether the function around a write prints too, whatever happens. */
function alsoPrints(call: Call): boolean {
  const body = functionAround(call)?.body;
  return body !== undefined && walk(body, (node) => ts.isCallExpression(node) && /^console\.(?:log|info|warn|error|debug)$/.test(node.expression.getText())
    && functionAround(node)?.body === body && guardsOf(node).length === guardsOf(call).length);
}

/** Every log file that a call opens or configures. */
export function logSinks(cx: Once, call: Call, file: string): readonly LogSink[] {
  if (ts.isNewExpression(call)) return [winston(cx, call)].filter((each) => each !== undefined);
  const single = winston(cx, call) ?? pino(cx, call) ?? rotating(cx, call) ?? plain(cx, call, file);
  return single ? [single] : [...bunyan(cx, call), ...log4js(cx, call)];
}

