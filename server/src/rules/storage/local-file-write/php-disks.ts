import type { ProjectCheck } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { localChoice, phpSettingReads, settingBeside, stateOf, frameworkOf } from '../../../facts/php/setting-state.js';
import type {} from '../../../facts/php/disks.js';
import { fillsSettings, laravelDefaultReads, laravelSetting } from '../../../facts/php/laravel-default.js';
import { needsPackage } from '../../../facts/build/packages.js';
import { at, entries, pairOf, span, text } from '../../../syntax/yaml/ask.js';
import { ruleMatcher } from '../../../contract/rule.js';

/** What is said of the disks of PHP frameworks. */
export const phpMessages: Readonly<Record<string, Localized>> = {
  disk: {
    en: '{setting} puts the files of {library} on the disk of each pod ({value}): another replica cannot find what this one stored, and a restart loses it.',
    ko: '{setting} 설정에 따라 {library}의 파일을 파드마다 자기 디스크에 저장합니다({value}). 한 레플리카가 저장한 파일을 다른 레플리카에서 찾을 수 없고, 재시작하면 사라집니다.',
  },
  diskUnless: {
    en: 'Unless {setting} names object storage, {library} stores files on the disk of each pod ({value}): another replica cannot find what this one stored, and a restart loses it.',
    ko: '{setting}에 오브젝트 스토리지를 지정하지 않으면 {library}이(가) 파일을 파드마다 자기 디스크에 저장합니다({value}). 한 레플리카가 저장한 파일을 다른 레플리카에서 찾을 수 없고, 재시작하면 사라집니다.',
  },
  diskNamed: {
    en: '`{call}` stores on the disk "{disk}", which is the local one whatever the settings say: another replica cannot find the file, and a restart loses it.',
    ko: '`{call}` 호출이 설정과 관계없이 로컬 디스크인 "{disk}"에 저장합니다. 다른 레플리카에서 파일을 찾을 수 없고, 재시작하면 사라집니다.',
  },
};

/** The default disk of Laravel, where the application stores files. */
export const phpDefaultDisk: ProjectCheck<'php.setting'> = {
  subject: 'php.setting',
  reads: [...phpSettingReads, 'php.disk-use'],
  check(subject, { model, report }) {
    if (subject.value.key !== 'filesystems.default') return;
    const uses = model.factsFor('php.disk-use', subject.file).filter(({ value }) => value.disk === undefined || value.disk === '');
    if (uses.length === 0) return;
    const choice = localChoice(model, subject, (value) => {
      const driver = settingBeside(model, subject, `filesystems.disks.${value}.driver`);
      return (driver ? stateOf(model, driver)?.value : value) === 'local';
    });
    if (!choice) return;
    report({
      say: choice.fixed ? 'disk' : 'diskUnless', severity: choice.severity, confidence: 'high', cause: 'php-disk',
      args: { setting: choice.setting, value: choice.value, library: frameworkOf(model, subject.file) }, data: { php: subject.value.key },
      also: uses.slice(0, 8).map(({ file, range }) => ({ file, range, say: 'more' })),
    });
  },
};

/** Disks that Laravel has without a configuration file, both of them local. */
const builtIn = /^(?:local|public)$/;

/** The default disk where Laravel 11 or later brings the configuration of disks itself: told once, where the application stores files. */
export const laravelUnsetDisk: ProjectCheck<'php.disk-use'> = {
  subject: 'php.disk-use',
  reads: [...laravelDefaultReads, 'php.disk-use'],
  check(subject, { model, report }) {
    const uses = model.factsFor('php.disk-use', subject.file).filter(({ value }) => value.disk === '');
    const chosen = uses[0] === subject ? laravelSetting(model, subject.file, 'filesystems.default', 'FILESYSTEM_DISK', 'local') : undefined;
    if (!chosen) return;
    const driver = model.factsFor('php.setting', subject.file).find(({ value }) => value.key === `filesystems.disks.${chosen.value}.driver`);
    if (!(driver ? stateOf(model, driver)?.value === 'local' : builtIn.test(chosen.value))) return;
    report({
      say: chosen.fixed ? 'disk' : 'diskUnless', severity: chosen.fixed ? 'error' : 'warning', confidence: 'high', cause: 'php-disk',
      args: { setting: 'FILESYSTEM_DISK', value: chosen.value, library: 'Laravel' }, data: { php: '' },
      also: uses.slice(1, 9).map(({ file, range }) => ({ file, range, say: 'more' })),
    });
  },
};

