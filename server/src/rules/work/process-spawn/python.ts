import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { calledName, calleeSpan, enclosingFunction, filledIn, literalText, named, positional, type PythonNode } from '../../../syntax/python/ask.js';
import { soleValue } from '../../../syntax/python/scope.js';
import { isCommandLine, isMainGuarded } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

const spawns = /^(?:subprocess\.(?:run|Popen|call|check_call|check_output|getoutput|getstatusoutput)|os\.(?:system|popen|execv\w*|execl\w*|spawn\w+)|asyncio\.(?:subprocess\.)?create_subprocess_(?:exec|shell))$/;
/** What every image has, and the interpreter itself. */
const everywhere = /^(?:python[\d.]*|sh|bash|env|cat|ls|cp|mv|rm|mkdir|echo|true|false|kill|sleep|date|uname|hostname|id|whoami|grep|sed|awk|sort|head|tail|tar|gzip|find|chmod|chown|touch|df|du|nproc|test|xargs|tr|cut|wc|pip\d?)$/;
const windows = /^(?:cmd(?:\.exe)?|powershell(?:\.exe)?|[\w-]+\.exe|taskkill|tasklist|reg|wmic|net)$/i;

/** First word of the command; `undefined` when the file does not show it. */
function toolOf(cx: RuleFileContext, node: PythonNode | undefined): string | undefined {
  if (node?.type === 'identifier') {
    const value = soleValue(cx, node);
    return value && value.type !== 'identifier' ? toolOf(cx, value) : undefined;
  }
  if (node?.type === 'binary_operator') return toolOf(cx, named(node)[0]);
  if (node?.type === 'list' || node?.type === 'tuple') return toolOf(cx, named(node)[0]);
  // `shutil.which("convert")`: the path of a program that is named.
  if (node?.type === 'call' && calledName(cx, node) === 'shutil.which') return toolOf(cx, positional(node)[0]);
  const text = literalText(node)?.trim();
  const word = text?.split(/\s+/).find((each) => !/^\w+=/.test(each) && each !== 'sudo' && each !== 'exec');
  return word === undefined || word === '' || word.includes(filledIn) ? undefined : word.replace(/^.*\//, '');
}

function onCall(call: PythonNode, cx: RuleFileContext): void {
  if (!spawns.test(calledName(cx, call)) || !enclosingFunction(call) || isDevelopmentOnly(cx, call) || isCommandLine(cx, call) || isMainGuarded(call)) return;
  const [first] = positional(call);
  const tool = toolOf(cx, first);
  if (tool === undefined) {
    if (!/sys\.executable/.test(first?.text ?? '') && !/sys\.executable/.test((first?.type === 'identifier' ? soleValue(cx, first)?.text : '') ?? '')) cx.report({ at: calleeSpan(call), say: 'unknown', severity: 'info', data: {}, cause: `spawn ${cx.path}` });
    return;
  }
  if (everywhere.test(tool)) return;
  cx.report({ at: calleeSpan(call), say: windows.test(tool) ? 'windows' : 'tool', args: { tool }, data: { tool }, cause: `spawn ${tool}` });
}

export const pythonSpawns = ruleMatcher({ language: 'python', needles: [['subprocess'], [/\bos\.(?:system|popen|exec|spawn)/], ['create_subprocess_exec'], ['create_subprocess_shell']], on: { call: onCall } });
