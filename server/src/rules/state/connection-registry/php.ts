import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledName, classNamed, enclosingCallable, nameOf, parentsOf, type PhpNode } from '../../../syntax/php/ask.js';
import { below, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** A message system in the same file carries what one process gets to the others. */
const shared = /\bredis\b|predis|(?:->|::)p?subscribe\(|(?:->|::)publish\(|amqp|rabbitmq|\bnats\b|zmq|mqtt|\bPusher\\|new \\?Pusher\(/i;

/** The property that a connection is put into: `$this->clients->attach($conn)`, `$this->users[$conn->resourceId] = $conn`. */
function keptIn(method: PhpNode): PhpNode | undefined {
  const connection = named(field(method, 'parameters'))[0];
  const name = field(connection, 'name')?.text ?? '';
  const isOwn = (node: PhpNode | undefined): node is PhpNode => node?.type === 'member_access_expression' && /^\$this->/.test(node.text);
  const attached = below(method, 'member_call_expression').find((call) => /^(?:attach|add|put|push|offsetset)$/.test(calledName(call)) && isOwn(field(call, 'object')) && new RegExp(`\\${name}\\b`).test(field(call, 'arguments')?.text ?? ''));
  if (attached) return field(attached, 'object');
  const assigned = below(method, 'assignment_expression').find((each) => field(each, 'left')?.type === 'subscript_expression' && field(each, 'right')?.text === name);
  const [array] = named(field(assigned, 'left'));
  return isOwn(array) ? array : undefined;
}

/** The property that a topic of WAMP or a connection is put into, by the type of the parameter or the method that gets it. */
function keptTopic(cx: RuleFileContext, type: PhpNode): PhpNode | undefined {
  for (const each of below(type, 'assignment_expression')) {
    const [array] = named(field(each, 'left'));
    const right = field(each, 'right');
    if (field(each, 'left')?.type !== 'subscript_expression' || array?.type !== 'member_access_expression' || right?.type !== 'variable_name') continue;
    const method = enclosingCallable(each);
    const parameters = named(field(method, 'parameters'));
    const index = parameters.findIndex((one) => field(one, 'name')?.text === right.text);
    const declared = field(parameters[index], 'type');
    if (index >= 0 && (nameOf(method).toLowerCase() === 'onsubscribe' || /^Ratchet\\(?:Wamp\\Topic|ConnectionInterface)$/.test(classNamed(cx, below(declared, 'name', 'qualified_name')[0] ?? declared)))) return array;
  }
  return undefined;
}

/** Whether the class sends to more than who just wrote to it. */
function sendsOn(type: PhpNode, name: PhpNode): boolean {
  return below(type, 'foreach_statement').some((loop) => loop.text.includes(`->${name.text}`) && /->(?:send|event)\(/.test(loop.text)) || below(type, 'member_call_expression').some((call) => calledName(call) === 'broadcast');
}

function check(root: PhpNode, cx: RuleFileContext): void {
  if (shared.test(cx.text)) return;
  for (const type of below(root, 'class_declaration', 'anonymous_class')) {
    if (!parentsOf(cx, type).some((parent) => /^Ratchet\\(?:MessageComponentInterface|WebSocket\\MessageComponentInterface|ComponentInterface|Wamp\\WampServerInterface)$/.test(parent))) continue;
    const open = below(type, 'method_declaration').find((each) => nameOf(each).toLowerCase() === 'onopen');
    const name = field((open && keptIn(open)) ?? keptTopic(cx, type), 'name');
    if (name && sendsOn(type, name)) cx.report({ at: span(name), say: 'socket', args: { field: name.text, type: nameOf(type) }, cause: `php-sockets:${nameOf(type)}` });
  }
}

/** WebSocket servers of Ratchet that send to the sockets they hold. */
export const phpConnections = ruleMatcher({ language: 'php', needles: [['Ratchet', 'onOpen', /->send\(/], ['Ratchet', 'onSubscribe', /->broadcast\(/]], on: { program: check } });
