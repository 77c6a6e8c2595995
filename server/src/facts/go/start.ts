import { shortened } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, assignedValue, calleeOf, functionOf, handlerAround, importsPackage, isAside, nameOf, stringValue, typeName, type GoNode } from '../../syntax/go/ask.js';
import { choiceAround } from '../../syntax/go/choice.js';
import { below, enclosing, field, named, span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Go code that changes the schema; `locked` when the library keeps other replicas out. */
    'go.migration': { readonly call: string; readonly locked: boolean; readonly setting?: string };
    /** A log of a Go program that goes to a file. */
    'go.log': { readonly file: string; readonly console: boolean; readonly setting?: string };
    /** A port that Go code listens to for a protocol other than HTTP. */
    'go.socket': { readonly port?: string; readonly udp: boolean };
  }
}

// --- schema --------------------------------------------------------------------------------------------------------

interface Migrator {
  readonly imports: RegExp;
  readonly name: RegExp;
  readonly locked?: true;
  /** What it is called on. */
  readonly on?: RegExp;
}

const migrators: readonly Migrator[] = [
  { imports: /./, name: /^AutoMigrate$/ },
  { imports: /xorm/, name: /^Sync2?$/ },
  { imports: /(?:^|\/)ent(?:\/|$)/, name: /^Create$/, on: /\.Schema$/ },
  { imports: /golang-migrate\/migrate|mattes\/migrate/, name: /^(?:Up|Migrate|Steps)$/, locked: true },
  { imports: /pressly\/goose|liamstask\/goose/, name: /^(?:Up|UpContext|UpTo|UpByOne|RunMigrations(?:OnDb)?)$/ },
  { imports: /rubenv\/sql-migrate/, name: /^(?:Exec|ExecMax|ExecContext|ExecMaxContext)$/, on: /^migrate$/ },
  { imports: /gormigrate/, name: /^Migrate$/ },
  { imports: /uptrace\/bun\/migrate/, name: /^Migrate$/ },
  { imports: /jackc\/tern/, name: /^Migrate$/, locked: true },
  { imports: /beego\/.*orm$/, name: /^RunSyncdb$/ },
];

