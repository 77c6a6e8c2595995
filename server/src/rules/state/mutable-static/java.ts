import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, field, fieldsOf, modifiers, nameOf, span, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { isSingleton } from '../../../syntax/java/singletons.js';
import { stateNeedles } from './java-needles.js';
import { judgeContainer } from './java-containers.js';
import { comesFromElsewhere, holdsNoData, shapeOf } from '../../../syntax/java/field-purpose.js';
import { judgeValue } from './java-values.js';
import { dataWrites, type Kept } from '../../../syntax/java/kept.js';
import type { Verdict } from './java-verdict.js';

/** What a field's changes at run time amount to; `undefined` when there is nothing to say. */
function judge(cx: RuleFileContext, kept: Kept): Verdict | undefined {
  if (holdsNoData(cx, kept.declared)) return undefined;
  const writes = dataWrites(cx, kept);
  if (writes.length === 0) return undefined;
  const shape = shapeOf(cx, kept.declared);
  if (shape === 'container' && comesFromElsewhere(cx, kept.declared)) return undefined;
  return shape === 'container' || shape === 'holder' ? judgeContainer(cx, kept, writes) : judgeValue(cx, kept, writes, shape !== 'object');
}

function look(cx: RuleFileContext, type: JavaNode, declared: Declared, singleton: boolean): void {
  const keywords = modifiers(declared.declaration);
  const isStatic = keywords.has('static') || type.type === 'interface_declaration';
  if (!isStatic && !singleton) return;
  const verdict = judge(cx, { declared, type, isStatic, singleton });
  const name = field(declared.node, 'name');
  if (!verdict || !name) return;
  cx.report({
    at: span(name), say: verdict.say, severity: verdict.severity, confidence: verdict.confidence,
    args: { field: name.text, type: nameOf(type) },
    also: verdict.writes.slice(0, 10).map((write) => ({ at: span(write.at), say: 'write' })),
  });
}

/** Endpoints of connections keep the connections of this process; those are another rule's concern. */
function keepsConnections(type: JavaNode): boolean {
  return annotation(type, 'ServerEndpoint', 'ClientEndpoint') !== undefined || supertypes(type).some((name) => /WebSocket\w*Handler$|WebSocketListener$/.test(name));
}

function inspect(type: JavaNode, cx: RuleFileContext): void {
  if (keepsConnections(type)) return;
  const singleton = isSingleton(cx, type);
  for (const declared of fieldsOf(type)) look(cx, type, declared, singleton);
}

/** Static fields, and instance fields of classes with one instance, that change while requests are served. */
export const javaState = ruleMatcher({
  language: 'java',
  needles: stateNeedles,
  on: { class_declaration: inspect, enum_declaration: inspect, interface_declaration: inspect, record_declaration: inspect },
});
