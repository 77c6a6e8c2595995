import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../build/kinds.js';

const bootGroup = 'org.springframework.boot';

/** Spring Boot's version as a number that compares: 2.7.18 is 20718, 3.4.2 is 30402; `undefined` when the build states none or leaves it to a placeholder. */
export function bootNumber({ bootVersion }: BuildModule): number | undefined {
  const match = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(bootVersion ?? '');
  return match ? Number(match[1]) * 10_000 + Number(match[2]) * 100 + Number(match[3] ?? 0) : undefined;
}

/** Whether the build leaves the versions of Boot's libraries to Boot. */
export function managedByBoot(module: BuildModule): boolean {
  if (Object.keys(module.versions).some((name) => name.startsWith(`${bootGroup}:spring-boot-starter`))) return false;
  if (module.tool === 'maven') return true;
  return module.plugins.includes('io.spring.dependency-management') || module.dependencies.some((name) => name.endsWith(':spring-boot-dependencies'));
}

const settingsFiles = ['application.yml', 'application.yaml', 'application.properties', 'config/application.yml', 'config/application.yaml', 'config/application.properties'];

/**
 * The file that holds the settings of a Spring Boot application's default profile: in the module that is started, else in
 * one of the modules it contains, else the one to make. A second file of the same name would hide the first.
 */
export function bootSettingsFile(model: Model, dir: string, contained: readonly string[] = []): string {
  const resources = (module: string): string => join(module, 'src/main/resources') ?? 'src/main/resources';
  const candidates = [dir, ...contained].flatMap((module) => settingsFiles.map((name) => `${resources(module)}/${name}`));
  return candidates.find((path) => model.hasFile(path)) ?? `${resources(dir)}/application.properties`;
}
