import { basename } from '../base/paths.js';
import { profileKind } from './config-file.js';
import { uploadSetting, wordsOfKey, type UploadSetting } from './storage-setting.js';

/** Names that say that users hand something in; in the settings of scripts, `image.path` is mostly part of an address. */
const handedIn = /upload|upfile|attach(?!e[dr])/i;
/** Words that only a folder is called by; a `path` is one of the web just as often. */
const folderWords = /^(?:dir|dirs|directory|directories|folder|root|destination|dest|storage|location|basedir|uploaddir|savedir)$/;
const diskPath = /^(?:\.{1,2}[\\/]|[A-Za-z]:[\\/]|\\\\|\/(?:var|srv|data|opt|home|mnt|usr|app|www|storage|nas|share\w*)\/)/;

/** A folder of uploads that a setting of Node or PHP names; `undefined` for other settings and for addresses. */
export function uploadFolder(key: string, value: string): UploadSetting | undefined {
  if (!handedIn.test(key) || /:\/\//.test(value)) return undefined;
  const last = wordsOfKey(key).at(-1) ?? '';
  if (!diskPath.test(value) && !(folderWords.test(last) && /^[\w./\\-]*[\\/]|upload/i.test(value))) return undefined;
  const found = uploadSetting(last === 'dest' || last === 'destination' ? `${key}.dir` : key, value);
  return found?.use === 'keeps' ? found : undefined;
}

/** Environment that a settings file is for by its name, as in `config/production.json`; absent for the one of all. */
export function environmentOfFile(path: string): string | undefined {
  const stem = basename(path).replace(/\.\w+$/, '').toLowerCase();
  return profileKind(stem) === 'default' && !/^(?:prod\w*|live|staging)$/.test(stem) ? undefined : stem;
}
