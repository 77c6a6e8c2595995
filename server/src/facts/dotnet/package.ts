import { dirname } from '../../base/paths.js';
import { lineEnding } from '../../base/text.js';
import type { Edit, FixInput } from '../../contract/rule.js';
import type {} from '../build/kinds.js';
import { attribute, children } from '../../syntax/xml/ask.js';
import { appendTo, insertAfter, readRoot } from '../../syntax/xml/edit.js';
import type { XmlElement } from '../../contract/nodes.js';

/** Major version of .NET that a project is built for, from 6 on; `undefined` for older ones and where another file says it. */
function majorOf(project: XmlElement): number | undefined {
  const written = children(project, 'PropertyGroup').flatMap((group) => group.children.filter(({ local }) => /^TargetFrameworks?$/.test(local))).map(({ text }) => text)[0] ?? '';
  const majors = [...written.matchAll(/\bnet(\d+)\.0\b/g)].map((match) => Number(match[1])).filter((major) => major >= 6);
  return majors.length === 0 ? undefined : Math.min(...majors);
}

/** The nearest file above a folder that holds the versions of all packages. */
function centralVersions(model: FixInput['model'], dir: string): string | undefined {
  for (let at = dir; ; at = dirname(at)) {
    const path = at === '' ? 'Directory.Packages.props' : `${at}/Directory.Packages.props`;
    if (model.hasFile(path)) return path;
    if (at === '') return undefined;
  }
}

function items(root: XmlElement, local: string): readonly XmlElement[] {
  return children(root, 'ItemGroup').flatMap((group) => children(group, local));
}

function addItem(file: string, text: string, root: XmlElement, local: string, line: string): readonly Edit[] | undefined {
  const last = items(root, local).at(-1);
  if (last) return [insertAfter(file, text, last, [line])];
  const edit = appendTo(file, text, root, ['<ItemGroup>', `  ${line}`, '</ItemGroup>']);
  return edit && [edit];
}

/**
 * Edits that let the project around a file need a package, in a version or, for one of ASP.NET Core, in that of its
 * framework; empty when it needs it already, `undefined` when the project is not of that kind.
 */
export function packageEdits({ model, text }: Pick<FixInput, 'model' | 'text'>, file: string, name: string, version?: string): readonly Edit[] | undefined {
  const { buildFile, dir } = model.moduleOf(file);
  const written = buildFile?.endsWith('proj') ? text(buildFile) : undefined;
  const project = written === undefined ? undefined : readRoot(written);
  if (buildFile === undefined || written === undefined || !project || attribute(project, 'Sdk') === undefined) return undefined;
  if (items(project, 'PackageReference').some((item) => attribute(item, 'Include')?.value === name)) return [];
  const major = majorOf(project);
  const central = centralVersions(model, dir);
  const props = central === undefined ? undefined : text(central);
  if (major === undefined || (central !== undefined && props === undefined)) return undefined;
  const wanted = version ?? `${major}.0.0`;
  const reference = addItem(buildFile, written, project, 'PackageReference', `<PackageReference Include="${name}"${central === undefined ? ` Version="${wanted}"` : ''} />`);
  const root = props === undefined ? undefined : readRoot(props);
  const known = root !== undefined && items(root, 'PackageVersion').some((item) => attribute(item, 'Include')?.value === name);
  const held = central === undefined || props === undefined || !root || known ? [] : addItem(central, props, root, 'PackageVersion', `<PackageVersion Include="${name}" Version="${wanted}" />`);
  return reference && held && [...reference, ...held];
}

/** Whether the project around a file can be given packages of ASP.NET Core by {@link packageEdits}. */
export function takesPackages(model: FixInput['model'], file: string): boolean {
  const { dir, tool } = model.moduleOf(file);
  return tool === 'dotnet' && model.facts('build.module').some(({ value, module }) => module === dir && value.properties['Sdk'] !== undefined && /\bnet(?:[6-9]|\d\d)\.0\b/.test(value.properties['TargetFramework'] ?? ''));
}

/** The expression through which the fixes read where Redis is, and the variable it reads. */
export const redisVariable = 'REDIS_CONNECTION';
export const redisConnection = `System.Environment.GetEnvironmentVariable("${redisVariable}")`;

/** End of the line of a text, for lines that a fix adds. */
export { lineEnding };
