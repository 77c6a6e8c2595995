import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, field, fieldsOf, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { connectionsIn, isEndpoint } from '../../../syntax/java/connections.js';
import { allTypeNames, comesFromElsewhere, holdsNoData, shapeOf } from '../../../syntax/java/field-purpose.js';
import type { FieldWrite } from '../../../syntax/java/field-writes.js';
import { dataWrites, keptIn, type Kept } from '../../../syntax/java/kept.js';
import { numbersFrom } from '../../../syntax/java/kept-numbers.js';
import { waitingWork } from '../../../syntax/java/kept-queues.js';
import { tokensIn } from '../../../syntax/java/kept-tokens.js';
import { limitsCallers } from '../../../syntax/java/limits.js';
import { hasWindows } from '../../../syntax/java/program.js';
import { beanCandidate } from '../../../syntax/java/singletons.js';
import { judgeContainer } from './java-containers.js';
import { stateNeedles } from './java-needles.js';
import { judgeValue } from './java-values.js';
import type { Verdict } from './java-verdict.js';

/** Whether a more telling rule speaks of the field: connections, tokens, numbers, queues. */
function isToldElsewhere(cx: RuleFileContext, kept: Kept, writes: readonly FieldWrite[]): boolean {
  return tokensIn(cx, kept, writes) !== undefined || numbersFrom(cx, kept, writes) !== undefined || waitingWork(cx, kept, writes) !== undefined
    || limitsCallers(nameOf(kept.declared.node), nameOf(kept.type), allTypeNames(kept.declared));
}

/** What a field's changes at run time amount to; `undefined` when there is nothing to say. */
function judge(cx: RuleFileContext, kept: Kept): Verdict | undefined {
  if (holdsNoData(cx, kept.declared)) return undefined;
  const writes = dataWrites(cx, kept);
  if (writes.length === 0 || isToldElsewhere(cx, kept, writes)) return undefined;
  const shape = shapeOf(cx, kept.declared);
  if (shape === 'container' && comesFromElsewhere(cx, kept.declared)) return undefined;
  return shape === 'container' || shape === 'holder' ? judgeContainer(cx, kept, writes) : judgeValue(cx, kept, writes, shape !== 'object');
}

function look(cx: RuleFileContext, kept: Kept, bean: string | undefined): void {
  const verdict = judge(cx, kept);
  const name = field(kept.declared.node, 'name');
  if (!verdict || !name) return;
  cx.report({
    at: span(name), say: verdict.say, severity: verdict.severity, confidence: verdict.confidence,
    args: { field: name.text, type: nameOf(kept.type) },
    also: verdict.writes.slice(0, 10).map((write) => ({ at: span(write.at), say: 'write' })),
    ...(bean === undefined || kept.isStatic ? {} : { data: { bean } }),
  });
}

/** Endpoints of connections keep what belongs to the connections of this process; those are another rule's concern. */
function servesConnections(type: JavaNode): boolean {
  return annotation(type, 'ClientEndpoint') !== undefined || isEndpoint(type);
}

function inspect(type: JavaNode, cx: RuleFileContext): void {
  if (servesConnections(type) || hasWindows(cx, type)) return;
  // Whether a class is a bean of an XML file is known only when all files were read: see the clearing.
  const bean = beanCandidate(cx, type);
  for (const declared of fieldsOf(type)) {
    if (connectionsIn(cx, type, declared) !== undefined) continue;
    const kept = keptIn(cx, type, declared) ?? (bean === undefined ? undefined : { declared, type, isStatic: false, singleton: true });
    if (kept) look(cx, kept, bean);
  }
}

/** Static fields, and instance fields of classes with one instance, that change while requests are served. */
export const javaState = ruleMatcher({
  language: 'java',
  needles: stateNeedles,
  on: { class_declaration: inspect, enum_declaration: inspect, interface_declaration: inspect, record_declaration: inspect },
});
