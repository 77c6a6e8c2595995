import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type { Evidence } from '../../../facts/evidence.js';
import { isMountedInCompose, isMountedInPod } from '../../../facts/mounted.js';
import type {} from '../../../facts/node/chosen-module.js';
import { removesUploads } from '../../../facts/node/taken-file.js';
import { resolve, valuesOf } from '../../../facts/settings.js';
import type {} from '../../../facts/upload-directory.js';
import { absolutePath } from '../../../syntax/file-path.js';
import { readsSetting } from '../../../syntax/storage-setting.js';
import { csharpWrites } from './csharp.js';
import { javaWrites } from './java.js';
import { directoryFromEnvironment } from './java-fix.js';
import { kotlinWrites } from './kotlin.js';
import { laravelS3 } from './php-fix.js';
import { laravelUnsetDisk, phpChosenDisk, phpDefaultDisk, phpMessages, phpNamedDisk, symfonyStorage } from './php-disks.js';
import { phpOwnWriter } from './php-own.js';
import { phpWrites } from './php.js';
import { withNode } from './node-fix.js';
import { meteorFiles } from './node-meteor.js';
import { nodeWrites } from './node.js';
import { multerToS3 } from './node-s3.js';
import { pythonWrites } from './python.js';
import { goFiles, goWebDav, goWrites } from './go.js';

interface Data {
  /** Folder of the file as far as the code tells, '' when it does not. */
  readonly directory?: string;
  /** Key of the setting that names the folder, as the code reads it. */
  readonly setting?: string;
  /** By whom Node code elsewhere gets the path: '' for the upload of a request, else functions. */
  readonly makers?: readonly string[];
}

function dataOf(finding: Finding): Data {
  return (finding.data ?? {}) as Data;
}

function isUploadFinding({ say }: Finding): boolean {
  return /upload/i.test(say);
}

/** Object storage takes the place of what users upload; other files stay where the code puts them. */
function takesFiles(fact: Fact, finding: Finding): boolean {
  const { covers } = fact.value as Evidence;
  return covers !== 'uploads' || isUploadFinding(finding);
}

/** Folders that the file may lie in: what the code says, and what the settings of the workspace give to the key it reads. */
function directoriesOf(finding: Finding, model: Model): readonly string[] {
  const { directory = '', setting } = dataOf(finding);
  const values = setting === undefined ? [] : valuesOf(model, finding.file, setting).flatMap(({ value }) => resolve(model, finding.file, value ?? '').map(({ text }) => absolutePath(text)?.path ?? ''));
  return [directory, ...values].filter((each) => each !== '');
}

/** The folder's setting is where the write is decided and where a volume or a placeholder goes, so it leads and the writes follow it. */
function toldAtSetting(fact: Fact, finding: Finding): boolean {
  const { setting } = dataOf(finding);
  return setting !== undefined && readsSetting((fact as Fact<'storage.upload-directory'>).value.key, setting);
}

/** Whoever is given the path takes the file away again when done; of uploads, all who are. */
function isTakenAway(fact: Fact, finding: Finding, model: Model): boolean {
  const { maker, removed } = (fact as Fact<'node.taken-file'>).value;
  return removed && (dataOf(finding).makers ?? []).includes(maker) && (maker !== '' || removesUploads(model, finding.file));
}

