import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, calledName, callName, createdType, enclosingType, field, nameOf, plain, receiver, span, usings, type CsNode } from '../../../syntax/csharp/ask.js';
import { originText } from '../../../syntax/csharp/file-paths.js';

const directories = /^(?:FSDirectory|MMapDirectory|NIOFSDirectory|SimpleFSDirectory)$/;
const told = {};

/** One finding per class: opening the same index to read and to write is one design. */
function report(cx: RuleFileContext, at: CsNode, path: CsNode | undefined): void {
  if (![...usings(cx, at)].some((each) => each.startsWith('Lucene.Net'))) return;
  const owner = enclosingType(at);
  const type = owner ? nameOf(owner) : '';
  const known = cx.once(told, () => new Set<string>());
  if (known.has(type)) return;
  known.add(type);
  const temporary = path !== undefined && /GetTempPath|GetTempFileName/.test(originText(path));
  cx.report({ at: span(at), say: temporary ? 'temporary' : 'lucene', args: { type }, data: { library: 'lucene' }, ...(temporary ? { severity: 'info' as const } : {}) });
}

/** Indexes of Lucene.NET on the disk. */
export const csharpIndex = ruleMatcher({
  language: 'csharp', needles: [['Lucene.Net.Store', /\b(?:FSDirectory|MMapDirectory|NIOFSDirectory|SimpleFSDirectory)\b/]],
  on: {
    invocation_expression(call, cx) {
      const at = calledName(call);
      if (at && callName(call) === 'Open' && directories.test(plain(receiver(call)).split('.').at(-1) ?? '')) report(cx, at, args(call)[0]);
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (type && directories.test(createdType(creation))) report(cx, type, args(creation)[0]);
    },
  },
});
