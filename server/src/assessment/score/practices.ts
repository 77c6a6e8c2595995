import type { Localized } from '../../contract/words.js';
import { unknown } from '../known.js';
import type { Practice } from '../practice.js';
import type { Cause } from '../statement.js';
import type { DimensionId } from './areas.js';
import { byPoints, type Dimension } from './dimension.js';

/** Something that a row expects to find, and what its absence costs. */
interface Expected {
  readonly id: string;
  readonly found: (practice: Practice) => boolean;
  readonly points: number;
  readonly missing: Localized;
}

/** A row that is told by what stands beside the code. */
interface PracticeRow {
  readonly id: DimensionId;
  readonly hint?: true;
  /** Without any of these, nothing tells of the row. */
  readonly tells: readonly (keyof Practice)[];
  readonly unknown: Localized;
  readonly expected: readonly Expected[];
}

const any = (...keys: readonly (keyof Practice)[]) => (practice: Practice): boolean => keys.some((key) => practice[key].length > 0);

const rows: readonly PracticeRow[] = [
  {
    id: 'delivery', tells: ['pipelines'],
    unknown: { en: 'No pipeline stands beside the code; it may be kept elsewhere.', ko: '코드와 함께 관리하는 파이프라인이 없습니다. 다른 곳에 있을 수 있습니다.' },
    expected: [
      { id: 'delivery/deploys', found: any('deploys'), points: 30, missing: { en: 'No pipeline deploys anything.', ko: '배포하는 파이프라인이 없습니다.' } },
      { id: 'delivery/tests', found: any('tests'), points: 25, missing: { en: 'No pipeline runs tests.', ko: '테스트를 실행하는 파이프라인이 없습니다.' } },
      { id: 'delivery/image', found: any('image'), points: 20, missing: { en: 'No pipeline builds a container image.', ko: '컨테이너 이미지를 빌드하는 파이프라인이 없습니다.' } },
      { id: 'delivery/continuous', found: any('continuous'), points: 15, missing: { en: 'No pipeline runs for what reaches the main branch.', ko: '기본 브랜치에 반영될 때마다 실행되는 파이프라인이 없습니다.' } },
      { id: 'delivery/test-files', found: any('testFiles'), points: 10, missing: { en: 'There are no automated tests beside the code.', ko: '코드와 함께 관리하는 자동 테스트가 없습니다.' } },
    ],
  },
  {
    id: 'tools', tells: ['pipelines', 'environment', 'innerLoop', 'updates'],
    unknown: { en: 'Nothing beside the code tells what it is developed with.', ko: '개발 환경을 알 수 있는 파일이 없습니다.' },
    expected: [
      { id: 'tools/environment', found: any('environment'), points: 35, missing: { en: 'No development environment is described beside the code (dev container, Compose).', ko: '코드와 함께 관리하는 개발 환경 정의(개발 컨테이너, Compose)가 없습니다.' } },
      { id: 'tools/lint', found: any('lints'), points: 30, missing: { en: 'No pipeline analyses the code.', ko: '코드를 분석하는 파이프라인이 없습니다.' } },
      { id: 'tools/inner-loop', found: any('innerLoop'), points: 20, missing: { en: 'Nothing brings changes to a cluster while they are made (Skaffold, Tilt).', ko: '변경을 바로 클러스터에 반영하는 도구(Skaffold, Tilt)가 없습니다.' } },
      { id: 'tools/updates', found: any('updates'), points: 15, missing: { en: 'Nothing keeps dependencies up to date (Dependabot, Renovate).', ko: '의존성을 자동으로 갱신하는 도구(Dependabot, Renovate)가 없습니다.' } },
    ],
  },
  {
    id: 'organisation', hint: true, tells: ['pipelines', 'owners', 'policies', 'infrastructure'],
    unknown: { en: 'Nothing beside the code shows how development, operation and security work together.', ko: '개발·운영·보안의 협업 방식을 알 수 있는 파일이 없습니다.' },
    expected: [
      { id: 'organisation/scans', found: any('scans'), points: 35, missing: { en: 'No pipeline looks for vulnerabilities.', ko: '보안 취약점을 검사하는 파이프라인이 없습니다.' } },
      { id: 'organisation/infrastructure', found: any('infrastructure'), points: 30, missing: { en: 'No infrastructure as code or manifests of it stand beside the code.', ko: '코드와 함께 관리하는 인프라 코드(IaC)가 없습니다.' } },
      { id: 'organisation/owners', found: any('owners'), points: 20, missing: { en: 'No file names who owns which code (CODEOWNERS).', ko: '코드 소유자를 정한 파일(CODEOWNERS)이 없습니다.' } },
      { id: 'organisation/policies', found: any('policies'), points: 15, missing: { en: 'No policies are checked by machines (OPA, Kyverno, security policy).', ko: '자동으로 검사하는 정책(OPA, Kyverno, 보안 정책)이 없습니다.' } },
    ],
  },
];

/** The rows of the table that are told by what stands beside the code. */
export function practiceRows(practice: Practice): readonly Dimension[] {
  return rows.map(({ id, hint, tells, unknown: why, expected }): Dimension => {
    const base = { id, ...(hint ? { hint } : {}) };
    if (!any(...tells)(practice)) return { ...base, costs: [], unknown: [unknown(why)] };
    const costs = expected.filter(({ found }) => !found(practice)).map(({ id: cause, points, missing }) => ({ points, cause: missingCause(cause, missing) }));
    return { ...base, score: 100 - costs.reduce((sum, { points }) => sum + points, 0), costs: byPoints(costs), unknown: [] };
  });
}

function missingCause(id: string, text: Localized): Cause {
  return { id, severity: 'info', findings: [], missing: { text, args: {}, evidence: [] } };
}
