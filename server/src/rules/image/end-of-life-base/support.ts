import type { ImageName } from '../../../syntax/dockerfile/ask.js';
import { officialName } from '../../../syntax/dockerfile/images.js';
import { endedOn, newestOf, releaseNames, type Product } from '../../../syntax/dockerfile/release-lines.js';

/** Why an image gets no more updates. */
export type Ended =
  | { readonly kind: 'line'; readonly product: Product; readonly line: string; readonly date: string }
  | { readonly kind: 'system'; readonly product: Product; readonly line: string; readonly date: string; readonly word: string }
  | { readonly kind: 'deprecated'; readonly date: string; readonly name: string; readonly instead: string };

/** Images whose publisher gave up the name itself, by whole repository. */
const deprecated: readonly { readonly repository: RegExp; readonly date: string; readonly name: string; readonly instead: string }[] = [
  { repository: /^java$/, name: 'Java', date: '2016-12-31', instead: 'eclipse-temurin' },
  { repository: /^openjdk$/, name: 'OpenJDK', date: '2022-07', instead: 'eclipse-temurin' },
  { name: 'AdoptOpenJDK', repository: /^adoptopenjdk(?:\/openjdk\d+)?$/, date: '2021-08-01', instead: 'eclipse-temurin' },
  { name: 'AdoptOpenJDK', repository: /^adoptopenjdk\/openjdk\d+-openj9$/, date: '2021-08-01', instead: 'ibm-semeru-runtimes' },
  { name: 'Bitnami', repository: /^bitnamilegacy\//, date: '2025-08-28', instead: 'bitnamisecure' },
];

/** Publishers' own builds of Java, by whole repository. */
const javaImages = /^(?:eclipse-temurin|amazoncorretto|ibm-semeru-runtimes|sapmachine|bellsoft\/liberica-(?:openjdk|openjre|runtime-container)[\w-]*|azul\/zulu-openjdk(?:-\w+)?|mcr\.microsoft\.com\/openjdk\/jdk)$/;
const dotnetImages = /^(?:mcr\.microsoft\.com\/dotnet\/(?:core\/|nightly\/)?(?:sdk|aspnet|runtime|runtime-deps)|microsoft\/(?:dotnet|aspnetcore(?:-build)?))$/;
const products: Readonly<Record<string, Product>> = { node: 'node', python: 'python', php: 'php', golang: 'go', ruby: 'ruby', tomcat: 'tomcat', nginx: 'nginx', debian: 'debian', ubuntu: 'ubuntu', alpine: 'alpine', centos: 'centos', amazonlinux: 'amazonlinux' };
const unprivileged = /^nginxinc\/nginx-unprivileged$/;

function productOf(image: ImageName): Product | undefined {
  const name = officialName(image) ?? image.repository;
  if (javaImages.test(name)) return 'java';
  if (dotnetImages.test(name)) return 'dotnet';
  if (unprivileged.test(name)) return 'nginx';
  if (/^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi\d+\//.test(name)) return 'ubi';
  return Object.hasOwn(products, name) ? products[name] : undefined;
}

/** The release line that a tag names; tags without a number follow the publisher. */
function lineOf(product: Product, image: ImageName): string | undefined {
  const tag = image.tag ?? '';
  if (product === 'ubi') return /\/ubi(\d+)\//.exec(image.repository)?.[1];
  if (product === 'centos' && (tag === '' || tag === 'latest')) return '8';
  const [, major = '', minor] = /^(?:open-|centos|v)?(\d+)(?:\.(\d+))?/.exec(tag) ?? [];
  if (major === '') {
    const named = releaseNames[/^[a-z]+/.exec(tag)?.[0] ?? ''];
    return named?.product === product ? named.line : undefined;
  }
  if (product === 'node' || product === 'java' || product === 'debian' || product === 'centos') return major;
  if (product === 'dotnet') return Number(major) >= 5 ? major : `${major}.${minor ?? 0}`;
  if (product === 'amazonlinux') return /^201\d$/.test(major) ? '1' : major;
  return minor === undefined ? newestOf(product, major) : `${major}.${minor}`;
}

/** The system that a tag names beside the product: `17-jre-focal`, `3.9-slim-buster`, `14-alpine3.14`. */
function systemOf({ tag = '', repository }: ImageName): { readonly product: Product; readonly line: string; readonly word: string } | undefined {
  const alpine = /(?:^|-)alpine(\d+\.\d+)(?:$|[-.])/.exec(tag)?.[1];
  if (alpine !== undefined) return { product: 'alpine', line: alpine, word: `alpine${alpine}` };
  const debian = /^gcr\.io\/distroless\/[\w-]*-debian(\d+)$/.exec(repository)?.[1];
  if (debian !== undefined) return { product: 'debian', line: debian, word: `debian${debian}` };
  const named = tag.split(/[-_.]/).flatMap((word) => {
    const release = releaseNames[word.toLowerCase()];
    return release ? [{ ...release, word }] : [];
  });
  return named.find(({ product }) => product !== 'node');
}

/** Runtimes whose version stands in the name of a distroless image. */
function distrolessLine({ repository }: ImageName): { readonly product: Product; readonly line: string } | undefined {
  const [, runtime, line] = /^gcr\.io\/distroless\/(nodejs|java)(\d+)(?:-debian\d+)?$/.exec(repository) ?? [];
  return line === undefined ? undefined : { product: runtime === 'nodejs' ? 'node' : 'java', line };
}

/** Whether an image stands on something that gets no more updates, and what; the product decides before the system below it. */
export function endedSupport(image: ImageName): Ended | undefined {
  if (!image.known) return undefined;
  const name = officialName(image) ?? image.repository;
  const gone = deprecated.find(({ repository }) => repository.test(name));
  if (gone) return { kind: 'deprecated', name: gone.name, date: gone.date, instead: gone.instead };
  const product = productOf(image);
  const line = product && lineOf(product, image);
  const own = product && line !== undefined ? { product, line } : distrolessLine(image);
  const date = own && endedOn(own.product, own.line);
  if (own && date !== undefined) return { kind: 'line', ...own, date };
  const system = systemOf(image);
  const systemDate = system && endedOn(system.product, system.line);
  return system && systemDate !== undefined ? { kind: 'system', ...system, date: systemDate } : undefined;
}
