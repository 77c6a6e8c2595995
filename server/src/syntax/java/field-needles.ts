import type { TextTest } from '../../contract/rule.js';
import { isNeverChanged } from './field-writes.js';

/** Whether a text declares a field of this shape, whose first group ends with its name, and, as far as words tell, changes it somewhere else. */
export function changed(shape: RegExp): TextTest {
  return {
    source: `changed ${shape.source}`,
    shape,
    test(text) {
      for (const match of text.matchAll(shape)) {
        const declared = (match[1] ?? '').replace(/<[^;]*>/g, '');
        const name = /(\w+)[\s[\]]*$/.exec(declared)?.[1];
        // Several names in one declaration: left to the tree.
        if (name === undefined || declared.includes(',') || !isNeverChanged(text, name, match.index, match.index + match[0].length)) return true;
      }
      return false;
    },
  };
}