/** A disk that code names and a variable chooses the storage of: told once, where the configuration chooses. */
export const phpChosenDisk: ProjectCheck<'php.setting'> = {
  subject: 'php.setting',
  reads: [...phpSettingReads, 'php.disk-use'],
  check(subject, { model, report }) {
    const disk = /^filesystems\.disks\.([\w-]+)\.driver$/.exec(subject.value.key)?.[1];
    const uses = disk === undefined || subject.value.variables.length === 0 ? [] : model.factsFor('php.disk-use', subject.file).filter(({ value }) => value.disk === disk);
    if (uses.length === 0) return;
    // The variable names a driver, or another disk whose driver counts.
    const choice = localChoice(model, subject, (value) => {
      const driver = settingBeside(model, subject, `filesystems.disks.${value}.driver`);
      return (driver && driver !== subject ? stateOf(model, driver)?.value : value) === 'local';
    });
    if (!choice) return;
    report({
      say: choice.fixed ? 'disk' : 'diskUnless', severity: choice.severity, confidence: 'high', cause: `php-disk:${disk ?? ''}`,
      args: { setting: choice.setting, value: choice.value, library: frameworkOf(model, subject.file) }, data: { php: '' },
      also: uses.slice(0, 8).map(({ file, range }) => ({ file, range, say: 'more' })),
    });
  },
};

/** Code that names a disk which is local in every environment. */
export const phpNamedDisk: ProjectCheck<'php.disk-use'> = {
  subject: 'php.disk-use',
  reads: [...phpSettingReads, ...laravelDefaultReads, 'php.disk-use'],
  check(subject, { model, report }) {
    const { disk, upload, call } = subject.value;
    if (disk === undefined || disk === '' || !needsPackage(model, subject.file, 'laravel/framework', 'laravel/lumen-framework')) return;
    const [driver] = model.factsFor('php.setting', subject.file).filter(({ value }) => value.key === `filesystems.disks.${disk}.driver`);
    // A disk that other code puts together at start is not known here.
    const configured = model.factsFor('php.setting', subject.file).some(({ value }) => value.key.startsWith('filesystems.disks.'));
    const state = driver && stateOf(model, driver);
    const local = driver ? state?.value === 'local' && state.by === 'fixed' : builtIn.test(disk) && (!configured || fillsSettings(model, subject.file));
    if (local) report({ say: 'diskNamed', severity: upload ? 'error' : 'warning', confidence: upload ? 'high' : 'medium', args: { call, disk }, cause: `php-disk:${disk}` });
  },
};

/** Adapters of the Flysystem bundle for Symfony that keep files in the pod. */
export const symfonyStorage = ruleMatcher({
  language: 'yaml',
  files: ['**/config/**/*.{yaml,yml}'],
  needles: [['flysystem', 'local']],
  on: {
    document({ doc }, cx) {
      if (/(?:^|\/)packages\/(?:dev|test)\//.test(cx.path)) return;
      for (const { key, value } of entries(doc, at(doc, 'flysystem', 'storages'))) {
        const adapter = pairOf(doc, value, 'adapter');
        const named = text(adapter?.value ?? undefined);
        if (adapter && named === 'local') cx.report({ at: span(adapter.value ?? adapter.key), say: 'disk', args: { setting: `flysystem.storages.${key}`, value: named, library: 'Symfony' }, severity: 'warning', cause: 'php-disk' });
      }
    },
  },
});
