import { factMatcher, type FactExtractor } from '../contract/rule.js';
import { readComposer } from './build/composer.js';
import { readPackagesConfig, readProject } from './build/dotnet.js';
import { readGoModule } from './build/go.js';
import { readGradle, readGradleSettings } from './build/gradle.js';
import { readPom } from './build/maven.js';
import { readPackage } from './build/npm.js';
import { readPyproject, readRequirements } from './build/python.js';
import './build-kinds.js';

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

const gradle = factMatcher({
  language: 'gradle',
  files: ['**/build.gradle', '**/build.gradle.kts'],
  needles: 'always',
  on: {
    file(file, cx) {
      const [first] = file.entries;
      if (first) cx.emit('build.module', first, readGradle(file, cx.module.dir));
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

const npm = factMatcher({
  language: 'json',
  files: ['**/package.json'],
  needles: 'always',
  on: {
    document({ root }, cx) {
      const read = readPackage(root, cx.module.dir);
      if (read) cx.emit('build.module', read.at, read.value);
    },
  },
});

const composer = factMatcher({
  language: 'json',
  files: ['**/composer.json'],
  needles: 'always',
  on: {
    document({ root }, cx) {
      const read = readComposer(root, cx.module.dir);
      if (read) cx.emit('build.module', read.at, read.value);
    },
  },
});

const pyproject = factMatcher({
  language: 'toml',
  files: ['**/pyproject.toml', '**/Pipfile'],
  needles: 'always',
  on: {
    document(document, cx) {
      const read = readPyproject(document, cx.module.dir);
      if (read) cx.emit('build.module', read.at, read.value);
    },
  },
});

const requirements = factMatcher({
  language: 'lines',
  files: ['**/{requirements,constraints}*.txt', '**/requirements/*.txt'],
  needles: 'always',
  on: {
    file(file, cx) {
      const read = readRequirements(file, cx.path, cx.module.dir);
      if (read) cx.emit('build.module', read.at, read.value);
    },
  },
});

const goModule = factMatcher({
  language: 'lines',
  files: ['**/go.mod'],
  needles: 'always',
  on: {
    file(file, cx) {
      const read = readGoModule(file);
      if (read) cx.emit('build.module', read.at, read.value);
    },
  },
});

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
export const buildFacts: FactExtractor = { kinds: ['build.module', 'build.gradle-settings'], matchers: [maven, gradle, gradleSettings, npm, composer, pyproject, requirements, goModule, dotnet] };
