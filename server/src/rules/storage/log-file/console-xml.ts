import type { XmlElement } from '../../../contract/nodes.js';
import { xmlAdapter } from '../../../syntax/xml/adapter.js';
import { attribute, children, rootOf } from '../../../syntax/xml/ask.js';
import type { AppenderData, Replacement } from './console-fix.js';
import { withSpaceBefore, wholeLines } from './lines.js';

const remove = (text: string, element: XmlElement): Replacement => ({ span: wholeLines(text, element), text: '' });

/** Parts that only a file appender of Logback or Log4j 1 understands. */
const fileParts = new Set(['file', 'append', 'prudent', 'lazy', 'buffersize', 'rollingpolicy', 'triggeringpolicy']);
const fileParams = new Set(['file', 'append', 'maxfilesize', 'maximumfilesize', 'maxbackupindex', 'datepattern', 'bufferedio', 'buffersize', 'filename']);

function isFilePart(part: XmlElement): boolean {
  return fileParts.has(part.local.toLowerCase()) || (part.local === 'param' && fileParams.has(attribute(part, 'name')?.value.toLowerCase() ?? ''));
}

function byClass(text: string, appender: XmlElement): readonly Replacement[] | undefined {
  const type = attribute(appender, 'class');
  // A layout for a page of its own makes no sense line by line.
  if (!type || /HTMLLayout/.test(text.slice(appender.start, appender.end))) return undefined;
  const name = type.value.startsWith('org.apache.log4j.') ? 'org.apache.log4j.ConsoleAppender' : 'ch.qos.logback.core.ConsoleAppender';
  return [{ span: type.valueSpan, text: name }, ...appender.children.filter(isFilePart).map((part) => remove(text, part))];
}

const consoleAttributes = new Set(['name', 'ignoreexceptions', 'target', 'immediateflush']);
const consoleParts = /(?:Layout|Filter|Filters)$/i;

/** Log4j 2: the element is the type. */
function byElement(text: string, appender: XmlElement): readonly Replacement[] {
  const strict = appender.local.toLowerCase() === 'appender' ? attribute(appender, 'type') : undefined;
  const closing = text.slice(0, appender.end).lastIndexOf(`</${appender.name}`);
  const renamed: readonly Replacement[] = strict
    ? [{ span: strict.valueSpan, text: 'Console' }]
    : [{ span: appender.nameSpan, text: 'Console' }, ...(closing >= appender.openTag.end ? [{ span: { start: closing + 2, end: closing + 2 + appender.name.length }, text: 'Console' }] : [])];
  const gone = appender.attributes.filter((each) => each !== strict && !consoleAttributes.has(each.name.toLowerCase()));
  return [
    ...renamed,
    ...gone.map((each): Replacement => ({ span: withSpaceBefore(text, each), text: '' })),
    ...appender.children.filter((part) => !consoleParts.test(part.local) && part.local.toLowerCase() !== 'name').map((part) => remove(text, part)),
  ];
}

function isAppender(element: XmlElement): boolean {
  return element.local.toLowerCase() === 'appender' || element.parent?.local.toLowerCase() === 'appenders';
}

function elementsOf(text: string): readonly XmlElement[] {
  const all: XmlElement[] = [];
  const parsed = xmlAdapter.parse(text, '');
  parsed.visit(new Set(['*']), (_key, element) => all.push(element));
  parsed.dispose();
  return all;
}

/** Edits that move one file appender of an XML configuration to the console; `undefined` when it cannot be done. */
export function xmlConsole(text: string, { appender: name, onConsole }: AppenderData): readonly Replacement[] | undefined {
  const elements = elementsOf(text);
  const appender = elements.find((element) => isAppender(element) && (attribute(element, 'name')?.value === name));
  if (!appender) return undefined;
  if (onConsole) {
    const refs = elements.filter((element) => /^appender-?ref$/i.test(element.local) && attribute(element, 'ref')?.value === name);
    return [appender, ...refs].map((element) => remove(text, element));
  }
  return children(rootOf(appender), 'Appenders').length + children(rootOf(appender), 'appenders').length > 0 ? byElement(text, appender) : byClass(text, appender);
}
