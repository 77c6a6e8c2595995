import type { RuleFileContext } from '../../../contract/rule.js';
import { annotations, bareType, declarationOf, enclosingCallable, field, named, nameOf, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { below, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { readsData } from '../../../syntax/java/data-access.js';
import { fillsAbsent, handlesRequest, mentionsParameter, originOf, valuesBefore } from '../../../syntax/java/origin.js';
import { tellsLifecycle } from '../../../syntax/java/field-purpose.js';
import { methodName, type Kept } from '../../../syntax/java/kept.js';
import { isFetched } from './java-loaded.js';
import { isServed } from './java-proof.js';
import type { Verdict } from './java-verdict.js';

const setter = /^(?:set|enable|disable|toggle|switch|configure|change|update|activate|deactivate|turn)/;

/** Whether all that a method is handed comes with the request: a mapping says so, or nothing else is handed over. */
function takesRequestAlone(callable: JavaNode): boolean {
  return annotations(callable).some(({ name }) => /Mapping$|^(?:GET|POST|PUT|DELETE|PATCH|WebMethod)$/.test(name)) || named(field(callable, 'parameters') ?? callable).every(isOfRequest);
}

const requestTypes = /(?:Request|Response|Session|Exchange|Form|Mapping|Model|ModelMap|ModelAndView|BindingResult|Principal|UriInfo|Context)$/;

function isOfRequest(parameter: JavaNode): boolean {
  return requestTypes.test(bareType(field(parameter, 'type')));
}

/** Whether a value, directly or through locals, is made of the request's own parameters where a method is handed others as well. */
function isMadeOfRequest(value: JavaNode, depth = 0): boolean {
  return [value, ...below(value, 'identifier')].filter((node) => node.type === 'identifier').some((name) => {
    const declared = declarationOf(name);
    if (declared?.kind === 'parameter') return isOfRequest(declared.declaration);
    return declared?.kind === 'local' && depth < 3 && valuesBefore(declared, name).some((each) => isMadeOfRequest(each, depth + 1));
  });
}

/** Whether it is certain that a kept value comes from the request, not from settings that a filter is handed beside it. */
function isCertain(write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  return callable !== undefined && (takesRequestAlone(callable) || write.values.some((value) => isMadeOfRequest(value)));
}

/** Something of the request itself is kept. */
function isByRequest(write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  return callable !== undefined && handlesRequest(callable) && write.values.some((value) => mentionsParameter(value));
}

/** `cache = manager.createCache(name)`: caches are told where they are made. */
function isCache(value: JavaNode): boolean {
  return value.type === 'method_invocation' && /^(?:get|create|build|make|new)\w*Cache$/.test(nameOf(value));
}

/** A static object that is replaced by one that was fetched. */
function judgeObject(declared: Declared, changed: readonly FieldWrite[]): Verdict | undefined {
  const fetched = changed.filter((write) => !write.values.some(isCache) && write.values.some((value) => readsData(value, nameOf(declared.node), 0)));
  return fetched.length > 0 ? { say: 'cache', severity: 'warning', confidence: 'low', writes: fetched } : undefined;
}

/** A text or number that is fetched where it is absent, and taken back elsewhere so that it is fetched again: only the process that is asked to does. */
function copiesOf(cx: RuleFileContext, declared: Declared, writes: readonly FieldWrite[]): readonly FieldWrite[] {
  const assigned = writes.filter(({ kind }) => kind === 'assign');
  const isGivenUp = assigned.some((write) => write.values.some((value) => ['null', '""'].includes(value.text)) && !fillsAbsent(cx, declared, write));
  return isGivenUp ? assigned.filter((write) => fillsAbsent(cx, declared, write) && write.values.some((value) => isFetched(value, nameOf(declared.node)))) : [];
}

/** What the changes of a number, text, switch or single object amount to. `isData` says that it is not an object. */
export function judgeValue(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[], isData: boolean): Verdict | undefined {
  const assigned = writes.filter((write) => write.kind === 'assign' && !fillsAbsent(cx, kept.declared, write));
  const changed = assigned.filter((write) => write.values.some((value) => ['given', 'computed'].includes(originOf(value))));
  const byRequest = changed.filter(isByRequest);
  if (byRequest.some(isCertain)) return { say: 'shared', severity: 'error', confidence: 'medium', writes: byRequest };
  if (byRequest.length > 0) return { say: 'shared', severity: 'warning', confidence: 'low', writes: byRequest };
  if (!kept.isStatic) return undefined;
  if (!isData) return judgeObject(kept.declared, changed);
  const copied = copiesOf(cx, kept.declared, writes);
  if (copied.length > 0) return { say: 'cache', severity: 'warning', confidence: 'low', writes: copied };
  const given = changed.filter((write) => write.values.some((value) => originOf(value) === 'given') && !setter.test(methodName(write)));
  // A name in capitals stands for a constant, which configuration hands in.
  return given.length > 0 && isServed(cx, kept, given) && !tellsLifecycle(kept.declared) && !/^[A-Z][A-Z0-9_]*$/.test(nameOf(kept.declared.node)) ? { say: 'shared', severity: 'warning', confidence: 'low', writes: given } : undefined;
}
