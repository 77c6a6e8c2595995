import { isMap, isPair, type Document } from 'yaml';
import { dirname, join } from '../../base/paths.js';
import { maskSecrets } from '../../base/secrets.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { isForDevelopment } from '../../syntax/start-command.js';
import { below, entries, items, mergedEntries, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { known, rangeOf, written } from '../kubernetes/document.js';
import { writtenImage } from '../kubernetes/image-name.js';
import type { Setting } from '../kubernetes/kinds.js';
import { commandText, isForTests, namesDevelopment, saysDevelopment, startsForDevelopment } from './development.js';
import { interpolate } from './interpolate.js';
import type { ComposeKey, ComposeService } from './kinds.js';
import { portsOf } from './ports.js';
import { emitVolumes, keptPaths, mountsOf } from './volumes.js';

/** What the parts of a service are read with. */
interface Reader {
  readonly cx: FactFileContext;
  readonly doc: Document.Parsed;
  readonly service: YamlNode;
  /** Keys in force: own ones, then those of merges. */
  readonly keys: ReadonlyMap<string, { readonly keyNode: YamlNode; readonly value: YamlNode | undefined }>;
}

/** The value at a key, without what `!reset` takes away. */
function valueAt({ keys }: Reader, key: string): YamlNode | undefined {
  const value = keys.get(key)?.value;
  return value && (value as { tag?: string }).tag === '!reset' ? undefined : value;
}

function readAt(reader: Reader, key: string): string | undefined {
  const value = written(valueAt(reader, key));
  return value === undefined ? undefined : interpolate(value).text;
}

/** `build: ./web` or `build: { context: ./web }`; a map without a context builds the file's own folder. */
function contextOf({ cx, doc }: Reader, build: YamlNode | undefined): string | undefined {
  if (!build) return undefined;
  const short = text(build);
  const node = below(doc, build, 'context');
  const path = short !== undefined ? written(build) : node ? written(node) : '.';
  const filled = path === undefined ? undefined : interpolate(path);
  return filled === undefined || !filled.known || /:\/\/|^git@/.test(filled.text) ? undefined : join(dirname(cx.path), filled.text);
}

/** How many pairs stand beside a key in its own map; a map that loses its last one would become `null`. */
function keyOf(reader: Reader, key: string): ComposeKey | undefined {
  const found = reader.keys.get(key);
  if (!found || valueAt(reader, key) === undefined) return undefined;
  return { at: rangeOf(reader.cx, span(found.keyNode)), removable: mapSize(reader.doc, found.keyNode) > 1 };
}

function mapSize(doc: Document.Parsed, keyNode: YamlNode): number {
  const search = (node: unknown): number => {
    if (isMap(node)) return node.items.some(({ key }) => key === keyNode) ? node.items.length : Math.max(0, ...node.items.map((pair) => (isPair(pair) ? search(pair.value) : 0)));
    return 0;
  };
  return search(doc.contents);
}

function environmentOf({ doc }: Reader, environment: YamlNode | undefined): readonly (readonly [name: string, value: string])[] {
  const list = items(doc, environment).map((item) => /^([^=]+)(?:=(.*))?$/.exec(written(item) ?? ''));
  const map = mergedEntries(doc, environment).map(({ key, value }): [string, string] => [key, written(value) ?? '']);
  return [...map, ...list.flatMap((match): [string, string][] => (match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']]))];
}

function containerNameOf(reader: Reader, name: string): ComposeService['containerName'] {
  const key = keyOf(reader, 'container_name');
  const value = written(valueAt(reader, 'container_name'));
  if (!key || value === undefined) return undefined;
  // Container names are host names on the network: what else the file says of one may be a reference to it.
  const mentions = value === name ? [] : [...reader.cx.text.matchAll(new RegExp(`(?<![\\w.-])${value.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'g'))];
  return { ...key, value, mentioned: mentions.length > 1 };
}

function hostNetworkOf(reader: Reader): ComposeService['hostNetwork'] {
  const { cx, doc, service } = reader;
  const mentionsLocalhost = /\b(?:localhost|127\.0\.0\.1)\b/.test(cx.text.slice(service.range[0], service.range[1]));
  const mode = keyOf(reader, 'network_mode');
  if (mode && readAt(reader, 'network_mode') === 'host') return { ...mode, mentionsLocalhost };
  const networks = valueAt(reader, 'networks');
  const names = [...items(doc, networks).map((item) => ({ name: text(item), node: item })), ...entries(doc, networks).map(({ key, keyNode }) => ({ name: key, node: keyNode }))];
  const host = names.find(({ name }) => {
    const network = below(doc, doc.contents ?? undefined, 'networks', name ?? '');
    return network !== undefined && below(doc, network, 'external') !== undefined && (written(below(doc, network, 'name')) ?? written(below(doc, network, 'external', 'name')) ?? name) === 'host';
  });
  return host && { at: rangeOf(cx, span(host.node)), removable: false, mentionsLocalhost };
}

function privilegedOf(reader: Reader): ComposeService['privileged'] {
  const key = keyOf(reader, 'privileged');
  if (key && readAt(reader, 'privileged') === 'true') return key;
  const capability = items(reader.doc, valueAt(reader, 'cap_add')).find((item) => /^(?:CAP_)?(?:ALL|SYS_ADMIN)$/i.test(text(item) ?? ''));
  return capability && { at: rangeOf(reader.cx, span(capability)), removable: false, capability: text(capability) };
}

function healthcheckOf({ doc }: Reader, check: YamlNode | undefined): ComposeService['healthcheck'] {
  if (!check) return undefined;
  const test = below(doc, check, 'test');
  return known(below(doc, check, 'disable')) === 'true' || (text(test) ?? text(items(doc, test)[0])) === 'NONE' ? 'disabled' : 'set';
}

function replicasOf(reader: Reader): Setting<number> | undefined {
  const { cx, doc } = reader;
  const node = below(doc, valueAt(reader, 'deploy'), 'replicas') ?? valueAt(reader, 'scale');
  if (!node) return undefined;
  const value = Number(interpolate(written(node) ?? '').text || Number.NaN);
  return { at: rangeOf(cx, span(node)), ...(Number.isInteger(value) ? { value } : {}) };
}

/** Overlay networks and what `deploy` says of nodes and updates are read by `docker stack deploy` alone. */
function swarmOf(reader: Reader): ComposeService['swarm'] {
  const { cx, doc } = reader;
  const deploy = valueAt(reader, 'deploy');
  if (known(below(doc, deploy, 'mode')) === 'global') return 'global';
  const overlay = entries(doc, below(doc, doc.contents ?? undefined, 'networks')).some(({ value }) => known(below(doc, value, 'driver')) === 'overlay');
  const own = ['placement', 'update_config', 'rollback_config', 'endpoint_mode', 'mode'].some((key) => pairOf(doc, deploy, key));
  return own || overlay || /(?:^|[-_.])(?:stack|swarm)[-_.][^/]*$/.test(cx.path.replace(/^.*\//, '')) ? 'replicated' : undefined;
}

function extendsOf(reader: Reader): ComposeService['extends'] {
  const node = valueAt(reader, 'extends');
  const service = text(node) ?? text(below(reader.doc, node, 'service'));
  const file = text(below(reader.doc, node, 'file'));
  const path = file === undefined ? reader.cx.path : join(dirname(reader.cx.path), file);
  return service === undefined || path === undefined ? undefined : { service, file: path };
}

function isOfDesk(reader: Reader, name: string, command: string, context: string | undefined, volumes: ComposeService['volumes']): boolean {
  const environment = environmentOf(reader, valueAt(reader, 'environment'));
  const profiles = items(reader.doc, valueAt(reader, 'profiles')).flatMap((item) => text(item) ?? []);
  const folders = [dirname(reader.cx.path), ...(context === undefined ? [] : [context])];
  return isForDevelopment(reader.cx.path) || isForTests(name, command) || startsForDevelopment(command)
    || namesDevelopment(text(below(reader.doc, valueAt(reader, 'build'), 'target')) ?? '')
    || (profiles.length > 0 && profiles.every(namesDevelopment))
    || environment.some(([variable, value]) => saysDevelopment(variable, value))
    || volumes.some(({ kind, source, readOnly }) => kind === 'bind' && source !== undefined && !readOnly && folders.includes(source));
}

function readService(cx: FactFileContext, doc: Document.Parsed, name: string, service: YamlNode): ComposeService {
  const keys = new Map(mergedEntries(doc, service).map(({ key, keyNode, value }) => [key, { keyNode, value }]));
  const reader: Reader = { cx, doc, service, keys };
  const build = valueAt(reader, 'build');
  const context = contextOf(reader, build);
  const volumes = mountsOf(cx, doc, valueAt(reader, 'volumes'));
  const command = maskSecrets(commandText(doc, service));
  return {
    name, built: build !== undefined, context, volumes,
    image: writtenImage(written(valueAt(reader, 'image'))),
    dockerfile: known(below(doc, build, 'dockerfile')),
    mounts: keptPaths(volumes),
    ports: portsOf(cx, doc, valueAt(reader, 'ports')),
    containerName: containerNameOf(reader, name),
    hostNetwork: hostNetworkOf(reader),
    privileged: privilegedOf(reader),
    healthcheck: healthcheckOf(reader, valueAt(reader, 'healthcheck')),
    replicas: replicasOf(reader),
    swarm: swarmOf(reader),
    env: environmentOf(reader, valueAt(reader, 'environment')).map(([variable]) => variable),
    profiles: items(doc, valueAt(reader, 'profiles')).flatMap((item) => text(item) ?? []),
    ...(command === '' ? {} : { command }),
    extends: extendsOf(reader),
    resets: [...keys].flatMap(([key, { value }]) => (/^!(?:reset|override)$/.test((value as { tag?: string } | undefined)?.tag ?? '') ? [key] : [])),
    development: isOfDesk(reader, name, command, context, volumes),
  };
}

function readFile({ doc }: YamlDocument, cx: FactFileContext): void {
  for (const { key, keyNode, value } of mergedEntries(doc, below(doc, doc.contents ?? undefined, 'services'))) {
    if (value) cx.emit('compose.service', span(keyNode), readService(cx, doc, key, value));
  }
  if (below(doc, doc.contents ?? undefined, 'services')) emitVolumes(cx, doc);
}

/** `compose.service` and `compose.volume`: what each Compose file says of its services. */
export const composeFacts: FactExtractor = {
  kinds: ['compose.service', 'compose.volume'],
  matchers: [factMatcher({ language: 'yaml', files: ['**/*{compose,docker-stack}*.{yaml,yml}'], needles: [['services']], on: { document: readFile } })],
};
