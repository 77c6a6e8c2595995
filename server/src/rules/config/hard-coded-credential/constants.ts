import type { AnyProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { listed } from '../../../facts/application-root.js';
import type {} from '../../../facts/java/handed-constant.js';

function check(subject: Fact<'secret.constant'>, cx: ProjectContext): void {
  const { type, member, kind, variable } = subject.value;
  const uses = cx.facts('secret.handed').filter(({ value }) => value.member === member && value.types.includes(type));
  if (uses.length === 0) return;
  cx.report({
    say: 'code', args: { name: member }, also: uses.slice(0, listed).map(({ file, range }) => ({ file, range, say: 'used', args: { name: member } })),
    ...(kind === 'stand-in' ? { severity: 'info' as const, confidence: 'medium' as const } : {}),
    data: { settings: [], default: false, places: variable === undefined ? [] : [{ start: subject.range.start, end: subject.range.end, variable }] },
  });
}

/** Constants that other files hand to what takes a secret, whatever they are called. */
export const handedConstants: AnyProjectCheck = { subject: 'secret.constant', reads: ['secret.handed'], check };
