import type { Span } from '../../../base/text.js';
import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { profileKind, profileOfPath } from '../../../syntax/config-file.js';
import { isCertainPath } from '../../../syntax/file-path.js';
import { uploadSetting } from '../../../syntax/storage-setting.js';
import { attribute, childText, rootOf } from '../../../syntax/xml/ask.js';
import { machinePath, report } from './report.js';
import { isOpened, variableName } from './settings.js';

/** Root elements of what configures the running application; logging has a rule of its own. */
const configuration = /^(?:beans|blueprint|struts|web-app|Context|properties|config|settings|camelContext|routes)$/;

/** Name that an element's value goes by: its own attribute, or that of an element around it up to the bean. */
function nameOf(element: XmlElement): string {
  const names: string[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const name = attribute(at, 'name')?.value ?? attribute(at, 'key')?.value ?? (at.local === 'bean' ? attribute(at, 'id')?.value : undefined);
    if (name !== undefined) names.unshift(name);
    if (at.local === 'bean') break;
  }
  return element.local === 'param-value' && element.parent ? (childText(element.parent, 'param-name') ?? '') : names.join('.');
}

function isForDevelopment(element: XmlElement, path: string): boolean {
  const profiles = [profileOfPath(path)];
  for (let at: XmlElement | undefined = element; at; at = at.parent) if (at.local === 'beans') profiles.push(attribute(at, 'profile')?.value);
  return profiles.some((profile) => ['development', 'test'].includes(profileKind(profile)));
}

/** Where Spring's resolver puts the parts of a running request; it makes the folder itself where there is none. */
const spool = /(?:^|\.)uploadTempDir$/;

function look(cx: RuleFileContext, element: XmlElement, value: string, at: Span): void {
  const path = machinePath(value);
  const root = rootOf(element).local;
  if (!path || !configuration.test(root) || isForDevelopment(element, cx.path)) return;
  const name = nameOf(element);
  if (name === '' || uploadSetting(name, value) || !isOpened(name, path)) return;
  const bean = root === 'beans' && !/[{}\r\n]/.test(cx.text.slice(at.start, at.end));
  report(cx, {
    at, name, path, shown: value.trim(), confidence: isCertainPath(path) ? 'high' : 'medium', ...(spool.test(name) ? { severity: 'info' as const } : {}),
    data: { setting: name, profile: '', start: at.start, end: at.end, variable: bean ? variableName(name) : '', filledBy: bean ? 'beans' : 'nobody' },
  });
}

function check(element: XmlElement, cx: RuleFileContext): void {
  const value = attribute(element, 'value');
  if (value) look(cx, element, value.value, value.valueSpan);
  else if (element.textSpan && element.children.length === 0) look(cx, element, element.text, element.textSpan);
}

const holders = ['property', 'entry', 'constructor-arg', 'prop', 'value', 'constant', 'param-value', 'Parameter', 'Environment'];

/** Bean properties and parameters that name a place of one machine. */
export const xmlPath = ruleMatcher({
  language: 'xml',
  needles: [[/[">\s](?:file:\/*)?(?:[A-Za-z]:[\\/]|\\\\\w|\/(?:data|home|opt|usr|var|etc|mnt|srv|root|export|nas|app|apps|was|batch|storage|share|user|egov|files?|u0|vol|disk|jeus)\w*\/)/i]],
  on: Object.fromEntries(holders.map((name) => [name, check])),
});
