import { ruleMatcher, type Found, type RuleFileContext } from '../../../contract/rule.js';
import { enclosingCallable, field, fieldsOf, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { changed } from '../../../syntax/java/field-needles.js';
import { dataWrites, keptIn } from '../../../syntax/java/kept.js';
import { waitingWork, type WaitingWork } from '../../../syntax/java/kept-queues.js';
import { handlesRequest } from '../../../syntax/java/origin.js';

/** How many places that put work in are shown. */
const shown = 5;

function verdict({ accepted, worker }: WaitingWork): Pick<Found, 'severity' | 'confidence' | 'also'> {
  const fromRequest = accepted.some((write) => {
    const callable = enclosingCallable(write.node);
    return callable !== undefined && handlesRequest(callable);
  });
  const also = [...accepted.slice(0, shown).map((write) => ({ at: span(write.at), say: 'put' })), { at: span(field(worker, 'name') ?? worker), say: 'taken' }];
  return fromRequest ? { severity: 'error', confidence: 'high', also } : { severity: 'warning', confidence: 'medium', also };
}

function inspect(type: JavaNode, cx: RuleFileContext): void {
  for (const declared of fieldsOf(type)) {
    const kept = keptIn(cx, type, declared);
    const work = kept && waitingWork(cx, kept, dataWrites(cx, kept));
    const name = field(declared.node, 'name');
    if (work && name) cx.report({ at: span(name), say: 'queue', args: { field: name.text, type: nameOf(type) }, ...verdict(work) });
  }
}

const queueField = /\b(?:private|protected|public|static)\s([^(){};=]*(?:Queue|Deque|LinkedList)\b[^(){};=]*)[=;]/g;

/** Queues that outlive a request and that a worker of the same class empties. */
export const javaQueue = ruleMatcher({
  language: 'java',
  needles: [[changed(queueField), /\.\s*(?:take|poll|pollFirst|pollLast|takeFirst|takeLast|drainTo)\s*\(/]],
  on: { class_declaration: inspect, enum_declaration: inspect },
});
