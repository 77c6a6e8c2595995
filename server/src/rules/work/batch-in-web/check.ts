import type { Fact, Model } from '../../../contract/workspace.js';
import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type {} from '../../../facts/java/batch-launch.js';
import { effectiveModule } from '../../../facts/build/effective.js';
import { deployables } from '../../../facts/deployable.js';
import { valuesOf } from '../../../facts/settings.js';
import { applicationIn, isOwn, isWeb, webReads } from '../../../facts/java/web-application.js';
import { profileKind } from '../../../syntax/config-file.js';

type Launch = Fact<'batch.launch'>;

/** An application that holds the file answers requests. */
function servesRequests(model: Model, fact: Launch): boolean {
  return deployables(model).some(({ dir }) => {
    const application = applicationIn(model, dir);
    return application !== undefined && isOwn(application, fact) && isWeb(model, application);
  });
}

/** Spring Boot starts every job bean with the application; no production setting says otherwise. */
function startsWithBoot(model: Model, file: string): boolean {
  const module = effectiveModule(model, model.moduleOf(file).dir);
  if (!module?.dependencies.some((name) => name.endsWith(':spring-boot-starter-batch'))) return false;
  return !valuesOf(model, file, 'spring.batch.job.enabled').some(({ value, profile }) => value !== 'true' && !['development', 'test'].includes(profileKind(profile)));
}

/** One finding per application: the first place that starts a job, else the first bean that Boot starts. */
function check(subject: Launch, cx: ProjectContext): void {
  const { model } = cx;
  const { application } = model.moduleOf(subject.file);
  const all = model.factsFor('batch.launch', subject.file).filter(({ file }) => model.moduleOf(file).application === application);
  const launches = all.filter(({ value }) => value.kind === 'launch');
  const counting = launches.length > 0 ? launches : all.filter(({ file }) => startsWithBoot(model, file));
  if (counting[0] !== subject || !servesRequests(model, subject)) return;
  cx.report({
    say: subject.value.kind === 'launch' ? 'launched' : 'atStart', args: { what: subject.value.what },
    also: counting.slice(1).map(({ file, range, value }) => ({ file, range, say: 'also', args: { what: value.what } })),
  });
}

export const batchInWeb: ProjectCheck<'batch.launch'> = {
  subject: 'batch.launch', reads: ['batch.launch', ...webReads], check,
};
