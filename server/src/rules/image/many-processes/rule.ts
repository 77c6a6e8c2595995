import { basename, dirname, isInside } from '../../../base/paths.js';
import type { Severity } from '../../../contract/finding.js';
import type { ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type { ImageProgram } from '../../../facts/image/processes.js';
import { isProductImage } from '../../../facts/kubernetes/role.js';
import { kindOfProgram } from '../../../syntax/start-programs.js';

type Processes = Fact<'image.processes'>;

/** Services of s6 that the repository brings along. */
function servicesOfInit(model: Model): readonly ImageProgram[] {
  const names = model.files.flatMap((file) => /(?:^|\/)(?:s6-rc\.d|services\.d)\/([^/]+)\/run$/.exec(file)?.[1] ?? []);
  const running = [...new Set(names)].map((name) => name.replace(/^svc-/, '')).filter((name) => !/^(?:init|fix|setup|adduser|log)(?:$|[-_])/.test(name));
  return running.map((name) => ({ name, kind: kindOfProgram(name) }));
}

/** Programs behind the command; `undefined` when a supervisor starts them and nothing tells which. */
function programsOf(model: Model, { file, value }: Processes): readonly ImageProgram[] | undefined {
  if (value.supervisor === undefined) return value.programs;
  if (value.supervisor === 's6') return servicesOfInit(model);
  if (value.supervisor !== 'supervisord') return undefined;
  const all = model.factsFor('image.supervised', file);
  const beside = all.filter((fact) => isInside(fact.file, dirname(file)));
  const supervised = new Map((beside.length > 0 ? beside : all).map((fact) => [fact.value.name, fact.value]));
  return supervised.size === 0 ? undefined : [...supervised.values()];
}

interface Verdict {
  readonly say: string;
  readonly severity: Severity;
}

function verdict(programs: readonly ImageProgram[], conditional: boolean): Verdict | undefined {
  const kinds = new Set(programs.map(({ kind }) => kind));
  if (programs.length < 2) return undefined;
  if (kinds.has('clock')) return { say: conditional ? 'clockSometimes' : 'clock', severity: conditional ? 'info' : 'warning' };
  if ([...kinds].every((kind) => kind === 'web' || kind === 'fpm')) return { say: 'pair', severity: 'info' };
  if (kinds.has('login') && programs.length === 2) return { say: 'login', severity: 'info' };
  return { say: 'several', severity: conditional ? 'info' : 'warning' };
}

const manyProcesses: ProjectCheck<'image.processes'> = {
  subject: 'image.processes',
  reads: ['image.processes', 'image.supervised'],
  check(subject, { model, report }) {
    if (isProductImage(basename(dirname(subject.file)))) return;
    const programs = programsOf(model, subject);
    const { supervisor, conditional } = subject.value;
    const found = programs === undefined ? { say: 'supervisor', severity: 'warning' as const } : verdict(programs, conditional === true);
    if (!found) return;
    const names = (programs ?? []).map(({ name }) => name);
    const clocks = (programs ?? []).filter(({ kind }) => kind === 'clock').map(({ name }) => name);
    report({
      say: found.say, severity: found.severity, cause: `processes ${names.join(' ')}`,
      args: { ...(programs === undefined ? { supervisor: supervisor ?? '' } : { programs: names.join(', ') }), ...(found.say.startsWith('clock') ? { clock: clocks[0] ?? '' } : {}) },
    });
  },
};

export const rule: Rule = {
  meta: {
    id: 'image/many-processes',
    title: { en: 'Several programs in one container', ko: '컨테이너 하나에서 실행되는 여러 프로그램' },
    severity: 'warning',
    confidence: 'high',
    fix: 'none',
    tags: ['image', 'process', 'scaling'],
  },
  messages: {
    clock: {
      en: '{programs} run in one container: every replica brings its own {clock}, so with two replicas each of its jobs runs twice.',
      ko: '{programs}이(가) 한 컨테이너에서 실행됩니다. 레플리카마다 {clock}이(가) 따로 있으므로 레플리카가 둘이면 예약 작업이 두 번 실행됩니다.',
    },
    clockSometimes: {
      en: '{programs} run in one container where a condition of the script holds: every replica for which it does brings its own {clock}, and runs each of its jobs once more.',
      ko: '스크립트의 조건이 맞으면 {programs}이(가) 한 컨테이너에서 실행됩니다. 조건이 맞는 레플리카마다 {clock}이(가) 따로 있어 예약 작업이 그만큼 중복 실행됩니다.',
    },
    several: {
      en: '{programs} run in one container: they can only be scaled together, and when one in the background dies, Kubernetes keeps the replica as if nothing had happened.',
      ko: '{programs}이(가) 한 컨테이너에서 실행됩니다. 따로 늘릴 수 없고, 백그라운드 프로그램이 종료되어도 Kubernetes는 레플리카를 정상으로 보고 그대로 둡니다.',
    },
    supervisor: {
      en: '{supervisor} starts several programs in one container: they can only be scaled together, a job among them runs in every replica, and Kubernetes does not notice when one of them dies.',
      ko: '{supervisor}이(가) 한 컨테이너에서 여러 프로그램을 시작합니다. 따로 늘릴 수 없고, 그중 예약 작업은 레플리카마다 실행되며, 하나가 종료되어도 Kubernetes는 알지 못합니다.',
    },
    pair: {
      en: '{programs} run in one container: a replica whose PHP side dies goes on answering with errors, and neither side can be scaled or updated alone.',
      ko: '{programs}이(가) 한 컨테이너에서 실행됩니다. PHP 쪽이 종료되어도 레플리카는 오류로 응답을 계속하고, 어느 한쪽만 늘리거나 교체할 수 없습니다.',
    },
    login: {
      en: '{programs} run in one container: who logs in reaches one replica of many, and what is changed there is gone with it.',
      ko: '{programs}이(가) 한 컨테이너에서 실행됩니다. 접속한 사용자는 여러 레플리카 중 하나에만 연결되고, 그곳에서 바꾼 내용은 레플리카와 함께 사라집니다.',
    },
  },
  project: [manyProcesses],
};
