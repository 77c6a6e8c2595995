import { dirname } from '../../../base/paths.js';
import { shortened } from '../../../base/text.js';
import { ruleMatcher, type ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/go/files.js';
import { servesGo } from '../../../facts/go/tables.js';
import { args, assignedValue, calleeOf, functionOf, handlerAround, isAside, isCommandLine, isGenerated, type GoNode } from '../../../syntax/go/ask.js';
import { below, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

function pathText(path: GoNode): string {
  const value = assignedValue(path);
  return value ? value.text : path.text;
}

/** In a branch that gives up: what was kept is kept everywhere else. */
function isOnFailure(call: GoNode): boolean {
  for (let at: GoNode = call; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type !== 'if_statement' || field(parent, 'consequence')?.id !== at.id) continue;
    const condition = field(parent, 'condition')?.text ?? '';
    const leaves = named(named(at)[0]).at(-1)?.type === 'return_statement';
    if (/\berr\w*\s*!=\s*nil/.test(condition) || (leaves && /\b[aA]bort\w*\(|http\.Error\(|\.Status(?:Bad|Forbidden|Unprocess|Internal|Conflict|Unsupported|RequestEntity)\w*/.test(at.text))) return true;
  }
  return false;
}

/** The function takes away what it wrote. */
function takesAway(callable: GoNode | undefined): boolean {
  return below(callable, 'call_expression').some((each) => /^os\.Remove(?:All)?$/.test(field(each, 'function')?.text ?? '') && !isOnFailure(each));
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
      if (/TempDir|MkdirTemp|CreateTemp|"\/tmp|\/dev\//.test(`${text} ${pathText(path)}`) || takesAway(functionOf(call))) return;
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

/** Folders of the disk that clients change through WebDAV. */
export const goWebDav = ruleMatcher({
  language: 'go',
  needles: [['golang.org/x/net/webdav', 'webdav.Dir(']],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      const [folder] = args(call);
      if (callee?.path !== 'golang.org/x/net/webdav' || callee.name !== 'Dir' || !folder || isAside(cx, call) || !/\bwebdav\.Handler\{/.test(cx.text)) return;
      const text = pathText(folder);
      if (/TempDir|MkdirTemp|"\/tmp/.test(text)) return;
      cx.report({ at: span(callee.token), say: 'upload', args: { where: shortened(text) }, severity: 'warning', confidence: 'medium', data: { directory: /^"(\/[^"]*)"/.exec(text)?.[1] ?? '' } });
    },
  },
});

/** Files that functions behind the handlers leave on the disk of the pod. */
export const goFiles: ProjectCheck<'go.file'> = {
  subject: 'go.file',
  reads: ['go.file', 'go.file-call', 'go.server'],
  check(subject, { model, report }) {
    const { where, upload, by } = subject.value;
    // Every function that hands it a path takes the file away again.
    const calls = by === undefined ? [] : model.factsFor('go.file-call', subject.file).filter(({ file, value }) => dirname(file) === dirname(subject.file) && value.function === by);
    if (calls.length > 0 && calls.every(({ value }) => value.removed)) return;
    if (servesGo(model, subject.file)) report({ say: upload ? 'upload' : 'file', args: { where }, severity: 'warning', confidence: 'medium', data: { directory: /^"(\/[^"]*)"/.exec(where)?.[1] ?? '' } });
  },
};
