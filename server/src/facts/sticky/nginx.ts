import type { FactFileContext } from '../../contract/rule.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { removeStatement } from '../../syntax/lines/edit.js';
import { nginxDirectives, readNginx, type NginxDirective } from '../../syntax/server/nginx.js';
import { backendOf, clientKey, distinctBackends, type ServerSticky, type StickyPlace } from './kinds.js';
import { isWebPort, portOf, proxyFiles } from './ports.js';

/** By what a directive of an upstream block tells clients apart; `undefined` when it balances in another way. */
function stickyBy({ name, args }: NginxDirective): ServerSticky['by'] | undefined {
  const words = args.map(({ text }) => text);
  switch (name) {
    case 'ip_hash': return 'address';
    case 'hash': case 'consistent_hash': return clientKey(words[0] ?? '');
    case 'sticky': return words[0] === 'off' ? undefined : words[0] === 'route' ? 'key' : 'cookie';
    // Modules of Tengine and others.
    case 'session_sticky': return words[0] === 'off' ? undefined : 'cookie';
    case 'jvm_route': return 'cookie';
    default: return undefined;
  }
}

/** With one server there is nothing to choose from, unless it is filled in later or looked up again and again. */
function isAlone(servers: readonly NginxDirective[]): boolean {
  const [only, ...others] = servers;
  return only !== undefined && others.length === 0 && !only.args.some(({ text }) => text === 'resolve' || /^\{\{|^<%|\$\{/.test(text));
}

/** Sticky upstreams of an nginx configuration that begins at an offset of a file. */
export function stickyInNginx(text: string, offset = 0): readonly StickyPlace[] {
  const all = readNginx(text, offset);
  return nginxDirectives(all, 'upstream').flatMap(({ directive: { block = [] }, around }) => {
    const members = block.filter(({ name, args }) => name === 'server' && !args.some((arg) => arg.text === 'down'));
    if (isAlone(members)) return [];
    const servers = members.map(({ args }) => args[0]?.text ?? '');
    const ports = servers.flatMap((server) => portOf(server) ?? []);
    const foreign = around.some(({ name }) => name === 'stream') && !ports.some(isWebPort);
    return block.flatMap((directive): readonly StickyPlace[] => {
      const by = stickyBy(directive);
      if (!by) return [];
      const via = [directive.name, ...directive.args.slice(0, directive.name === 'sticky' ? 2 : directive.name === 'hash' ? 1 : 0).map((arg) => arg.text)].join(' ');
      return [{
        at: directive.nameSpan,
        value: { balancer: 'nginx', via, by, backends: distinctBackends(servers.map(backendOf)), ...(foreign ? { foreign } : {}) },
        remove: (file, source) => [removeStatement(file, source, directive)],
      }];
    });
  });
}

/** `server.sticky` of nginx. */
export const stickyNginxFacts: FactExtractor = {
  kinds: ['server.sticky'],
  matchers: [factMatcher({
    language: 'lines', files: proxyFiles, needles: [['upstream', /\b(?:ip_hash|hash|consistent_hash|sticky|session_sticky|jvm_route)\b/]],
    on: {
      file(_node, cx: FactFileContext) {
        for (const { at, value } of stickyInNginx(cx.text)) cx.emit('server.sticky', at, value);
      },
    },
  })],
};
