import type { Span } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { readCatalog } from './catalog.js';
import { lockedExtensions, readComposer } from './composer.js';
import { readPackagesConfig, readProject } from './dotnet.js';
import { readGoModule } from './go.js';
import { readGradle, readGradleSettings } from './gradle.js';
import { readPom } from './maven.js';
import { readPackage } from './npm.js';
import { readPyproject, readRequirements } from './python.js';
import type { BuildModule } from './kinds.js';

const maven = factMatcher({
  language: 'xml',
  files: ['**/pom.xml'],
  needles: 'always',
  on: {
    project(element, cx) {
      const value = element.parent ? undefined : readPom(element, cx.module.dir);
      if (value) cx.emit('build.module', element.nameSpan, value);
    },
  },
});

/** `attributes 'Main-Class': 'shop.Main'`, `attributes["Main-Class"] = "shop.Main"`. */
const mainInManifest = /['"]Main-Class['"]\s*\]?\s*(?::|=|\bto\b)\s*['"]([\w.$]+)['"]/;

const gradle = factMatcher({
  language: 'gradle',
  files: ['**/build.gradle', '**/build.gradle.kts'],
  needles: 'always',
  on: {
    file(file, cx) {
      // What the build itself is made with says nothing of the module.
      const first = file.entries.find(({ blocks }) => !blocks.some(({ name }) => name === 'buildscript')) ?? file.entries[0];
      const read = first && readGradle(file, cx.module.dir);
      const main = read?.main ?? mainInManifest.exec(cx.text)?.[1];
      if (first && read) cx.emit('build.module', first, { ...read, ...(main === undefined ? {} : { main }) });
    },
  },
});

const gradleSettings = factMatcher({
  language: 'gradle',
  files: ['**/settings.gradle', '**/settings.gradle.kts'],
  needles: 'always',
  on: {
    file(file, cx) {
      const [first] = file.entries;
      if (first) cx.emit('build.gradle-settings', first, readGradleSettings(file));
    },
  },
});

const gradleCatalog = factMatcher({
  language: 'toml', files: ['**/gradle/libs.versions.toml'], needles: 'always',
  on: { document: (document, cx) => cx.emit('build.gradle-settings', { start: 0, end: 1 }, { projects: [], catalog: readCatalog(document) }) },
});

/** What a reader found of a module, and the place in the build file that stands for it. */
type Read = { readonly at: Span; readonly value: BuildModule } | undefined;

function emit(cx: FactFileContext, read: Read): void {
  if (read) cx.emit('build.module', read.at, read.value);
}

const npm = factMatcher({ language: 'json', files: ['**/package.json'], needles: 'always', on: { document: ({ root }, cx) => emit(cx, readPackage(root, cx.module.dir)) } });

const composer = factMatcher({ language: 'json', files: ['**/composer.json'], needles: 'always', on: { document: ({ root }, cx) => emit(cx, readComposer(root, cx.module.dir)) } });

const composerLock = factMatcher({
  language: 'json', files: ['**/composer.lock'], needles: [['"ext-']],
  on: { document: ({ root }, cx) => cx.emit('build.locked-extensions', { start: root.offset, end: root.offset + 1 }, lockedExtensions(root)) },
});

const pyproject = factMatcher({ language: 'toml', files: ['**/pyproject.toml', '**/Pipfile'], needles: 'always', on: { document: (document, cx) => emit(cx, readPyproject(document, cx.module.dir)) } });

const requirements = factMatcher({
  language: 'lines', files: ['**/{requirements,constraints}*.txt', '**/requirements/*.txt'], needles: 'always',
  on: { file: (file, cx) => emit(cx, readRequirements(file, cx.path, cx.module.dir)) },
});

const goModule = factMatcher({ language: 'lines', files: ['**/go.mod'], needles: 'always', on: { file: (file, cx) => emit(cx, readGoModule(file)) } });

const dotnet = factMatcher({
  language: 'xml',
  files: ['**/*.{csproj,vbproj,fsproj}', '**/packages.config'],
  needles: 'always',
  on: {
    Project(element, cx) {
      if (!element.parent) cx.emit('build.module', element.nameSpan, readProject(element, cx.path));
    },
    packages(element, cx) {
      if (!element.parent) cx.emit('build.module', element.nameSpan, readPackagesConfig(element, cx.module.dir));
    },
  },
});

/** What every build file says of its module: see {@link BuildModule}. */
export const buildFacts: FactExtractor = { kinds: ['build.module', 'build.gradle-settings', 'build.locked-extensions'], matchers: [maven, gradle, gradleSettings, gradleCatalog, npm, composer, composerLock, pyproject, requirements, goModule, dotnet] };
