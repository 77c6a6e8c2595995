import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/finding.js';
import { resolve, sameSetting, settingReads } from '../../../facts/settings.js';
import type { UploadDirectory } from '../../../facts/upload-directory.js';
import { profileKind } from '../../../syntax/config-file.js';
import { absolutePath } from '../../../syntax/file-path.js';
import { readsSetting } from '../../../syntax/storage-setting.js';

type Named = Fact<'storage.upload-directory'>;

/** The last word of a key that is written once for each operating system, of which a container has one. */
const system = /[._-](?:linux|unix|posix|(windows|win|mac|macos|osx))$/i;

/** What runs in production comes first: its profile, then the default one, then all others; within these what a Linux container reads. */
function rank({ value: { profile, key } }: Named): number {
  const foreign = system.exec(key)?.[1] === undefined ? 0 : 0.5;
  if (/prod|prd|real|live|oper/i.test(profile ?? '')) return foreign;
  return (profileKind(profile) === 'default' ? 1 : 2) + foreign;
}

/** Whether two keys are one setting, or the same setting of one file for two operating systems. */
function sameKey({ file, value: { key } }: Named, other: Named): boolean {
  if (sameSetting(other.value.key, key)) return true;
  return file === other.file && system.test(key) && system.test(other.value.key) && sameSetting(other.value.key.replace(system, ''), key.replace(system, ''));
}

/** The settings of an application that name one folder: profiles, copies for environments and beans that hand the setting on. */
function sameFolder(cx: ProjectContext, subject: Named): readonly Named[] {
  const { application } = cx.model.moduleOf(subject.file);
  return cx.facts('storage.upload-directory')
    .filter((other) => sameKey(subject, other) && cx.model.moduleOf(other.file).application === application)
    .sort((a, b) => rank(a) - rank(b));
}

/** A folder whose placeholders other settings of the application fill in; the environment alone decides otherwise. */
function knownFolder(cx: ProjectContext, { file, value }: Named): Pick<UploadDirectory, 'shown' | 'directory' | 'absolute'> | undefined {
  if (value.directory !== '' || value.absolute) return value;
  const named = cx.facts('storage.upload-directory');
  const found = resolve(cx.model, file, value.shown).find(({ text, through }) => absolutePath(text) && through.every(({ from }) => from === 'file'));
  // A bean that is handed a setting of this kind says nothing new.
  if (found?.through.some(({ key }) => named.some((other) => sameSetting(other.value.key, key)))) return undefined;
  return found && { shown: found.text, directory: absolutePath(found.text)?.path ?? '', absolute: true };
}

/** Relative names beside an absolute folder are its subfolders. */
function isSubfolder(cx: ProjectContext, subject: Named, absolute: boolean): boolean {
  const { application } = cx.model.moduleOf(subject.file);
  return !absolute && cx.facts('storage.upload-directory').some(({ file, value }) => value.absolute && cx.model.moduleOf(file).application === application);
}

function below(folder: string, other: string): boolean {
  const [above, under] = [folder, other].map((path) => path.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase()) as [string, string];
  return above !== '' && under.startsWith(`${above}/`);
}

/** Other folders of the same file: where one lies below another, one volume serves both, and the upper one is told. */
function neighbours(cx: ProjectContext, { file, value }: Named): readonly Named[] {
  return cx.facts('storage.upload-directory').filter((other) => other.file === file && other.value.key !== value.key && other.value.directory !== '' && other.value.use === value.use && other.value.profile === value.profile);
}

/** Whether one folder lies below another, wherever the environment moves that one. */
function isUnder({ value: above }: Named, { value: under }: Named): boolean {
  return below(above.directory, under.directory) && above.variables.every((variable) => under.variables.includes(variable));
}

/** Writes that the code makes below the folder: the setting is where they are decided, so they are told here. */
function writes(cx: ProjectContext, subject: Named): readonly Fact<'finding'>[] {
  const { application } = cx.model.moduleOf(subject.file);
  return cx.facts('finding').filter(({ file, value }) => {
    const setting = value.rule === 'storage/local-file-write' ? (value.data as { readonly setting?: string } | null)?.setting : undefined;
    return setting !== undefined && readsSetting(subject.value.key, setting) && cx.model.moduleOf(file).application === application;
  });
}

function checkSetting(subject: Named, cx: ProjectContext): void {
  const [first, ...others] = sameFolder(cx, subject);
  const folder = knownFolder(cx, subject);
  if (first !== subject || !folder || isSubfolder(cx, subject, folder.absolute) || neighbours(cx, subject).some((other) => isUnder(other, subject))) return;
  const { key, use, variables, filledBy, written } = subject.value;
  const under = neighbours(cx, subject).filter((other) => isUnder(subject, other));
  const isDefault = variables.length > 0 && subject.value.directory !== '';
  cx.report({
    say: isDefault ? 'default' : use,
    severity: isDefault ? 'info' : 'warning',
    confidence: use === 'keeps' && !folder.absolute ? 'medium' : 'high',
    args: isDefault ? { name: key, where: folder.shown, variable: variables[0] ?? '' } : { name: key, where: folder.shown },
    also: [
      ...[subject, ...under].flatMap((each) => writes(cx, each)).map(({ file, range }) => ({ file, range, say: 'written' })),
      ...under.map(({ file, range, value }) => ({ file, range, say: 'below', args: { name: value.key } })),
      ...others.map(({ file, range, value }) => ({ file, range, say: 'also', args: { where: value.shown } })),
    ],
    data: { key, directory: folder.directory, variables: [...variables], filledBy: variables.length > 0 ? 'nobody' : filledBy, start: written.start, end: written.end, under: under.map(({ value }) => ({ ...value.written })) },
  });
}

/** Reads findings, so it runs after the code was looked at. */
export const uploadSettings: ProjectCheck<'storage.upload-directory'> = {
  subject: 'storage.upload-directory', reads: ['storage.upload-directory', 'finding', ...settingReads], check: checkSetting,
};
