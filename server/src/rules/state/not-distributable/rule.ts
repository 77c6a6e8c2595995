import type { ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { deployableIn } from '../../../facts/deployable.js';
import type {} from '../../../facts/finding.js';
import { storeHolds } from '../../../facts/session/store.js';
import type {} from '../../../facts/java/web-descriptor.js';
import { distributable } from './fix.js';

/** Rules that find what is kept in the server's sessions. */
const users = new Set(['state/http-session', 'state/session-scoped-bean']);

/** Whether the sessions are the server's own: a store that takes their place needs no leave to distribute them. */
function isStoredOutside(model: Model, file: string): boolean {
  return model.factsFor('session.external-store', file).some((fact) => storeHolds(fact, model));
}

/** An archive that starts by itself brings its server along and does not read the descriptor. */
function isForServer(model: Model, descriptor: Fact<'web.descriptor'>): boolean {
  const module = model.moduleOf(descriptor.file);
  const deployable = deployableIn(model, module.dir);
  return module.tool === undefined || deployable?.kind === 'war' || deployable === undefined;
}

const standard = /(?:^|\/)src\/main\/webapp\/WEB-INF\/web\.xml$/;

/** Whether the archive of the module takes another descriptor, which lies where its build looks for one. */
function isLeftBehind(model: Model, { file, module }: Fact<'web.descriptor'>): boolean {
  return !standard.test(file) && model.factsFor('web.descriptor', file).some((other) => other.module === module && standard.test(other.file));
}

const descriptor: ProjectCheck<'web.descriptor'> = {
  subject: 'web.descriptor',
  reads: ['finding', 'session.external-store', 'session.filter', 'build.module', 'build.entry-point'],
  check(subject, cx) {
    if (subject.value.distributable || isLeftBehind(cx.model, subject) || !isForServer(cx.model, subject) || isStoredOutside(cx.model, subject.file)) return;
    const uses = cx.model.factsFor('finding', subject.file).filter(({ value }) => users.has(value.rule) && value.say !== 'locale' && /\.(?:java|jsp\w*|tagx?|xml)$/.test(value.file));
    // Of several web applications, those count that use sessions themselves.
    const use = uses.find(({ module }) => module === subject.module) ?? (cx.model.factsFor('web.descriptor', subject.file).length === 1 ? uses[0] : undefined);
    if (use) cx.report({ say: 'missing', also: [{ file: use.file, range: use.range, say: 'use' }] });
  },
};

export const rule: Rule = {
  meta: {
    id: 'state/not-distributable',
    title: { en: 'web.xml does not let the server share sessions', ko: 'web.xml에 <distributable/> 선언 없음' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'session', 'server'],
  },
  messages: {
    missing: {
      en: 'web.xml does not contain <distributable/>: even in a cluster the application server keeps each session in one replica, and a restart loses it.',
      ko: 'web.xml에 <distributable/> 선언이 없습니다. WAS를 클러스터로 구성해도 세션이 레플리카 하나에만 남고, 재시작하면 사라집니다.',
    },
    use: { en: 'The session is used here', ko: '여기에서 세션을 사용합니다' },
  },
  project: [descriptor],
  fixes: [distributable],
};
