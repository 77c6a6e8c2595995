import { basename } from '../../base/paths.js';
import { maskSecrets } from '../../base/secrets.js';
import type { Span } from '../../base/text.js';
import { at, keys, text, type JsonNode } from '../../syntax/json/ask.js';
import type { BuildModule } from './kinds.js';
import { defined } from './values.js';

function texts(root: JsonNode, ...path: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys(root, ...path).map((key) => [key, text(root, ...path, key) ?? '']));
}

/** Workspace globs, in the short and the long form. */
function workspaces(root: JsonNode): readonly string[] {
  const node = at(root, 'workspaces', 'packages') ?? at(root, 'workspaces');
  return node?.type === 'array' ? (node.children ?? []).map((each) => String(each.value)) : [];
}

/** Programs that load the package instead of `node`: it is no server of its own. */
function hostOf(root: JsonNode): string | undefined {
  if (text(root, 'engines', 'vscode') !== undefined) return 'vscode';
  const names = [...keys(root, 'dependencies'), ...keys(root, 'devDependencies')];
  return names.find((name) => /^(?:electron|@capacitor\/core|cordova|react-native|expo|@tauri-apps\/api)$/.test(name));
}

/** What a `package.json` says, placed at the key `name`; `undefined` for a file that is no package. */
export function readPackage(root: JsonNode, dir: string): { readonly at: Span; readonly value: BuildModule } | undefined {
  if (root.type !== 'object' || keys(root).length === 0) return undefined;
  const dependencies = texts(root, 'dependencies');
  const development = texts(root, 'devDependencies');
  const first = root.children?.find((property) => property.children?.[0]?.value === 'name') ?? root.children?.[0];
  const key = first?.children?.[0] ?? root;
  const scripts = texts(root, 'scripts');
  // Only who takes a package in as a library reads these.
  const published = ['exports', 'files', 'types', 'typings', 'module', 'peerDependencies', 'publishConfig', 'bin'].some((key) => keys(root).includes(key));
  const image = Object.values(scripts).some((script) => /\bpack build\b/.test(script)) ? 'pack' : undefined;
  return {
    at: { start: key.offset, end: key.offset + Math.max(1, key.length) },
    value: {
      tool: 'npm', name: text(root, 'name') ?? (basename(dir) || 'app'), packaging: 'npm',
      dependencies: Object.keys(dependencies), provided: [], versions: { ...development, ...dependencies }, plugins: Object.keys(development),
      modules: workspaces(root), properties: published ? { published: 'true' } : {}, scripts: Object.fromEntries(Object.entries(scripts).map(([name, script]) => [name, maskSecrets(script)])),
      ...defined<BuildModule>({
        version: text(root, 'version'), private: at(root, 'private')?.value === true ? true : undefined, host: hostOf(root), main: text(root, 'main'), nodeEngine: text(root, 'engines', 'node'), packageManager: text(root, 'packageManager'), imageBuild: image,
      } as BuildModule),
    },
  };
}
