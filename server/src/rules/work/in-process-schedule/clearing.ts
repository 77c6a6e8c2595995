import type { Json } from '../../../base/json.js';
import type { Finding } from '../../../contract/finding.js';
import type { Clearing } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type { Evidence } from '../../../facts/evidence.js';
import type { NodeRowLock } from '../../../facts/node/row-lock.js';
import { isAskedSwitch } from '../../../facts/java/job-switch.js';
import { jobsLockRows } from '../../../facts/java/quartz-jobs.js';
import { locksRows, type RowLock } from '../../../facts/java/row-lock.js';
import { isLeftOut } from '../../../facts/java/spring-import.js';
import { lockProvider } from '../../../facts/schedule-lock.js';
import type {} from '../../../facts/scheduling.js';
import { holdsQuartz } from '../../../syntax/quartz-settings.js';
import { serviceClearing } from './java-services.js';

/** What the clearing needs to know of a finding; findings of other languages may leave parts out. */
interface Data {
  /** `quartz`, or `timer` for everything that has no job store. */
  readonly engine?: string;
  readonly annotations?: readonly string[];
  readonly guarded?: boolean;
  /** Set where settings name a store in the database that nothing clusters. */
  readonly alone?: string;
  /** Set for Spring's annotation, which does nothing unless scheduling is switched on. */
  readonly clock?: Json;
  /** What the code calls in other files of Node, by name. */
  readonly calls?: readonly string[];
}

/** A lock reaches what it is made for: an annotation its methods, clustered Quartz the Quartz jobs, a leader the code that asks for it. */
function locks(fact: Fact, finding: Finding, model: Model): boolean {
  const { covers, needs = [] } = fact.value as Evidence;
  if (needs.includes(lockProvider) && !model.factsFor('schedule.lock-provider', finding.file).length) return false;
  const { engine, annotations = [], guarded = false } = (finding.data ?? {}) as Data;
  if (covers === undefined) return true;
  if (covers === 'leader') return guarded;
  return covers.startsWith('@') ? annotations.includes(covers) : covers === engine;
}

/** Scheduling is switched on in places that a setting decides about, and in no other. */
function switchesAll(_fact: Fact, finding: Finding, model: Model): boolean {
  const { clock } = (finding.data ?? {}) as Data;
  return clock !== undefined && clock !== null && model.factsFor('spring.scheduling', finding.file).every(({ value }) => value.setting !== undefined);
}

/** Quartz keeps the jobs of the finding in a database. */
function storesJobs({ value }: Fact, finding: Finding): boolean {
  const { engine, alone } = (finding.data ?? {}) as Data;
  return (value as Evidence).covers === 'quartz-store' && engine === 'quartz' && alone === undefined;
}

/** The settings that name the store have a finding of their own, whose remedy is that of the jobs as well. */
function isToldAtStore(fact: Fact, finding: Finding): boolean {
  const isSetting = fact.file.endsWith('.properties') ? holdsQuartz(fact.file) : /\.ya?ml$/.test(fact.file);
  return isSetting && storesJobs(fact, finding);
}

/** What lets one replica do the work, or makes it depend on a setting. */
export const clearing: readonly Clearing[] = [
  ...serviceClearing,
  {
    fact: 'spring.import', effect: 'silence', when: (_fact, finding, model) => isLeftOut(model, finding.file),
    what: { en: 'the import of the file, where nothing but a comment is left of it', ko: '파일을 불러오던 import가 주석으로만 남아 있는 설정' },
  },
  {
    fact: 'schedule.lock', effect: 'silence', when: locks,
    what: { en: 'ShedLock on the method, clustered Quartz, or another lock that lets one replica run it', ko: '메서드에 적용한 ShedLock, 클러스터 모드의 Quartz처럼 한 레플리카만 실행하게 하는 잠금' },
  },
  {
    fact: 'schedule.lock', effect: 'silence', when: isToldAtStore,
    what: { en: 'settings of a JDBC job store, where it is told that nothing clusters it', ko: 'JDBC 작업 저장소 설정(클러스터 모드가 아니라는 사실은 그 설정에서 알립니다)' },
  },
  {
    fact: 'schedule.lock', effect: 'info', when: storesJobs,
    what: { en: 'a JDBC job store of Quartz', ko: 'Quartz의 JDBC 작업 저장소' },
  },
  {
    fact: 'quartz.job', effect: 'info', when: (_fact, finding, model) => (finding.data as Data | null)?.engine === 'quartz' && jobsLockRows(finding.file, model),
    what: { en: 'rows that every job of the file locks, so that replicas pass over what another works on', ko: '다른 레플리카가 처리 중인 행을 건너뛰도록 파일의 모든 작업이 잠그는 행' },
  },
  {
    fact: 'java.row-lock', effect: 'info', when: (fact, finding, model) => (fact.value as RowLock).workers && locksRows(fact as Fact<'java.row-lock'>, finding, model),
    what: { en: 'rows that are locked and passed over by the other replicas (SKIP LOCKED)', ko: '다른 레플리카가 건너뛰도록 잠근 행(SKIP LOCKED)' },
  },
  {
    fact: 'java.row-lock', effect: 'warning', when: (fact, finding, model) => locksRows(fact as Fact<'java.row-lock'>, finding, model),
    what: { en: 'row locks (FOR UPDATE)', ko: '행 잠금(FOR UPDATE)' },
  },
  {
    fact: 'node.row-lock', effect: 'silence', when: (fact, finding) => ((finding.data as Data | null)?.calls ?? []).includes((fact.value as NodeRowLock).method),
    what: { en: 'a row of the database that the called method locks before it works', ko: '호출된 메서드가 작업 전에 잠그는 데이터베이스 행' },
  },
  {
    fact: 'java.setting-switch', effect: 'warning', when: isAskedSwitch,
    what: { en: 'a setting that the job asks before it works', ko: '작업을 실행할지 정하는 설정' },
  },
  {
    fact: 'spring.scheduling', effect: 'warning', when: switchesAll,
    what: { en: 'a property or profile that decides where @EnableScheduling holds', ko: '@EnableScheduling의 적용 여부를 정하는 속성이나 프로파일' },
  },
];
