import type { ProjectCheck } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { deployableIn } from '../../../facts/deployable.js';
import { isHealthFile } from '../../../facts/health-route.js';
import { joinReads } from '../../../facts/join.js';
import { applicationIn, isOwn, isShown, isWeb, settingIn, settingsIn, webReads, type Application } from '../../../facts/java/web-application.js';
import { isAsked } from './asked.js';

/** Libraries that bring a health endpoint by themselves. */
const bringing = /spring-boot(?:-starter)?-actuator|spring-cloud-(?:starter-netflix-eureka-server|config-server)|spring-boot-admin-(?:starter-)?(?:server|client)|smallrye-health|microprofile-health|quarkus-smallrye|micronaut-management|helidon-(?:health|webserver-observe-health|microprofile)|^io\.dropwizard:dropwizard-core|metrics-healthchecks|metrics-servlets|^org\.eclipse\.microprofile:microprofile$|openliberty|payara|thorntail|^de\.codecentric:/;

const bootActuator = /spring-boot(?:-starter)?-actuator/;
/** Libraries that answer with Actuator's endpoint, and go silent with it. */
const withActuator = /spring-boot(?:-starter)?-actuator|spring-boot-admin-(?:starter-)?client/;

/** What takes the health endpoint away although Actuator is there: the more special setting decides. */
function switchedOff(model: Model, application: Application): string | undefined {
  if (!application.libraries.some((name) => bootActuator.test(name))) return undefined;
  const values: readonly (readonly [key: string, off: string])[] = [
    ['management.endpoint.health.access', 'none'], ['management.endpoint.health.enabled', 'false'],
    ['management.endpoints.access.default', 'none'], ['management.endpoints.enabled-by-default', 'false'],
  ];
  const decides = values.find(([key]) => settingsIn(model, application, key).length > 0);
  return decides && settingIn(model, application, decides[0])?.toLowerCase() === decides[1] ? decides[0] : undefined;
}

function hasEndpoint(model: Model, application: Application, off: string | undefined): boolean {
  const libraries = off === undefined ? application.libraries : application.libraries.filter((name) => !withActuator.test(name));
  if (libraries.some((name) => bringing.test(name))) return true;
  if (off === undefined && ['management.endpoints.web.exposure.include', 'management.endpoint.health.probes.enabled'].some((key) => settingsIn(model, application, key).length > 0)) return true;
  const path = `${application.deployable.dir}/x`;
  if (model.factsFor('health.route', path).some((fact) => fact.value.covers === 'image' || isOwn(application, fact))) return true;
  return model.files.some((file) => isHealthFile(file) && application.dirs.includes(model.moduleOf(file).dir));
}

/** Whether the artefact holds libraries of its own group that no module of the workspace builds. */
function hasForeignParts(model: Model, { deployable, libraries }: Application): boolean {
  const { group } = deployable.module;
  const built = new Set(model.facts('build.module').map(({ value }) => value.name));
  return group !== undefined && libraries.some((name) => name.startsWith(`${group}:`) && !built.has(name.slice(group.length + 1)));
}

/** Looks at each build file; speaks of web applications that are started by themselves and have nothing to be asked by. */
export const missingHealth: ProjectCheck<'build.module'> = {
  subject: 'build.module',
  reads: [...webReads, ...joinReads, 'health.route'],
  check(subject, { model, report }) {
    if (model.moduleOf(subject.file).buildFile !== subject.file || !deployableIn(model, subject.module)) return;
    const application = applicationIn(model, subject.module);
    if (!application || application.deployable.kind === 'node' || !isWeb(model, application)) return;
    const off = switchedOff(model, application);
    if (hasEndpoint(model, application, off) || isAsked(model, subject.module)) return;
    const secured = application.libraries.some((name) => /:spring-(?:boot-starter-)?security(?:-web|-config)?$/.test(name));
    // Parts of the application that stand in other repositories may answer.
    const elsewhere = hasForeignParts(model, application) || isShown(application) ? { severity: 'info', confidence: 'medium' } as const : {};
    const { name } = application.deployable.module;
    report({ ...elsewhere, ...(off === undefined ? { say: secured ? 'secured' : 'missing', args: { name } } : { say: 'off', args: { name, setting: off } }), data: { dir: subject.module, off: off !== undefined } });
  },
};
