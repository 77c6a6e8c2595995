import type { Fact, FactKind, Model } from '../../../contract/workspace.js';
import type { Place } from '../../../contract/finding.js';
import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import { effectiveModule } from '../../../facts/build/effective.js';
import { deployables } from '../../../facts/deployable.js';
import type { MigrationTool } from '../../../facts/migration.js';
import { valuesOf } from '../../../facts/settings.js';
import { profileKind } from '../../../syntax/config-file.js';

const tools: readonly (readonly [tool: MigrationTool, library: RegExp, setting: string])[] = [
  ['Flyway', /^org\.flywaydb:flyway-(?!maven|gradle)|:spring-boot-starter-flyway$/, 'spring.flyway.enabled'],
  ['Liquibase', /^org\.liquibase:liquibase-core$|:spring-boot-starter-liquibase$/, 'spring.liquibase.enabled'],
];

/** Facts about a tool in the application of a file. */
function about<K extends 'schema.tool' | 'schema.library'>(model: Model, kind: K, file: string, tool: MigrationTool): readonly Fact<K>[] {
  const { application } = model.moduleOf(file);
  return model.factsFor(kind, file).filter((fact) => fact.value.tool === tool && model.moduleOf(fact.file).application === application);
}

/** Where the build names the tool: in the module's own file, else in a module that it is built with. */
function namedAt(model: Model, subject: Fact<'build.module'>, tool: MigrationTool): Place {
  const named = about(model, 'schema.library', subject.file, tool);
  const { file, range } = named.find((fact) => fact.file === subject.file) ?? named[0] ?? subject;
  return { file, range };
}

/** Spring Boot runs the tool by itself when it is on the class path; said once, and at the code that runs it where there is some. */
function checkBoot(subject: Fact<'build.module'>, cx: ProjectContext): void {
  const { model } = cx;
  const started = deployables(model).find(({ dir, kind }) => dir === subject.module && kind === 'boot-jar');
  const module = started && effectiveModule(model, started.dir);
  if (!module || module.tool !== subject.value.tool) return;
  for (const [tool, library, setting] of tools) {
    if (!module.dependencies.some((name) => library.test(name)) || about(model, 'schema.tool', subject.file, tool).length > 0) continue;
    const off = valuesOf(model, subject.file, setting).some(({ value, profile }) => value === 'false' && !['development', 'test'].includes(profileKind(profile)));
    if (!off) cx.report({ say: 'tool', severity: 'info', at: namedAt(model, subject, tool), args: { tool }, cause: 'tool', data: { key: setting } });
  }
}

/** Code or a bean that runs the tool: one finding per application and tool. */
function checkTool(subject: Fact<'schema.tool'>, cx: ProjectContext): void {
  const { tool } = subject.value;
  const all = about(cx.model, 'schema.tool', subject.file, tool);
  if (all[0] === subject) cx.report({ say: 'tool', severity: 'info', args: { tool }, cause: 'tool', also: all.slice(1).map(({ file, range }) => ({ file, range, say: 'also', args: { setting: tool } })) });
}

const reads: readonly FactKind[] = ['build.module', 'build.entry-point', 'build.gradle-settings', 'config.property', 'config.environment', 'schema.tool', 'schema.library'];

export const bootTools: ProjectCheck<'build.module'> = { subject: 'build.module', reads, check: checkBoot };
export const ownTools: ProjectCheck<'schema.tool'> = { subject: 'schema.tool', reads: ['schema.tool'], check: checkTool };
