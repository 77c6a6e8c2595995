import { basename, isInside } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { Deployable } from '../../facts/deployable.js';
import { isKorean } from './evidence.js';
import { gradleStage } from './gradle.js';
import { javaFor, serverJava, tomcatFor, type ServletEvidence } from './java.js';
import type { Layout } from './layout.js';
import { mavenStage } from './maven.js';
import { appUser, exposeLines, json, jvmOptions, localeLines, render, run, userLine, userSection, type Section } from './parts.js';
import { toolSection, toolsOf } from './tools.js';

const home = '/usr/local/tomcat';
/** Folders that Tomcat itself writes to. */
export const tomcatFolders: readonly string[] = ['conf', 'logs', 'temp', 'work'].map((name) => `${home}/${name}`);
export const tomcatStart: readonly string[] = ['catalina.sh', 'run'];

/** What sources and descriptors of the module say; sources that use both namespaces say nothing. */
export function servletEvidence(model: Model, dir: string): ServletEvidence {
  const used = new Set(model.facts('build.servlet-api').filter((fact) => isInside(fact.file, dir)).map((fact) => fact.value.namespace));
  const descriptor = model.facts('web.descriptor').find((fact) => isInside(fact.file, dir))?.value;
  return { sources: used.size === 1 ? [...used][0] : undefined, descriptor };
}

/** Names that the application looks up under `java:comp/env`. */
export function resourceNames(model: Model, dir: string): readonly string[] {
  return model.facts('web.descriptor').filter((fact) => isInside(fact.file, dir)).flatMap((fact) => fact.value.resources);
}

/** Descriptors of other application servers, which Tomcat does not read. */
export function vendorDescriptors(model: Model, dir: string): readonly string[] {
  return model.files.filter((file) => isInside(file, dir) && /\/WEB-INF\/(?:jeus-web-dd|weblogic|jboss-web|ibm-web-(?:bnd|ext)|glassfish-web|sun-web|geronimo-web)\.xm[li]$/.test(file)).map(basename);
}

/** Tomcat as a container: logs to the console, no shutdown port, no files of its own. */
function serverSection(resources: readonly string[]): Section {
  return [
    '# Logs go to the console; the access log is left to the ingress. The shutdown port is of no use in a container.',
    ...run([
      "sed -ri 's/^([^#]*handlers) *=.*/\\1 = java.util.logging.ConsoleHandler/' conf/logging.properties",
      "sed -i -e '/AccessLogValve/,/\\/>/d' -e 's/port=\"8005\"/port=\"-1\"/' conf/server.xml",
    ]),
    ...(resources.length === 0 ? [] : [
      `# TODO: web.xml expects these JNDI resources: ${resources.join(', ')}.`,
      '# Define them as <Resource> in META-INF/context.xml with ${ENVIRONMENT} placeholders for address, user and password.',
    ]),
  ];
}

/** System properties for Tomcat; with resources, placeholders in its files are filled from the environment. */
function optionLines(resources: readonly string[]): Section {
  if (resources.length === 0) return jvmOptions('CATALINA_OPTS');
  const [reason = ''] = jvmOptions('CATALINA_OPTS');
  return [
    reason, '# The property source lets context.xml read ${NAME} from the environment.',
    'ENV CATALINA_OPTS="-XX:MaxRAMPercentage=75.0 -XX:+ExitOnOutOfMemoryError -Dorg.apache.tomcat.util.digester.PROPERTY_SOURCE=org.apache.tomcat.util.digester.EnvironmentPropertySource"',
  ];
}

/** A Dockerfile for a WAR on Tomcat. */
export function warDockerfile(model: Model, deployable: Deployable, layout: Layout): string {
  const { module, dir } = deployable;
  const { target } = model.settings;
  const choice = javaFor(module);
  const server = tomcatFor(module, servletEvidence(model, dir));
  const java = serverJava(choice, server);
  const resources = resourceNames(model, dir);
  const build = module.tool === 'gradle' ? gradleStage(model, deployable, layout, choice.release, choice.reason) : mavenStage(deployable, layout, choice.release, choice.reason);
  return render([
    [
      '# syntax=docker/dockerfile:1',
      ...(choice.known ? [] : ['# TODO: the build names no Java release; check that this one fits.']),
      ...(server.known ? [] : ['# TODO: nothing tells javax.servlet from jakarta.servlet; the latter needs Tomcat 10.1.']),
    ],
    ...build,
    [`# Run. ${server.reason}.`, `FROM tomcat:${server.tomcat}-jre${java}-temurin`, `WORKDIR ${home}`],
    toolSection(toolsOf(model, dir, layout.context)),
    serverSection(resources),
    userSection(target, { paths: tomcatFolders, reason: 'Tomcat writes to these folders of its own; anything else is read-only.' }, home),
    localeLines(isKorean(model, dir, module)),
    optionLines(resources),
    ['# Deployed at /. To keep a context path such as /shop, name the folder "shop" instead of "ROOT".', 'COPY --from=build /build/app/ webapps/ROOT/'],
    userLine(target, appUser),
    exposeLines(8080, 'The default port of Tomcat'),
    [`CMD ${json(tomcatStart)}`],
  ]);
}
