import type { XmlElement } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Span } from '../../base/text.js';
import { attribute, child, children, childText, rootOf } from '../../syntax/xml/ask.js';
import type { Evidence } from '../evidence.js';
import { distributableNeed } from './store.js';

/** How an application server shares sessions by itself, as its own configuration says. */
export interface SessionCluster extends Evidence {
  /** Name of the server as its users call it. */
  readonly server: string;
  /** `replicated`: copied between the members of a cluster; `pinned`: the session's id names the instance that holds it; `saved`: written out only when idle or at shutdown. */
  readonly kind: 'replicated' | 'pinned' | 'saved';
  /** True when the members of the cluster find each other through Kubernetes. */
  readonly discovered: boolean;
  /** The name of the instance comes from outside, so that each may have its own. */
  readonly each?: true;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Sessions shared between instances of an application server, without a store outside of them. */
    'session.cluster': SessionCluster;
  }
}

const inKubernetes = /KUBE_PING|DNS_PING|kubernetes\.KUBE|openshift\.|CloudMembershipService|KubernetesMembershipProvider|DNSMembershipProvider/;

function emitCluster(cx: FactFileContext, at: Span, kind: SessionCluster['kind'], server: string, via: string, needs: readonly string[] = []): void {
  cx.emit('session.cluster', at, { server, kind, via, discovered: inKubernetes.test(cx.text), ...(needs.length > 0 ? { needs } : {}) });
}

