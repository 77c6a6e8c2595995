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

/** What the extras of a package bring along that decides how the program is started or what its image needs. */
const extras: Readonly<Record<string, string>> = { 'fastapi[standard]': 'uvicorn', 'fastapi[all]': 'uvicorn', 'psycopg[binary]': 'psycopg-binary', 'psycopg[c]': 'psycopg-c' };

function brought(name: string, wanted: readonly string[]): readonly Requirement[] {
  return wanted.flatMap((extra) => { const other = extras[`${name}[${extra.trim().toLowerCase()}]`]; return other === undefined ? [] : [{ name: other, version: '' }]; });
}

/** `name[extra]>=1.2; marker` (PEP 508), with what its extras bring; nothing for options, paths and addresses. */
function requirement(text: string): readonly Requirement[] {
  const match = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?\s*(?:@|([^;#]*))/.exec(text);
  if (match?.[1] === undefined) return [];
  const name = distribution(match[1]);
  return [{ name, version: (match[3] ?? '').trim() }, ...brought(name, (match[2] ?? '').split(','))];
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
  const named = lines.flatMap((line) => requirement(line.text).map((read) => ({ line, read })));
  const [first] = named;
  if (!first) return undefined;
  const all = named.map(({ read }) => read);
  const development = isDevelopment(basename(path));
  return { at: first.line, value: moduleOf(basename(dir) || 'app', development ? [] : all, development ? all : []) };
}

function listed(value: unknown): readonly Requirement[] {
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? requirement(each) : [])) : [];
}

function tableEntry(name: string, value: unknown): readonly Requirement[] {
  const table = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const version = typeof value === 'string' ? value : String(table['version'] ?? '');
  const own = distribution(name);
  return [{ name: own, version: version === '*' ? '' : version }, ...brought(own, Array.isArray(table['extras']) ? table['extras'].map(String) : [])];
}

/** The range of versions of Python that a file states, by the name under which {@link BuildModule.properties} holds it. */
const pythonRange: Readonly<Record<string, string>> = { 'project.requires-python': 'requires-python', 'tool.poetry.dependencies.python': 'requires-python', 'requires.python_version': 'python-version', 'requires.python_full_version': 'python-full-version' };

/**
 * What a `pyproject.toml` (PEP 621, Poetry, PDM, uv) or a `Pipfile` says; `undefined` for one that only configures tools.
 * `properties` holds `requires-python`, or `python-version` of a Pipfile, and `tool.poetry` and the like where such a table stands.
 */
export function readPyproject({ ast }: TomlDocument, dir: string): { readonly at: Span; readonly value: BuildModule } | undefined {
  const required: Requirement[] = [];
  const development: Requirement[] = [];
  const scripts: Record<string, string> = {};
  const properties: Record<string, string> = {};
  for (const { path, value } of entriesOf(ast)) {
    const at = path.join('.');
    const table = path.slice(0, -1).join('.');
    const name = path.at(-1) ?? '';
    if (at === 'project.dependencies') required.push(...listed(value));
    else if (table === 'project.optional-dependencies') (isDevelopment(name) ? development : required).push(...listed(value));
    else if (table === 'dependency-groups') development.push(...listed(value));
    else if ((table === 'tool.poetry.dependencies' && name !== 'python') || table === 'packages') required.push(...tableEntry(name, value));
    else if (/^tool\.poetry\.(?:dev-dependencies|group\.[^.]+\.dependencies)$|^dev-packages$/.test(table)) development.push(...tableEntry(name, value));
    else if (table === 'project.scripts' || table === 'tool.poetry.scripts' || table === 'scripts') scripts[name] = String(value);
    else if (at === 'tool.uv.package' || at === 'build-system.build-backend') properties[name] = String(value);
    const range = pythonRange[at];
    if (range !== undefined) properties[range] = String(value);
    if (path[0] === 'tool' && path[1] !== undefined && /^(?:poetry|pdm|uv|hatch)$/.test(path[1])) properties[`tool.${path[1]}`] = 'true';
  }
  const named = entryAt(ast, 'project', 'name') ?? entryAt(ast, 'tool', 'poetry', 'name');
  const [first] = entriesOf(ast);
  const at = named?.key ?? first?.key;
  if (!at || (!named && required.length === 0)) return undefined;
  const version = entryAt(ast, 'project', 'version') ?? entryAt(ast, 'tool', 'poetry', 'version');
  return { at, value: moduleOf(typeof named?.value === 'string' ? named.value : basename(dir) || 'app', required, development, { scripts, properties, ...defined<BuildModule>({ version: typeof version?.value === 'string' ? version.value : undefined } as BuildModule) }) };
}
