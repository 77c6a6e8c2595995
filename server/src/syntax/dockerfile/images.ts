import { baseOf, type ImageName, type Stage } from './ask.js';

/** Who starts in a container of an image that sets nothing itself. `workers`: a root process whose workers are not root. */
export type BaseUser = 'root' | 'non-root' | 'workers' | 'unknown';

/** Images whose publishers set a user; by whole repository. */
const nonRootRepositories = [
  /^(?:cgr\.dev\/|images\.chainguard\.dev\/|chainguard\/)(?!.*wolfi-base)/, /^dhi\.io\//,
  /^(?:bitnami\w*|[\w.-]+\/bitnami\w*)\//, /-unprivileged$/, /(?:^|\/)(?:open-liberty|websphere-liberty)$/, /^icr\.io\/appcafe\//,
  /\/ubi\d+\/(?!ubi|ubi-\w+$)[\w-]+$/, /(?:^|\/)(?:jboss|wildfly)\/(?!base$)[\w-]+$/, /^payara\//, /(?:^|\/)jetty$/, /(?:^|\/)jenkins\/(?:jenkins|agent|inbound-agent)$/,
  /^(?:registry\.redhat\.io|registry\.access\.redhat\.com)\/(?:rhel|jboss|openjdk|redhat-openjdk)[\w-]*\//, /^quay\.io\/keycloak\//, /^quay\.io\/quarkus\//, /\/s2i-[\w-]+$/,
];
/** Official and widely mirrored images that start as root. */
const rootImages = /^(?:node|python|openjdk|java|adoptopenjdk|eclipse-temurin|amazoncorretto|ibm-semeru-runtimes|ibmjava|sapmachine|maven|gradle|tomcat|tomee|php|ruby|perl|golang|rust|swift|elixir|erlang|clojure|haskell|julia|mono|pypy|debian|ubuntu|alpine|centos|rockylinux|almalinux|fedora|amazonlinux|oraclelinux|photon|archlinux|busybox|buildpack-deps|scratch|bun)$/;
const rootRepositories = [
  /^azul\/zulu-openjdk/, /^bellsoft\/liberica-/, /^mcr\.microsoft\.com\/(?:openjdk\/|dotnet\/|java\/|cbl-mariner\/|azurelinux\/)/, /^ghcr\.io\/graalvm\//, /^container-registry\.oracle\.com\/(?:graalvm|java|os)\//,
  /^adoptopenjdk\//, /^gcr\.io\/distroless\//, /\/ubi\d+(?:\/ubi)?(?:-\w+)?$/, /^(?:oven\/bun|pypy|phusion\/baseimage|frolvlad\/|anapsix\/)/, /^cgr\.dev\/chainguard\/wolfi-base$/, /^public\.ecr\.aws\/(?:docker\/library|amazoncorretto|amazonlinux)\//,
];
const workerImages = /^(?:nginx|httpd|haproxy|openresty|caddy|traefik|varnish)$/;
/** Folders of registries that hold copies of the official images under their own names. */
const mirror = /(?:mirror|proxy|dockerhub|docker-hub|library|cache|official)/i;

/** Registries and folders that hold Docker's official images under their own names, one for each processor among them. */
const copiesOfOfficial = /^(?:(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|quay\.io\/[\w-]*dockerhub[\w-]*)\/library\/|(?:amd64|arm32v[567]|arm64v8|i386|ppc64le|riscv64|s390x)\/)/;

/** The name of an official image of Docker; `undefined` for those of other publishers. */
export function officialName(image: ImageName): string | undefined {
  const name = image.repository.replace(copiesOfOfficial, '');
  return image.known && name !== '' && !name.includes('/') ? name : undefined;
}

/** The user a container of this image starts as, as far as is known of public images. */
export function baseUser(image: ImageName): BaseUser {
  const { repository, base, tag = '' } = image;
  if (!image.known) return 'unknown';
  // Windows has no root, and none of the standards for pods that forbid one.
  if (/nanoserver|windowsservercore|servercore|ltsc\d{4}/.test(tag) || /^mcr\.microsoft\.com\/windows\//.test(repository)) return 'non-root';
  if (/nonroot|rootless|unprivileged|chiseled/.test(tag) || nonRootRepositories.some((pattern) => pattern.test(repository))) return 'non-root';
  const official = repository === base || mirror.test(repository.slice(0, -base.length));
  if (official && workerImages.test(base)) return 'workers';
  if ((official && rootImages.test(base)) || rootRepositories.some((pattern) => pattern.test(repository))) return 'root';
  return 'unknown';
}

/** How an image makes accounts. `none`: there is no shell; `plain`: a shell, but no known account tools. */
export type Accounts = 'debian' | 'alpine' | 'node' | 'dotnet' | 'distroless' | 'plain';

const debianImages = /^(?:python|eclipse-temurin|tomcat|tomee|maven|gradle|php|ruby|perl|golang|rust|debian|ubuntu|buildpack-deps|bun|ibm-semeru-runtimes|sapmachine|openjdk|elixir|erlang|swift)$/;
const debianTag = /(?:^|[-_.])(?:slim|bookworm|bullseye|buster|trixie|jammy|noble|focal|debian|ubuntu)/;

/** Which accounts tools stand in the image, judged by its name and tag. */
export function accountsOf(image: ImageName): Accounts {
  const { repository, base, tag = '' } = image;
  if (repository.startsWith('gcr.io/distroless/') || base === 'scratch') return 'distroless';
  if (repository.startsWith('mcr.microsoft.com/dotnet/')) return /^(?:[89]|\d\d)\b/.test(tag) ? 'dotnet' : 'plain';
  if (base === 'node' && repository === 'node') return 'node';
  if (base === 'alpine' || /alpine/.test(tag) || /alpine/.test(base)) return 'alpine';
  // From Java 12 on the openjdk image stands on Oracle Linux unless its tag says Debian.
  if (base === 'openjdk' && !debianTag.test(tag)) return /^(?:8|9|10|11)\b/.test(tag) ? 'debian' : 'plain';
  return debianImages.test(base) || debianTag.test(tag) ? 'debian' : 'plain';
}

/** Images that start a server of their own, so that a Dockerfile without `CMD` still makes a server. */
export function startsItself(stage: Stage): boolean {
  const { base, repository } = baseOf(stage);
  return /^(?:tomcat|tomee|jetty|wildfly|nginx|httpd|open-liberty|websphere-liberty|payara|server-full|caddy)$/.test(base) || (/(?:^|\/)php$/.test(repository) && /apache|fpm/.test(baseOf(stage).tag ?? ''));
}
