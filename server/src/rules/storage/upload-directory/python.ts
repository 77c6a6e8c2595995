import type { ProjectCheck } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type { PythonSetting } from '../../../facts/python/setting.js';
import { effective, isDjango, localValues, shownSetting } from '../../../facts/python/settings.js';

function judge({ value, from }: PythonSetting): 'local' | 'shared' | undefined {
  if (value === undefined) return from === 'environment' ? undefined : 'shared';
  // A class of the application's own may add to the name: `OurFileSystemStorageWrapper`.
  return /FileSystemStorage\w*$/.test(value) ? 'local' : 'shared';
}

/** Which storage takes Django's uploads: a folder, something else, or what a setting chooses. */
function storageOf(model: Model, file: string): { readonly kind: 'folder' | 'elsewhere' | 'depends'; readonly setting?: string } {
  const values = [...effective(model, file, 'STORAGES.default.BACKEND'), ...effective(model, file, 'DEFAULT_FILE_STORAGE')];
  if (values.length === 0) return { kind: 'folder' };
  // What code puts together may hold either.
  const unseen = values.find(({ fact }) => fact.value.value === undefined && fact.value.from === 'code');
  if (unseen) return { kind: 'depends', setting: unseen.fact.value.key };
  const locals = ['STORAGES.default.BACKEND', 'DEFAULT_FILE_STORAGE'].flatMap((key) => localValues(model, file, key, judge));
  const given = values.find(({ fact }) => fact.value.from === 'environment');
  if (locals.length === 0) return { kind: values.some(({ fact }) => judge(fact.value) === 'shared') ? 'elsewhere' : 'depends', ...(given?.setting === undefined ? {} : { setting: given.setting }) };
  const setting = locals[0]?.setting;
  return setting === undefined ? { kind: 'folder' } : { kind: 'depends', setting };
}

/** What a folder is called in a message: the part that the code shows. */
function shown(value: string | undefined): string {
  return (value ?? '').replace(/\u2047/g, '…') || '…';
}

/** `MEDIA_ROOT` of Django, where every `FileField` puts its files, and `UPLOAD_FOLDER` of Flask. */
export const pythonUploads: ProjectCheck<'python.setting'> = {
  subject: 'python.setting',
  reads: [],
  check(subject, { model, report }) {
    const { key, value, from } = subject.value;
    if (key !== 'UPLOAD_FOLDER' && (key !== 'MEDIA_ROOT' || !isDjango(model, subject.file))) return;
    const all = effective(model, subject.file, key);
    const found = all.find(({ fact }) => fact === subject);
    // What only the environment names is told at its default, or nowhere.
    if (!found || from === 'environment' || (value ?? '') === '') return;
    const storage = key === 'MEDIA_ROOT' ? storageOf(model, subject.file) : { kind: 'folder' as const };
    if (storage.kind === 'elsewhere') return;
    const directory = value?.startsWith('/') && !value.includes('\u2047') ? value : '';
    const variable = found.setting !== undefined && all.some(({ fact }) => fact.value.from === 'environment' && fact.value.setting === found.setting) ? found.setting : undefined;
    report({
      say: storage.setting !== undefined ? 'pythonStorage' : variable === undefined ? 'keeps' : 'default',
      args: { name: key, where: shown(value), ...(storage.setting !== undefined ? { setting: shownSetting(storage.setting) } : variable === undefined ? {} : { variable }) },
      cause: `python ${key}`, data: { key, directory, variables: variable === undefined ? [] : [variable], filledBy: 'nobody', start: 0, end: 0, python: key },
    });
  },
};
