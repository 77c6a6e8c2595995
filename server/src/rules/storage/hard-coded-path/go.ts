import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, assignedValue, calleeOf, functionOf, isAside, stringValue, type GoNode } from '../../../syntax/go/ask.js';
import { isCertainPath } from '../../../syntax/file-path.js';
import { span } from '../../../syntax/tree-sitter/nodes.js';
import { machinePath, report } from './report.js';

const opening = /^(?:Open|ReadFile|ReadDir|OpenFile|Create|WriteFile|MkdirAll|Mkdir|Rename|DirFS|Chdir|Walk|WalkDir|Glob|Dir|ParseGlob|ParseFiles|ServeFile|Static|StaticFS)$/;
const packages = /^(?:os|io\/ioutil|path\/filepath|net\/http)$/;
/** Folders where images put the application itself. */
const ofTheImage = /^\/(?:app|usr\/(?:src|local|share|bin|lib)|code|workspace|go|bin|lib|etc\/(?:ssl|ca-certificates|pki|os-release|timezone|localtime|resolv|hosts|passwd|mime)|proc|sys|dev|run\/secrets|var\/run)(?:\/|$|[\w.-]*$)/;

/** The literal that is opened, alone or at the head of a joined path. */
function literalOf(cx: RuleFileContext, path: GoNode | undefined, depth = 2): GoNode | undefined {
  if (!path || depth < 0) return undefined;
  if (stringValue(path) !== undefined) return path;
  if (path.type === 'binary_expression') return literalOf(cx, path.childForFieldName('left') ?? undefined, depth - 1);
  const callee = path.type === 'call_expression' ? calleeOf(cx, path) : undefined;
  if (callee && /^(?:path|path\/filepath)$/.test(callee.path ?? '') && callee.name === 'Join') return literalOf(cx, args(path)[0], depth - 1);
  // A variable of the package may be set by flags or other files.
  const value = path.type === 'identifier' ? assignedValue(path) : undefined;
  return value && (functionOf(value) !== undefined || /const_/.test(value.parent?.parent?.type ?? '')) ? literalOf(cx, value, depth - 1) : undefined;
}

/** Absolute paths of one machine that Go code opens. */
export const goPath = ruleMatcher({
  language: 'go',
  needles: [[/["`](?:\/(?:home|opt|srv|mnt|data|var|media|nfs|export|Users|storage|share|root|nas)\w*\/|[A-Za-z]:[\\/])/, /\b(?:os|ioutil|filepath|http)\.(?:Open|ReadFile|ReadDir|OpenFile|Create|WriteFile|Mkdir\w*|Rename|DirFS|Walk\w*|Glob|Dir|ServeFile)\(/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      if (!callee || !packages.test(callee.path ?? '') || !opening.test(callee.name) || isAside(cx, call)) return;
      const literal = literalOf(cx, args(call)[callee.name === 'ServeFile' ? 2 : 0]);
      const text = literal && stringValue(literal);
      const path = text === undefined ? undefined : machinePath(text);
      if (!literal || text === undefined || !path || ofTheImage.test(text) || /_(?:windows|darwin|linux)\.go$/.test(cx.path)) return;
      if (!isCertainPath(path) && !/^\/(?:home|data|storage|share|Users|media)\/\w/.test(text)) return;
      report(cx, { at: span(literal), name: '', path, shown: text, confidence: 'medium', data: { setting: '', profile: '', start: literal.startIndex, end: literal.endIndex, variable: '', filledBy: 'nobody' } });
    },
  },
});
