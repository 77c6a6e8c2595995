import type { Span } from '../../../base/text.js';
import type { JspPart, XmlAttribute } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { purposeOf, severityOfPurpose } from './attributes.js';

type Code = Extract<JspPart, { code: string }>;
type Tag = Extract<JspPart, { name: string }>;

/** Comments and the insides of literals replaced by text of the same length that matches nothing. */
function masked(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*/g, (part) =>
    part.startsWith('/') ? part.replace(/[^\n]/g, ' ') : `${part[0]}${'_'.repeat(part.length - 2)}${part[0]}`);
}

/** Java names of the session in a page: the implicit object, what a request hands out, and variables declared as one. */
function receivers(code: string): string {
  const declared = [...code.matchAll(/\bHttpSession\s+(\w+)/g)].map((match) => match[1] ?? '');
  return [...new Set(['session', ...declared])].join('|');
}

function reportName(cx: RuleFileContext, at: Span, written: string, value: string): void {
  const literal = /^"((?:[^"\\]|\\.)*)"$/.exec(written.trim())?.[1];
  const attribute = literal ?? (/^(?:\w+\.)*([A-Z][A-Z0-9_]*)$/.exec(written.trim())?.[1]);
  if (attribute === undefined) {
    cx.report({ at, say: 'dynamic', args: { expression: written.trim().slice(0, 60) || '?' }, cause: 'session' });
    return;
  }
  const purpose = purposeOf(attribute, value);
  cx.report({ at, say: purpose === 'user' ? 'attribute' : purpose, severity: severityOfPurpose[purpose], args: { attribute }, cause: 'session' });
}

function inCode(part: JspPart, cx: RuleFileContext): void {
  const { code, codeSpan } = part as Code;
  const readable = masked(code);
  const store = new RegExp(String.raw`(?<![\w.])(?:(?:${receivers(readable)})|(?:\w+\.)?getSession\s*\([^()]*\))\s*\.\s*(setAttribute|putValue)\s*\(\s*("_*"|[^,()]*(?:\([^()]*\))?[^,()]*),\s*([^;]*)`, 'dg');
  const scoped = /\b(setAttribute)\s*\(\s*("_*"|[\w.]+)\s*,\s*([^;]*?),\s*(?:PageContext\s*\.\s*)?SESSION_SCOPE\s*\)/dg;
  for (const match of [...readable.matchAll(store), ...readable.matchAll(scoped)]) {
    const [, call, name, value] = match.indices ?? [];
    if (!call || !name || !value || /^null\s*\)/.test(match[3] ?? '')) continue;
    reportName(cx, { start: codeSpan.start + call[0], end: codeSpan.start + call[1] }, code.slice(...name), code.slice(...value));
  }
}

function attribute(tag: Tag, name: string): XmlAttribute | undefined {
  return tag.attributes.find((candidate) => candidate.name === name);
}

/** Tags that store what they make under a name, and the attribute that carries the name; other tags with a scope only read. */
function storedName(tag: Tag): string | undefined {
  const local = tag.name.slice(tag.name.indexOf(':') + 1);
  switch (local) {
    case 'useBean':
      // Without a class the tag only looks for a bean that something else stored.
      return attribute(tag, 'class') || attribute(tag, 'beanName') ? attribute(tag, 'id')?.value : undefined;
    case 'remove':
      return undefined;
    case 'setLocale': case 'setTimeZone': case 'setBundle':
      return 'locale';
    case 'define':
      return attribute(tag, 'id')?.value;
    default:
      return attribute(tag, 'var')?.value ?? (local === 'set' ? attribute(tag, 'name')?.value : undefined);
  }
}

function inTag(part: JspPart, cx: RuleFileContext): void {
  const tag = part as Tag;
  const scope = attribute(tag, tag.name.endsWith(':define') ? 'toScope' : 'scope');
  if (scope?.value.toLowerCase() !== 'session') return;
  const name = storedName(tag);
  if (name === undefined) return;
  const purpose = purposeOf(name, '');
  cx.report({ at: { start: scope.start, end: scope.end }, say: purpose === 'user' ? 'attribute' : purpose, severity: severityOfPurpose[purpose], args: { attribute: name }, cause: 'session' });
}

/** Session writes in pages: scriptlets, declarations, and tags that store with session scope. Reads are not findings. */
export const jspSession = ruleMatcher({
  language: 'jsp',
  needles: [['setAttribute', 'session'], ['putValue', 'session'], ['setAttribute', 'getSession'], ['setAttribute', 'HttpSession'], ['setAttribute', 'SESSION_SCOPE'], [/[sS]cope\s*=\s*["']session["']/i]],
  on: { scriptlet: inCode, declaration: inCode, expression: inCode, tag: inTag },
});
