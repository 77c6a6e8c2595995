import { basename } from '../../base/paths.js';
import type { XmlElement } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { attribute, children, descend } from '../../syntax/xml/ask.js';
import { backendOf, distinctBackends } from './kinds.js';

/** Servers of a cluster that WebSphere's plug-in tells apart by the clone's name in each session id. */
function cluster(element: XmlElement, cx: FactFileContext): void {
  const servers = children(element, 'Server').flatMap((server) => attribute(server, 'CloneID') ?? []);
  const [first] = servers;
  if (!first || servers.length < 2) return;
  const hosts = children(element, 'Server').map((server) => backendOf(attribute(descend(server, 'Transport') ?? server, 'Hostname')?.value ?? '.'));
  cx.emit('server.sticky', { start: first.start, end: first.end }, { balancer: 'WebSphere plug-in', via: 'CloneID', by: 'cookie', backends: distinctBackends(hosts) });
}

/** `server.sticky` of WebSphere's `plugin-cfg.xml` and of mod_cluster in WildFly. */
export const stickyWebSphereFacts: FactExtractor = {
  kinds: ['server.sticky'],
  matchers: [factMatcher({
    language: 'xml', needles: [['CloneID'], ['sticky-session']],
    on: {
      ServerCluster(element, cx) {
        if (/^plugin-cfg[\w.-]*\.xml$/.test(basename(cx.path))) cluster(element, cx);
      },
      // WildFly tells mod_cluster, at Apache httpd, how to balance.
      proxy(element, cx) {
        const sticky = attribute(element, 'sticky-session');
        if (sticky?.value === 'true') cx.emit('server.sticky', { start: sticky.start, end: sticky.end }, { balancer: 'mod_cluster', via: 'sticky-session', by: 'cookie', backends: [] });
      },
    },
  })],
};
