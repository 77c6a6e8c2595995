import { basename } from '../../base/paths.js';
import { maskSecrets } from '../../base/secrets.js';
import type { Span } from '../../base/text.js';
import { at, keys, text, type JsonNode } from '../../syntax/json/ask.js';
import type { BuildModule } from './kinds.js';

function versions(root: JsonNode, section: string): Readonly<Record<string, string>> {
  return Object.fromEntries(keys(root, section).map((name) => [name, text(root, section, name) ?? '']));
}

/** A script is one command or a list of them. */
function scriptsOf(root: JsonNode): Readonly<Record<string, string>> {
  return Object.fromEntries(keys(root, 'scripts').map((name) => {
    const node = at(root, 'scripts', name);
    const commands = node?.type === 'array' ? (node.children ?? []).map((each) => String(each.value)) : [String(node?.value ?? '')];
    return [name, maskSecrets(commands.join(' && '))];
  }));
}

/** `type`, and as `platform.php` the release that dependencies are resolved for. */
function propertiesOf(root: JsonNode): Readonly<Record<string, string>> {
  const values = { type: text(root, 'type'), 'platform.php': text(root, 'config', 'platform', 'php') };
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** What a `composer.json` says; `undefined` for a file that is no object. PHP extensions are packages named `ext-…`. */
export function readComposer(root: JsonNode, dir: string): { readonly at: Span; readonly value: BuildModule } | undefined {
  const key = root.children?.[0]?.children?.[0];
  if (root.type !== 'object' || !key) return undefined;
  const required = versions(root, 'require');
  const development = versions(root, 'require-dev');
  return {
    at: { start: key.offset, end: key.offset + Math.max(1, key.length) },
    value: {
      tool: 'composer', name: text(root, 'name') ?? (basename(dir) || 'app'), packaging: 'composer',
      dependencies: Object.keys(required), provided: [], plugins: Object.keys(development), versions: { ...development, ...required },
      modules: [], properties: propertiesOf(root), scripts: scriptsOf(root),
    },
  };
}

/** Extensions that the packages of a `composer.lock` require. */
export function lockedExtensions(root: JsonNode): readonly string[] {
  const packages = at(root, 'packages');
  const asked = (packages?.children ?? []).flatMap((each) => keys(each, 'require')).filter((name) => name.startsWith('ext-'));
  return [...new Set(asked)].sort();
}
