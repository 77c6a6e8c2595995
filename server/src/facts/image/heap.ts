import type { Instruction } from 'dockerfile-ast';
import type { Document } from 'yaml';
import type { Span } from '../../base/text.js';
import type { DockerfileNode, YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext, type Needles } from '../../contract/rule.js';
import { baseOf, commandOf, inForce, lineage, shippedStage, type Stage } from '../../syntax/dockerfile/ask.js';
import { startsItself } from '../../syntax/dockerfile/images.js';
import { lacksMemoryShares } from '../../syntax/dockerfile/java-images.js';
import { purposeOf } from '../../syntax/dockerfile/purpose.js';
import { isForDevelopment, startScriptMatcher, type StartScript } from '../../syntax/start-command.js';
import { at, below, entries, items, mergedEntries, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { known, resourcesOf } from '../kubernetes/document.js';
import { isProductImage } from '../kubernetes/role.js';
import { bytesOf, heapIn, type Heap } from './heap-options.js';

/** A heap of a fixed size that an image, a manifest or a script gives a program. */
export interface FixedHeap extends Heap {
  /** The variable that holds the option; absent where the command itself has it. */
  readonly variable?: string;
  readonly in: 'image' | 'script' | 'compose' | 'manifest';
  /** A variable that is set may replace it: the text is only a default. */
  readonly overridable?: true;
  /** The machine is too old for shares of the limit. */
  readonly old?: true;
  /** Where the container of a manifest stands, as its workload knows it. */
  readonly container?: number;
  readonly service?: string;
  /** Memory limit of a Compose service in bytes; 0 where it has none. */
  readonly limit?: number;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'image.heap': FixedHeap;
  }
}

const needles: Needles = [[/Xmx\d|MaxHeapSize|max[-_]old[-_]space[-_]size/]];
/** Options of build tools and of products that are no application. */
const others = /^(?:MAVEN|MVN|GRADLE|SBT|ANT|KAFKA|ES|LS|ELASTICSEARCH|OPENSEARCH|SOLR|ZK|ZOOKEEPER|HADOOP|HBASE|SPARK|CASSANDRA|JENKINS|SONAR|NEO4J|ACTIVEMQ|ARTEMIS)_/;
/** Variables that the machine reads by itself; any other one has to be handed to it. */
const readByItself = /^(?:JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|NODE_OPTIONS)$/;

function emit(cx: FactFileContext, region: Span, fact: Pick<FixedHeap, 'in'> & Partial<FixedHeap>): void {
  const found = heapIn(cx.text, region);
  if (found && !others.test(fact.variable ?? '')) cx.emit('image.heap', found.at, { ...found.heap, ...fact });
}

/** Whether what starts takes the variable: the machine itself, a script or server, or a command that names it. */
function takes(last: Stage, variable: string): boolean {
  const starts = [inForce(last, 'ENTRYPOINT'), inForce(last, 'CMD')].flatMap((each) => (each ? [commandOf(each)] : []));
  const command = starts.map((each) => (each.form === 'exec' ? each.words.join(' ') : each.text)).join(' ');
  return readByItself.test(variable) || starts.length === 0 || command.includes(variable) || !/^(?:\S*\/)?(?:java|node|tini|dumb-init)\s/.test(command);
}

function inImage(node: DockerfileNode, cx: FactFileContext): void {
  const last = shippedStage(node);
  if (!last || purposeOf(cx.path, last) !== 'application' || (!inForce(last, 'CMD') && !inForce(last, 'ENTRYPOINT') && !startsItself(last))) return;
  const seen = new Set<string>();
  const old = lacksMemoryShares(baseOf(last)) ? { old: true as const } : {};
  for (const instruction of lineage(last).flatMap((stage) => [...stage.instructions].reverse())) {
    const keyword = instruction.getKeyword();
    const region = node.span(instruction.getRange());
    if (instruction === inForce(last, 'CMD') || instruction === inForce(last, 'ENTRYPOINT')) emit(cx, region, { in: 'image', ...old, ...defaultOf(cx.text, region) });
    if (keyword !== 'ENV') continue;
    const variable = variableOf(cx.text, region, instruction);
    // What is set later is in force.
    if (variable !== undefined && !seen.has(variable) && takes(last, variable)) emit(cx, region, { in: 'image', variable, ...old });
    if (variable !== undefined) seen.add(variable);
  }
}

/** The name before the option of an `ENV`. */
function variableOf(content: string, region: Span, instruction: Instruction): string | undefined {
  const found = heapIn(content, region);
  if (!found) return undefined;
  const before = content.slice(region.start, found.at.start);
  return [...before.matchAll(/(?:^|[\s\\])([A-Za-z_]\w*)=/g)].at(-1)?.[1] ?? instruction.getArguments()[0]?.getValue();
}

