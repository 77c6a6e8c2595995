import { basename, dirname } from '../../../base/paths.js';
import type { Model } from '../../../contract/workspace.js';
import type { ComposeMount, ComposeVolume } from '../../../facts/compose/kinds.js';
import type { ServiceFact } from '../../../facts/compose/project.js';

/** Words of paths and volumes that tell of what users gave or the application made. */
const state = /(?:^|[/_.-])(?:upload\w*|media|files?|attachments?|images?|photos?|pictures?|avatars?|documents?|storage|data|databases?|db|sqlite3?|blobs?|content|user-?(?:files|data|content)|filestore|repositories|repos|exports?|imports?|invoices?|reports?|archives?|persist\w*|state|sessions?|app_data|index(?:es)?|library|consume|spool|var\/lib)(?:$|[/_.-])/i;
/** Words of paths that hold what can be had again, what describes the program, or what a platform collects. */
const other = /(?:^|[/_.-])(?:etc|conf(?:ig(?:s|uration)?)?|settings|certs?|certificates?|ssl|tls|keys?|secrets?|ssh|aws|kube|gnupg|docker-entrypoint[\w.-]*|init(?:db)?|templates?|themes?|plugins?|extensions|modules|locales?|i18n|translations?|fonts?|scripts?|bin|migrations|node_modules|m2|gradle|cache[sd]?|npm|yarn|pnpm(?:-store)?|nuget|cargo|bundle|gems?|vendor|site-packages|venv|pycache|next|tmp|temp|target|build|dist|out|pkg|logs?|static(?:files)?|assets|run|sockets?|sock|pids?|dev|proc|sys|localtime|timezone|zoneinfo|x11-unix|metrics|prometheus|coverage)(?:$|[/_.-])/i;
/** Folders of the host that belong to its system. */
const system = /^\/(?:etc|proc|sys|dev|run|var\/run|usr|lib|boot|var\/log|var\/lib\/docker)(?:\/|$)|\.sock$/;
/** Where administrators mount shares. */
const share = /(?:^|[/_.-])(?:nfs\d?|efs|cifs|smb|gluster(?:fs)?|ceph(?:fs)?|azurefile|filestore|shares?|nas|netapp)(?:$|[/_.-])/i;

function isFile(model: Model, path: string): boolean {
  return model.hasFile(path) || /\.[a-z]\w{0,9}$/i.test(basename(path).replace(/\.(?:d|data|storage)$/, ''));
}

/** Files of the repository that lie in a folder, but for those that only keep it there. */
function holdsFiles(model: Model, folder: string): boolean {
  return model.files.some((file) => file.startsWith(`${folder}/`) && !/^\.git(?:keep|ignore)$|^\.keep$|^README/i.test(basename(file)));
}

/** The last part of a path decides: `/app/public/uploads` is state, `/data/cache` is none. */
function isStatePath(path: string): boolean {
  const last = `/${basename(path)}`;
  return state.test(last) ? !other.test(last) : !other.test(path) || (state.test(path) && !other.test(last));
}

function isLocalVolume(model: Model, service: ServiceFact, name: string): boolean {
  const volumes: readonly ComposeVolume[] = model.facts('compose.volume').filter(({ file, value }) => value.name === name && dirname(file) === dirname(service.file)).map(({ value }) => value);
  return volumes.every(({ place }) => place === 'local') && !share.test(name);
}

/** Whether a service keeps files there that must outlive it and that its copies have to share, on a disk of one node. */
export function keepsState(model: Model, service: ServiceFact, mount: ComposeMount): boolean {
  const { kind, source, target, readOnly } = mount;
  if (readOnly || target === undefined || target === '/') return false;
  if (kind === 'anonymous') return state.test(`/${basename(target)}`) && isStatePath(target);
  if (source === undefined || kind === 'tmpfs' || !isStatePath(target)) return false;
  if (kind === 'volume') return isLocalVolume(model, service, source) && !(other.test(`-${source}`) && !state.test(`-${source}`));
  if (system.test(source) || share.test(source) || isFile(model, source) || isFile(model, target)) return false;
  return state.test(`/${target}`) || (state.test(`/${source}`) && !holdsFiles(model, source));
}
