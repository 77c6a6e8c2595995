import { basename, dirname } from '../base/paths.js';
import type { Language } from '../contract/nodes.js';
import { mayBeMapper, outlineMapper, type MapperStatements } from '../syntax/outline/mapper.js';
import { outlineAliases, type ModuleAlias } from '../syntax/outline/module-alias.js';
import type { Outline } from '../syntax/outline/outline.js';
import { isOutlined, isPage, outlineOf } from '../syntax/outline/read.js';
import type { Host } from './host.js';

/** A file of the product, and the folder of the application that it belongs to. */
export interface OutlinedFile {
  readonly path: string;
  readonly language: Language;
  readonly application: string;
}

/** What the code of one application says of its structure. */
export interface ApplicationOutlines {
  /** Folder of the application, see {@link Module.application}. */
  readonly application: string;
  readonly outlines: readonly Outline[];
  readonly mappers: readonly (MapperStatements & { readonly file: string })[];
  /** Files of code in languages that no outline is read of. */
  readonly unread: number;
  /** Where names of modules lead that scripts import. */
  readonly aliases: readonly ModuleAlias[];
}

/** Languages of code, as opposed to those of settings and pages. */
const code = new Set(['java', 'kotlin', 'typescript', 'python', 'csharp', 'php', 'go']);

interface Open {
  readonly outlines: Outline[];
  readonly mappers: (MapperStatements & { readonly file: string })[];
  unread: number;
}

/** Reads the structure of every application. Files that cannot be read are left out; scans tell of them. */
export function readOutlines(host: Host, files: readonly OutlinedFile[]): readonly ApplicationOutlines[] {
  const aliases = files.some(({ language }) => language === 'typescript') ? readAliases(host, files) : [];
  const found = new Map<string, Open>();
  for (const { path, language, application } of files) {
    const isMapper = language === 'xml' && path.endsWith('.xml');
    if (!isMapper && (!code.has(language) || isPage(path))) continue;
    let open = found.get(application);
    if (!open) found.set(application, (open = { outlines: [], mappers: [], unread: 0 }));
    if (isMapper) readMapper(host, path, open);
    else if (!isOutlined(language, path)) open.unread++;
    else {
      const read = host.read(path);
      const outline = 'text' in read ? outlineOf(language, path, read.text) : undefined;
      if (outline) open.outlines.push(outline);
    }
  }
  return [...found].map(([application, open]) => ({ application, ...open, aliases }))
    .filter(({ outlines, unread }) => outlines.length + unread > 0)
    .sort((a, b) => (a.application < b.application ? -1 : 1));
}

/** Configurations of compilers; they stand in folders of projects, which are not deep. */
const compilers = ['tsconfig.json', 'tsconfig.base.json', 'jsconfig.json'];
const deepestProject = 3;

function readAliases(host: Host, files: readonly OutlinedFile[]): readonly ModuleAlias[] {
  const folders = new Set(['']);
  for (const { path, language } of files) {
    const parts = language === 'typescript' ? dirname(path).split('/') : [];
    for (let depth = 1; depth <= Math.min(parts.length, deepestProject); depth++) folders.add(parts.slice(0, depth).join('/'));
  }
  const packages = files.flatMap(({ path }) => (basename(path) === 'package.json' ? [path] : []));
  const configurations = [...folders].flatMap((folder) => compilers.map((name) => (folder === '' ? name : `${folder}/${name}`)));
  return [...packages, ...configurations].flatMap((path) => {
    const read = host.read(path);
    return 'text' in read ? outlineAliases(path, read.text) : [];
  });
}

/** Most documents of XML are no mappers, which their bytes tell before they are decoded. */
function readMapper(host: Host, path: string, into: Open): void {
  const raw = host.raw(path);
  if (!raw || (!raw.includes('<mapper') && !raw.includes('<sqlMap'))) return;
  const read = host.read(path);
  const statements = 'text' in read && mayBeMapper(read.text) ? outlineMapper(read.text) : undefined;
  if (statements) into.mappers.push({ file: path, ...statements });
}

/** Applications whose code can be read, the largest first by the types and modules that they declare. */
export function bySize(all: readonly ApplicationOutlines[]): readonly ApplicationOutlines[] {
  const size = ({ outlines }: ApplicationOutlines): number => outlines.reduce((sum, { units }) => sum + units.length, 0);
  return all.filter((each) => size(each) > 0).sort((a, b) => size(b) - size(a));
}
