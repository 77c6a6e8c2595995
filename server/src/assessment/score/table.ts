import type { Localized } from '../../contract/words.js';
import { unknown, type Known } from '../known.js';
import type { Practice } from '../practice.js';
import type { Cause, Statement } from '../statement.js';
import type { Structure } from '../structure.js';
import { noImage, type DimensionId } from './areas.js';
import { coupling } from './coupling.js';
import { scored, type Dimension } from './dimension.js';
import { practiceRows } from './practices.js';

export interface TableInput {
  readonly causes: readonly Cause[];
  readonly known: Known;
  readonly practice: Practice;
  readonly structure: Structure | undefined;
}

const words = {
  code: { en: 'There is no code here that is read.', ko: '분석할 코드가 없습니다.' },
  image: { en: 'Nothing tells where the program runs: no image, and no program that one could be built of.', ko: '실행 환경을 알 수 없습니다. 이미지도, 이미지로 만들 프로그램도 찾지 못했습니다.' },
  manifests: { en: 'No Kubernetes manifests are kept here: how it is deployed and scaled is unknown.', ko: 'Kubernetes 매니페스트가 없어 배포와 확장 방식은 알 수 없습니다.' },
} satisfies Record<string, Localized>;

/** The seven rows, in their order. */
export function tableOf(input: TableInput): readonly Dimension[] {
  const [delivery, tools, organisation] = practiceRows(input.practice) as [Dimension, Dimension, Dimension];
  return [execution(input), scaling(input), coupling(input.structure), infrastructure(input), delivery, tools, organisation];
}

function execution({ causes, known }: TableInput): Dimension {
  const told = known.images.length > 0 || causes.some(({ id }) => id === noImage.rule);
  return told ? withScore('execution', causes, []) : without('execution', words.image);
}

function scaling({ causes, known }: TableInput): Dimension {
  if (!known.hasCode && known.workloads.length === 0) return without('scaling', words.code);
  return withScore('scaling', causes, [...(known.hasCode ? [] : [unknown(words.code)]), ...(known.workloads.length > 0 ? [] : [unknown(words.manifests)])]);
}

function infrastructure({ causes, known }: TableInput): Dimension {
  return known.hasCode ? withScore('infrastructure', causes, []) : without('infrastructure', words.code);
}

function withScore(id: DimensionId, causes: readonly Cause[], notTold: readonly Statement[]): Dimension {
  return { ...scored(id, causes), unknown: notTold };
}

function without(id: DimensionId, why: Localized): Dimension {
  return { id, costs: [], unknown: [unknown(why)] };
}
