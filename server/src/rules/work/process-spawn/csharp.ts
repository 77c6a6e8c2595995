import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, calledName, callName, declarationOf, declaresType, descendants, enclosingMember, field, plain, receiver, span, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';

const asksSystem = /\bIsOSPlatform\(|OperatingSystem\.Is|RuntimeInformation\.IsOS|PlatformID\.(?:Unix|Win)/;
const windowsTools = /^(?:cmd|powershell|net|netsh|reg|regsvr32|sc|iisreset|wmic|taskkill|tasklist|explorer|notepad|msiexec|robocopy|xcopy|cscript|wscript|rundll32|certutil|schtasks|icacls|appcmd)(?:\.exe)?$/i;

/** The program that a start names: a literal, or the file name of a start info made here. */
function program(first: CsNode | undefined): CsNode | undefined {
  if (!first) return undefined;
  if (stringValue(first) !== undefined) return first;
  const declared = first.type === 'identifier' ? declarationOf(first) : undefined;
  const made = first.type.endsWith('object_creation_expression') ? first : declared?.value;
  if (!made || !made.type.endsWith('object_creation_expression')) return declared?.value && stringValue(declared.value) !== undefined ? declared.value : undefined;
  const assigned = descendants(made, 'assignment_expression').find((each) => field(each, 'left')?.text === 'FileName');
  return assigned ? field(assigned, 'right') : args(made)[0];
}

/** Whether the member asks before, by `Cli.Wrap("which")`, if the system has the tool: without it the code goes another way. */
function isLookedFor(at: CsNode, tool: string): boolean {
  const member = enclosingMember(at);
  return member !== undefined && descendants(member, 'invocation_expression').some((call) => call.endIndex < at.startIndex && callName(call) === 'WithArguments'
    && stringValue(args(call)[0]) === tool && /^(?:CliWrap\.)?Cli\.Wrap\("(?:which|where)(?:\.exe)?"\)$/.test(plain(receiver(call))));
}

function report(cx: RuleFileContext, at: CsNode, first: CsNode | undefined): void {
  const found = program(first);
  const value = stringValue(found);
  if (value === undefined) {
    // Opening a page in a browser or a document is no matter of the server.
    if (first && /url|uri|link|http/i.test(first.text)) return;
    return cx.report({ at: span(at), say: 'unknown', severity: 'info', confidence: 'low' });
  }
  if (/^(?:https?:|mailto:|xdg-open|open$)/i.test(value) || value === '') return;
  const tool = value.split(/[\\/]/).at(-1) ?? value;
  // The image of a program of .NET carries what runs it.
  if (/^dotnet(?:\.exe)?$/i.test(tool)) return;
  if (isLookedFor(at, tool)) return cx.report({ at: span(at), say: 'optional', args: { tool }, severity: 'info', cause: `program ${tool}`, data: { tool } });
  const windows = windowsTools.test(tool) || /^[A-Za-z]:[\\/]/.test(value);
  cx.report({ at: span(at), say: windows ? 'windows' : 'tool', args: { tool }, cause: `program ${tool}`, data: { tool } });
}

/** Whether a call is CliWrap's `Cli.Wrap(program)`. */
function wraps(call: CsNode, cx: RuleFileContext): boolean {
  return callName(call) === 'Wrap' && /^(?:CliWrap\.)?Cli$/.test(plain(receiver(call))) && !declaresType(cx, call, 'Cli');
}

/** A program that CliWrap starts, if it is named here or is the one that is taken when a setting names none. */
function wrapped(call: CsNode, at: CsNode, cx: RuleFileContext): void {
  const [first] = args(call);
  const fallback = first && stringValue(first) === undefined ? descendants(first, 'string_literal').find((each) => /^[\w.-]+$/.test(stringValue(each) ?? '')) : undefined;
  const named = program(fallback ?? first);
  const tool = stringValue(named) ?? '';
  // Where another system is asked for, its tools are for that one; `which` only looks for the tool it is given.
  if (!named || tool === '' || /^(?:which|where)(?:\.exe)?$/.test(tool) || (asksSystem.test(cx.text) && windowsTools.test(tool))) return;
  report(cx, at, named);
}

/** Programs that C# starts. */
export const csharpSpawns = ruleMatcher({
  language: 'csharp', needles: [[/\bProcess\s*\.\s*Start\s*\(/], ['ProcessStartInfo'], [/\bCli\s*\.\s*Wrap\s*\(/]],
  on: {
    invocation_expression(call, cx) {
      const at = calledName(call);
      const on = plain(receiver(call));
      if (at && wraps(call, cx) && choice(call).kind !== 'development') return wrapped(call, at, cx);
      if (!at || callName(call) !== 'Start' || !/^(?:System\.Diagnostics\.)?Process$/.test(on) || declaresType(cx, call, 'Process') || choice(call).kind === 'development') return;
      if (!asksSystem.test(cx.text)) report(cx, at, args(call)[0]);
    },
    assignment_expression(node, cx) {
      // `process.StartInfo = new ProcessStartInfo("tool")` and `process.StartInfo.FileName = "tool"`
      const left = plain(field(node, 'left'));
      const right = field(node, 'right');
      if (right && /\.StartInfo(?:\.FileName)?$/.test(left) && !asksSystem.test(cx.text)) report(cx, field(node, 'left') ?? node, right);
    },
  },
});
