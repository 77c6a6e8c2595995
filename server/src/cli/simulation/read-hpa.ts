import { parseAllDocuments } from 'yaml';
import { isHpa, isSimulated, nameOf, specOf } from '../../autoscaling/input/manifest.js';
import { featuresOf, type HpaSpec } from '../../autoscaling/controller/spec.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { hpaFaults } from '../../laboratory/hpa-faults.js';
import { UsageError } from '../errors.js';
import { readText } from '../read-text.js';

const words = {
  syntax: { en: '{file} is no YAML: {error}', ko: '{file} 파일이 올바른 YAML이 아닙니다: {error}' },
  none: { en: '{file} holds no HorizontalPodAutoscaler', ko: '{file} 파일에 HorizontalPodAutoscaler가 없습니다' },
  wrong: { en: '{file}: the API server refuses HorizontalPodAutoscaler {name}. Correct it and run again:{faults}', ko: '{file}: API 서버가 HorizontalPodAutoscaler {name}을(를) 거부합니다. 수정한 뒤 다시 실행하세요:{faults}' },
  zero: { en: 'Kubernetes {version} takes 0 only behind a feature gate; name the release of your cluster with --cluster-version (1.37 takes it)', ko: 'Kubernetes {version}에서는 기능 게이트를 켜야만 0을 쓸 수 있습니다. 클러스터 릴리스를 --cluster-version으로 지정하세요(1.37부터 가능)' },
  unknown: { en: '{file}: none of the metrics of {name} can be simulated ({metrics}): only CPU and requests per second of pods can be told from a load', ko: '{file}: {name}의 메트릭({metrics})은 시뮬레이션할 수 없습니다. 부하로부터 알 수 있는 것은 CPU와 파드별 초당 요청 수뿐입니다' },
  left: { en: '{file}: {metrics} cannot be told from a load and is left out; the real autoscaler may keep more pods', ko: '{file}: {metrics} 메트릭은 부하로부터 알 수 없어 제외했습니다. 실제 오토스케일러는 파드를 더 많이 유지할 수 있습니다' },
} satisfies Record<string, Localized>;

/** An autoscaler of a file. */
export interface ReadHpa {
  readonly name: string;
  readonly target: { readonly kind: string; readonly name: string };
  readonly spec: HpaSpec;
  /** What a reader of the result has to know. */
  readonly notes: readonly string[];
}

/** Documents of a YAML file; throws a {@link UsageError} where it has none. */
export function readDocuments(file: string, lang: Locale): readonly unknown[] {
  const documents = [parseAllDocuments(readText(file, lang), { prettyErrors: false, logLevel: 'silent' })].flat();
  const fault = documents.flatMap(({ errors }) => errors)[0];
  if (fault) throw new UsageError(say(words.syntax, lang, { file, error: fault.message }));
  return documents.map((document): unknown => document.toJS());
}

interface Written {
  readonly metadata?: { readonly name?: string };
  readonly spec?: { readonly scaleTargetRef?: { readonly kind?: string; readonly name?: string } };
}

/** The autoscalers of a file, each checked as the API server of a release does. */
export function readHpas(file: string, clusterVersion: string, lang: Locale): readonly ReadHpa[] {
  const found = readDocuments(file, lang).filter(isHpa);
  if (found.length === 0) throw new UsageError(say(words.none, lang, { file }));
  return found.map((document) => {
    const { metadata, spec: written } = document as Written;
    const name = metadata?.name ?? '';
    const spec = specOf(document);
    const faults = faultsOf({ ...spec, ...(written?.scaleTargetRef === undefined ? {} : { scaleTargetRef: written.scaleTargetRef }) }, clusterVersion, lang);
    if (faults.length > 0) throw new UsageError(say(words.wrong, lang, { file, name, faults: faults.map((fault) => `\n  ${fault}`).join('') }));
    const target = { kind: written?.scaleTargetRef?.kind ?? '', name: written?.scaleTargetRef?.name ?? '' };
    return { name, target, ...simulated(file, name, spec, lang) };
  });
}

function faultsOf(spec: HpaSpec, version: string, lang: Locale): readonly string[] {
  const faults = hpaFaults(spec).map(({ path, sentence }) => `${path}: ${sentence[lang]}`);
  return spec.minReplicas === 0 && !featuresOf(version).scaleToZero ? [...faults, `spec.minReplicas: ${say(words.zero, lang, { version })}`] : faults;
}

function simulated(file: string, name: string, spec: HpaSpec, lang: Locale): Pick<ReadHpa, 'spec' | 'notes'> {
  const all = spec.metrics ?? [];
  const [known, left] = [all.filter(isSimulated), all.filter((metric) => !isSimulated(metric)).map(nameOf).join(', ')];
  if (all.length > 0 && known.length === 0) throw new UsageError(say(words.unknown, lang, { file, name, metrics: left }));
  return left === '' ? { spec, notes: [] } : { spec: { ...spec, metrics: known }, notes: [say(words.left, lang, { file, metrics: left })] };
}
