import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { enclosingType, field, imports, nameOf, span, type JavaNode } from '../../syntax/java/ask.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Code lets requests end before the server stops, other than by Spring Boot's own setting. */
    'server.graceful-shutdown': Evidence;
  }
}

/** Handlers and customizers that exist to drain a server. */
const drains = /^(?:GracefulShutdown(?:Handler)?|StatisticsHandler|GracefulHandler)$/;

function stopsOnClose(type: JavaNode): boolean {
  return /ContextClosedEvent|\bstop\s*\(/.test(type.text) && /\b(?:pause|awaitTermination|awaitShutdown|closeServerSocketGraceful)\s*\(/.test(type.text);
}

/** Shutdown by hand: `Shutdown.GRACEFUL` in code, and what people wrote before Spring Boot had a setting. */
export const gracefulShutdownFacts: FactExtractor = {
  kinds: ['server.graceful-shutdown'],
  matchers: [factMatcher({
    language: 'java',
    needles: [['Shutdown', 'GRACEFUL'], ['GracefulShutdownHandler'], ['StatisticsHandler'], ['GracefulHandler'], ['TomcatConnectorCustomizer', 'ContextClosedEvent']],
    on: {
      field_access(access, cx) {
        if (/\bShutdown\.GRACEFUL$/.test(access.text)) cx.emit('server.graceful-shutdown', span(access), { via: 'Shutdown.GRACEFUL' });
      },
      object_creation_expression(creation, cx) {
        const type = field(creation, 'type');
        if (type && drains.test(type.text) && [...imports(cx, creation).types.values()].some((name) => /undertow|jetty/.test(name))) cx.emit('server.graceful-shutdown', span(type), { via: type.text });
      },
      type_identifier(name, cx) {
        const type = name.text === 'TomcatConnectorCustomizer' ? enclosingType(name) : undefined;
        const declared = type && field(type, 'name');
        if (type && declared && stopsOnClose(type)) cx.emit('server.graceful-shutdown', span(declared), { via: nameOf(type) });
      },
    },
  })],
};
