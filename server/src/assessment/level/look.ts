import type { Args, Localized } from '../../contract/words.js';
import type { Model } from '../../contract/workspace.js';
import type { Known } from '../known.js';
import type { Practice } from '../practice.js';
import type { Evidence } from '../statement.js';
import { fewUnits, type Structure } from '../structure.js';
import type { Sign, Signs } from './signs.js';

const words = {
  builds: { en: 'Build file', ko: '빌드 파일' },
  noBuild: { en: 'There is no build file.', ko: '빌드 파일이 없습니다.' },
  noLock: { en: 'Versions of dependencies are not pinned: there is no lock file.', ko: '잠금 파일이 없어 의존성 버전이 고정되지 않습니다.' },
  noCode: { en: 'There is no code here that is read.', ko: '분석할 코드가 없습니다.' },
  image: { en: 'Image build', ko: '이미지 빌드' },
  elsewhere: { en: 'Manifests run images that are built elsewhere', ko: '다른 곳에서 빌드한 이미지를 매니페스트가 실행합니다' },
  noImage: { en: 'Nothing here builds an image.', ko: '이미지를 만드는 설정이 없습니다.' },
  workloads: { en: '{count} workloads', ko: '워크로드 {count}개' },
  noWorkloads: { en: 'No Kubernetes manifests are kept here.', ko: 'Kubernetes 매니페스트가 없습니다.' },
  release: { en: 'Deployment in the pipeline', ko: '파이프라인의 배포 단계' },
  noRelease: { en: 'No pipeline here deploys anything.', ko: '배포하는 파이프라인이 없습니다.' },
  noPipeline: { en: 'No pipeline stands beside the code; it may be kept elsewhere.', ko: '코드와 함께 관리하는 파이프라인이 없습니다. 다른 곳에 있을 수 있습니다.' },
  autoscaler: { en: 'Autoscaler', ko: '오토스케일러' },
  noAutoscaler: { en: 'No workload has an autoscaler.', ko: '오토스케일러가 있는 워크로드가 없습니다.' },
  telemetry: { en: 'Telemetry', ko: '텔레메트리' },
  noTelemetry: { en: 'Neither metrics nor traces leave the program in a standard way.', ko: '표준 방식으로 메트릭이나 트레이스를 내보내지 않습니다.' },
  services: { en: 'Parts that could be services: {names}', ko: '서비스로 나눌 수 있는 부분: {names}' },
  noServices: { en: 'No part of the program could be split off as it is.', ko: '지금 구조에서는 떼어 낼 수 있는 부분이 없습니다.' },
  noStructure: { en: 'Its structure could not be read.', ko: '구조를 분석하지 못했습니다.' },
} satisfies Record<string, Localized>;

function sign(state: Sign['state'], text: Localized, evidence: readonly Evidence[] = [], args: Args = {}): Sign {
  return { state, statement: { text, args, evidence } };
}

/** What is there of what levels ask for. */
export function signsOf(model: Model, known: Known, practice: Practice, structure: Structure | undefined): Signs {
  return {
    code: known.hasCode ? { state: 'there' } : sign('unknown', words.noCode),
    build: build(model, known),
    image: image(known),
    workloads: known.workloads.length > 0 ? sign('there', words.workloads, known.workloads.map(({ file, range }) => ({ file, line: range.startLine })), { count: known.workloads.length }) : sign('unknown', words.noWorkloads),
    release: practice.deploys.length > 0 ? sign('there', words.release, practice.deploys) : practice.pipelines.length > 0 ? sign('absent', words.noRelease, practice.pipelines) : sign('unknown', words.noPipeline),
    autoscaler: autoscaler(model, known),
    telemetry: practice.telemetry.length > 0 ? sign('there', words.telemetry, practice.telemetry) : known.hasCode ? sign('absent', words.noTelemetry) : sign('unknown', words.noCode),
    services: services(structure),
  };
}

/** An image that manifests run was built somewhere. */
function image({ images, workloads, hasCode }: Known): Sign {
  const [first] = workloads;
  if (images.length > 0) return sign('there', words.image, images);
  if (first) return sign('there', words.elsewhere, workloads.map(({ file, range }) => ({ file, line: range.startLine })));
  return sign(hasCode ? 'absent' : 'unknown', words.noImage);
}

/** Tools whose build files pin versions themselves, as far as they are written. */
const pinning: readonly (string | undefined)[] = ['maven', 'gradle', 'dotnet'];

function build(model: Model, { builds, locks, hasCode }: Known): Sign {
  if (builds.length === 0) return hasCode ? sign('absent', words.noBuild) : sign('unknown', words.noCode);
  const isPinned = model.modules.some(({ tool }) => pinning.includes(tool)) || locks.length > 0 || pinsItself(model);
  return isPinned ? sign('there', words.builds, builds) : sign('absent', words.noLock, builds);
}

/** Requirements that name an exact version of whatever they need. */
function pinsItself(model: Model): boolean {
  const python = model.facts('build.module').filter(({ value }) => value.tool === 'python' && value.dependencies.length > 0);
  return python.length > 0 && python.every(({ value }) => value.dependencies.every((name) => /^=*\d/.test(value.versions[name] ?? '')));
}

function autoscaler(model: Model, { workloads }: Known): Sign {
  const scalers = [...model.facts('k8s.hpa'), ...model.facts('k8s.scaled-object')].filter(({ value }) => value.target.name !== undefined);
  if (scalers.length > 0) return sign('there', words.autoscaler, scalers.map(({ file, range }) => ({ file, line: range.startLine })));
  return workloads.length > 0 ? sign('absent', words.noAutoscaler, workloads.map(({ file, range }) => ({ file, line: range.startLine }))) : sign('unknown', words.noWorkloads);
}

function services(structure: Structure | undefined): Sign {
  if (!structure || structure.units < fewUnits) return sign('unknown', words.noStructure);
  const { candidates } = structure;
  return candidates.length > 0 ? sign('there', words.services, candidates.map(({ at }) => at), { names: candidates.map(({ name }) => name).join(', ') }) : sign('absent', words.noServices);
}
