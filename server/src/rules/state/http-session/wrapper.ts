import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type { SessionWriter } from '../../../facts/session/writer.js';
import { purposeOf } from './attributes.js';

/** Name of the attribute that a call passes to a writer; `undefined` when the call is not one of it or the name is not known. */
function attributeOf({ value }: Fact<'session.writer-call'>, writer: SessionWriter): string | undefined {
  const isCall = value.method === writer.method && value.passed.length === writer.arity && value.types.some((type) => writer.types.includes(type));
  return isCall ? value.passed[writer.name] : undefined;
}

function attributeOfCall(call: Fact<'session.writer-call'>, writers: readonly Fact<'session.writer'>[]): string | undefined {
  for (const { value } of writers) {
    const attribute = attributeOf(call, value);
    if (attribute !== undefined && attribute !== '') return attribute;
  }
  return undefined;
}

/** Calls of the project's own session helpers: the first of each attribute in a file. The helper's own write is the root. */
export const wrapperCalls: ProjectCheck<'session.writer-call'> = {
  subject: 'session.writer-call',
  reads: ['session.writer'],
  check(call, cx) {
    const writers = cx.facts('session.writer');
    const attribute = writers.length > 0 ? attributeOfCall(call, writers) : undefined;
    if (attribute === undefined) return;
    const first = cx.facts('session.writer-call').find((other) => other.file === call.file && attributeOfCall(other, writers) === attribute);
    if (first !== call) return;
    const purpose = purposeOf(attribute, '');
    const { receiver, method } = call.value;
    cx.report({ say: 'wrapper', severity: purpose === 'locale' ? 'info' : 'warning', args: { attribute, call: receiver === '' ? method : `${receiver}.${method}` }, cause: 'session' });
  },
};
