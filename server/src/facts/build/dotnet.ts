import { basename } from '../../base/paths.js';
import type { XmlElement } from '../../contract/nodes.js';
import { attribute, child, childText, children } from '../../syntax/xml/ask.js';
import type { BuildModule } from './kinds.js';

interface Reference {
  readonly name: string;
  readonly version: string;
}

function items(project: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return children(project, 'ItemGroup').flatMap((group) => group.children.filter((each) => names.includes(each.local)));
}

/** `<PackageReference Include="X" Version="1"/>`, its long form, and `<Reference Include="X, Version=1, …"/>` of older projects. */
function referenceOf(item: XmlElement): Reference {
  const [name = '', ...rest] = (attribute(item, 'Include')?.value ?? attribute(item, 'Update')?.value ?? '').split(',');
  const assembly = rest.map((part) => /^\s*Version=(.*)$/.exec(part)?.[1]).find((version) => version !== undefined);
  return { name: name.trim(), version: attribute(item, 'Version')?.value ?? childText(item, 'Version') ?? assembly ?? '' };
}

function property(project: XmlElement, name: string): string | undefined {
  return children(project, 'PropertyGroup').map((group) => child(group, name)?.text).find((text) => text !== undefined && text !== '');
}

function withVersions(references: readonly Reference[]): Pick<BuildModule, 'dependencies' | 'versions'> {
  return { dependencies: references.map(({ name }) => name), versions: Object.fromEntries(references.filter(({ version }) => version !== '').map(({ name, version }) => [name, version])) };
}

/**
 * What a project file of MSBuild says. `properties` holds `Sdk`, `TargetFramework` (or the old `TargetFrameworkVersion`) and
 * `OutputType`, and which windows it uses; `modules` the project files that it references, as written with forward slashes.
 */
export function readProject(project: XmlElement, path: string): BuildModule {
  const references = items(project, 'PackageReference', 'Reference', 'FrameworkReference').map(referenceOf).filter(({ name }) => name !== '');
  const properties = {
    Sdk: attribute(project, 'Sdk')?.value,
    TargetFramework: property(project, 'TargetFramework') ?? property(project, 'TargetFrameworks') ?? property(project, 'TargetFrameworkVersion'),
    OutputType: property(project, 'OutputType'),
    ProjectTypeGuids: property(project, 'ProjectTypeGuids'),
    UseWindowsForms: property(project, 'UseWindowsForms'),
    UseWPF: property(project, 'UseWPF'),
  };
  return {
    tool: 'dotnet', name: property(project, 'AssemblyName') ?? basename(path).replace(/\.\w+$/, ''), packaging: 'dotnet',
    ...withVersions(references), provided: [], plugins: [], scripts: {},
    modules: items(project, 'ProjectReference').map((item) => (attribute(item, 'Include')?.value ?? '').replaceAll('\\', '/')),
    properties: Object.fromEntries(Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  };
}

/** `packages.config` of older projects: packages beside the project file. */
export function readPackagesConfig(packages: XmlElement, dir: string): BuildModule {
  const references = children(packages, 'package').map((item) => ({ name: attribute(item, 'id')?.value ?? '', version: attribute(item, 'version')?.value ?? '' }));
  return { tool: 'dotnet', name: basename(dir) || 'app', packaging: 'dotnet', ...withVersions(references), provided: [], plugins: [], modules: [], properties: {}, scripts: {} };
}
