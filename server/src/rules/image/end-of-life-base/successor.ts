import type { ImageName } from '../../../syntax/dockerfile/ask.js';
import { officialName } from '../../../syntax/dockerfile/images.js';
import { temurinFor, type Reference } from '../../../syntax/dockerfile/java-images.js';
import { endedOn, nextSupported, releaseNames } from '../../../syntax/dockerfile/release-lines.js';
import type { Ended } from './support.js';

/** The supported releases that the publishers of official images build on, oldest first. */
const systems = { debian: 'bookworm', ubuntu: 'jammy' } as const;
/** Parts of a tag that every line has. */
const variants = /^(?:slim|alpine|fpm|apache|cli|zts|jre|jdk|perl|otel|temurin|corretto|jdk\d+|jre\d+)$/;

/** Parts of a tag behind its version with ended systems replaced; `undefined` when a part is not known to exist for the new line. */
function suffix(parts: readonly string[]): readonly string[] | undefined {
  const next = parts.map((part) => {
    if (/^alpine\d+\.\d+$/.test(part)) return 'alpine';
    const named = releaseNames[part];
    if (named?.product === 'debian' || named?.product === 'ubuntu') return endedOn(named.product, named.line) === undefined ? part : systems[named.product];
    return variants.test(part) ? part : undefined;
  });
  return next.every((part) => part !== undefined) ? next : undefined;
}

/** Tomcat's images stand on Temurin today; its lines from 10.1 on need Java 11. */
function tomcat(tag: string, line: string): Reference | undefined {
  const next = nextSupported('tomcat', line);
  const java = /-(?:jdk|jre)(\d+)/.exec(tag);
  if (next === undefined || /alpine/.test(tag) || (java && (Number(java[1]) < 8 || (next !== '9.0' && Number(java[1]) < 11)))) return undefined;
  return { repository: 'tomcat', tag: java ? `${next}${java[0]}-temurin` : next };
}

/** The oldest supported line of an image with the same variant; `undefined` where the code, or somebody who knows it, has to decide. */
export function successorOf(image: ImageName, ended: Ended): Reference | undefined {
  const { tag = '', digest } = image;
  const name = officialName(image);
  if (digest !== undefined) return undefined;
  if (ended.kind === 'deprecated') return name === undefined || ended.instead !== 'eclipse-temurin' ? undefined : temurinFor(tag);
  const kept = name ?? (image.repository === 'nginxinc/nginx-unprivileged' ? image.repository : undefined);
  if (kept === undefined || ended.product === 'centos' || ended.product === 'amazonlinux') return undefined;
  if (kept === 'tomcat') return ended.kind === 'line' ? tomcat(tag, ended.line) : undefined;
  // Python 3 is another language to a program written for 2, and PHP 7 took away what most programs for 5 are built on.
  if ((ended.product === 'python' && ended.line.startsWith('2.')) || (ended.product === 'php' && ended.line.startsWith('5.'))) return undefined;
  const [version = '', ...parts] = tag.split('-');
  const rest = suffix(parts);
  if (!rest) return undefined;
  if (ended.kind === 'system') return { repository: image.repository, tag: [systemVersion(version), ...rest].join('-') };
  const next = nextSupported(ended.product, ended.line);
  return next === undefined ? undefined : { repository: image.repository, tag: [nextVersion(version, next), ...rest].join('-') };
}

/** A system that is a tag's first part is replaced as well: `node:buster`. */
function systemVersion(version: string): string {
  return suffix([version])?.[0] ?? version;
}

/** Debian is as often written by its name as by its number. */
function nextVersion(version: string, next: string): string {
  const named = releaseNames[version];
  return named ? (Object.entries(releaseNames).find(([, each]) => each.product === named.product && each.line === next)?.[0] ?? next) : next;
}
