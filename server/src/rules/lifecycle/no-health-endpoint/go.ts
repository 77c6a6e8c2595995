import { basename } from '../../../base/paths.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import { goListenReads, startedGo } from '../../../facts/go/listen.js';
import type {} from '../../../facts/health-route.js';
import { joinReads } from '../../../facts/join.js';
import { goPlannedFix } from '../../../generators/go-plan.js';
import { withProbes } from '../../../generators/health-probes.js';
import { isAsked } from './asked.js';

/** Looks at the first place where a program of Go listens; speaks when nothing of the module answers probes. */
export const goHealth: ProjectCheck<'go.listen'> = {
  subject: 'go.listen',
  reads: [...goListenReads, ...joinReads, 'health.route', 'build.module'],
  check(subject, { model, report }) {
    const first = model.factsFor('go.listen', subject.file).find((each) => startedGo(model, each));
    const { dir } = model.moduleOf(subject.file);
    if (first !== subject || model.factsFor('health.route', subject.file).length > 0 || isAsked(model, dir)) return;
    const name = model.facts('build.module').find((fact) => fact.module === dir && fact.value.tool === 'go')?.value.name;
    report({ say: 'missing', args: { name: basename(name ?? subject.file) }, confidence: 'medium', data: { go: true, routes: subject.value.plans.health } });
  },
};

/** Routes that answer probes. */
export const goHealthRoutes = withProbes(goPlannedFix({ key: 'go-health-routes', data: 'routes', title: { en: 'Add /healthz and /readyz', ko: '/healthz와 /readyz 추가' } }));
