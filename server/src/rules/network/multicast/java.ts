import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, field, isType, nameOf, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { literalUse } from '../../../syntax/java/literal.js';
import { isForDevelopment } from '../../../syntax/java/profile.js';
import { groupAddress, groupName, groupUrl, libraryStack } from './addresses.js';

/** JGroups reads `udp.xml` when no stack is named. */
function channel(creation: JavaNode, type: JavaNode, cx: RuleFileContext): void {
  const [first] = args(creation);
  const stack = stringValue(first);
  if (first === undefined) cx.report({ at: span(type), say: 'jgroups', args: { stack: 'udp.xml' }, cause: 'jgroups', data: { family: 'jgroups' } });
  else if (stack !== undefined && /udp/i.test(stack)) cx.report({ at: span(first), say: 'jgroups', args: { stack }, cause: 'jgroups', data: { family: 'jgroups' } });
}

/** A member made in code without a word on how it finds the others. */
function member(call: JavaNode, name: JavaNode, cx: RuleFileContext): void {
  if (/getJoin|JoinConfig|MulticastConfig|XmlConfig|YamlConfig|ConfigBuilder|Config\.load|loadFrom|AutoDetection/.test(codeText(call.tree.rootNode))) return;
  const [config] = args(call);
  if (config && !/new Config\(\)/.test(cx.text)) return;
  cx.report({ at: span(name), say: 'hazelcastDefault', severity: 'warning', confidence: 'medium', cause: 'hazelcast', data: { family: 'hazelcast' } });
}

/** `getMulticastConfig().setEnabled(true)` */
function enabled(call: JavaNode, name: JavaNode, cx: RuleFileContext): void {
  const object = field(call, 'object');
  if (object?.type !== 'method_invocation' || nameOf(object) !== 'getMulticastConfig' || args(call)[0]?.text !== 'true') return;
  cx.report({ at: span(name), say: 'hazelcast', cause: 'hazelcast', data: { family: 'hazelcast' } });
}

function literalGroup(literal: JavaNode, cx: RuleFileContext): void {
  const text = stringValue(literal) ?? '';
  const stack = libraryStack.exec(text)?.[1];
  const use = literalUse(literal);
  if (use.role === 'message' || use.role === 'comparison') return;
  if (stack !== undefined) {
    cx.report({ at: span(literal), say: 'jgroups', args: { stack }, severity: 'warning', confidence: 'medium', cause: 'jgroups', data: { family: 'jgroups' } });
    return;
  }
  const { taker } = use;
  const name = taker ? nameOf(taker) || field(taker, 'left')?.text || bareType(field(taker, 'type')) : '';
  const found = groupUrl.exec(text) ?? (/^[\d.]+(?::\d+)?$/.test(text) && (groupName.test(name) || /^(?:getByName|InetSocketAddress|joinGroup|join)$/.test(name)) ? groupAddress.exec(text) : null);
  if (found && !/VALID|PATTERN|TEST/i.test(name)) cx.report({ at: span(literal), say: 'address', args: { address: found[0] }, cause: 'socket', data: { family: '' } });
}

/** Multicast sockets, JGroups over UDP, Hazelcast members, group addresses. */
export const javaMulticast = ruleMatcher({
  language: 'java',
  needles: [['MulticastSocket'], ['JChannel'], ['newHazelcastInstance'], ['getMulticastConfig'], [groupUrl], [/default-jgroups-(?:udp|tcp)\.xml|"2(?:2[4-9]|3\d)\.\d{1,3}\.\d{1,3}\.\d{1,3}[":]/]],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (!type || isForDevelopment(creation)) return;
      const written = bareType(type);
      if (isType(cx, type, written, 'java.net.MulticastSocket')) cx.report({ at: span(type), say: 'socket', cause: 'socket', data: { family: '' } });
      if (isType(cx, type, written, 'org.jgroups.JChannel')) channel(creation, type, cx);
    },
    method_invocation(call, cx) {
      const name = field(call, 'name');
      if (!name || isForDevelopment(call)) return;
      if (name.text === 'newHazelcastInstance' && isType(cx, call, field(call, 'object')?.text ?? '', 'com.hazelcast.core.Hazelcast')) member(call, name, cx);
      if (name.text === 'setEnabled') enabled(call, name, cx);
    },
    string_literal(literal, cx) {
      if (/multicast:\/\/|jgroups-(?:udp|tcp)|^"2[23]\d\./.test(literal.text) && !isForDevelopment(literal)) literalGroup(literal, cx);
    },
  },
});
