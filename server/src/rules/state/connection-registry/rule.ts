import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import { relay } from '../../../facts/connection-fanout.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/node/pubsub-event.js';
import { sometimes, type Evidence } from '../../../facts/evidence.js';
import { signalRRedis } from './dotnet-fix.js';
import { backplane, csharpRegistry, csharpSignalR } from './csharp.js';
import { javaBroker, javaRegistry } from './java.js';
import { chosenSocketAdapter, socketAdapter } from '../../../facts/node/fanout.js';
import { redisAdapter } from './node-plan.js';
import { nestGateways, nodeConnections, nodeSockets } from './node.js';
import { nesMessages } from './hapi.js';
import { nodePubSub } from './node-pubsub.js';
import { kotlinRegistry, kotlinBroker } from './kotlin.js';
import { xmlBroker } from './xml.js';
import { pythonChannelLayer, pythonConnections } from './python.js';
import { pythonMessages } from './python-messages.js';
import { pythonRedisFanout } from './python-fix.js';
import { phpConnections } from './php.js';
import { goListeners, goMessages, goRegistry } from './go.js';

/** Whether a listener of a topic works with the class that keeps the connections, or an interface of it; a relay replaces the broker. */
function reaches({ covers }: Evidence, { data, say }: Finding): boolean {
  const types = (data as { readonly types?: readonly string[] } | null)?.types ?? [];
  return covers !== undefined && (types.includes(covers) || (say === 'broker' && covers === relay));
}

/** An adapter reaches every Socket.IO server of the application; one that a setting switches on only where it does. */
function adapts({ covers }: Evidence, { data }: Finding, wanted: string): boolean {
  return (data as { readonly library?: string } | null)?.library === 'socket.io' && covers === wanted;
}

/** All that goes through a PubSub is what a logger writes: who follows the log of one replica sees that replica. */
function publishesLogAlone({ data, file, say }: Finding, model: Model): boolean {
  const holder = say === 'pubsub' ? (data as { readonly holder?: string } | null)?.holder : undefined;
  const events = holder === undefined || holder === '' ? [] : model.factsFor('node.pubsub-event', file).filter(({ value }) => value.holder === holder);
  return events.length > 0 && events.every(({ value }) => value.log);
}

