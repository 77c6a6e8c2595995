import { ruleMatcher } from '../../../contract/rule.js';
import { args, createdType, field, span, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';

function portOf(creation: CsNode): string | undefined {
  return args(creation).find((argument) => argument.type === 'integer_literal' && argument.text !== '0')?.text;
}

/** Sockets that C# listens on beside its web server. */
export const csharpSocket = ruleMatcher({
  language: 'csharp', needles: [['TcpListener'], ['UdpClient', /\.\s*Receive\w*\s*\(/], ['HttpListener']],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const name = createdType(creation);
      if (!type || choice(creation).kind === 'development') return;
      const port = portOf(creation);
      // A port of 0 is any free one, as a test or a helper asks for; a client of UDP without a port only sends.
      if (name === 'TcpListener' && args(creation).some((argument) => argument.text === '0')) return;
      if (name !== 'TcpListener' && (name !== 'UdpClient' || port === undefined)) return;
      cx.report({ at: span(type), say: port === undefined ? 'listens' : 'port', args: port === undefined ? {} : { port }, data: { port: port ?? '' } });
    },
  },
});
