import { shortened } from '../../../base/text.js';
import { ruleMatcher, type ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/go/files.js';
import { servesGo } from '../../../facts/go/tables.js';
import { args, assignedValue, calleeOf, functionOf, handlerAround, isCommandLine, isGenerated, type GoNode } from '../../../syntax/go/ask.js';
import { span } from '../../../syntax/tree-sitter/nodes.js';

function pathText(path: GoNode): string {
  const value = assignedValue(path);
  return value ? value.text : path.text;
}

const seenKey = {};

/** Files that functions with a request leave on the disk of the pod. */
export const goWrites = ruleMatcher({
  language: 'go',
  needles: [[/\.SaveUploadedFile\(|\.SaveFile\(/], [/\bos\.(?:Create|WriteFile|OpenFile)\(|\bioutil\.WriteFile\(/, /http\.ResponseWriter|gin\.Context|echo\.Context|fiber\.Ctx/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      if (!callee || isGenerated(cx) || isCommandLine(cx, call) || !handlerAround(cx, call)) return;
      const saved = callee.receiver !== undefined && /^Save(?:Uploaded)?File$/.test(callee.name) && args(call).length === 2;
      const written = /^(?:os|io\/ioutil)$/.test(callee.path ?? '') && /^(?:Create|WriteFile|OpenFile)$/.test(callee.name);
      const path = args(call)[saved ? 1 : 0];
      if ((!saved && !written) || !path || (callee.name === 'OpenFile' && !/O_(?:CREATE|WRONLY|RDWR|APPEND)/.test(call.text))) return;
      const text = pathText(path);
      const scope = functionOf(call)?.text ?? '';
      if (/TempDir|MkdirTemp|CreateTemp|"\/tmp|\/dev\//.test(`${text} ${pathText(path)}`) || /\bos\.Remove(?:All)?\(/.test(scope)) return;
      const upload = saved || /FormFile|MultipartForm|MultipartReader|r\.Body|c\.Request\.Body/.test(scope);
      const seen = cx.once(seenKey, () => new Set<string>());
      const key = `${functionOf(call)?.startIndex ?? 0} ${path.text}`;
      if (seen.has(key)) return;
      seen.add(key);
      const fixed = /"[^"]*[\w-]+[^"]*"/.test(text) && !/[gG]etenv|[cC]onfig|viper|[oO]ptions|[sS]ettings/.test(text);
      cx.report({
        at: span(callee.token), say: upload ? 'upload' : 'file', args: { where: shortened(text) },
        severity: upload && fixed ? 'error' : 'warning', confidence: fixed ? 'high' : 'medium', data: { directory: /^"(\/[^"]*)"/.exec(text)?.[1] ?? '' },
      });
    },
  },
});

/** Files that functions behind the handlers leave on the disk of the pod. */
export const goFiles: ProjectCheck<'go.file'> = {
  subject: 'go.file',
  reads: ['go.file', 'go.server'],
  check(subject, { model, report }) {
    const { where, upload } = subject.value;
    if (servesGo(model, subject.file)) report({ say: upload ? 'upload' : 'file', args: { where }, severity: 'warning', confidence: 'medium', data: { directory: /^"(\/[^"]*)"/.exec(where)?.[1] ?? '' } });
  },
};
