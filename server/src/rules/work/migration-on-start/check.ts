import type { Fact } from '../../../contract/workspace.js';
import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import { effectiveModule } from '../../../facts/build-effective.js';
import { deployables } from '../../../facts/deployable.js';
import { valuesOf } from '../../../facts/settings.js';
import { profileKind } from '../../../syntax/config-file.js';

const tools: readonly (readonly [tool: string, library: RegExp, setting: string])[] = [
  ['Flyway', /^org\.flywaydb:flyway-(?!maven|gradle)|:spring-boot-starter-flyway$/, 'spring.flyway.enabled'],
  ['Liquibase', /^org\.liquibase:liquibase-core$|:spring-boot-starter-liquibase$/, 'spring.liquibase.enabled'],
];

/** Spring Boot runs the tool by itself when it is on the class path; said once for the module that is started. */
function check(subject: Fact<'build.module'>, cx: ProjectContext): void {
  const { model } = cx;
  const started = deployables(model).find(({ dir, kind }) => dir === subject.module && kind === 'boot-jar');
  const module = started && effectiveModule(model, started.dir);
  if (!module || module.tool !== subject.value.tool) return;
  for (const [tool, library, setting] of tools) {
    if (!module.dependencies.some((name) => library.test(name))) continue;
    const off = valuesOf(model, subject.file, setting).some(({ value, profile }) => value === 'false' && !['development', 'test'].includes(profileKind(profile)));
    if (!off) cx.report({ say: 'tool', severity: 'info', args: { tool }, cause: 'tool' });
  }
}

export const bootTools: ProjectCheck<'build.module'> = { subject: 'build.module', reads: ['build.module', 'build.entry-point', 'build.gradle-settings', 'config.property', 'config.environment'], check };
