import { isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { Deployable } from '../../facts/deployable.js';
import { versionNumber } from './evidence.js';
import type { Layout } from './layout.js';
import { run, type Archive, type Section } from './parts.js';

const cache = 'type=cache,target=/root/.gradle';

interface Task {
  readonly name: string;
  /** Commands that put the result at `app.jar` or `app`. */
  readonly collect: readonly string[];
}

function taskOf({ kind, module }: Deployable, libs: string, archive: Archive | undefined): Task {
  if (archive) return { name: archive, collect: [`cp ${libs}/libs/*.${archive} app.${archive}`] };
  if (kind === 'war') return { name: 'war', collect: [] };
  if (kind === 'boot-jar') return { name: 'bootJar', collect: [`cp ${libs}/libs/*.jar app.jar`] };
  if (module.executable === 'distribution') return { name: 'installDist', collect: [`cp -r ${libs}/install/*/lib app`] };
  return { name: 'shadowJar', collect: [`cp ${libs}/libs/*-all.jar app.jar`] };
}

/** Scripts beyond the usual two: build logic of the project's own, without which the usual two cannot run. */
function hasOwnBuildLogic(model: Model, context: string): boolean {
  return model.files.some((file) => isInside(file, context) && (/(?:^|\/)(?:buildSrc|build-logic)\//.test(file) || (/\.gradle(?:\.kts)?$/.test(file) && !/(?:^|\/)(?:build|settings)\.gradle(?:\.kts)?$/.test(file))));
}

function dependencyLayer(model: Model, layout: Layout, wrapper: boolean, gradle: string): Section {
  if (layout.module !== '' || hasOwnBuildLogic(model, layout.context)) return [];
  // A pattern that may match nothing keeps COPY from failing where a file is optional.
  const scripts = [...(wrapper ? ['gradlew'] : []), 'build.gradle*', 'settings.gradle*', 'gradle.propertie[s]'];
  return [
    '# Dependencies first: this layer is reused until the build scripts change.',
    `COPY ${scripts.join(' ')} ./`, ...(wrapper ? ['COPY gradle ./gradle'] : []), ...run([`${gradle} --no-daemon dependencies`], [cache]),
  ];
}

/** The newest line of Gradle that the plugin of this Spring Boot works with, and that runs on this Java. */
export function gradleFor(bootVersion: string | undefined, java: number): string {
  const boot = versionNumber(bootVersion) ?? Infinity;
  if (java >= 25) return '9';
  if (boot >= 2007 || java >= 21) return '8';
  if (boot >= 2005 || java >= 17) return '7.6';
  return boot >= 2003 ? '6.9' : '5.6';
}

/** The stage that compiles with Gradle; its result is `/build/app.jar`, the folder `/build/app`, or the archive that is asked for. */
export function gradleStage(model: Model, deployable: Deployable, layout: Layout, java: number, reason: string, archive?: Archive): readonly Section[] {
  const wrapper = ['gradlew', 'gradle/wrapper/gradle-wrapper.jar'].every((name) => model.hasFile(join(layout.context, name) ?? name));
  // Called through sh, because a checkout on Windows loses the executable bit.
  const gradle = wrapper ? 'sh ./gradlew' : 'gradle';
  const project = layout.module === '' ? '' : `:${layout.module.replaceAll('/', ':')}:`;
  const output = `${layout.module === '' ? '' : `${layout.module}/`}build`;
  const task = taskOf(deployable, output, archive);
  return [
    [`# Build. ${reason}.`, `FROM ${wrapper ? `eclipse-temurin:${java}-jdk` : `gradle:${gradleFor(deployable.module.bootVersion, java)}-jdk${java}`} AS build`, 'WORKDIR /build'],
    dependencyLayer(model, layout, wrapper, gradle),
    ['# Tests belong to the pipeline.', 'COPY . .', ...run([`${gradle} --no-daemon ${project}${task.name} -x test`, ...task.collect], [cache])],
    ...(deployable.kind === 'war' && !archive ? [['# Unpacked here, so that the server neither writes nor unpacks anything when it starts.', 'WORKDIR /build/app', ...run([`jar -xf /build/${output}/libs/*.war`])]] : []),
  ];
}
