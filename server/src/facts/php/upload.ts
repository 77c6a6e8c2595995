import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { profileKind } from '../../syntax/config-file.js';
import { environmentOfFile, uploadFolder } from '../../syntax/upload-folder.js';
import { settingsOf } from '../../syntax/php/value.js';
import { span } from '../../syntax/tree-sitter/nodes.js';
import type {} from '../upload-directory.js';

/** Folders of uploads that configuration files of PHP name. */
export const phpUploadFacts: FactExtractor = {
  kinds: ['storage.upload-directory'],
  matchers: [factMatcher({
    language: 'php', files: ['**/{config,Config,conf}/**/*.php', '**/{config,settings,configuration}.php'], needles: [[/['"$]\w*(?:upload|attach)/i]],
    on: {
      program(root, cx) {
        const profile = environmentOfFile(cx.path);
        if (['development', 'test'].includes(profileKind(profile))) return;
        for (const { key, keyNode, text, literal, variables } of settingsOf(cx, root)) {
          const found = text === undefined || !literal ? undefined : uploadFolder(key, text);
          if (found && literal) cx.emit('storage.upload-directory', span(keyNode), { ...found, variables: [...variables], key, filledBy: 'nobody', written: span(literal), ...(profile === undefined ? {} : { profile }) });
        }
      },
    },
  })],
};