/** A name in each session id: the same for all replicas of an image where it is written down, one for each where it is filled in. */
function emitPinned(cx: FactFileContext, at: Span, server: string, via: string, name: string): void {
  cx.emit('session.cluster', at, { server, kind: 'pinned', via, discovered: false, ...(/[$@%{]/.test(name) ? { each: true } : {}) });
}

function emitStore(cx: FactFileContext, at: Span, via: string, needs: readonly string[] = []): void {
  cx.emit('session.external-store', at, { via, ...(needs.length > 0 ? { needs } : {}) });
}

const className = (element: XmlElement): string => attribute(element, 'className')?.value ?? '';

/** Tomcat: a cluster, a replicating manager on its own, a manager that writes idle sessions out. */
function tomcat(element: XmlElement, cx: FactFileContext): void {
  const type = attribute(element, 'className');
  const name = className(element);
  if (!type || !name.startsWith('org.apache.catalina.')) return;
  if (element.local === 'Cluster') emitCluster(cx, element.nameSpan, 'replicated', 'Tomcat', '<Cluster>', [distributableNeed]);
  if (element.local !== 'Manager' || element.parent?.local === 'Cluster') return;
  if (/\.(?:DeltaManager|BackupManager)$/.test(name)) emitCluster(cx, type.valueSpan, 'replicated', 'Tomcat', name.slice(name.lastIndexOf('.') + 1), [distributableNeed]);
  const store = child(element, 'Store');
  if (!/\.PersistentManager$/.test(name) || !store || !/\.(?:JDBCStore|DataSourceStore)$/.test(className(store))) return;
  // With this valve each request loads the session first and stores it last; without it the store is for idle sessions.
  const everyRequest = children(element.parent ?? element, 'Valve').some((valve) => className(valve).endsWith('.PersistentValve'));
  if (everyRequest) emitStore(cx, type.valueSpan, 'PersistentValve');
  else emitCluster(cx, type.valueSpan, 'saved', 'Tomcat', 'PersistentManager');
}

const replicatedInWebLogic = /^(?:async-)?replicated(?:_if_clustered|-if-clustered)?$/i;
const storedByWebLogic = /^(?:jdbc|async-jdbc|coherence-web|cookie)$/i;

function webLogic(cx: FactFileContext, value: string, at: Span): void {
  if (replicatedInWebLogic.test(value)) emitCluster(cx, at, 'replicated', 'WebLogic', `persistent-store-type=${value}`);
  if (storedByWebLogic.test(value)) emitStore(cx, at, `persistent-store-type=${value}`);
}

/** JBoss and WildFly: what the cache container of web sessions is made of, in the server's own configuration. */
function cacheContainer(container: XmlElement, cx: FactFileContext): void {
  if (attribute(container, 'name')?.value !== 'web') return;
  const caches = container.children.filter(({ local }) => /^(?:local|distributed|replicated|invalidation)-cache$/.test(local));
  const shared = caches.flatMap(({ children: parts }) => parts).find(({ local }) => /^(?:remote|hotrod|jdbc|string-keyed-jdbc|mixed-keyed-jdbc|binary-keyed-jdbc)-store$/.test(local));
  if (shared) {
    emitStore(cx, shared.nameSpan, shared.local, [distributableNeed]);
    return;
  }
  const clustered = caches.find(({ local }) => /^(?:distributed|replicated)-cache$/.test(local));
  if (clustered) emitCluster(cx, clustered.nameSpan, 'replicated', 'WildFly', clustered.local, [distributableNeed]);
}

/** WildFly's `distributable-web`, in the server's configuration or beside `web.xml`. */
function distributableWeb(element: XmlElement, cx: FactFileContext): void {
  if (element.local === 'hotrod-session-management') emitStore(cx, element.nameSpan, element.local, [distributableNeed]);
  // In the server's configuration the cache container tells more.
  else if (!element.parent?.parent) emitCluster(cx, element.nameSpan, 'replicated', 'WildFly', element.local, [distributableNeed]);
}

const tmax = /\btmaxsoft\.com\//;

function jeus(element: XmlElement, cx: FactFileContext): void {
  const spaces = rootOf(element).attributes.filter(({ name }) => name.startsWith('xmlns'));
  if (spaces.some(({ value }) => tmax.test(value))) emitCluster(cx, element.nameSpan, 'replicated', 'JEUS', `<${element.name}>`);
}

/** `<session-config><shared>true</shared>` of JEUS: one session for all applications of the cluster. */
function jeusShared(element: XmlElement, cx: FactFileContext): void {
  if (element.parent?.local === 'session-config' && /^true$/i.test(element.text)) jeus(element, cx);
}

/** Open Liberty: the element alone does nothing; its feature has to be on. Without a feature list the file is a part of another one. */
function liberty(element: XmlElement, cx: FactFileContext, feature: RegExp): void {
  const lists = children(rootOf(element), 'featureManager');
  if (lists.length === 0 || lists.some((list) => children(list, 'feature').some(({ text }) => feature.test(text)))) emitStore(cx, element.nameSpan, element.name);
}

const server = factMatcher({
  language: 'xml',
  needles: [
    ['org.apache.catalina'], ['jvmRoute'], ['persistent-store-type'], ['PersistentStoreType'], ['persistence-type'], ['replication-config'], ['-session-management'],
    ['cache-container'], [tmax, /session|<shared>|cluster/], ['httpSessionCache'], ['httpSessionDatabase'], ['sessionPersistenceMode'], [/SessionDataStoreFactory/], ['com.hazelcast.web.'], ['cloneId'], ['workerName'], ['replication-group'],
  ],
  on: {
    Cluster: tomcat,
    Manager: tomcat,
    Engine(engine, cx) {
      const route = attribute(engine, 'jvmRoute');
      if (route && route.value !== '') emitPinned(cx, { start: route.start, end: route.end }, 'Tomcat', 'jvmRoute', route.value);
    },
    // Open Liberty.
    httpSession(element, cx) {
      const clone = attribute(element, 'cloneId');
      if (clone && clone.value !== '') emitPinned(cx, { start: clone.start, end: clone.end }, 'Open Liberty', 'cloneId', clone.value);
    },
    // Jetty's XML, where a property may fill it in.
    Set(element, cx) {
      if (attribute(element, 'name')?.value === 'workerName' && element.textSpan) emitPinned(cx, element.textSpan, 'Jetty', 'workerName', element.text);
    },
    'persistent-store-type'(element, cx) {
      if (element.textSpan && element.parent?.local === 'session-descriptor') webLogic(cx, element.text, element.textSpan);
    },
    // Descriptors of WebLogic 8 and older.
    'session-param'(element, cx) {
      const value = child(element, 'param-value');
      if (childText(element, 'param-name') === 'PersistentStoreType' && value?.textSpan) webLogic(cx, value.text, value.textSpan);
    },
    // Members of a cluster in WebLogic's own configuration that hold each other's copies.
    'replication-group'(element, cx) {
      if (element.parent?.local === 'server' && element.textSpan && rootOf(element).local === 'domain') emitCluster(cx, element.nameSpan, 'replicated', 'WebLogic', '<replication-group>');
    },
    // GlassFish, Payara and their ancestors.
    'session-manager'(element, cx) {
      const type = attribute(element, 'persistence-type');
      if (type && /^(?:replicated|ha)$/.test(type.value)) emitCluster(cx, type.valueSpan, 'replicated', 'GlassFish', `persistence-type=${type.value}`, [distributableNeed]);
      if (type?.value === 'coherence-web') emitStore(cx, type.valueSpan, `persistence-type=${type.value}`);
    },
    'replication-config'(element, cx) {
      if (element.parent?.local === 'jboss-web') emitCluster(cx, element.nameSpan, 'replicated', 'JBoss', '<replication-config>', [distributableNeed]);
    },
    'cache-container': cacheContainer,
    'hotrod-session-management': distributableWeb,
    'infinispan-session-management': distributableWeb,
    'session-cluster': jeus, 'session-cluster-config': jeus, 'session-server': jeus, 'session-router': jeus, 'session-router-config': jeus, 'distributed-session': jeus,
    'distributed-session-server': jeus, 'distributed-session-config': jeus, 'session-cluster-mode': jeus,
    shared: jeusShared,
    // A cluster of JEUS 7 and later shares the sessions of what is deployed to it.
    cluster(element, cx) {
      if (element.parent?.local === 'clusters') jeus(element, cx);
    },
    httpSessionCache: (element, cx) => liberty(element, cx, /^sessionCache-/i),
    httpSessionDatabase: (element, cx) => liberty(element, cx, /^sessionDatabase-/i),
    // WebSphere's own configuration, where the type stands in an attribute.
    services(element, cx) {
      const mode = attribute(element, 'sessionPersistenceMode');
      if (mode?.value === 'DATABASE') emitStore(cx, mode.valueSpan, 'sessionPersistenceMode=DATABASE');
      if (mode?.value === 'DATA_REPLICATION') emitCluster(cx, mode.valueSpan, 'replicated', 'WebSphere', 'sessionPersistenceMode=DATA_REPLICATION');
    },
    // Jetty's XML.
    New(element, cx) {
      const type = attribute(element, 'class');
      if (type && /\.(?:JDBC|Mongo|Hazelcast|Infinispan|GCloud|Memcached)SessionDataStoreFactory$/.test(type.value)) emitStore(cx, type.valueSpan, type.value.slice(type.value.lastIndexOf('.') + 1));
    },
    'filter-class'(element, cx) {
      if (element.textSpan && /^com\.hazelcast\.web\.(?:spring\.)?(?:Spring\w*)?WebFilter$/.test(element.text)) emitStore(cx, element.textSpan, 'Hazelcast WebFilter');
    },
  },
});

/** Tomcat's route as a system property, in what starts it. */
const options = factMatcher({
  language: 'lines', needles: [['-DjvmRoute=']],
  on: {
    file({ lines }, cx) {
      for (const { text, start } of lines) {
        const found = /^[^#]*?(-DjvmRoute=)([^\s"']+)/.exec(text);
        if (!found) continue;
        const at = start + found[0].lastIndexOf('-DjvmRoute=');
        emitPinned(cx, { start: at + 2, end: at + 10 }, 'Tomcat', 'jvmRoute', found[2] ?? '');
      }
    },
  },
});

/** `session.cluster` and the stores that an application server itself keeps sessions in. */
export const sessionClusterFacts: FactExtractor = { kinds: ['session.cluster', 'session.external-store'], matchers: [server, options] };