export const rule: Rule = {
  meta: {
    id: 'storage/local-file-write',
    title: { en: 'Files kept on the local disk', ko: '로컬 디스크에 보관되는 파일' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['storage', 'file'],
  },
  messages: {
    upload: {
      en: 'Uploaded files are kept in `{where}` on the disk of one pod: other replicas cannot find them and a restart loses them, unless `{where}` lies on a ReadWriteMany volume or the files go to object storage.',
      ko: '업로드한 파일을 파드 하나의 디스크(`{where}`)에 보관합니다. `{where}`에 ReadWriteMany 볼륨을 마운트하거나 오브젝트 스토리지를 쓰지 않으면 다른 레플리카는 파일을 찾지 못하고, 재시작하면 파일이 사라집니다.',
    },
    state: {
      en: 'The application keeps data in `{where}` and reads it back later: each replica has a copy of its own and a restart loses it, unless `{where}` lies on a volume that all replicas share.',
      ko: '애플리케이션이 `{where}`에 데이터를 저장해 두고 나중에 다시 읽습니다. `{where}`에 모든 레플리카가 공유하는 볼륨이 없으면 레플리카마다 내용이 달라지고, 재시작하면 사라집니다.',
    },
    file: {
      en: 'A file is written to `{where}` on the disk of one pod: a request that reaches another replica cannot read it and a restart loses it, unless `{where}` lies on a volume that all replicas share.',
      ko: '파드 하나의 디스크(`{where}`)에 파일을 씁니다. `{where}`에 모든 레플리카가 공유하는 볼륨이 없으면 다른 레플리카가 받은 요청에서는 읽을 수 없고, 재시작하면 사라집니다.',
    },
    cached: {
      en: 'Files are cached in `{where}` on the disk of one pod: what another replica changes does not reach this cache, and a restart begins with an empty one, unless `{where}` lies on a volume that all replicas share.',
      ko: '파일을 파드 하나의 디스크(`{where}`)에 캐시합니다. `{where}`에 모든 레플리카가 공유하는 볼륨이 없으면 다른 레플리카에서 바뀐 내용이 이 캐시에 반영되지 않고, 재시작하면 빈 캐시로 시작합니다.',
    },
    passedUpload: {
      en: 'Uploaded files are kept on the disk of one pod: other replicas cannot find them and a restart loses them, unless the directory lies on a ReadWriteMany volume or the files go to object storage.',
      ko: '업로드한 파일을 파드 하나의 디스크에 보관합니다. 이 디렉터리에 ReadWriteMany 볼륨을 마운트하거나 오브젝트 스토리지를 쓰지 않으면 다른 레플리카는 파일을 찾지 못하고, 재시작하면 파일이 사라집니다.',
    },
    passedState: {
      en: 'The application keeps data in a file and reads it back later: each replica has a copy of its own and a restart loses it, unless the file lies on a volume that all replicas share.',
      ko: '애플리케이션이 파일에 데이터를 저장해 두고 나중에 다시 읽습니다. 모든 레플리카가 공유하는 볼륨에 두지 않으면 레플리카마다 내용이 달라지고, 재시작하면 사라집니다.',
    },
    passedFile: {
      en: 'A file is written to the disk of one pod: a request that reaches another replica cannot read it and a restart loses it, unless the directory lies on a volume that all replicas share.',
      ko: '파드 하나의 디스크에 파일을 씁니다. 모든 레플리카가 공유하는 볼륨에 두지 않으면 다른 레플리카가 받은 요청에서는 읽을 수 없고, 재시작하면 사라집니다.',
    },
    logged: {
      en: 'The code keeps a log of its own in a file on the disk of one pod: a restart loses it, and each replica logs only what it did itself.',
      ko: '파드 하나의 디스크에 있는 파일에 로그를 직접 기록합니다. 재시작하면 사라지고, 레플리카마다 자신이 처리한 내용만 남습니다.',
    },
    helper: {
      en: 'This method writes to the file that its caller names: if that is on the disk of the pod, other replicas cannot read it and a restart loses it.',
      ko: '호출한 쪽에서 지정한 파일에 씁니다. 파드 자체의 디스크라면 다른 레플리카에서 읽을 수 없고, 재시작하면 사라집니다.',
    },
    more: { en: 'also written here', ko: '여기에서도 파일을 씁니다' },
    decided: { en: 'the directory comes from `{where}`', ko: '디렉터리는 여기에서 정해집니다: `{where}`' },
    asked: {
      en: 'A request leaves a file below `{where}` of this pod, and a later request asks for it by its name: with two replicas that one may reach a pod that does not have the file, and a restart loses it.',
      ko: '요청이 이 파드의 `{where}` 아래에 남긴 파일을 이후 요청이 이름으로 다시 찾습니다. 레플리카가 둘이면 파일이 없는 파드가 그 요청을 받을 수 있고, 재시작하면 파일이 사라집니다.',
    },
    told: {
      en: 'The session keeps the name of this file for a later request: with two replicas that one may reach a pod that does not have the file, and a restart loses it, unless the directory lies on a volume that all replicas share.',
      ko: '이후 요청에서 찾을 수 있도록 이 파일의 이름을 세션에 보관합니다. 모든 레플리카가 공유하는 볼륨에 두지 않으면 레플리카가 둘일 때 파일이 없는 파드가 그 요청을 받을 수 있고, 재시작하면 파일이 사라집니다.',
    },
    temporary: {
      en: 'A file is kept below `{where}`, which every pod has for itself and loses on restart: later requests must be able to do without it.',
      ko: '파드마다 따로 있고 재시작하면 비워지는 `{where}` 아래에 파일을 남깁니다. 이후 요청은 이 파일이 없어도 처리할 수 있어야 합니다.',
    },
    leftover: {
      en: 'The temporary file made by `{where}` is not deleted here: such files pile up on the pod until its disk limit evicts it.',
      ko: '`{where}`(으)로 만든 임시 파일을 여기에서 지우지 않습니다. 계속 쌓이면 디스크 한도를 넘겨 파드가 축출될 수 있습니다.',
    },
    staged: {
      en: 'The file goes to object storage, but its copy on the disk of this pod stays until it is deleted.',
      ko: '파일을 오브젝트 스토리지로 올리지만, 파드의 디스크에 있는 사본은 지울 때까지 그대로 남습니다.',
    },
    ...phpMessages,
  },
  project: [goFiles, phpChosenDisk, phpDefaultDisk, laravelUnsetDisk, phpNamedDisk, phpOwnWriter],
  matchers: [goWrites, goWebDav, csharpWrites, phpWrites, symfonyStorage, javaWrites, nodeWrites, meteorFiles, kotlinWrites, pythonWrites],
  clearing: [
    { fact: 'storage.external', effect: 'info', when: takesFiles, what: { en: 'object storage that the configuration selects', ko: '설정에서 선택한 오브젝트 스토리지' } },
    { fact: 'k8s.workload', effect: 'info', when: (fact, finding, model) => directoriesOf(finding, model).some((directory) => isMountedInPod(fact, directory)), what: { en: 'a persistent volume mounted at the directory', ko: '디렉터리에 마운트한 퍼시스턴트 볼륨' } },
    { fact: 'compose.service', effect: 'info', when: (fact, finding, model) => directoriesOf(finding, model).some((directory) => isMountedInCompose(fact, directory)), what: { en: 'a volume of the Compose file at the directory', ko: 'Compose 파일에서 디렉터리에 마운트한 볼륨' } },
    { fact: 'storage.upload-directory', effect: 'info', when: toldAtSetting, what: { en: 'a setting that names the directory, where the advice then stands', ko: '디렉터리를 지정하는 설정(이 경우 설정 위치에서 안내)' } },
    { fact: 'node.taken-file', effect: 'silence', when: isTakenAway, what: { en: 'code that removes the file again once it is done with it', ko: '사용을 마치면 파일을 다시 지우는 코드' } },
    { fact: 'node.chosen-module', effect: 'info', when: (fact, finding) => [(fact as Fact<'node.chosen-module'>).value.module, `${(fact as Fact<'node.chosen-module'>).value.module}/index`].includes(finding.file.replace(/\.[cm]?[jt]sx?$/, '')), what: { en: 'an environment variable that has to ask for this kind of storage', ko: '이 저장 방식을 선택하는 환경 변수' } },
    { fact: 'storage.client', effect: 'warning', when: (_fact, finding) => isUploadFinding(finding), what: { en: 'an object storage client that a setting can select', ko: '설정으로 선택할 수 있는 오브젝트 스토리지 클라이언트' } },
  ],
  fixes: [laravelS3, withNode(directoryFromEnvironment), multerToS3],
};
