import { dirname } from '../../base/paths.js';
import type { Deployable } from '../../facts/deployable.js';
import type { Layout } from './layout.js';
import { run, type Archive, type Section } from './parts.js';

const cache = 'type=cache,target=/root/.m2';

/** Folder of the module as seen from the context, with a slash when it is not the context itself. */
function prefix({ module }: Layout): string {
  return module === '' ? '' : `${module}/`;
}

/**
 * The jar that starts. A release changes the version but not this file, so the version is left open; only where a sources
 * or Javadoc jar would match as well it is written out.
 */
export function mavenJar({ module }: Deployable, layout: Layout): string {
  const { artifact, version, name } = module;
  const several = module.classifier === undefined && module.plugins.some((plugin) => /:maven-(?:source|javadoc)-plugin$/.test(plugin));
  const tail = module.classifier === undefined ? '' : `-${module.classifier}`;
  const base = artifact === undefined || artifact.includes('${') ? `${name}-${version ?? '*'}` : artifact;
  const open = version !== undefined && version !== '' && !several ? base.replace(version, '*') : base;
  return `${prefix(layout)}target/${open}${tail}.jar`;
}

/** What to take from the build, as shell commands: an archive for a server, the jar as `app.jar`, or the folder of a Quarkus application as `app`. */
function collect(deployable: Deployable, layout: Layout, archive: Archive | undefined): readonly string[] {
  if (archive) return [`cp ${prefix(layout)}target/*.${archive} app.${archive}`];
  if (deployable.kind === 'war') return [];
  return deployable.module.executable === 'distribution' ? [`cp -r ${prefix(layout)}target/quarkus-app app`] : [`cp ${mavenJar(deployable, layout)} app.jar`];
}

/** More build files than this make the file unreadable; the cache mount alone has to do then. */
const manifestLimit = 25;

/** Version stated: what Maven 3 takes by default cannot resolve modules that depend on each other before they are built. */
const goOffline = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:go-offline';

function copyManifests(manifests: readonly string[]): readonly string[] {
  return manifests.map((path) => (path.includes('/') ? `COPY ${path} ${dirname(path)}/` : `COPY ${path} ./`));
}

/** Downloads what the build needs in a layer that only the build files decide. */
function dependencyLayer({ module }: Deployable, { manifests, module: dir }: Layout): Section {
  // Libraries in folders of the project resolve only with its sources.
  if (module.localLibraries || manifests.length === 0 || manifests.length > manifestLimit) return [];
  return [
    `# Dependencies first: this layer is reused until ${dir === '' ? 'pom.xml changes' : 'a pom.xml changes'}.`,
    ...copyManifests(manifests),
    ...run([`mvn -B -ntp${dir === '' ? '' : ` -pl ${dir} -am`} ${goOffline}`], [cache]),
  ];
}

/** The stage that compiles with Maven; its result is `/build/app.jar`, the folder `/build/app`, or the archive that is asked for. */
export function mavenStage(deployable: Deployable, layout: Layout, java: number, reason: string, archive?: Archive): readonly Section[] {
  const goal = `mvn -B -ntp${layout.module === '' ? '' : ` -pl ${layout.module} -am`} package -DskipTests`;
  const first = dependencyLayer(deployable, layout);
  return [
    [`# Build. ${reason}.`, `FROM maven:3.9-eclipse-temurin-${java} AS build`, 'WORKDIR /build'],
    first,
    [
      first.length === 0 ? '# The cache keeps downloaded dependencies between builds. Tests belong to the pipeline.' : '# Tests belong to the pipeline.',
      'COPY . .',
      ...run([goal, ...collect(deployable, layout, archive)], [cache]),
    ],
    ...(deployable.kind === 'war' && !archive ? [unpackedWar(layout)] : []),
  ];
}

function unpackedWar(layout: Layout): Section {
  return ['# Unpacked here, so that the server neither writes nor unpacks anything when it starts.', 'WORKDIR /build/app', ...run([`jar -xf /build/${prefix(layout)}target/*.war`])];
}
