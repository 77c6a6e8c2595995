import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, baseTypes, callName, calledName, declarationOf, descendants, enclosingMember, enclosingType, field, modifiers, named, nameOf, plain, receiver, span, stringValue, typeOf, type CsNode } from '../../../syntax/csharp/ask.js';

/** `Application`, `HttpContext.Current.Application` and variables of their type: not `Application` of windows or of Excel. */
function isApplication(node: CsNode): boolean {
  const text = plain(node);
  if (/(?:^|\.)(?:HttpContext(?:\.Current)?|Context|Page|HttpApplication)\.Application$/.test(text)) return true;
  if (/^HttpApplicationState/.test(typeOf(node))) return true;
  return text === 'Application' && node.type === 'identifier' && !declarationOf(node) && isWebPage(node);
}

/** Only web classes have an `Application` of their own; pages without a class around their code have one too. */
function isWebPage(node: CsNode): boolean {
  const type = enclosingType(node);
  return type === undefined || baseTypes(type).some((base) => /^(?:Page|\w*Page|HttpApplication|UserControl|MasterPage|\w*Controller|WebService|\w*Base)$/.test(base)) || /^(?:Global|MvcApplication|WebApiApplication)$/.test(nameOf(type)) || modifiers(type).has('partial');
}

const starting = /^(?:Application_(?:Start|End|Init|Disposed)|Init|Configuration|Configure\w*|OnApplication\w*)$/;

/** What the program knows of itself, and its own last failure: every process has these. */
const ofProcess = /\bGetName\(\)\.Version\b|\bAssembly\.Get\w+\(|FileVersionInfo\b|\bGetLastError\(\)|Environment\.(?:MachineName|ProcessId|Version)\b/;

/** The value with what the file tells of a variable, wherever it is set. */
function origin(value: CsNode | undefined): string {
  const declared = value?.type === 'identifier' ? declarationOf(value) : undefined;
  const member = value && declared?.kind === 'local' ? enclosingMember(value) : undefined;
  const set = member ? descendants(member, 'assignment_expression').filter((each) => field(each, 'left')?.text === value?.text).map((each) => field(each, 'right')?.text ?? '') : [];
  return [value?.text ?? '', declared?.value?.text ?? '', ...set].join('\n');
}

function tell(cx: RuleFileContext, at: CsNode, key: CsNode, value: CsNode | undefined): void {
  const member = enclosingMember(at);
  if (member && starting.test(nameOf(member))) return;
  const attribute = stringValue(key) ?? plain(key);
  if (value?.type === 'null_literal' || ofProcess.test(origin(value))) return;
  // `Application["hits"] = (int)Application["hits"] + 1` gathers.
  const gathers = value !== undefined && /\bApplication\b/.test(value.text);
  cx.report({ at: span(at), say: gathers ? 'gathered' : 'attribute', args: { attribute }, severity: gathers ? 'error' : 'warning', cause: `application ${attribute}` });
}

/** Values that ASP.NET keeps for all users in its application state. */
export const csharpApplication = ruleMatcher({
  language: 'csharp',
  needles: [['Application', /\bApplication\b\)?\s*(?:\[|\.\s*(?:Add|Set)\s*\()/], [/\bHttpApplicationState\w*\b/, /\]\s*(?:=|\+\+|\+=)|\.\s*(?:Add|Set)\s*\(/]],
  on: {
    assignment_expression(node, cx) {
      const left = field(node, 'left');
      const on = left?.type === 'element_access_expression' ? field(left, 'expression') : undefined;
      const key = left && on && named(named(field(left, 'subscript') ?? left)[0] ?? left)[0];
      if (on && key && isApplication(on)) tell(cx, on.type === 'member_access_expression' ? (field(on, 'name') ?? on) : on, key, field(node, 'right'));
    },
    invocation_expression(call, cx) {
      const on = receiver(call);
      const at = calledName(call);
      const [key, value] = args(call);
      if (on && at && key && value && /^(?:Add|Set)$/.test(callName(call)) && isApplication(on)) tell(cx, at, key, value);
    },
  },
});
