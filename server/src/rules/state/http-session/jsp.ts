import type { Span } from '../../../base/text.js';
import type { JspPart } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { maskedCode, scopeOf, storedName, type JspCode, type JspTag } from '../../../syntax/jsp/ask.js';
import { confidenceOf, purposeOf, severityOfPurpose } from './attributes.js';
import { readerOfPage } from './reader.js';

/** Java names of the session in a page: the implicit object, what a request hands out, and variables declared as one. */
function receivers(code: string): string {
  const declared = [...code.matchAll(/\bHttpSession\s+(\w+)/g)].map((match) => match[1] ?? '');
  return [...new Set(['session', ...declared])].join('|');
}

function reportName(cx: RuleFileContext, at: Span, written: string, value: string): void {
  const literal = /^"((?:[^"\\]|\\.)*)"$/.exec(written.trim())?.[1];
  const attribute = literal ?? (/^(?:\w+\.)*([A-Z][A-Z0-9_]*)$/.exec(written.trim())?.[1]);
  if (attribute === undefined) {
    cx.report({ at, say: 'dynamic', confidence: 'medium', args: { expression: written.trim().slice(0, 60) || '?' }, cause: 'session' });
    return;
  }
  const purpose = purposeOf(attribute, value);
  // The name of a constant says nothing of how pages read the attribute.
  const reader = literal === undefined ? undefined : readerOfPage(cx, literal);
  cx.report({ at, say: purpose === 'user' ? 'attribute' : purpose, severity: severityOfPurpose[purpose], confidence: confidenceOf(attribute), args: { attribute }, cause: 'session', ...(reader ? { reader } : {}) });
}

function inCode(part: JspPart, cx: RuleFileContext): void {
  const { code, codeSpan } = part as JspCode;
  const readable = maskedCode(code);
  const store = new RegExp(String.raw`(?<![\w.])(?:(?:${receivers(readable)})|(?:\w+\.)?getSession\s*\([^()]*\))\s*\.\s*(setAttribute|putValue)\s*\(\s*("_*"|[^,()]*(?:\([^()]*\))?[^,()]*),\s*([^;]*)`, 'dg');
  const scoped = /\b(setAttribute)\s*\(\s*("_*"|[\w.]+)\s*,\s*([^;]*?),\s*(?:PageContext\s*\.\s*)?SESSION_SCOPE\s*\)/dg;
  for (const match of [...readable.matchAll(store), ...readable.matchAll(scoped)]) {
    const [, call, name, value] = match.indices ?? [];
    if (!call || !name || !value || /^null\s*\)/.test(match[3] ?? '')) continue;
    reportName(cx, { start: codeSpan.start + call[0], end: codeSpan.start + call[1] }, code.slice(...name), code.slice(...value));
  }
}

/** A bean of the four pages that a development environment writes to try a web service out by hand. */
function isTrial(path: string, bean: string): boolean {
  return /^sample\w*Proxyid$/.test(bean) && /(?:^|\/)sample\w*Proxy\w*\/(?:Input|Method|Result|TestClient)\.jsp$/.test(path);
}

function inTag(part: JspPart, cx: RuleFileContext): void {
  const tag = part as JspTag;
  const scope = scopeOf(tag);
  if (scope?.value.toLowerCase() !== 'session') return;
  const name = storedName(tag);
  if (name === undefined || isTrial(cx.path, name)) return;
  const purpose = purposeOf(name, '');
  cx.report({ at: { start: scope.start, end: scope.end }, say: purpose === 'user' ? 'attribute' : purpose, severity: severityOfPurpose[purpose], confidence: confidenceOf(name), args: { attribute: name }, cause: 'session', data: { tag: true } });
}

/** Session writes in pages: scriptlets, declarations, and tags that store with session scope. Reads are not findings. */
export const jspSession = ruleMatcher({
  language: 'jsp',
  needles: [['setAttribute', 'session'], ['putValue', 'session'], ['setAttribute', 'getSession'], ['setAttribute', 'HttpSession'], ['setAttribute', 'SESSION_SCOPE'], [/[sS]cope\s*=\s*["']session["']/i]],
  on: { scriptlet: inCode, declaration: inCode, expression: inCode, tag: inTag },
});
