import { ts } from 'ts-morph';
import { ruleMatcher } from '../../../contract/rule.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { optionOf } from '../../../syntax/typescript/options.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

/** Where files go that are given no folder: below the program's own one. */
const standard = 'assets/app/uploads';

/** `new FilesCollection({ collectionName: 'Images' })` of Meteor-Files without a folder. */
export const meteorFiles = ruleMatcher({
  language: 'typescript',
  needles: [['FilesCollection', 'meteor/ostrio:files']],
  on: {
    NewExpression(node, cx) {
      const made = node.compilerNode as ts.NewExpression;
      const origin = calledModule(cx, made);
      if (origin?.module !== 'meteor/ostrio:files' || origin.path !== 'FilesCollection' || !isServing(cx, node)) return;
      const [options] = made.arguments ?? [];
      // Whoever answers downloads from elsewhere has taken the files there.
      if (optionOf(options, 'storagePath').kind !== 'absent' || optionOf(options, 'interceptDownload').kind !== 'absent') return;
      cx.report({ at: spanOf(made.expression), say: 'upload', args: { where: standard }, severity: 'error', confidence: 'high', cause: 'meteor-files', data: { directory: '' } });
    },
  },
});
