import { ruleMatcher } from '../../../contract/rule.js';
import { args, createdType, field, plain, receiver, span, calledName, callName, typeOf } from '../../../syntax/csharp/ask.js';
import { originText } from '../../../syntax/csharp/file-paths.js';
import { isCommandLine } from '../../../syntax/csharp/surroundings.js';

/** Locks of .NET that other processes see by a file. */
export const csharpFileLocks = ruleMatcher({
  language: 'csharp', needles: [['FileShare.None', /\.lock?\b|lock/i], ['FileDistributedLock'], ['FileDistributedSynchronizationProvider'], [/\bFileStream\b/, /\.\s*Lock\s*\(/]],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const kind = createdType(creation);
      const [path] = args(creation);
      if (!type || !path || isCommandLine(creation)) return;
      if (/^FileDistributed(?:Lock|SynchronizationProvider)$/.test(kind)) cx.report({ at: span(type), say: 'lock', args: { call: `new ${kind}` } });
      const exclusive = kind === 'FileStream' && /\bFileShare\.None\b/.test(creation.text) && /\bFileMode\.(?:OpenOrCreate|Create|CreateNew)\b/.test(creation.text);
      if (exclusive && /(?:\.lock|\.lck|\.pid|[/\\]lock)(?=["$\s)]|$)/im.test(originText(path))) cx.report({ at: span(type), say: 'lock', args: { call: 'new FileStream(…, FileShare.None)' } });
    },
    invocation_expression(call, cx) {
      const at = calledName(call);
      const on = receiver(call);
      if (at && on && callName(call) === 'Lock' && typeOf(on) === 'FileStream' && args(call).length === 2) cx.report({ at: span(at), say: 'lock', args: { call: `${plain(on)}.Lock` } });
    },
  },
});
