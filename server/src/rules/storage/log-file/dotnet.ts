import type { Span } from '../../../base/text.js';
import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, calledName, callName, enclosing, enclosingMember, field, plain, receiver, span, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { at as jsonAt, text, type JsonNode } from '../../../syntax/json/ask.js';
import { attribute, child, children } from '../../../syntax/xml/ask.js';
import { appenderKind, fileAppenders, type Appender, type LogSetup } from '../../../syntax/logging/setup.js';

/** Settings of a developer's desk; production has its own. */
const desk = /\.(?:Development|Local|Debug|Test\w*)\.(?:json|config)$/i;

function report(cx: RuleFileContext, setup: LogSetup, library: string): void {
  for (const { appender, onConsole } of fileAppenders(setup)) {
    cx.report({ at: appender.at, say: 'file', args: { file: appender.path || appender.name }, ...(onConsole ? { severity: 'info' as const } : {}), cause: cx.path, data: { dotnet: library, onConsole } });
  }
}

function below(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((inner) => [inner, ...below(inner)]);
}

function log4netAppender(element: XmlElement): Appender {
  const name = attribute(element, 'name');
  const file = child(element, 'file') ?? children(element, 'param').find((param) => /^file$/i.test(attribute(param, 'name')?.value ?? ''));
  const value = file && attribute(file, 'value');
  const path = value?.value ?? '';
  return { name: name?.value ?? '', kind: appenderKind(attribute(element, 'type')?.value.split(',')[0] ?? '', path), at: value && path !== '' ? value.valueSpan : name && name.valueSpan.end > name.valueSpan.start ? name.valueSpan : element.nameSpan, path, refs: refs(element) };
}

function refs(element: XmlElement): readonly string[] {
  return children(element, 'appender-ref').flatMap((ref) => attribute(ref, 'ref')?.value ?? []);
}

function log4net(element: XmlElement, cx: RuleFileContext): void {
  const loggers = element.children.filter(({ local }) => local === 'root' || local === 'logger');
  report(cx, {
    appenders: children(element, 'appender').map(log4netAppender),
    loggers: loggers.map((logger) => ({ root: logger.local === 'root', additive: attribute(logger, 'additivity')?.value !== 'false', refs: refs(logger) })),
  }, 'log4net');
}

function nlog(element: XmlElement, cx: RuleFileContext): void {
  const targets = children(element, 'targets').flatMap(below).filter(({ local }) => local === 'target' || local === 'wrapper-target');
  const rules = children(element, 'rules').flatMap((each) => children(each, 'logger'));
  const appenders = targets.map((target): Appender => {
    const name = attribute(target, 'name');
    const path = attribute(target, 'fileName')?.value ?? child(target, 'fileName')?.text ?? '';
    const type = attribute(target, 'type')?.value ?? '';
    return { name: name?.value ?? '', kind: /wrapper$/i.test(type) ? 'wrapper' : appenderKind(type, path), at: name?.valueSpan ?? target.nameSpan, path, refs: target.children.flatMap((inner) => attribute(inner, 'name')?.value ?? attribute(inner, 'ref')?.value ?? []) };
  });
  const written = rules.filter((rule) => attribute(rule, 'enabled')?.value !== 'false').map((rule) => ({ root: attribute(rule, 'name')?.value === '*', additive: true, refs: (attribute(rule, 'writeTo')?.value ?? attribute(rule, 'appendTo')?.value ?? '').split(/\s*,\s*/).filter(Boolean) }));
  report(cx, { appenders, loggers: written }, 'nlog');
}

/** log4net and NLog in files of their own and in the application's configuration. */
export const dotnetXmlLogs = ruleMatcher({
  language: 'xml', needles: [['log4net', 'appender'], [/<nlog\b/i, /<targets\b/]],
  on: {
    log4net(element, cx) {
      if (!desk.test(cx.path)) log4net(element, cx);
    },
    nlog(element, cx) {
      if (!desk.test(cx.path)) nlog(element, cx);
    },
  },
});

