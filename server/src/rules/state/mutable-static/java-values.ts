import type { RuleFileContext } from '../../../contract/rule.js';
import { enclosingCallable, nameOf, type Declared } from '../../../syntax/java/ask.js';
import type { FieldWrite } from '../../../syntax/java/field-writes.js';
import { readsData } from '../../../syntax/java/data-access.js';
import { fillsAbsent, handlesRequest, mentionsParameter, originOf } from '../../../syntax/java/origin.js';
import { tellsLifecycle } from '../../../syntax/java/field-purpose.js';
import { methodName, type Kept } from '../../../syntax/java/kept.js';
import type { Verdict } from './java-verdict.js';

const setter = /^(?:set|enable|disable|toggle|switch|configure|change|update|activate|deactivate|turn)/;

/** Something of the request itself is kept. */
function isByRequest(write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  return callable !== undefined && handlesRequest(callable) && write.values.some((value) => mentionsParameter(value));
}

/** A static object that is replaced by one that was fetched. */
function judgeObject(declared: Declared, changed: readonly FieldWrite[]): Verdict | undefined {
  const fetched = changed.filter((write) => write.values.some((value) => readsData(value, nameOf(declared.node), 0)));
  return fetched.length > 0 ? { say: 'cache', severity: 'warning', confidence: 'low', writes: fetched } : undefined;
}

/** What the changes of a number, text, switch or single object amount to. `isData` says that it is not an object. */
export function judgeValue(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[], isData: boolean): Verdict | undefined {
  const assigned = writes.filter((write) => write.kind === 'assign' && !fillsAbsent(cx, kept.declared, write));
  const changed = assigned.filter((write) => write.values.some((value) => ['given', 'computed'].includes(originOf(value))));
  const byRequest = changed.filter(isByRequest);
  if (byRequest.length > 0) return { say: 'shared', severity: 'error', confidence: 'medium', writes: byRequest };
  if (!kept.isStatic) return undefined;
  if (!isData) return judgeObject(kept.declared, changed);
  const given = changed.filter((write) => write.values.some((value) => originOf(value) === 'given') && !setter.test(methodName(write)));
  // A name in capitals stands for a constant, which configuration hands in.
  return given.length > 0 && !tellsLifecycle(kept.declared) && !/^[A-Z][A-Z0-9_]*$/.test(nameOf(kept.declared.node)) ? { say: 'shared', severity: 'warning', confidence: 'low', writes: given } : undefined;
}
