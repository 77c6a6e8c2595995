import type { Place } from '../../../contract/finding.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { bootNumber } from '../../../facts/java/boot.js';
import { deployableIn } from '../../../facts/deployable.js';
import type {} from '../../../facts/java/graceful-shutdown.js';
import { imageSourceOf } from '../../../facts/image/of.js';
import { joinReads } from '../../../facts/join.js';
import { applicationIn, factsIn, isShown, isWeb, settingsIn, webReads, type Application } from '../../../facts/java/web-application.js';
import type { SettingValue } from '../../../facts/settings.js';
import { workloadsOf } from '../../../generators/probes.js';
import { withFallbacks } from '../../../syntax/placeholders.js';

/** Boot has the setting since 2.3, and uses it by default since 3.4. */
const [settingSince, defaultSince] = [20_300, 30_400];
/** Libraries that fetch settings from elsewhere, so that what the files lack may still be set. */
const remoteSettings = /:(?:spring-cloud-(?:starter-(?:config|consul-config|zookeeper-config|kubernetes-[\w-]*config[\w-]*)|config-client)|[\w-]*nacos-config[\w-]*|apollo-client)$/;
const drainingLibraries = /:[\w-]*graceful-shutdown[\w-]*$/;

/** What the settings say; `unknown` when only the deployment knows. */
function chosen(values: readonly SettingValue[]): { readonly mode: 'graceful' | 'immediate' | 'unknown'; readonly at: Place } | undefined {
  for (const { value, place } of values) {
    const mode = withFallbacks(value ?? '').trim().toLowerCase();
    if (mode === 'immediate') return { mode, at: place };
    return { mode: mode === 'graceful' ? mode : 'unknown', at: place };
  }
  return undefined;
}

/** Options of the start command, in the image or in a manifest. */
function setOnCommandLine(model: Model, dir: string): boolean {
  const images = model.factsFor('image.dockerfile', `${dir}/x`).map(({ value }) => `${value.entrypoint?.text ?? ''} ${value.command?.text ?? ''}`);
  const flags = workloadsOf(model, dir).flatMap(({ value }) => value.containers.flatMap((container) => container.flags));
  return images.some((text) => text.includes('server.shutdown=')) || flags.some((flag) => flag.endsWith('server.shutdown'));
}

/** A WAR is stopped by its server, unless the image starts it by itself. */
function startsItself(model: Model, { deployable }: Application): boolean {
  if (deployable.kind !== 'war') return deployable.kind === 'boot-jar';
  const file = imageSourceOf(model, deployable)?.file;
  const image = model.facts('image.dockerfile').find((fact) => fact.file === file)?.value;
  return deployable.module.executable === 'boot' && /\s-jar\s|WarLauncher/.test(`${image?.entrypoint?.text ?? ''} ${image?.command?.text ?? ''}`);
}

function drainsItself(model: Model, application: Application): boolean {
  return application.libraries.some((name) => drainingLibraries.test(name)) || factsIn(model.facts('server.graceful-shutdown'), application).length > 0;
}

/** The class that starts the application, or else its build file. */
function placeOf(model: Model, { deployable }: Application, subject: Fact<'build.module'>): Place {
  return model.facts('build.entry-point').find(({ module }) => module === deployable.dir) ?? subject;
}

/** Looks at each build file; speaks of Spring Boot applications that cut off what they are working on. */
export const bootShutdown: ProjectCheck<'build.module'> = {
  subject: 'build.module',
  reads: [...webReads, ...joinReads, 'server.graceful-shutdown', 'image.pipeline'],
  check(subject, { model, report }) {
    if (model.moduleOf(subject.file).buildFile !== subject.file || !deployableIn(model, subject.module)) return;
    const application = applicationIn(model, subject.module);
    const boot = application && bootNumber(application.deployable.module);
    if (!application || boot === undefined || !startsItself(model, application) || !isWeb(model, application)) return;
    const args = { name: application.deployable.module.name, version: application.deployable.module.bootVersion ?? '' };
    const choice = chosen(settingsIn(model, application, 'server.shutdown'));
    if (choice && boot >= settingSince) {
      if (choice.mode === 'immediate') report({ at: choice.at, say: 'immediate', args, data: { dir: subject.module, fix: 'replace' } });
      return;
    }
    if (boot >= defaultSince || drainsItself(model, application) || setOnCommandLine(model, subject.module)) return;
    const at = placeOf(model, application, subject);
    // An application that only shows how something is done has few users to lose.
    const hint = isShown(application) ? { severity: 'info', confidence: 'medium' } as const : {};
    if (boot < settingSince) report({ ...hint, at, say: 'tooOld', args, data: { dir: subject.module, fix: 'none' } });
    else if (application.libraries.some((name) => remoteSettings.test(name))) report({ at, say: 'remote', args, severity: 'info', confidence: 'medium', data: { dir: subject.module, fix: 'add' } });
    else report({ ...hint, at, say: 'missing', args, data: { dir: subject.module, fix: 'add' } });
  },
};
