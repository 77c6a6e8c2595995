import type { Edit, FixInput } from '../../contract/rule.js';

/** The literal that a finding points at, replaced by another one in the same quotes; `undefined` when no literal stands there. */
export function replaceLiteral({ finding, text }: FixInput, value: string): readonly Edit[] | undefined {
  const now = text(finding.file)?.slice(finding.range.start, finding.range.end);
  const quote = /^(['"])[\w-]*\1$/.exec(now ?? '')?.[1];
  return quote === undefined ? undefined : [{ do: 'replace', file: finding.file, span: finding.range, text: `${quote}${value}${quote}` }];
}
