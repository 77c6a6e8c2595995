import { ruleMatcher } from '../../../contract/rule.js';
import { stagesOf } from '../../../syntax/dockerfile/ask.js';
import { purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { pins } from './tags.js';

export const floatingTag = ruleMatcher({
  language: 'dockerfile',
  needles: 'always',
  on: {
    file(node, cx) {
      const stages = stagesOf(node);
      const last = stages.at(-1);
      if (!last || purposeOf(cx.path, last) === 'development') return;
      for (const { from, image, parent } of stages) {
        const range = from.getImageRange();
        if (!range || parent || !image.known || image.text === '' || image.text === 'scratch' || image.digest !== undefined) continue;
        if (image.tag !== undefined && image.tag !== 'latest') continue;
        // A name that comes from an ARG is changed where its default stands.
        const written = from.getImage() ?? '';
        const fixable = !written.includes('$') && pins[image.repository] !== undefined;
        cx.report({ at: node.span(range), say: image.tag === undefined ? 'untagged' : 'latest', args: { image: image.repository }, data: { image: image.repository, fixable } });
      }
    },
  },
});
