import { at as jsonAt, type JsonNode } from '../json/ask.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { profileKind, profileOfPath } from '../config-file.js';
import { basename } from '../../base/paths.js';
import { entries, span } from '../yaml/ask.js';
import { log4j2Setup } from './log4j2.js';
import { fromJson, fromYaml } from './part.js';
import type { LogSetup } from './setup.js';

/** Log4j 2 in YAML; `undefined` for other documents. */
export function yamlSetup({ doc }: YamlDocument): LogSetup | undefined {
  const root = entries(doc, doc.contents ?? undefined).find(({ key }) => key.toLowerCase() === 'configuration');
  const [part] = root ? fromYaml(doc, root.value, root.key, span(root.keyNode)) : [];
  return part && log4j2Setup(part);
}

/** Log4j 2 in JSON; `undefined` for other documents. */
export function jsonSetup(root: JsonNode): LogSetup | undefined {
  const node = jsonAt(root, 'configuration') ?? jsonAt(root, 'Configuration');
  const [part] = node ? fromJson(node, 'Configuration', { start: node.offset, end: node.offset + node.length }) : [];
  return part && log4j2Setup(part);
}

/** Whether the path says that the file serves a developer's desk or a test: `logback-test.xml`, `log4j2-local.xml`, `profiles/dev/…`. */
export function isDeskOnly(path: string): boolean {
  const name = basename(path).replace(/\.\w+$/, '');
  return [profileKind(name), profileKind(profileOfPath(path))].some((kind) => kind === 'development' || kind === 'test');
}

/** Whether the name says that the file serves a program which users run beside the servers: `logback-agent.xml`, `log4j-cli.properties`. */
export function isForSideProgram(path: string): boolean {
  const words = basename(path).replace(/\.\w+$/, '').toLowerCase().split(/[-_.]/).slice(1);
  return words.some((word) => /^(?:agent|cli|client|console|desktop|installer|launcher|shell|tool|tools)$/.test(word));
}

/** Words or shapes of which every XML logging configuration has one. */
export const xmlLogNeedle = /<(?:\w+:)?(?:appenders?|configuration)[\s>]/i;
/** As above for properties files. */
export const propertiesLogNeedle = /^[ \t]*(?:log4j\.appender\.|appender\.[\w-]+\.type|(?:[\w.]+\.)?handlers\s*[=:])/m;
