import { isInside } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type { Deployable } from '../../facts/deployable.js';
import { isKorean } from './evidence.js';
import { gradleStage } from './gradle.js';
import { javaFor, wildflyFor, type WildFlyChoice } from './java.js';
import type { Layout } from './layout.js';
import { mavenStage } from './maven.js';
import { exposeLines, json, localeLines, render, userLine } from './parts.js';
import { toolsOf } from './tools.js';
import { resourceNames, servletEvidence } from './war.js';

const home = '/opt/jboss/wildfly';
export const wildflyStart: readonly string[] = [`${home}/bin/standalone.sh`, '-b', '0.0.0.0'];
/** Uid of the account `jboss` in the official images; its folders belong to group 0 for OpenShift. */
export const wildflyUser = 1000;

/** The server for an archive. What an EAR is written for tell the modules that it holds. */
export function serverFor(model: Model, { module, kind, dir }: Deployable, { context }: Layout): WildFlyChoice {
  const evidence = servletEvidence(model, kind === 'ear' ? context : dir);
  const held = kind === 'ear' ? model.facts('build.module').filter(({ file }) => isInside(file, context)).map(({ value }) => value) : [];
  return wildflyFor({ ...module, provided: [...module.provided, ...held.flatMap(({ provided }) => provided)], versions: Object.assign({}, ...held.map(({ versions }) => versions), module.versions) as BuildModule['versions'] }, evidence);
}

/** A Dockerfile for an EAR, or for a WAR that needs EJBs and the like, on WildFly. */
export function wildflyDockerfile(model: Model, deployable: Deployable, layout: Layout): string {
  const { module, dir, kind } = deployable;
  const { target } = model.settings;
  const choice = javaFor(module);
  const server = serverFor(model, deployable, layout);
  const archive = kind === 'ear' ? 'ear' : 'war';
  const stage = module.tool === 'gradle' ? gradleStage(model, deployable, layout, choice.release, choice.reason, archive) : mavenStage(deployable, layout, choice.release, choice.reason, archive);
  const resources = resourceNames(model, dir);
  const tools = toolsOf(model, dir, layout.context);
  return render([
    [
      '# syntax=docker/dockerfile:1',
      ...(choice.known ? [] : ['# TODO: the build names no Java release; check that this one fits.']),
      ...(server.known ? [] : ['# TODO: nothing tells Java EE from Jakarta EE; the latter needs WildFly 35.']),
    ],
    ...stage,
    [`# Run. ${server.reason}.`, `FROM quay.io/wildfly/wildfly:${server.version}-jdk${server.java}`],
    tools.names.length === 0 ? [] : [`# TODO: the code starts ${tools.names.join(', ')}; install what brings them, this image is made of Red Hat's.`],
    localeLines(isKorean(model, dir, module)),
    ['# The heap follows the memory limit of the container; when memory runs out the pod is replaced.', 'ENV JBOSS_JAVA_SIZING="-XX:MaxRAMPercentage=75.0 -XX:+ExitOnOutOfMemoryError"'],
    resources.length === 0 ? [] : [`# TODO: configure these JNDI resources in a script for jboss-cli.sh: ${resources.join(', ')}.`],
    [
      ...(archive === 'war' ? ['# Deployed at /. To keep a context path such as /shop, name it "shop.war" instead.'] : []),
      `COPY --from=build --chown=${wildflyUser}:0 /build/app.${archive} ${home}/standalone/deployments/${archive === 'war' ? 'ROOT' : 'app'}.${archive}`,
    ],
    userLine(target, wildflyUser),
    exposeLines(8080, 'The default port of WildFly'),
    [`CMD ${json(wildflyStart)}`],
  ]);
}
