import type { ImageName } from './ask.js';
import { officialName } from './images.js';
import { endedOn, nextSupported } from './release-lines.js';

/** A reference to write in place of another. */
export interface Reference {
  readonly repository: string;
  readonly tag: string;
}

/** The line of Java that runs what was compiled for a release, as Eclipse Temurin supports it. */
function supportedJava(major: string): string | undefined {
  // Java 7 runs no more; what was compiled for it runs on 8.
  if (Number(major) < 8) return '8';
  return endedOn('java', major) === undefined ? major : nextSupported('java', major);
}

/** `8-jdk-alpine`, `11.0.16-jre-slim`, `17-jdk-bullseye` as Eclipse Temurin names the same, or the runtime without the compiler. */
export function temurinFor(tag: string, kit: 'jdk' | 'jre' = /(?:^|-)jre/.test(tag) ? 'jre' : 'jdk'): Reference | undefined {
  const major = /^(?:jdk)?(\d+)/.exec(tag)?.[1];
  const line = major === undefined || /windows|nanoserver|oracle|ea\b/.test(tag) ? undefined : supportedJava(major);
  return line === undefined ? undefined : { repository: 'eclipse-temurin', tag: `${line}-${kit}${/alpine/.test(tag) ? '-alpine' : ''}` };
}

/** The runtime for what an image of Maven or Gradle compiles, by the Java that its tag names. */
export function runtimeForBuild(image: ImageName): Reference | undefined {
  const name = officialName(image);
  const major = name === 'maven' || name === 'gradle' ? /(?:jdk|temurin|openjdk|corretto|zulu|semeru|sapmachine|ibmjava)-?(\d+)/.exec(image.tag ?? '')?.[1] : undefined;
  return major === undefined ? undefined : temurinFor(`${major}${/alpine/.test(image.tag ?? '') ? '-alpine' : ''}`, 'jre');
}

const jdkOnly = /^(?:mcr\.microsoft\.com\/openjdk\/jdk|adoptopenjdk\/openjdk\d+(?:-openj9)?)$/;
const redHat = /^(registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+\/openjdk-\d+)$/;

/** Whether an image is known to bring a JDK, and what brings the same Java without it. */
export function jdkOf(image: ImageName): { readonly runtime: Reference | undefined } | undefined {
  const { repository, tag = '', known } = image;
  const name = officialName(image) ?? repository;
  if (!known || /jre|headless|nanoserver|windows/.test(tag) || /openjre|-runtime$/.test(repository)) return undefined;
  const same = (next: string): { runtime: Reference } => ({ runtime: { repository, tag: next } });
  switch (name) {
    case 'openjdk': case 'java': case 'adoptopenjdk': return { runtime: temurinFor(tag, 'jre') };
    case 'eclipse-temurin': case 'ibm-semeru-runtimes': return /(?:^|-)jdk/.test(tag) ? same(tag.replace(/(^|-)jdk/, '$1jre')) : { runtime: /^\d+$/.test(tag) ? { repository, tag: `${tag}-jre` } : undefined };
    case 'tomcat': case 'jetty': case 'tomee': {
      if (!/(?:^|-)jdk\d/.test(tag)) return undefined;
      return /openjdk/.test(tag) ? { runtime: undefined } : same(tag.replace(/(^|-)jdk(?=\d)/, '$1jre'));
    }
    case 'amazoncorretto': case 'sapmachine': return { runtime: undefined };
    default:
  }
  if (/^azul\/zulu-openjdk/.test(name)) return { runtime: /^\d[\d.]*$/.test(tag) ? { repository, tag: `${tag}-jre` } : undefined };
  if (/^bellsoft\/liberica-openjdk-/.test(name)) return { runtime: { repository: repository.replace('-openjdk-', '-openjre-'), tag } };
  const ubi = redHat.exec(name)?.[1];
  if (ubi !== undefined) return { runtime: { repository: `${ubi}-runtime`, tag } };
  return jdkOnly.test(name) ? { runtime: undefined } : undefined;
}

/** Whether the Java of an image is too old to size its heap as a share of the memory limit, which it can since 8u191 and 10, and would not start with such an option. */
export function lacksMemoryShares(image: ImageName): boolean {
  if (officialName(image) === 'java') return true;
  const [, major, update] = /(?:^|jdk|jre|openjdk-?)(\d+)(?:u(\d+))?/.exec(image.tag ?? '') ?? [];
  const old = Number(major) < 8 || major === '9' || (major === '8' && update !== undefined && Number(update) < 191);
  return old && /java|jdk|jre|temurin|corretto|zulu|liberica|openj9|tomcat/i.test(image.text);
}