/** Text of a path: a literal, or what is known of parts that are joined. */
function joined(node: CsNode): string | undefined {
  const parts = node.type === 'invocation_expression' && /^(?:Combine|Join)$/.test(callName(node)) ? args(node).flatMap((part) => stringValue(part) ?? []) : [];
  const ending = node.type === 'interpolated_string_expression' ? /\}[/\\]?([\w./\\-]+\.(?:log|txt|json|clef))"$/.exec(node.text)?.[1] : undefined;
  return stringValue(node) ?? ending ?? (parts.length > 0 ? parts.map((part) => part.replace(/[/\\]$/, '')).join('/') : undefined);
}

/** Whether a file is written only where somebody names one, and the host logs elsewhere as well: `if (!string.IsNullOrEmpty(path))` around a further provider. */
function isAskedFor(call: CsNode): boolean {
  const [path] = args(call);
  const asked = path?.type === 'identifier' ? new RegExp(`^!(?:string|String)\\.IsNullOr(?:Empty|WhiteSpace)\\(${path.text}\\)$`) : undefined;
  for (let at = enclosing(call, 'if_statement'); at && asked; at = enclosing(at, 'if_statement')) {
    if (asked.test(plain(field(at, 'condition')))) return /\.AddProvider\(|\.AddSerilog\(/.test(at.text) && !/\.ClearProviders\(/.test(enclosingMember(call)?.text ?? '');
  }
  return false;
}

/** Serilog's file sink, and the file providers for Microsoft's logging. */
export const csharpLogs = ruleMatcher({
  language: 'csharp', needles: [['WriteTo', /\.\s*(?:File|RollingFile)\s*\(/], [/\b(?:logging|builder|loggerFactory)\w*(?:\.Logging)?\s*\.\s*AddFile\s*\(/i]],
  on: {
    invocation_expression(call, cx) {
      const name = callName(call);
      const at = calledName(call);
      const on = plain(receiver(call));
      if (!at || choice(call).kind === 'development') return;
      const serilog = /^(?:File|RollingFile)$/.test(name) && /\bWriteTo$|\.WriteTo\.Async\(|^\w{1,3}$/.test(on) && cx.text.includes('WriteTo');
      const provider = name === 'AddFile' && /log/i.test(on);
      if (!serilog && !provider) return;
      const path = args(call).map(joined).find((value) => value !== undefined && /[./\\]/.test(value) && !/\{(?:Timestamp|Message|Level|NewLine|Exception)\b/.test(value));
      const beside = /WriteTo\s*\.\s*Console\s*\(|AddConsole\s*\(/.test(cx.text);
      const further = beside || isAskedFor(call);
      const severity = further ? { severity: 'info' as const } : {};
      cx.report({ at: span(at), say: path === undefined ? 'given' : 'file', args: path === undefined ? {} : { file: path }, ...severity, cause: cx.path, data: { dotnet: serilog ? 'serilog' : 'provider', onConsole: further } });
    },
  },
});

function nameOf(sink: JsonNode): string {
  return sink.type === 'string' ? String(sink.value) : (text(sink, 'Name') ?? '');
}

/** Serilog in appsettings. */
export const serilogSettings = ruleMatcher({
  language: 'json', files: ['**/appsettings*.json', '**/serilog*.json'], needles: [['Serilog', 'WriteTo']],
  on: {
    document({ root }, cx) {
      if (desk.test(cx.path)) return;
      const node = jsonAt(root, 'Serilog', 'WriteTo');
      const sinks = node?.type === 'array' ? (node.children ?? []) : (node?.children ?? []).flatMap((property) => property.children?.[1] ?? []);
      const beside = sinks.some((sink) => nameOf(sink) === 'Console');
      for (const sink of sinks.filter((each) => /^(?:File|RollingFile)$/.test(nameOf(each)))) {
        const named = sink.type === 'string' ? sink : jsonAt(sink, 'Name');
        const at: Span = named ? { start: named.offset, end: named.offset + named.length } : { start: sink.offset, end: sink.offset + sink.length };
        cx.report({ at, say: 'file', args: { file: text(sink, 'Args', 'path') ?? text(sink, 'Args', 'pathFormat') ?? 'File' }, ...(beside ? { severity: 'info' as const } : {}), cause: cx.path, data: { dotnet: 'settings', onConsole: beside } });
      }
    },
  },
});