/** `${JAVA_OPTS:--Xmx512m}`: the variable decides where it is set. */
function defaultOf(content: string, region: Span): { readonly variable: string; readonly overridable: true } | undefined {
  const found = heapIn(content, region);
  const name = found && /\$\{(\w+):?[-=][^}]*$/.exec(content.slice(region.start, found.at.start))?.[1];
  return name === undefined ? undefined : { variable: name, overridable: true };
}

/** Commands and variables of one container. */
function inContainer(cx: FactFileContext, doc: Document.Parsed, container: YamlNode, keys: { readonly commands: readonly string[]; readonly env: string }, fact: Pick<FixedHeap, 'in'> & Partial<FixedHeap>): void {
  const region = (node: YamlNode): Span => ({ start: node.range[0], end: Math.max(node.range[0] + 1, node.range[1]) });
  for (const key of keys.commands) {
    const node = pairOf(doc, container, key)?.value;
    if (node) emit(cx, region(node), { ...fact, ...defaultOf(cx.text, region(node)) });
  }
  const env = pairOf(doc, container, keys.env)?.value ?? undefined;
  for (const { key, value } of mergedEntries(doc, env)) if (value) emit(cx, region(value), { ...fact, variable: key });
  for (const item of items(doc, env)) {
    const value = pairOf(doc, item, 'value')?.value;
    const name = text(below(doc, item, 'name')) ?? /^(\w+)=/.exec(text(item) ?? '')?.[1];
    if (name !== undefined) emit(cx, region(value ?? item), { ...fact, variable: name });
  }
}

/** `mem_limit: 512m` or `deploy.resources.limits.memory: 512M`; 0 without one, `undefined` where a variable says. */
function composeLimit(doc: Document.Parsed, service: YamlNode): number | undefined {
  const node = below(doc, service, 'mem_limit') ?? below(doc, service, 'deploy', 'resources', 'limits', 'memory');
  if (!node) return entries(doc, service).some(({ key }) => key === '<<' || key === 'extends') ? undefined : 0;
  const written = known(node);
  return written === undefined ? undefined : bytesOf(written.replace(/b$/i, ''));
}

function inManifest(document: YamlDocument, cx: FactFileContext): void {
  const { doc } = document;
  if (isForDevelopment(cx.path)) return;
  for (const { node, kind } of resourcesOf(document)) {
    if (!/^(?:Deployment|StatefulSet|ReplicaSet|Rollout|DeploymentConfig)$/.test(kind)) continue;
    for (const container of items(doc, below(doc, node, 'spec', 'template', 'spec', 'containers'))) {
      const name = below(doc, container, 'name');
      if (!isProductImage(text(below(doc, container, 'image')))) inContainer(cx, doc, container, { commands: ['command', 'args'], env: 'env' }, { in: 'manifest', container: name ? span(name).start : container.range[0] });
    }
  }
  if (at(doc, 'kind')) return;
  for (const { value, key } of entries(doc, at(doc, 'services'))) {
    if (!value || isProductImage(text(below(doc, value, 'image')))) continue;
    const limit = composeLimit(doc, value);
    inContainer(cx, doc, value, { commands: ['entrypoint', 'command'], env: 'environment' }, { in: 'compose', service: key, ...(limit === undefined ? {} : { limit }) });
  }
}

/** Assignments and commands of scripts: `CATALINA_OPTS="$CATALINA_OPTS -Xmx1g"`, `exec java -Xmx1g`. */
function inScript({ text: script }: StartScript, cx: FactFileContext): void {
  let start = 0;
  for (const line of script.split('\n')) {
    const region = { start, end: start + line.length };
    start += line.length + 1;
    const assigned = /^\s*(?:export\s+)?([A-Za-z_]\w*)=/.exec(line)?.[1];
    const found = /^\s*(?:echo|printf)\b/.test(line) ? undefined : heapIn(script, region);
    if (found && !others.test(assigned ?? '')) cx.emit('image.heap', found.at, { ...found.heap, in: 'script', ...(assigned === undefined ? {} : { variable: assigned }), ...defaultOf(script, region) });
  }
}

/** `image.heap`: see the kind. */
export const imageHeapFacts: FactExtractor = {
  kinds: ['image.heap'],
  matchers: [
    factMatcher({ language: 'dockerfile', needles, on: { file: inImage } }),
    factMatcher({ language: 'yaml', needles, on: { document: inManifest } }),
    startScriptMatcher<FactFileContext>(needles, inScript, ['**/setenv.sh']),
  ],
};
