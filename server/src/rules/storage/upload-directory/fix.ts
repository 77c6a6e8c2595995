import type { Span } from '../../../base/text.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/java/datasource.js';
import { sharedFolderEdits, workloadOf } from '../../../generators/shared-volume.js';
import { withPlaceholder } from '../../../syntax/placeholder-edit.js';
import { wordsOfKey } from '../../../syntax/storage-setting.js';

/** What the check says of a setting. */
export interface UploadData {
  readonly key: string;
  /** Absolute, relative, or '' when it lies below a folder of the process. */
  readonly directory: string;
  readonly variables: readonly string[];
  readonly filledBy: 'boot' | 'beans' | 'nobody';
  /** Offsets of the value, quotes included. */
  readonly start: number;
  readonly end: number;
  /** The same of settings that name folders below it. */
  readonly under: readonly Span[];
}

export function dataOf(finding: Finding): UploadData {
  return finding.data as unknown as UploadData;
}

/** `file.upload-dir` → FILE_UPLOAD_DIR; a word that says "folder" is added where the key has none. */
function variableName(key: string): string {
  const words = wordsOfKey(key).filter((word) => word !== 'globals');
  const name = words.join('_').toUpperCase();
  return /(?:DIR|DIRECTORY|PATH|FOLDER|LOCATIONS?|ROOT|HOME)$/.test(name) ? name : `${name}_DIR`;
}

/** A path of a Linux container: what was set, or a usual place when that is relative or of Windows. */
function folderInPod(directory: string): string {
  return directory.startsWith('/') && !directory.startsWith('//') ? directory : '/data/uploads';
}

function canHoldPlaceholder(finding: Finding, model: Model): boolean {
  const { filledBy } = dataOf(finding);
  return filledBy === 'boot' || (filledBy === 'beans' && model.factsFor('spring.placeholders', finding.file).length > 0);
}

function unquoted(written: string): string {
  return /^(['"])([^]*)\1$/.exec(written)?.[2] ?? written;
}

/** `/DATA/shop/order` → `${SHOP_DIR:/DATA/shop}/order`: the folder goes where the one above it goes. */
function underPlaceholder(file: string, now: string, span: Span, folder: string, variable: string): readonly Edit[] {
  const path = unquoted(now.slice(span.start, span.end));
  if (!path.startsWith(folder) || /[{}]/.test(path)) return [];
  const whole = withPlaceholder(file, now, span, variable);
  return [{ do: 'replace', file, span, text: whole.split(`:${path}}`).join(`:${folder}}${path.slice(folder.length)}`) }];
}

/** The environment names the folder; where the manifest is at hand, a volume is mounted there and the variable is set. */
export const directoryFromEnvironment: Fix = {
  key: 'environment-placeholder',
  title: { en: 'Read the directory from the environment (and mount a shared volume there)', ko: '디렉터리를 환경 변수에서 읽고 공유 볼륨 마운트' },
  safety: 'review',
  applies: (finding, model) => finding.severity !== 'info' && finding.say !== 'serves' && canHoldPlaceholder(finding, model),
  edits({ finding, model, text, locale }) {
    const { key, directory, start, end, under } = dataOf(finding);
    const now = text(finding.file);
    if (now === undefined || end > now.length || /[{}]/.test(now.slice(start, end))) return undefined;
    const variable = variableName(key);
    const setting: Edit = { do: 'replace', file: finding.file, span: { start, end }, text: withPlaceholder(finding.file, now, { start, end }, variable) };
    const folder = unquoted(now.slice(start, end));
    const others = under.flatMap((span) => underPlaceholder(finding.file, now, span, folder, variable));
    const workload = workloadOf(model, finding);
    const manifest = workload && sharedFolderEdits(workload, { directory: folderInPod(directory), name: 'uploads', variable }, text(workload.file), locale);
    return [setting, ...others, ...(manifest ?? [])];
  },
};

/** Where nothing fills placeholders in, the folder stays and a volume comes to it. */
export const volumeAtDirectory: Fix = {
  key: 'shared-volume',
  title: { en: 'Mount a volume that all replicas share at the directory', ko: '모든 레플리카가 공유하는 볼륨을 이 디렉터리에 마운트' },
  safety: 'review',
  applies: (finding, model) => finding.severity !== 'info' && folderInPod(dataOf(finding).directory) === dataOf(finding).directory && workloadOf(model, finding) !== undefined,
  edits({ finding, model, text, locale }) {
    const workload = workloadOf(model, finding);
    return workload && sharedFolderEdits(workload, { directory: dataOf(finding).directory, name: 'uploads' }, text(workload.file), locale);
  },
};
