import type { Finding } from '../../../contract/finding.js';
import type { Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { bootNumber, bootSettingsFile, managedByBoot } from '../../../facts/java/boot.js';
import { buildFileOf } from '../../../facts/deployable.js';
import { applicationIn, type Application } from '../../../facts/java/web-application.js';
import { actuatorProbes, probesSetting } from '../../../generators/actuator-probes.js';
import { portOf, probeEdit, workloadsOf } from '../../../generators/probes.js';
import { dependencyEdits } from '../../../syntax/build-edit.js';
import { settingsEdits, type NewSetting } from '../../../syntax/settings-edit.js';

function applicationOf({ data }: Finding, model: Model): Application | undefined {
  return applicationIn(model, (data as { readonly dir: string }).dir);
}

/** Whether the endpoint is there and switched off: then nothing is to be added. */
function isOff({ data }: Finding): boolean {
  return (data as { readonly off?: boolean }).off === true;
}

function probeSettings(boot: number): readonly NewSetting[] {
  const setting = probesSetting(boot);
  return setting === undefined ? [] : [[setting, 'true']];
}

/** Spring Boot Actuator: the dependency, the setting that its version needs, and the probes of the Deployment that runs the module. */
export const actuator: Fix = {
  key: 'add-actuator',
  title: { en: 'Add Spring Boot Actuator with health probes', ko: 'Spring Boot Actuator와 상태 프로브 추가' },
  safety: 'review',
  applies(finding, model) {
    if (isOff(finding)) return false;
    const module = applicationOf(finding, model)?.deployable.module;
    return module !== undefined && bootNumber(module) !== undefined && managedByBoot(module);
  },
  edits({ finding, model, text }) {
    const application = applicationOf(finding, model);
    const boot = application && bootNumber(application.deployable.module);
    const buildFile = application && buildFileOf(model, application.deployable.dir);
    if (!application || boot === undefined || buildFile === undefined) return undefined;
    const { dir } = application.deployable;
    const dependency = dependencyEdits(buildFile, [{ group: 'org.springframework.boot', artifact: 'spring-boot-starter-actuator' }], text);
    const wanted = probeSettings(boot);
    const settings = wanted.length === 0 ? [] : settingsEdits(bootSettingsFile(model, dir, application.dirs), wanted, text);
    if (!dependency || !settings) return undefined;
    const probes = workloadsOf(model, dir).flatMap((workload) => probeEdit(workload, (container) => actuatorProbes(model, application, boot, portOf(container)), text) ?? []);
    return [...dependency, ...settings, ...probes];
  },
};
