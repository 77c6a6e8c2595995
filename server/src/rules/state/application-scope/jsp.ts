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

function inTag(part: JspPart, cx: RuleFileContext): void {
  const tag = part as JspTag;
  const scope = scopeOf(tag);
  if (scope?.value.toLowerCase() !== 'application') return;
  const name = storedName(tag);
  const value = attribute(tag, 'value')?.value;
  if (name === undefined || name === 'locale' || isReleased(tag) || (value !== undefined && (!/[$#]\{/.test(value) || /contextPath|initParam/.test(value)))) return;
  cx.report({ at: { start: scope.start, end: scope.end }, say: 'attribute', args: { attribute: name }, cause: 'application' });
}

/** Pages that store in the application scope. */
export const jspApplication = ruleMatcher({
  language: 'jsp',
  needles: [['setAttribute', /\bapplication\s*\.\s*setAttribute\b/], ['getServletContext', 'setAttribute'], [/[sS]cope\s*=\s*["']application["']/i]],
  on: { scriptlet: inCode, declaration: inCode, tag: inTag },
});
