import type { BuildModule } from '../../facts/build/kinds.js';
import { versionNumber } from './evidence.js';

/** Long-term releases that have both a JDK and a JRE image. */
const longTerm = [8, 11, 17, 21, 25] as const;

/** A Java release for the image and the reason for it, as a comment. */
export interface JavaChoice {
  readonly release: number;
  readonly reason: string;
  /** False when nothing in the build tells: the choice has to be checked. */
  readonly known: boolean;
}

function supported(release: number): number {
  return longTerm.find((each) => each >= release) ?? release;
}

/** The smallest long-term release that runs what the build compiles for. */
export function javaFor(module: BuildModule): JavaChoice {
  const { javaVersion, bootVersion, tool } = module;
  const file = tool === 'maven' ? 'pom.xml' : 'the Gradle build';
  if (javaVersion !== undefined) {
    const release = supported(javaVersion);
    const reason = release === javaVersion ? `Java ${release}: the release that ${file} compiles for` : `Java ${release}: the next long-term release after ${javaVersion}, which ${file} compiles for`;
    return { release, reason, known: true };
  }
  const boot = versionNumber(bootVersion);
  if (boot !== undefined) {
    const release = boot >= 3000 ? 17 : 8;
    return { release, reason: `Java ${release}: the least that Spring Boot ${bootVersion ?? ''} needs`, known: true };
  }
  return { release: 17, reason: 'Java 17', known: false };
}

/** How a Spring Boot jar is taken apart into layers, by Boot version; `undefined` for versions without layers. */
export interface Layers {
  readonly extract: string;
  /** Folders in the order in which they change least. */
  readonly folders: readonly string[];
  readonly entrypoint: readonly string[];
}

const folders = ['dependencies', 'spring-boot-loader', 'snapshot-dependencies', 'application'];

export function layersFor(bootVersion: string | undefined): Layers | undefined {
  const boot = versionNumber(bootVersion);
  if (boot === undefined || boot < 2004) return undefined;
  if (boot >= 3003) return { extract: 'java -Djarmode=tools -jar app.jar extract --layers --destination extracted', folders, entrypoint: ['java', '-jar', 'app.jar'] };
  const launcher = boot >= 3002 ? 'org.springframework.boot.loader.launch.JarLauncher' : 'org.springframework.boot.loader.JarLauncher';
  return { extract: 'java -Djarmode=layertools -jar app.jar extract --destination extracted', folders, entrypoint: ['java', launcher] };
}

/** Version of Tomcat that fits the Servlet API, with the reason. */
export interface ServerChoice {
  readonly tomcat: '9.0' | '10.1' | '11.0';
  readonly reason: string;
  readonly known: boolean;
}

/** What the build, the sources and the descriptor say of the Servlet API. */
export interface ServletEvidence {
  readonly sources: 'javax' | 'jakarta' | undefined;
  readonly descriptor: { readonly namespace: 'javax' | 'jakarta'; readonly version?: string } | undefined;
}

function servletVersion(module: BuildModule): number | undefined {
  return versionNumber(module.versions['jakarta.servlet:jakarta.servlet-api'] ?? module.versions['javax.servlet:javax.servlet-api'] ?? module.versions['javax.servlet:servlet-api']);
}

function springVersion(module: BuildModule): number | undefined {
  const boot = versionNumber(module.bootVersion);
  if (boot !== undefined) return boot >= 4000 ? 7000 : boot >= 3000 ? 6000 : 5000;
  const stated = Object.entries(module.versions).find(([name]) => name.startsWith('org.springframework:spring-'))?.[1];
  const egov = module.parent?.name.startsWith('org.egovframe.') ? versionNumber(module.parent.version) : undefined;
  return versionNumber(stated) ?? (egov === undefined ? undefined : egov >= 5000 ? 6000 : 5000);
}

/** Which generation of the API a module is written for; sources decide over versions, versions over names. */
function namespaceOf(module: BuildModule, { sources, descriptor }: ServletEvidence): 'javax' | 'jakarta' | undefined {
  const servlet = servletVersion(module);
  const spring = springVersion(module);
  const names = [...module.dependencies, ...module.provided];
  // The first version of the platform under its new name, 8, still had the old packages.
  const platform = versionNumber(Object.entries(module.versions).find(([name]) => /^jakarta\.platform:/.test(name))?.[1]);
  const jakartaNames = names.some((name) => name.startsWith('jakarta.servlet:')) || (platform ?? 0) >= 9000;
  return sources
    ?? (servlet !== undefined ? (servlet >= 5000 ? 'jakarta' : 'javax') : undefined)
    ?? (spring !== undefined ? (spring >= 6000 ? 'jakarta' : 'javax') : undefined)
    ?? (jakartaNames ? 'jakarta' : names.some((name) => /^javax[.:]/.test(name)) ? 'javax' : descriptor?.namespace);
}

/** javax needs Tomcat 9, Jakarta EE 9 and 10 run on 10.1, Servlet 6.1 on 11. */
export function tomcatFor(module: BuildModule, evidence: ServletEvidence): ServerChoice {
  const servlet = servletVersion(module);
  const spring = springVersion(module);
  const namespace = namespaceOf(module, evidence);
  if (namespace === 'jakarta') {
    const newest = (servlet ?? 0) >= 6001 || (spring ?? 0) >= 7000;
    return newest ? { tomcat: '11.0', reason: 'Tomcat 11: Servlet 6.1', known: true } : { tomcat: '10.1', reason: 'Tomcat 10.1: the code uses jakarta.servlet', known: true };
  }
  return { tomcat: '9.0', reason: namespace ? 'Tomcat 9: the code uses javax.servlet' : 'Tomcat 9', known: namespace !== undefined };
}

/** An application server for what needs more than Servlets, with the reason. */
export interface WildFlyChoice {
  readonly version: string;
  /** The image comes with this Java release. */
  readonly java: number;
  readonly reason: string;
  readonly known: boolean;
}

/** WildFly 26 is the last with the packages of Java EE 8; later ones are of Jakarta EE 10. */
export function wildflyFor(module: BuildModule, evidence: ServletEvidence): WildFlyChoice {
  const namespace = namespaceOf(module, evidence);
  if (namespace === 'jakarta') return { version: '35.0.1.Final', java: 21, reason: 'WildFly 35: Jakarta EE 10', known: true };
  return { version: '26.1.3.Final', java: 17, reason: 'WildFly 26: the last with Java EE 8 and its javax packages', known: namespace !== undefined };
}

/** The whole platform as the server brings it, EJB and messaging included. */
const platformApi = /^(?:javax:javaee-api|jakarta\.platform:jakarta\.jakartaee-api|(?:javax|jakarta)\.ejb:[\w.-]+|org\.jboss\.spec[\w.]*:[\w.-]*(?:javaee|ejb)[\w.-]*|org\.jboss\.ejb3:[\w.-]+)$/;
const ownFramework = /^(?:org\.springframework(?:\.boot)?:|org\.apache\.struts:|struts:|org\.egovframe\.)/;

/** Whether a WAR is made for a server that brings the whole platform: it compiles against it, and brings no framework of its own. */
export function needsPlatform(module: BuildModule): boolean {
  return module.provided.some((name) => platformApi.test(name)) && !module.dependencies.some((name) => ownFramework.test(name));
}

/** Tomcat 10.1 needs Java 11, Tomcat 11 needs 17. */
export function serverJava(choice: JavaChoice, { tomcat }: ServerChoice): number {
  return Math.max(choice.release, tomcat === '11.0' ? 17 : tomcat === '10.1' ? 11 : 8);
}
