import type { Edit, FixInput } from '../../contract/rule.js';
import { keyAt, removeKey } from '../../syntax/yaml/edit.js';
import { readStream } from '../../syntax/yaml/stream.js';

/** Takes away the key that a finding points at; `undefined` when another one stands there now. */
export function withoutKey({ finding, text }: Pick<FixInput, 'finding' | 'text'>, name: string): readonly Edit[] | undefined {
  const written = text(finding.file);
  if (written === undefined) return undefined;
  for (const { doc } of readStream(written).documents) {
    const found = keyAt(doc, finding.range.start);
    if (found?.key !== name) continue;
    const edit = removeKey(finding.file, written, found.map, name);
    return edit && [edit];
  }
  return undefined;
}
