import type { Model } from '../../contract/workspace.js';
import type { Deployable } from '../../facts/deployable.js';
import { isKorean, springPort, writesFiles } from './evidence.js';
import { gradleStage } from './gradle.js';
import { javaFor, layersFor, type Layers } from './java.js';
import type { Layout } from './layout.js';
import { mavenStage } from './maven.js';
import { exposeLines, json, jvmOptions, localeLines, render, run, userLine, userSection, type Section } from './parts.js';
import { toolSection, toolsOf } from './tools.js';

/** A stage that takes the jar apart, so that dependencies and code become layers of their own. */
function layerStage(layers: Layers, java: number): Section {
  return [
    '# Dependencies change less often than code: as layers of their own they are not pulled again with every release.',
    `FROM eclipse-temurin:${java}-jre AS layers`, 'WORKDIR /layers', 'COPY --from=build /build/app.jar ./', ...run([layers.extract]),
  ];
}

/** How a program that is not one jar starts: a Quarkus application, or a folder of libraries with a main class. */
function folderCommand({ module }: Deployable): readonly string[] | undefined {
  if (module.executable !== 'distribution') return undefined;
  return module.tool === 'maven' ? ['java', '-jar', 'quarkus-run.jar'] : ['java', '-cp', '/app/*', module.main ?? 'Main'];
}

function copies(layers: Layers | undefined, folder: boolean): readonly string[] {
  if (!layers) return [folder ? 'COPY --from=build /build/app/ ./' : 'COPY --from=build /build/app.jar ./'];
  return layers.folders.map((folder) => `COPY --from=layers /layers/extracted/${folder}/ ./`);
}

/** How the image starts the program; `known` is false where the build does not name the main class. */
export function jarStart(deployable: Deployable): { readonly words: readonly string[]; readonly known: boolean } {
  const { module, kind } = deployable;
  const command = kind === 'fat-jar' ? folderCommand(deployable) : undefined;
  const layers = kind === 'boot-jar' ? layersFor(module.bootVersion) : undefined;
  return { words: command ?? layers?.entrypoint ?? ['java', '-jar', 'app.jar'], known: !(command !== undefined && module.tool === 'gradle' && module.main === undefined) };
}

/** A Dockerfile for an archive that starts with `java -jar`. */
export function jarDockerfile(model: Model, deployable: Deployable, layout: Layout, serves = true): string {
  const { module, dir, kind } = deployable;
  const { target } = model.settings;
  const choice = javaFor(module);
  const layers = kind === 'boot-jar' ? layersFor(module.bootVersion) : undefined;
  const { port, source } = springPort(model, dir);
  const command = kind === 'fat-jar' ? folderCommand(deployable) : undefined;
  const start = jarStart(deployable);
  const todo = choice.known ? [] : ['# TODO: the build names no Java release; check that this one fits.'];
  const build = module.tool === 'gradle' ? gradleStage(model, deployable, layout, choice.release, choice.reason) : mavenStage(deployable, layout, choice.release, choice.reason);
  const writable = writesFiles(model, dir) ? { paths: ['/app'], reason: 'The program writes files below its folder; they are lost with the container unless a volume is mounted there.' } : undefined;
  return render([
    ['# syntax=docker/dockerfile:1', ...todo],
    ...build,
    ...(layers ? [layerStage(layers, choice.release)] : []),
    ['# Run: a JRE, without compiler and build tools.', `FROM eclipse-temurin:${choice.release}-jre`, 'WORKDIR /app'],
    toolSection(toolsOf(model, dir, layout.context)),
    userSection(target, writable, '/app'),
    localeLines(isKorean(model, dir, module)),
    jvmOptions('JAVA_TOOL_OPTIONS'),
    copies(layers, command !== undefined),
    userLine(target),
    !serves ? [] : exposeLines(port, source ?? (kind === 'boot-jar' ? 'The default port of Spring Boot' : 'TODO: nothing tells the port; 8080 is only the usual one')),
    [...(start.known ? [] : ['# TODO: name the main class.']), `ENTRYPOINT ${json(start.words)}`],
  ]);
}
