import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, calledName, createdClass, isCommandLine, type PhpNode } from '../../../syntax/php/ask.js';
import { literalText } from '../../../syntax/php/value.js';
import { field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** The first word of a command as far as it is literal. */
function toolOf(command: PhpNode | undefined): string | undefined {
  let at = command;
  while (at?.type === 'binary_expression') at = field(at, 'left');
  if (at?.type === 'array_creation_expression') return literalText(named(named(at)[0])[0]);
  const text = at?.type === 'encapsed_string' && named(at)[0]?.type === 'string_content' ? named(at)[0]?.text : literalText(at);
  return /^\s*((?:\/[\w.-]+)*\/?[\w.-]+)(?:\s|$)/.exec(text ?? '')?.[1];
}

/** Asks for the version of the code, which only tells people something. */
const asksVersion = /^['"]?\s*(?:git\s+(?:describe|rev-parse|log|show|branch|symbolic-ref)\b|\S+\s+(?:--?version|-[vV])\b)/;

function report(cx: RuleFileContext, token: PhpNode | undefined, tool: string | undefined): void {
  const name = tool?.slice(tool.lastIndexOf('/') + 1);
  if (!token || !name || /^(?:php|artisan|sh|bash|echo|cd|mklink|which|where|command|type|start|taskkill|tasklist|wmic|whoami|uname|hostname|date|ls|cat|rm|mv|cp|mkdir|chmod|df|du|free|uptime|nproc|ps|kill|stty|tput)$/.test(name)) return;
  cx.report({ at: span(token), say: 'tool', args: { tool: name }, data: { tool: name }, cause: `spawn ${name}` });
}

/** Programs that PHP code starts by name. */
export const phpSpawns = ruleMatcher({
  language: 'php',
  needles: [[/\b(?:shell_exec|proc_open|passthru|popen)\s*\(/], [/(?<![\w>:$])(?:exec|system)\s*\(/], ['Process', 'new', /Symfony\\Component\\Process/]],
  on: {
    function_call_expression(call, cx) {
      if (/^(?:exec|shell_exec|system|passthru|proc_open|popen)$/.test(calledName(call)) && !asksVersion.test(args(call)[0]?.text ?? '') && !isCommandLine(cx, call)) report(cx, field(call, 'function'), toolOf(args(call)[0]));
    },
    object_creation_expression(creation, cx) {
      if (createdClass(cx, creation) === 'Symfony\\Component\\Process\\Process' && !isCommandLine(cx, creation)) report(cx, named(creation)[0], toolOf(args(creation)[0]));
    },
  },
});