function onMigration(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  if (!callee || (callee.path === undefined && !callee.receiver)) return;
  const on = callee.receiver?.text ?? callee.token.text.split('.')[0] ?? '';
  const found = migrators.find((each) => each.name.test(callee.name) && (each.on?.test(on) ?? true) && importsPackage(cx, call, each.imports));
  const around = functionOf(call);
  if (!found || isAside(cx, call) || !around || handlerAround(cx, call)) return;
  // A command that only migrates, and a function that hands the call on, run for whoever asks.
  if (nameOf(around) === callee.name || /down|rollback|dump|test|backup|restore|import|export|seed|fixture|convert/i.test(`${nameOf(around)} ${cx.path.slice(cx.path.lastIndexOf('/') + 1)}`) || importsPackage(cx, call, /spf13\/cobra|urfave\/cli/)) return;
  const choice = choiceAround(call);
  const locked = found.locked === true || (/goose|bun/.test(found.imports.source) && /WithSessionLocker|\.Lock\(ctx/.test(cx.text));
  cx.emit('go.migration', span(callee.token), { call: shortened(`${on.replace(/\((?:[^()]|\([^()]*\))*\)/g, '')}.${callee.name}`), locked, ...(choice ? { setting: choice.setting } : {}) });
}

// --- logs ----------------------------------------------------------------------------------------------------------

function tellLog(cx: FactFileContext, at: GoNode, path: GoNode | undefined): void {
  const value = path?.type === 'identifier' ? (assignedValue(path) ?? path) : path;
  const text = value ? (stringValue(value) ?? value.text) : '';
  // Beego takes its settings as JSON.
  const file = /"filename"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? text;
  if (file === '' || isAside(cx, at) || /^\/dev\/|^std(?:out|err)$/.test(file) || handlerAround(cx, at)) return;
  const scope = functionOf(at)?.text ?? cx.text;
  const choice = choiceAround(at);
  cx.emit('go.log', span(at), { file: shortened(file), console: /\bos\.Std(?:out|err)\b|ConsoleWriter|"std(?:out|err)"/.test(scope), ...(choice ? { setting: choice.setting } : {}) });
}

function valueUnder(literal: GoNode, key: string): GoNode | undefined {
  const element = named(field(literal, 'body')).find((each) => each.type === 'keyed_element' && named(each)[0]?.text === key);
  const value = named(element)[1];
  return value?.type === 'literal_element' ? named(value)[0] : value;
}

function onLiteral(literal: GoNode, cx: FactFileContext): void {
  const type = typeName(cx, field(literal, 'type'));
  if (/(?:lumberjack(?:\.v2)?|timberjack)\.Logger$/.test(type)) tellLog(cx, field(literal, 'type') ?? literal, valueUnder(literal, 'Filename'));
  if (!/^go\.uber\.org\/zap\.Config$/.test(type)) return;
  const paths = below(valueUnder(literal, 'OutputPaths'), 'interpreted_string_literal');
  const file = paths.find((each) => !/^(?:stdout|stderr)$/.test(stringValue(each) ?? ''));
  if (file) tellLog(cx, file, file);
}

const outputs = /^(?:SetOutput|New|NewJSONHandler|NewTextHandler|NewJSONLogger|NewTextLogger|AddSync|MultiWriter|NewLogfmtLogger|Output|NewMultiLogger|MultiLevelWriter)$/;
const loggers = /^(?:log|log\/slog|io|github\.com\/(?:sirupsen\/logrus|rs\/zerolog(?:\/log)?|go-kit\/(?:kit\/)?log|charmbracelet\/log|apex\/log[\w/]*)|go\.uber\.org\/zap\/zapcore)$/;

/** `log.SetOutput(file)` after `file, err := os.OpenFile("app.log", …)`. */
function onOutput(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  if (!callee) return;
  if (/rotatelogs$/.test(callee.path ?? '') && callee.name === 'New') return tellLog(cx, callee.token, args(call)[0]);
  // The first logger that beego is given takes the place of the console.
  if (/\bbeego\/.*logs$/.test(callee.path ?? '') && callee.name === 'SetLogger') return /^(?:"(?:multi)?file"|logs\.Adapter(?:Multi)?File)$/.test(args(call)[0]?.text ?? '') && !/AdapterConsole|"console"/.test(cx.text) ? tellLog(cx, callee.token, args(call)[1]) : undefined;
  const isLogger = callee.path === undefined ? callee.name === 'SetOutput' : loggers.test(callee.path);
  if (!isLogger || !outputs.test(callee.name) || (callee.path === 'io' && !/[lL]og/.test(functionOf(call)?.text ?? ''))) return;
  for (const given of args(call)) {
    const made = given.type === 'identifier' ? assignedValue(given) : undefined;
    const opened = made?.type === 'call_expression' ? calleeOf(cx, made) : undefined;
    if (made && opened?.path === 'os' && /^(?:OpenFile|Create)$/.test(opened.name)) tellLog(cx, callee.token, args(made)[0]);
  }
}

// --- sockets -------------------------------------------------------------------------------------------------------

const servers: readonly (readonly [RegExp, RegExp])[] = [
  [/gliderlabs\/ssh$/, /^ListenAndServe$/], [/mhale\/smtpd$/, /^ListenAndServe\w*$/], [/^github\.com\/miekg\/dns$/, /^ListenAndServe\w*$/],
];

function onListen(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  if (!callee?.path || isAside(cx, call) || handlerAround(cx, call)) return;
  const { path, name } = callee;
  const packet = path === 'net' && /^Listen(?:Packet|UDP)$/.test(name);
  const stream = path === 'net' && /^Listen(?:TCP)?$/.test(name) && /^"tcp\d?"$/.test(args(call)[0]?.text ?? '');
  const served = servers.some(([from, what]) => from.test(path) && what.test(name));
  if (!packet && !stream && !served) return;
  const address = served ? args(call)[0] : args(call)[1];
  const text = (address && (stringValue(address) ?? stringValue(assignedValue(address)))) ?? address?.text ?? '';
  if (/^(?:localhost|127\.0\.0\.1|\[::1\])|:0$|^0$|^nil$|unix/.test(text)) return;
  const holder = enclosing(call, 'short_var_declaration', 'assignment_statement');
  const held = named(field(holder, 'left'))[0]?.text ?? '';
  const uses = stream ? `${held}.Accept(` : `${held}.Read`;
  if (!served && (held === '' || !cx.text.includes(uses))) return;
  const port = /:(\d{2,5})$/.exec(text)?.[1];
  cx.emit('go.socket', span(callee.token), { udp: packet, ...(port === undefined ? {} : { port }) });
}

/** What Go programs do when they start: see the kinds. */
export const goStartFacts: FactExtractor = {
  kinds: ['go.migration', 'go.log', 'go.socket'],
  matchers: [
    factMatcher({ language: 'go', needles: [['.AutoMigrate('], ['xorm', /\.Sync2?\(/], ['.Schema.Create('], [/golang-migrate|mattes\/migrate|(?:pressly|liamstask)\/goose|sql-migrate|gormigrate|bun\/migrate|jackc\/tern/], ['RunSyncdb']], on: { call_expression: onMigration } }),
    factMatcher({ language: 'go', needles: [['lumberjack'], ['timberjack'], ['OutputPaths', 'zap']], on: { composite_literal: onLiteral } }),
    factMatcher({ language: 'go', needles: [['rotatelogs'], [/\/beego\b/, /\bSetLogger\(/], [/\bos\.(?:OpenFile|Create)\(/, /\b(?:SetOutput|NewJSONHandler|NewTextHandler|AddSync|MultiWriter|(?:log|zerolog)\.New)\(/]], on: { call_expression: onOutput } }),
    factMatcher({ language: 'go', needles: [[/\bnet\.Listen(?:TCP)?\(/, '.Accept('], [/\bnet\.Listen(?:Packet|UDP)\(/], ['gliderlabs/ssh'], ['mhale/smtpd'], ['miekg/dns']], on: { call_expression: onListen } }),
  ],
};
