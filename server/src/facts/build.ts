import { factMatcher, type FactExtractor } from '../contract/rule.js';
import { readGradle, readGradleSettings } from './build/gradle.js';
import { readPom } from './build/maven.js';
import { readPackage } from './build/npm.js';
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

/** What every build file says of its module: see {@link BuildModule}. */
export const buildFacts: FactExtractor = { kinds: ['build.module', 'build.gradle-settings'], matchers: [maven, gradle, gradleSettings, npm] };
