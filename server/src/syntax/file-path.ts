/** An absolute path of a file system. */
export interface FilePath {
  /** `drive`: Windows (`C:\data`); `unc`: a Windows share (`\\server\share`). */
  readonly kind: 'posix' | 'drive' | 'unc';
  /** With single forward slashes, without `file:` and without a slash at the end. */
  readonly path: string;
  /** Written as `file:`, so that it cannot be the path of a URL. */
  readonly url: boolean;
}

/** Patterns, templates, query strings and sentences have characters that paths in programs do not. */
const posix = /^\/[\w가-힣.@~-][^*?<>|"'`;:,^$(){}[\]=!#%\s\u2047]*$/;

function normal(path: string): string {
  const slashes = path.replace(/[\\/]+/g, '/');
  return slashes.length > 1 && !/^[A-Za-z]:\/$/.test(slashes) ? slashes.replace(/\/$/, '') : slashes;
}

/** The absolute path that a whole value is; `undefined` for relative paths, addresses, patterns and all other text. */
export function absolutePath(value: string): FilePath | undefined {
  const written = value.trim();
  const url = /^file:/i.test(written);
  const bare = url ? written.replace(/^file:(?:\/\/(?=\/|[A-Za-z]:))?/i, '').replace(/^\/+(?=[A-Za-z]:[\\/])/, '') : written;
  if (/^[A-Za-z]:[\\/]/.test(bare)) return /[*?<>|"\n]|:.*:/.test(bare) ? undefined : { kind: 'drive', path: normal(bare), url };
  if (/^\\\\[A-Za-z\d][\w.-]*\\[\w가-힣][^*?<>|"\n]*$/.test(bare)) return { kind: 'unc', path: `/${normal(bare)}`, url };
  if (!posix.test(bare)) return undefined;
  return { kind: 'posix', path: normal(bare), url };
}

/** Top folders that only file systems have; words that URLs begin with as well (`/data`, `/home`, `/app`) are not among them. */
const systemFolder = /^\/(?:opt|usr|var|etc|mnt|srv|root|export|volumes?|nas\w*|u0\d|vol\d+|data\d+|disk\d+|fsdata|jeus\w*|webtob\w*|weblogic|tomcat\w*|nfs\w*)(?:\/|$)/i;

/** Somebody's home on macOS; `/users/…` in small letters is mostly a part of a URL, and so is a short one. */
const homeOnMac = /^\/Users\/[\w.-]+\/[^/]+\/./;

/** Whether the path can be nothing but one of a file system, whoever uses it. */
export function isCertainPath({ kind, path, url }: FilePath): boolean {
  return url || kind !== 'posix' || systemFolder.test(path) || homeOnMac.test(path);
}

/** Endings of pages and resources that a browser asks for. */
export function isPagePath({ kind, path }: FilePath): boolean {
  return kind === 'posix' && /\.(?:do|jsp|jspx|html?|action|xhtml|css|js|json|php|aspx?|ftl|png|gif|jpe?g|ico|svg)$/i.test(path);
}

/** Folders that every pod has anew and that nobody expects to find again. */
export function isTemporaryPath({ path }: FilePath): boolean {
  return /^\/(?:tmp|var\/tmp|dev\/shm)(?:\/|$)|^[A-Za-z]:\/(?:te?mp|windows\/temp)(?:\/|$)/i.test(path);
}

/** What a Linux image or the container runtime brings along, so that every pod finds it there. */
export function isOfTheSystem({ path }: FilePath): boolean {
  return /^\/(?:dev|proc|sys|bin|sbin|lib\d*|boot|run)(?:\/|$)|^\/usr\/(?:bin|sbin|lib\d*|share|libexec|local\/(?:bin|sbin|lib\d*|share))(?:\/|$)|^\/etc\/(?:ssl|pki|hosts|hostname|resolv\.conf|localtime|timezone|os-release|passwd|group|mime\.types|machine-id|issue|motd|fstab|mtab|services|[\w-]*release|[\w-]*version)(?:\/|$)|^\/var\/(?:run|lock)(?:\/|$)|^\/\.dockerenv$|^\/$/i.test(path);
}

/** The folder that several paths most likely share: two levels, or the only one. */
export function baseFolder({ path }: FilePath): string {
  return path.split('/').slice(0, /^[A-Za-z]:/.test(path) ? 2 : 3).join('/');
}