export const rule: Rule = {
  meta: {
    id: 'state/connection-registry',
    title: { en: 'Messages that reach only the clients of one replica', ko: '한 레플리카에 연결된 클라이언트에게만 전달되는 메시지' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'memory', 'websocket'],
  },
  messages: {
    signalr: {
      en: '{call} without a backplane sends only to the clients of this process: with two replicas a message does not reach users who are connected to the other one.',
      ko: '백플레인 없이 {call}을(를) 사용하면 이 프로세스에 연결된 클라이언트에게만 전송됩니다. 레플리카가 둘이면 다른 레플리카에 연결된 사용자에게는 메시지가 전달되지 않습니다.',
    },
    circuit: {
      en: '{call} keeps the state of every open page in the memory of one process: a page whose connection reaches another replica or outlives its pod starts anew.',
      ko: '{call}은(는) 열려 있는 페이지의 상태를 프로세스 하나의 메모리에 둡니다. 연결이 다른 레플리카로 가거나 파드가 교체되면 페이지가 처음부터 다시 시작됩니다.',
    },
    socket: {
      en: '"{field}" in {type} knows only the sockets that are open in this process: with two replicas a message does not reach users who are connected to the other one.',
      ko: '{type}의 "{field}"에는 이 프로세스에 연결된 소켓만 있습니다. 레플리카가 둘이면 다른 레플리카에 연결된 사용자에게는 메시지가 전달되지 않습니다.',
    },
    stream: {
      en: '"{field}" in {type} knows only the event streams that are open in this process: with two replicas an event does not reach browsers that listen at the other one.',
      ko: '{type}의 "{field}"에는 이 프로세스에 열린 이벤트 스트림만 있습니다. 레플리카가 둘이면 다른 레플리카에 연결된 브라우저에는 이벤트가 전달되지 않습니다.',
    },
    answer: {
      en: '"{field}" in {type} keeps answers that wait in this process: when the call that completes one reaches another replica, the waiting client gets nothing.',
      ko: '{type}의 "{field}"이(가) 대기 중인 응답을 이 프로세스에 보관합니다. 응답을 완료하는 호출이 다른 레플리카에 도달하면 기다리던 클라이언트는 응답을 받지 못합니다.',
    },
    channel: {
      en: '"{field}" in {type} knows only the channels that are open in this process: with two replicas clients of the other one are not reached.',
      ko: '{type}의 "{field}"에는 이 프로세스에 열린 채널만 있습니다. 레플리카가 둘이면 다른 레플리카에 연결된 클라이언트에는 전달되지 않습니다.',
    },
    broker: {
      en: 'The simple broker delivers only to subscribers of this process: with two replicas a message does not reach users who are connected to the other one.',
      ko: '심플 브로커는 이 프로세스의 구독자에게만 메시지를 전달합니다. 레플리카가 둘이면 다른 레플리카에 연결된 사용자에게는 메시지가 전달되지 않습니다.',
    },
    pubsub: {
      en: '{call} hands events on inside this process only: with two replicas a subscription does not hear of what happened in the other one.',
      ko: '{call}은(는) 이벤트를 이 프로세스 안에서만 전달합니다. 레플리카가 둘이면 다른 레플리카에서 발생한 이벤트가 구독자에게 전달되지 않습니다.',
    },
    pubsubUnless: {
      en: 'Unless {setting} is set, {call} hands events on inside this process only: with two replicas a subscription does not hear of what happened in the other one.',
      ko: '{setting} 값이 없으면 {call}이(가) 이벤트를 이 프로세스 안에서만 전달합니다. 레플리카가 둘이면 다른 레플리카에서 발생한 이벤트가 구독자에게 전달되지 않습니다.',
    },
    socketioNode: {
      en: 'Socket.IO keeps its rooms in the memory of this process: with two replicas a message does not reach clients that are connected to the other one, unless "adapter" names one that replicas share.',
      ko: 'Socket.IO가 룸 정보를 이 프로세스의 메모리에 둡니다. "adapter" 설정으로 레플리카가 공유하는 어댑터를 지정하지 않으면, 레플리카가 둘일 때 다른 레플리카에 연결된 클라이언트에는 메시지가 전달되지 않습니다.',
    },
    nes: {
      en: '{call} reaches only clients that are connected to this process: with two replicas users who are connected to the other one are not told.',
      ko: '{call} 호출은 이 프로세스에 연결된 클라이언트에만 전달됩니다. 레플리카가 둘이면 다른 레플리카에 연결된 사용자에게는 전달되지 않습니다.',
    },
    nesAlso: { en: 'also told here', ko: '여기에서도 전달합니다' },
    clients: {
      en: '"clients" holds only the sockets that are open in this process: with two replicas a broadcast does not reach users who are connected to the other one.',
      ko: '"clients"에는 이 프로세스에 연결된 소켓만 있습니다. 레플리카가 둘이면 다른 레플리카에 연결된 사용자에게는 브로드캐스트가 전달되지 않습니다.',
    },
    socketio: {
      en: 'The Socket.IO server keeps its rooms in the memory of this process: with two replicas a broadcast does not reach clients of the other one; "setStoreFactory" decides.',
      ko: 'Socket.IO 서버가 룸 정보를 이 프로세스의 메모리에 둡니다. 레플리카가 둘이면 브로드캐스트가 다른 레플리카의 클라이언트에 전달되지 않습니다. "setStoreFactory" 설정으로 결정됩니다.',
    },
    ...pythonMessages,
    ...goMessages,
  },
  matchers: [csharpSignalR, nodeSockets, nestGateways, nodeConnections, javaRegistry, javaBroker, xmlBroker, kotlinRegistry, kotlinBroker, pythonConnections, phpConnections, nodePubSub],
  project: [nesMessages, goRegistry, goListeners, csharpRegistry, pythonChannelLayer],
  clearing: [
    {
      fact: 'node.pubsub-event', effect: 'info', when: (_fact, finding, model) => publishesLogAlone(finding, model),
      what: { en: 'events that are no more than lines of the log of each process', ko: '프로세스마다 남기는 로그뿐인 이벤트' },
    },
    {
      fact: backplane, effect: 'silence', when: ({ value }, { say }) => say === 'signalr' && (value as Evidence).covers !== sometimes,
      what: { en: 'a backplane that carries messages to every replica', ko: '모든 레플리카에 메시지를 전달하는 백플레인' },
    },
    {
      fact: backplane, effect: 'warning', when: (_fact, { say }) => say === 'signalr',
      what: { en: 'a backplane that a setting selects', ko: '설정으로 선택할 수 있는 백플레인' },
    },
    {
      fact: 'connection.fanout', effect: 'silence', when: ({ value }, finding) => adapts(value as Evidence, finding, socketAdapter),
      what: { en: 'an adapter of Socket.IO that replicas share', ko: '레플리카가 공유하는 Socket.IO 어댑터' },
    },
    {
      fact: 'connection.fanout', effect: 'warning', when: ({ value }, finding) => adapts(value as Evidence, finding, chosenSocketAdapter),
      what: { en: 'an adapter of Socket.IO that a setting switches on', ko: '설정에 따라 쓰이는 Socket.IO 어댑터' },
    },
    {
      fact: 'connection.fanout', effect: 'silence', when: ({ value }, finding) => reaches(value as Evidence, finding),
      what: { en: 'a topic or relay that carries messages to every replica', ko: '모든 레플리카에 메시지를 전달하는 토픽이나 릴레이' },
    },
    {
      // Where other classes take the connections out, a listener of messages may reach them through those.
      fact: 'connection.fanout', effect: 'warning', when: ({ value }, finding) => finding.confidence === 'medium' && (finding.data as { readonly library?: string } | null)?.library !== 'socket.io' && !(value as Evidence).covers?.startsWith(socketAdapter) && (value as Evidence).covers !== relay,
      what: { en: 'a listener of a message system in the same application', ko: '같은 애플리케이션에서 메시지 시스템을 구독하는 리스너' },
    },
  ],
  fixes: [signalRRedis, redisAdapter, pythonRedisFanout],
};
