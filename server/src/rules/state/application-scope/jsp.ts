import type { JspPart } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { attribute, maskedCode, scopeOf, storedName, type JspCode, type JspTag } from '../../../syntax/jsp/ask.js';

/** A literal, a path of the deployment, or nothing: the same in every replica. */
const constant = /^(?:"[^"]*"|'[^']*'|-?\d[\w.]*|null)$|\.(?:getContextPath|getRealPath|getInitParameter|getServerInfo)\s*\(/;
const write = /(?<![\w.])(?:application|(?:\w+\.)?getServletContext\s*\(\s*\))\s*\.\s*(setAttribute)\s*\(\s*("_*"|[\w.]+)\s*,\s*([^;]*?)\)\s*;/dg;

function inCode(part: JspPart, cx: RuleFileContext): void {
  const { code, codeSpan } = part as JspCode;
  for (const match of maskedCode(code).matchAll(write)) {
    const [, call, name, value] = match.indices ?? [];
    if (!call || !name || !value || constant.test(code.slice(...value).trim())) continue;
    const written = code.slice(...name);
    // What the page reads under the same name is counted or gathered there.
    const gathered = new RegExp(String.raw`getAttribute\s*\(\s*${written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\s*\)`).test(cx.text);
    cx.report({
      at: { start: codeSpan.start + call[0], end: codeSpan.start + call[1] }, say: gathered ? 'gathered' : 'attribute', severity: gathered ? 'error' : 'warning',
      args: { attribute: written.replace(/^"|"$/g, '') }, cause: 'application',
    });
  }
}

/** What the release or its environment says: settings of the environment, static values, translated texts. */
const released = /^[#$]?\{?\s*(?:@?environment\b|@systemProperties\b|@systemEnvironment\b|systemProperties\b|initParam\b|T\()/;

/** Tags whose value is the same in every replica, whatever is requested. */
function isReleased(tag: JspTag): boolean {
  const local = tag.name.slice(tag.name.indexOf(':') + 1);
  if (local === 'eval' || local === 'set') return released.test((attribute(tag, local === 'eval' ? 'expression' : 'value')?.value ?? '').trim());
  return local === 'url' || local === 'setBundle' || local === 'bundle';
}

/** Where a page puts a variable: offsets of `${…}` that mention it. */
function mentionsOf(text: string, name: string): readonly number[] {
  return [...text.matchAll(new RegExp(String.raw`[$#]\{[^}]*\b${name}\b[^}]*\}`, 'g'))].map(({ index }) => index);
}

/** What stands between the last quote, bracket or blank before a place and the place: `id="table_` or `'#`. */
function beforeMention(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at);
}

const namesElement = /\bid\s*=\s*["'][\w-]*$|["'][^"'\n]*#[\w-]*$/;

/**
 * Whether all that a page makes of a variable is names of elements within the page, directly or by one other variable:
 * `<c:set var="box" value="box_${next}"/> … <div id="${box}">`. Such a number has to differ within one page only.
 */
function onlyNamesElements(text: string, name: string): boolean {
  if (!/^\w+$/.test(name) || text.includes(`("${name}"`)) return false;
  const others = mentionsOf(text, name).filter((at) => !/^[$#]\{\s*(?:not\s+|!\s*)?empty\b/.test(text.slice(at, at + 30)));
  const given = others.map((at) => {
    const before = beforeMention(text, at);
    if (namesElement.test(before)) return true;
    const target = /\bvar\s*=\s*["'](\w+)["']\s+value\s*=\s*["'][\w-]*$/.exec(before)?.[1];
    if (target === undefined) return false;
    const mentions = target === name ? [] : mentionsOf(text, target);
    return target === name ? undefined : mentions.length > 0 && mentions.every((place) => namesElement.test(beforeMention(text, place)));
  });
  return given.includes(true) && !given.includes(false);
}

function inTag(part: JspPart, cx: RuleFileContext): void {
  const tag = part as JspTag;
  const scope = scopeOf(tag);
  if (scope?.value.toLowerCase() !== 'application') return;
  const name = storedName(tag);
  const value = attribute(tag, 'value')?.value;
  if (name === undefined || name === 'locale' || isReleased(tag) || onlyNamesElements(cx.text, name) || (value !== undefined && (!/[$#]\{/.test(value) || /contextPath|initParam/.test(value)))) return;
  cx.report({ at: { start: scope.start, end: scope.end }, say: 'attribute', args: { attribute: name }, cause: 'application' });
}

/** Pages that store in the application scope. */
export const jspApplication = ruleMatcher({
  language: 'jsp',
  needles: [['setAttribute', /\bapplication\s*\.\s*setAttribute\b/], ['getServletContext', 'setAttribute'], [/[sS]cope\s*=\s*["']application["']/i]],
  on: { scriptlet: inCode, declaration: inCode, tag: inTag },
});
