import type { XmlElement } from '../../contract/nodes.js';
import { profileKind } from '../config-file.js';
import { attribute, child, children, childText, descend } from '../xml/ask.js';
import { log4j2Setup } from './log4j2.js';
import { fromXml } from './part.js';
import { appenderKind, type Appender, type LoggerSetup, type LogSetup } from './setup.js';

/** Everything below an element except what Logback's `springProfile` keeps for a developer's desk or a test. */
function below(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((part) => {
    const profile = part.local === 'springProfile' ? attribute(part, 'name')?.value : undefined;
    if (profile !== undefined && profile.split(/[,|]/).every((one) => ['development', 'test'].includes(profileKind(one)))) return [];
    return [part, ...below(part)];
  });
}

/** Names of the appenders that an element hands events on to. */
export function refsOf(element: XmlElement): readonly string[] {
  return children(element, 'appender-ref').flatMap((ref) => {
    const name = attribute(ref, 'ref')?.value;
    return name === undefined ? [] : [byDefault(name)];
  });
}

/** What a name stands for when nothing else is configured: `${log.appender:-FILE}` is FILE. */
function byDefault(name: string): string {
  return /^\$\{[^}]*?:-([^}]*)\}$/.exec(name)?.[1] ?? name;
}

/** A logger that is switched off hands on no events. */
function isOff(logger: XmlElement): boolean {
  const level = attribute(logger, 'level')?.value ?? [...children(logger, 'level'), ...children(logger, 'priority')].flatMap((part) => attribute(part, 'value')?.value ?? [])[0];
  return level !== undefined && byDefault(level).toLowerCase() === 'off';
}

function parameter(appender: XmlElement, name: string): string | undefined {
  const found = children(appender, 'param').find((param) => attribute(param, 'name')?.value.toLowerCase() === name.toLowerCase());
  return found && attribute(found, 'value')?.value;
}

/** Path of a Logback or Log4j 1 file appender as written. */
function pathOf(appender: XmlElement): string {
  const rolling = [descend(appender, 'rollingPolicy', 'fileNamePattern'), descend(appender, 'rollingPolicy', 'FileNamePattern')].find((found) => found)?.text;
  return childText(appender, 'file') ?? childText(appender, 'File') ?? parameter(appender, 'File') ?? rolling ?? '';
}

function appenderOf(element: XmlElement): Appender {
  const name = attribute(element, 'name');
  const path = pathOf(element);
  const kind = appenderKind(attribute(element, 'class')?.value ?? '', path);
  // A sifting appender makes the appender inside it, one per key.
  const sifted = child(element, 'sift')?.children.filter((inner) => inner.local === 'appender').flatMap((inner) => attribute(inner, 'name')?.value ?? []) ?? [];
  return { name: name?.value ?? '', kind, path, at: name && name.valueSpan.end > name.valueSpan.start ? name.valueSpan : element.nameSpan, refs: [...refsOf(element), ...sifted] };
}

/** Appender definitions that Spring Boot ships for inclusion. */
function included(element: XmlElement): readonly Appender[] {
  const resource = attribute(element, 'resource');
  const file = /org\/springframework\/boot\/logging\/logback\/(file|console)-appender\.xml$/.exec(resource?.value ?? '')?.[1];
  return resource && file ? [{ name: file.toUpperCase(), kind: file === 'file' ? 'file' : 'console', at: resource.valueSpan, path: file === 'file' ? '${LOG_FILE}' : '', refs: [] }] : [];
}

/** Whether an element stands in a branch of Logback's `<if>`. */
function isConditional(element: XmlElement): boolean {
  return element.parent !== undefined && (/^(?:then|else)$/.test(element.parent.local) || isConditional(element.parent));
}

/** What Spring Boot ships is the same however often it is included. */
function once(appenders: readonly Appender[]): readonly Appender[] {
  return appenders.filter((appender, at) => appender.path !== '${LOG_FILE}' || appenders.findIndex((other) => other.name === appender.name) === at);
}

function loggerOf(element: XmlElement): LoggerSetup {
  const refs = isOff(element) ? [] : refsOf(element);
  return { root: element.local === 'root', additive: attribute(element, 'additivity')?.value !== 'false', refs, ...(isConditional(element) ? { conditional: true as const } : {}) };
}

/** Elements of a Logback or Log4j 1 document that hold outside of desks and tests, with the appenders and loggers among them. */
export function logbackParts(root: XmlElement): LogSetup & { readonly parts: readonly XmlElement[] } {
  const parts = below(root);
  const appenders = once(parts.flatMap((part) => (part.local === 'appender' ? [appenderOf(part)] : part.local === 'include' ? included(part) : [])));
  return { parts, appenders, loggers: parts.filter((part) => ['root', 'logger', 'category'].includes(part.local)).map(loggerOf) };
}

/** Reads Logback, Log4j 1 and Log4j 2 XML from the outermost element; `undefined` for other documents. */
export function xmlSetup(root: XmlElement): LogSetup | undefined {
  if (root.parent || root.local.toLowerCase() !== 'configuration') return undefined;
  if (root.children.some((part) => part.local.toLowerCase() === 'appenders')) return log4j2Setup(fromXml(root));
  const { appenders, loggers } = logbackParts(root);
  return appenders.length === 0 ? undefined : { appenders, loggers };
}
