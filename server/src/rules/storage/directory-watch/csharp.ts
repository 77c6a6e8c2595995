import { ruleMatcher } from '../../../contract/rule.js';
import { field, span, typeName, enclosingType, nameOf } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';

/** Watchers of folders whose new files are work. One that reloads settings or code follows its own pod. */
export const csharpWatches = ruleMatcher({
  language: 'csharp', needles: [['FileSystemWatcher']],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const owner = enclosingType(creation);
      if (!type || typeName(type) !== 'FileSystemWatcher' || choice(creation).kind === 'development') return;
      if (/config|settings|theme|template|plugin|module|bundle|reload|cache|asset|monitor/i.test(owner ? nameOf(owner) : '') || !/\.Created\s*\+=/.test(cx.text)) return;
      cx.report({ at: span(type), say: 'watch', args: { by: 'FileSystemWatcher' } });
    },
  },
});
