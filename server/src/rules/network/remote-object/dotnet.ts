import type { XmlElement } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { field, span, typeName, calledName, callName, plain, receiver } from '../../../syntax/csharp/ask.js';
import { attribute, rootOf } from '../../../syntax/xml/ask.js';

const bindings = /^(?:netTcpBinding|netNamedPipeBinding|netMsmqBinding|netPeerTcpBinding|msmqIntegrationBinding|netTcpContextBinding)$/;
const saidKey = {};

function endpoint(element: XmlElement, cx: RuleFileContext): void {
  const binding = attribute(element, 'binding');
  if (rootOf(element).local !== 'configuration' || !binding || !bindings.test(binding.value)) return;
  const said = cx.once(saidKey, () => new Set<string>());
  if (said.has(binding.value)) return;
  said.add(binding.value);
  cx.report({ at: binding.valueSpan, say: 'wcf', args: { name: binding.value }, cause: binding.value });
}

/** Endpoints of WCF that do not speak HTTP. */
export const wcfConfig = ruleMatcher({ language: 'xml', files: ['**/*.[Cc]onfig'], needles: [[/\bbinding\s*=\s*"(?:net(?:Tcp|NamedPipe|Msmq|PeerTcp)|msmq)/]], on: { endpoint } });

/** WCF bindings and .NET Remoting in code. */
export const csharpRemote = ruleMatcher({
  language: 'csharp', needles: [['NetTcpBinding'], ['NetNamedPipeBinding'], ['NetMsmqBinding'], ['RemotingConfiguration'], ['TcpChannel'], ['ChannelServices']],
  on: {
    object_creation_expression(node, cx) {
      const type = field(node, 'type');
      if (type && /^(?:NetTcpBinding|NetNamedPipeBinding|NetMsmqBinding)$/.test(typeName(type))) cx.report({ at: span(type), say: 'wcf', args: { name: typeName(type) }, cause: typeName(type) });
    },
    invocation_expression(call, cx) {
      const at = calledName(call);
      if (at && /^(?:RegisterChannel|Configure|RegisterWellKnownServiceType)$/.test(callName(call)) && /(?:^|\.)(?:ChannelServices|RemotingConfiguration)$/.test(plain(receiver(call)))) cx.report({ at: span(at), say: 'wcf', args: { name: '.NET Remoting' }, cause: 'remoting' });
    },
  },
});
