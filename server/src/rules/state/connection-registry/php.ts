import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledName, enclosingClass, nameOf, parentsOf, type PhpNode } from '../../../syntax/php/ask.js';
import { below, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** A message system in the same file carries what one process gets to the others. */
const shared = /\bredis\b|predis|publish\(|subscribe\(|amqp|rabbitmq|\bnats\b|zmq|mqtt|pusher/i;

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

function check(root: PhpNode, cx: RuleFileContext): void {
  if (shared.test(cx.text)) return;
  for (const method of below(root, 'method_declaration').filter((each) => nameOf(each).toLowerCase() === 'onopen')) {
    const type = enclosingClass(method);
    if (!type || !parentsOf(cx, type).some((parent) => /^Ratchet\\(?:MessageComponentInterface|WebSocket\\MessageComponentInterface|ComponentInterface|Wamp\\WampServerInterface)$/.test(parent))) continue;
    const place = keptIn(method);
    const name = field(place, 'name');
    const sends = below(type, 'foreach_statement').some((loop) => name !== undefined && loop.text.includes(`->${name.text}`) && /->send\(/.test(loop.text));
    if (name && sends) cx.report({ at: span(name), say: 'socket', args: { field: name.text, type: nameOf(type) }, cause: `php-sockets:${nameOf(type)}` });
  }
}

/** WebSocket servers of Ratchet that send to the sockets they hold. */
export const phpConnections = ruleMatcher({ language: 'php', needles: [['Ratchet', 'onOpen', /->send\(/]], on: { program: check } });
