import { absolutePath, isCertainPath, isPagePath, isTemporaryPath } from './file-path.js';
import { placeholdersIn, withFallbacks } from './placeholders.js';

/** What a setting does with a folder. `keeps`: uploads stay there; `buffers`: they pass through; `serves`: files are served from it. */
export type UploadUse = 'keeps' | 'buffers' | 'serves';

/** A folder of uploads that a setting names. */
export interface UploadSetting {
  readonly use: UploadUse;
  /** As far as it can be told, for the reader: the path, or the value as written. */
  readonly shown: string;
  /** The folder with forward slashes, absolute or relative to the working directory; '' when only the environment knows. */
  readonly directory: string;
  /** Absolute, or below a folder of the process such as its user's home. */
  readonly absolute: boolean;
  /** Environment variables or settings in whose place the folder stands as default; empty when it is fixed. */
  readonly variables: readonly string[];
}

/** Words of a key: dots, dashes, underscores and capitals separate them. */
export function wordsOfKey(key: string): readonly string[] {
  return key.replace(/\[\d*\]/g, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
}

/** Names of what users hand in. */
const handedIn = /upload|upfile|attach(?!e[dr])|file-?_?stor(?:e|age)|stor(?:e|age)[._-]?(?:path|dir)|(?:^|[._-])files?[._-]?(?:save|dir|path|root|base|location|home|folder|repository|repo)|(?:^|[._-])(?:media|image|img|photo|picture|avatar|banner|thumb\w*)s?[._-]?(?:files?[._-]?)?(?:save|stor(?:e|age)|dir|path|root|folder|location|home)/i;
/** The usual short form of "attached" in Korean systems; not the end of `batch` or `patch`. */
const shortened = /(?:^|[^A-Za-z])atch|Atch/;
const uploaded = { test: (key: string): boolean => handedIn.test(key) || shortened.test(key) };
/** Names of places. */
export const placeWords: ReadonlySet<string> = new Set(['dir', 'dirs', 'directory', 'directories', 'path', 'paths', 'folder', 'location', 'locations', 'root', 'home', 'base', 'basedir', 'rootpath', 'filepath', 'basepath', 'dirpath', 'savepath', 'storepath', 'store', 'storage', 'repository', 'repo', 'savedir', 'uploaddir', 'uploadpath', 'filedir', 'cours', 'workspace', 'datadir', 'logpath', 'logdir']);
/** Names of what merely looks like a path: parts of URLs, templates, programs. */
const otherTopics = /ur[il]s?$|url|endpoint|context|mapping|pattern|prefix|suffix|extension|mime|servlet|redirect|login|logout|page|menu|template|velocity|freemarker|thymeleaf|mapper|classpath|package|jndi|cookie|domain|route|api|bucket|schema|locale|message|regex|xpath|json|jsp/i;
/** Names of what comes with the application and is only read, unless the key says that users hand it in. */
const delivered = /^(?:templates?|samples?|examples?|fonts?)$/;
const temporaryName = /te?mp(?![a-z])|temporary|scratch|work-?dir|cache/i;

/** Whether a key names a folder that holds things only while a request is served, as `uploadTempDir` of Spring's resolver does. */
function isTemporary(key: string, words: readonly string[]): boolean {
  return temporaryName.test(key) || words.some((word) => /^te?mp(?:dir|path|folder)?$/.test(word));
}


/** Settings of Spring (Boot before and since 2.4), Micronaut, Quarkus and Struts whose use is documented. */
const documented: readonly (readonly [RegExp, UploadUse])[] = [
  [/^spring\.(?:servlet\.|http\.)?multipart\.location$|^quarkus\.http\.body\.uploads-directory$|^micronaut\.server\.multipart\.location$|^struts\.multipart\.saveDir$/i, 'buffers'],
  [/^spring\.(?:web\.)?resources\.static-?locations(?:\[\d+\])?$/i, 'serves'],
];

/** Whether a key names a place on another machine, such as the folder of an FTP server: `ftp.remote.directory`. */
export function isOnOtherMachine(words: readonly string[]): boolean {
  return words.includes('remote') && !words.includes('local');
}

/** A path that says by itself what it is for. */
const uploadPath = /(?:^|[\\/])(?:uploads?|upfiles?|attach\w*)(?:[\\/]|$)/i;

function useOf(key: string, value: string): UploadUse | undefined {
  const known = documented.find(([pattern]) => pattern.test(key))?.[1];
  if (known) return known;
  const words = wordsOfKey(key);
  if (isOnOtherMachine(words) || (words.some((word) => delivered.test(word)) && !/upload|upfile/i.test(key))) return undefined;
  if (isTemporary(key, words) || otherTopics.test(words.at(-1) ?? '') || words.some((word) => /^(?:ur[il]s?|url\w*|context|ext\w*|size|max|min|limit|type|log|logs?path|logging|log4j2?|logback)$/.test(word))) return undefined;
  // `file.storeService=databaseStore` chooses a part of the program.
  if (/^(?:services?|providers?|strategy|handlers?|class|bean|impl|backend|adapter|driver|factory|manager|engine|mode|kind)$/.test(words.at(-1) ?? '')) return undefined;
  const isPlace = words.some((word) => placeWords.has(word));
  if (uploaded.test(key)) return isPlace || /(?:upload|upfile|attach\w*)s?$/.test(words.at(-1) ?? '') ? 'keeps' : undefined;
  return uploadPath.test(value) && (isPlace || certainFile(words, value)) ? 'keeps' : undefined;
}

/** Readers and writers of batch jobs are given a resource or a file, not a folder. */
function certainFile(words: readonly string[], value: string): boolean {
  const path = absolutePath(value);
  return path !== undefined && isCertainPath(path) && words.some((word) => /^(?:resources?|files?|input|output|source|target)$/.test(word));
}

/** Names of parts of the program. */
const part = /^[a-z]+(?:[A-Z][a-z\d]*)*(?:Service|Provider|Strategy|Handler|Factory|Manager|Adapter|Impl|Bean)$/;
/** What a service elsewhere knows a template, a form or a bucket by. */
const issuedId = /[0-9a-f]{16}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{4}/i;
/** Folders of the process: each pod has its own. */
const processFolder = /^\$\{(?:user\.home|user\.dir|catalina\.(?:home|base)|jboss\.server\.\w+\.dir|jetty\.(?:home|base)|webapp\.root|HOME)\}/;
const relative = /^(?:\.{1,2}[\\/])?[\w가-힣][\w가-힣.-]*(?:[\\/]+[\w가-힣.-]+)*[\\/]*$/;

function isRelativeFolder(value: string): boolean {
  return relative.test(value) && !part.test(value) && !issuedId.test(value) && !/^\d+(?:\.\d+)*$|^(?:true|false|null|none|local|default|yes|no|on|off)$|^\w+(?:\.\w+)+$/i.test(value) && !/\.\w{1,5}$/.test(value);
}

/** A file of a kind that comes with a program, so no folder. */
const singleFile = /\.(?:xml|xsd|xslt?|properties|json|ya?ml|html?|jspx?|js|css|jar|class|txt|sh|exe)$/i;

/** The folder a value names; `undefined` for values that are none, or lie below the system's temp folder. */
function folderIn(value: string): Pick<UploadSetting, 'shown' | 'directory' | 'absolute'> | undefined {
  const written = value.trim();
  const path = absolutePath(written);
  if (path && singleFile.test(written)) return undefined;
  if (path) return isTemporaryPath(path) || isPagePath(path) ? undefined : { shown: written.replace(/^file:(?:\/\/)?(?:\/(?=[A-Za-z]:))?/i, ''), directory: path.path, absolute: true };
  const bare = written.replace(/^file:(?:\.\/)?/i, '');
  if (processFolder.test(bare)) return { shown: bare, directory: '', absolute: true };
  return isRelativeFolder(bare) ? { shown: bare, directory: bare.replace(/^\.[\\/]/, '').replace(/[\\/]+/g, '/').replace(/\/$/, ''), absolute: false } : undefined;
}

/** The `file:` location among those that are served. */
function servedPart(value: string): string {
  return value.split(',').map((part) => part.trim()).find((part) => /^file:/i.test(withFallbacks(part)) || processFolder.test(part)) ?? '';
}

/**
 * The folder of uploads that a setting names; `undefined` for other settings. Placeholders that have a default count
 * with it and are named; one without a default leaves `directory` empty.
 */
export function uploadSetting(key: string, value: string): UploadSetting | undefined {
  const use = useOf(key, value);
  if (!use) return undefined;
  const part = use === 'serves' ? servedPart(value) : value;
  const variables = processFolder.test(part) ? [] : placeholdersIn(part).filter(({ kind }) => kind === 'property').map(({ name }) => name);
  const filled = variables.length > 0 ? withFallbacks(part) : part;
  const folder = folderIn(filled);
  if (folder) return { use, variables, ...folder };
  return variables.length > 0 && /\u2047/.test(filled) ? { use, variables, shown: part.trim(), directory: '', absolute: false } : undefined;
}

/** Whether code that reads `written` reads the setting: by its key, or by a getter that is named like the key's last words. */
export function readsSetting(key: string, written: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const getter = plain(/\bget(\w+)\(\)$/.exec(written)?.[1] ?? '');
  return (plain(key) !== '' && plain(key) === plain(written)) || (getter.length > 4 && plain(key).endsWith(getter));
}
