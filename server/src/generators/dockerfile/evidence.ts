import { basename, dirname, isInside } from '../../base/paths.js';
import type { Fact, Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type {} from '../../facts/config-kinds.js';
import type {} from '../../facts/entry-point.js';
import type {} from '../../facts/finding.js';
import type {} from '../../facts/image/kinds.js';
import type {} from '../../facts/listen-port.js';
import type {} from '../../facts/java/web-descriptor.js';

/** A port and where it was found: a file name, or `undefined` for the framework's default. */
export interface Port {
  readonly port: number;
  readonly source: string | undefined;
  /** Environment variable that the program reads it from. */
  readonly env?: string;
}

function settings(model: Model, dir: string, key: string): readonly Fact<'config.property'>[] {
  return model.facts('config.property').filter((fact) => fact.value.key === key && fact.value.profile === undefined && isInside(fact.file, dir));
}

/** `8080`, `${PORT:8080}`, `${SERVER_PORT:${PORT:8080}}`; 0 and anything else are no port to expose. */
function portIn(value: string): number | undefined {
  const port = Number(/(\d+)\}*$/.exec(value.trim())?.[1]);
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : undefined;
}

/** `server.port` of the default profile. */
export function springPort(model: Model, dir: string): Port {
  for (const fact of settings(model, dir, 'server.port')) {
    const port = portIn(fact.value.value);
    if (port !== undefined) return { port, source: `server.port in ${basename(fact.file)}` };
  }
  return { port: 8080, source: undefined };
}

/** Port that the code listens on; the usual 3000 when it does not say. */
export function nodePort(model: Model, dir: string): Port {
  const facts = model.facts('server.listen-port').filter((fact) => isInside(fact.file, dir));
  const stated = facts.find(({ value }) => value.port !== undefined);
  const env = stated?.value.env ?? facts.find(({ value }) => value.env !== undefined)?.value.env;
  return { port: stated?.value.port ?? 3000, source: stated ? basename(stated.file) : undefined, ...(env === undefined ? {} : { env }) };
}

/** Ports that no browser asks, or that need a certificate. */
const asidePorts: readonly number[] = [22, 443, 8443, 9090];

/** The one port that a Dockerfile of the application exposes: where code and settings leave it open, who wrote that knew it. */
export function exposedPort(model: Model, dir: string, context: string): Port | undefined {
  const own = model.facts('image.dockerfile').filter(({ file, value }) => value.purpose === 'application' && (isInside(file, dir) || dirname(file) === context));
  const ports = [...new Set(own.flatMap(({ value }) => value.ports).filter((port) => !asidePorts.includes(port)))];
  const [port] = ports;
  return port === undefined || ports.length > 1 ? undefined : { port, source: basename(own.find(({ value }) => value.ports.includes(port))?.file ?? '') };
}

/** Languages of message files such as `messages_ko.properties`: Korean, at most together with English. */
function speaksKoreanOnly(model: Model, dir: string): boolean {
  const languages = new Set(model.files.flatMap((file) => (isInside(file, dir) ? (/[-_.]([a-z]{2})(?:[-_][A-Z]{2})?\.properties$|(?:^|\/)(?:locales?|i18n|lang|messages)\/([a-z]{2})(?:[-_][A-Z]{2})?(?:\.json$|\/)/.exec(file)?.slice(1).find(Boolean) ?? []) : [])));
  return languages.has('ko') && [...languages].every((language) => language === 'ko' || language === 'en');
}

/** Signs that the application is made for users in Korea, so that its dates are meant in their time zone. */
export function isKorean(model: Model, dir: string, module: BuildModule): boolean {
  if ([...module.dependencies, module.parent?.name ?? ''].some((name) => /egovframe/i.test(name))) return true;
  if (speaksKoreanOnly(model, dir)) return true;
  return model.facts('config.property').some((fact) => isInside(fact.file, dir) && /\p{Script=Hangul}|Asia\/Seoul|\bko_KR\b/u.test(fact.value.value));
}

/** Whether findings say that the program writes files while it runs. */
export function writesFiles(model: Model, dir: string): boolean {
  return model.facts('finding').some((fact) => isInside(fact.file, dir) && /^storage\/(?:local-file-write|log-file|upload-directory)$/.test(fact.value.rule));
}

/** A number that compares versions by their first two parts: 3.10 is 3010; `undefined` for text. */
export function versionNumber(version: string | undefined): number | undefined {
  const match = /^v?(\d+)(?:\.(\d+))?/.exec(version ?? '');
  return match ? Number(match[1]) * 1000 + Number(match[2] ?? 0) : undefined;
}
