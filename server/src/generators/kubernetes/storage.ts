import { basename, dirname, isInside } from '../../base/paths.js';
import type { Finding } from '../../contract/finding.js';
import type { Model } from '../../contract/workspace.js';
import { isInJoin, type JoinedCode } from '../../facts/join.js';
import type {} from '../../facts/finding.js';
import type {} from '../../facts/upload-directory.js';
import type { Application } from '../application/kinds.js';
import { variableOf } from './settings.js';

/** A folder of the container that something is mounted at. */
export interface Folder {
  /** Name of the volume. */
  readonly name: string;
  readonly path: string;
}

export interface Folders {
  /** Emptied with the pod. */
  readonly scratch: readonly Folder[];
  /** Shared by all replicas and kept. */
  readonly claims: readonly (Folder & { readonly variable: string | undefined; readonly from: string })[];
  /** The program writes somewhere below the folder that holds it, so the root file system cannot be read-only; the place that says so. */
  readonly writesHome: { readonly file: string; readonly line: number } | undefined;
}

/** Folders that hold the program itself: nothing may be mounted over them. */
const home = /^\/(?:app|srv|opt\/app|workspace|usr\/src\/app|var\/www(?:\/html)?|code)\/?$/;

/** Volumes are DNS labels, each once. */
function withNames(paths: readonly string[]): readonly Folder[] {
  const plain = (path: string): string => path.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(-40).replace(/^-+/, '');
  const short = (path: string): string => plain(basename(path)) || 'data';
  return paths.map((path, index) => ({ path, name: paths.some((other, at) => at !== index && short(other) === short(path)) ? plain(path) : short(path) }));
}

/** Tomcat makes a folder for contexts below `conf`, whose files it needs. */
function scratchPath(path: string): string {
  return /\/tomcat\/conf$/.test(path) ? `${path}/Catalina` : path;
}

interface FileData {
  readonly directory?: string;
  readonly key?: string;
  readonly variables?: readonly string[];
  readonly filledBy?: string;
}

function fileData({ data }: Finding): FileData {
  return (data ?? {}) as FileData;
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//');
}

/** Folders of the image that hold more than the program's own files. */
const ofTheSystem = /^\/(?:bin|boot|dev|etc|home|lib\d*|media|mnt|opt|proc|root|run|sbin|srv|sys|usr(?:\/(?:bin|lib|local|sbin|share))?|var(?:\/lib)?)$/;

/** The absolute folder that a finding about files names, if it names one. */
function folderIn(finding: Finding): string | undefined {
  const { directory = '' } = fileData(finding);
  const log = finding.rule === 'storage/log-file' ? String(finding.args['file'] ?? '') : '';
  const path = isAbsolute(directory) ? directory : isAbsolute(log) && !/[${}%*]/.test(log) ? (/\.\w+$/.test(log) ? dirname(log) : log) : '';
  const folder = path.replace(/\/+$/, '');
  return folder === '' || ofTheSystem.test(folder) ? undefined : folder;
}

/** Whether files have to stay and to be seen by every replica. */
function mustStay({ rule, severity, say }: Finding): boolean {
  return severity !== 'info' && (rule === 'storage/upload-directory' ? say !== 'serves' : rule === 'storage/local-file-write' && say === 'upload');
}

/** A volume for uploads: where the program puts them, or where a variable lets it put them. */
function uploadOf(finding: Finding): Omit<Folders['claims'][number], 'name'> | undefined {
  const { key = '', variables = [], filledBy } = fileData(finding);
  const written = variables[0] ?? (filledBy === 'boot' ? variableOf(key) : undefined);
  const path = folderIn(finding);
  if (path === undefined && written === undefined) return undefined;
  const variable = written === undefined || /^[A-Z0-9_]+$/.test(written) ? written : variableOf(written);
  return { path: path ?? '/data/uploads', variable, from: `${finding.file}:${finding.range.startLine}` };
}

/** The folder of Laravel's local disk, where a finding says that the program keeps files on it. */
function localDisk({ kind, writable }: Application, findings: readonly Finding[]): Omit<Folders['claims'][number], 'name'> | undefined {
  const path = kind === 'laravel' ? writable.find((each) => each.endsWith('/storage/app')) : undefined;
  const [finding] = findings.filter(isOnLocalDisk);
  return path === undefined || !finding ? undefined : { path, variable: undefined, from: `${finding.file}:${finding.range.startLine}` };
}

/** Whether a finding speaks of files on a disk of Laravel that only this replica has. */
export function isOnLocalDisk({ rule, severity, say }: Finding): boolean {
  return rule === 'storage/local-file-write' && severity !== 'info' && /^disk/.test(say);
}

/** The outermost folders, each once. */
function outermost<T extends { readonly path: string }>(folders: readonly T[]): readonly T[] {
  return folders.filter(({ path }, index) => !folders.some((other, at) => (other.path !== path && isInside(path, other.path)) || (other.path === path && at < index)));
}

export function foldersOf(model: Model, application: Application, code: JoinedCode): Folders {
  const findings = model.facts('finding').map(({ value }) => value).filter((finding) => isInJoin(code, finding) && /^storage\/(?:local-file-write|log-file|upload-directory)$/.test(finding.rule));
  const uploads = outermost([...findings.filter(mustStay).flatMap((finding) => uploadOf(finding) ?? []), ...[localDisk(application, findings) ?? []].flat()]);
  const names = withNames(uploads.map(({ path }) => path));
  const claims = uploads.map((upload, index) => ({ ...upload, name: names[index]?.name ?? 'data' }));
  const settled = (finding: Finding): boolean => folderIn(finding) !== undefined || (mustStay(finding) && uploadOf(finding) !== undefined);
  const writing = findings.find((finding) => !settled(finding));
  const told = findings.flatMap((finding) => folderIn(finding) ?? []);
  const paths = [...application.writable.filter((path) => !home.test(path)).map(scratchPath), ...told].filter((path) => !isInside(path, '/tmp') && !claims.some((claim) => isInside(path, claim.path)));
  return {
    scratch: withNames(['/tmp', ...outermost([...new Set(paths)].map((path) => ({ path }))).map(({ path }) => path)]), claims,
    writesHome: application.writable.some((path) => home.test(path)) && writing ? { file: writing.file, line: writing.range.startLine } : undefined,
  };
}
