import { basename } from '../../base/paths.js';
import type { Span } from '../../base/text.js';
import type { LinesFile, TomlDocument } from '../../contract/nodes.js';
import { entriesOf, entryAt } from '../../syntax/toml/ask.js';
import type { BuildModule } from './kinds.js';
import { defined } from './values.js';

/** A distribution's name as the index compares names (PEP 503): `Flask_Session` is `flask-session`. */
export function distribution(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

interface Requirement {
  readonly name: string;
  readonly version: string;
}

/** `name[extra]>=1.2; marker` (PEP 508); `undefined` for options, paths and addresses. */
function requirement(text: string): Requirement | undefined {
  const match = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:@|([^;#]*))/.exec(text);
  return match?.[1] === undefined ? undefined : { name: distribution(match[1]), version: (match[2] ?? '').trim() };
}

function moduleOf(name: string, requirements: readonly Requirement[], development: readonly Requirement[], rest: Partial<BuildModule> = {}): BuildModule {
  return {
    tool: 'python', name, packaging: 'python',
    dependencies: requirements.map((each) => each.name), provided: [], plugins: development.map((each) => each.name),
    versions: Object.fromEntries([...development, ...requirements].filter(({ version }) => version !== '').map(({ name: each, version }) => [each, version])),
    modules: [], properties: {}, scripts: {}, ...rest,
  };
}

function isDevelopment(name: string): boolean {
  return /dev|test|lint|docs?|typing|check|type|ci\b/i.test(name);
}

/** What a requirements file says; `undefined` when it names nothing. Files for development only count as plugins. */
export function readRequirements({ lines }: LinesFile, path: string, dir: string): { readonly at: Span; readonly value: BuildModule } | undefined {
  const named = lines.flatMap((line) => {
    const read = requirement(line.text);
    return read ? [{ line, read }] : [];
  });
  const [first] = named;
  if (!first) return undefined;
  const all = named.map(({ read }) => read);
  const development = isDevelopment(basename(path));
  return { at: first.line, value: moduleOf(basename(dir) || 'app', development ? [] : all, development ? all : []) };
}

function listed(value: unknown): readonly Requirement[] {
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? requirement(each) ?? [] : [])) : [];
}

function tableEntry(name: string, value: unknown): Requirement {
  const version = typeof value === 'string' ? value : typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '';
  return { name: distribution(name), version: version === '*' ? '' : version };
}

/** What a `pyproject.toml` (PEP 621, Poetry, PDM, uv) or a `Pipfile` says; `undefined` for one that only configures tools. */
export function readPyproject({ ast }: TomlDocument, dir: string): { readonly at: Span; readonly value: BuildModule } | undefined {
  const required: Requirement[] = [];
  const development: Requirement[] = [];
  const scripts: Record<string, string> = {};
  for (const { path, value } of entriesOf(ast)) {
    const at = path.join('.');
    const table = path.slice(0, -1).join('.');
    const name = path.at(-1) ?? '';
    if (at === 'project.dependencies') required.push(...listed(value));
    else if (table === 'project.optional-dependencies') (isDevelopment(name) ? development : required).push(...listed(value));
    else if (table === 'dependency-groups') development.push(...listed(value));
    else if ((table === 'tool.poetry.dependencies' && name !== 'python') || table === 'packages') required.push(tableEntry(name, value));
    else if (/^tool\.poetry\.(?:dev-dependencies|group\.[^.]+\.dependencies)$|^dev-packages$/.test(table)) development.push(tableEntry(name, value));
    else if (table === 'project.scripts' || table === 'tool.poetry.scripts' || table === 'scripts') scripts[name] = String(value);
  }
  const named = entryAt(ast, 'project', 'name') ?? entryAt(ast, 'tool', 'poetry', 'name');
  const [first] = entriesOf(ast);
  const at = named?.key ?? first?.key;
  if (!at || (!named && required.length === 0)) return undefined;
  const version = entryAt(ast, 'project', 'version') ?? entryAt(ast, 'tool', 'poetry', 'version');
  return { at, value: moduleOf(typeof named?.value === 'string' ? named.value : basename(dir) || 'app', required, development, { scripts, ...defined<BuildModule>({ version: typeof version?.value === 'string' ? version.value : undefined } as BuildModule) }) };
}
