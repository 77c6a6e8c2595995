import { basename, isInside } from '../../base/paths.js';
import { maskSecrets, namesSecret } from '../../base/secrets.js';
import type { Fact, Model } from '../../contract/workspace.js';
import type {} from '../../facts/config-kinds.js';
import { interpolate } from '../../facts/compose/interpolate.js';
import { variableSet } from '../../facts/dotenv.js';
import { workloadsRunning, type JoinedCode } from '../../facts/join.js';
import { plainKey } from '../../facts/settings.js';
import { profileKind } from '../../syntax/config-file.js';
import { placeholdersIn, withFallbacks } from '../../syntax/placeholders.js';
import { isForDevelopment } from '../../syntax/start-command.js';
import type { Application } from '../application/kinds.js';
import { dotnetSettings } from './dotnet-settings.js';
import { environmentReads } from './reads.js';
import { keyOfSecret } from './secret-key.js';
import { askedKeys } from './spring-placeholders.js';
import { activeProfiles, springProfile, withoutVariants } from './spring-profile.js';

/** An environment variable of the application. */
export interface AppSetting {
  readonly variable: string;
  /** Value known so far; '' when nothing tells. Of a secret none is known. */
  readonly value: string;
  /** Files that ask for it or give it, without their folders. */
  readonly from: string;
  readonly secret: boolean;
  /** `no`: without it the program does not start or is not safe; `has-own`: it goes on with a value of its own; `unknown` where nothing tells. */
  readonly optional: 'no' | 'has-own' | 'unknown';
}

/** Secrets that the cluster has to be given; the program goes on without the others, and an empty value would go over its own. */
export function neededSecrets(settings: readonly AppSetting[]): readonly AppSetting[] {
  return settings.filter(({ secret, optional }) => secret && optional !== 'has-own');
}

/** Names of secrets that the program can go on without. */
export function spareSecrets(settings: readonly AppSetting[]): readonly string[] {
  return settings.filter(({ secret, optional }) => secret && optional === 'has-own').map(({ variable }) => variable);
}

/** A variable as one place names it. */
export interface Named {
  readonly variable: string;
  readonly value?: string | undefined;
  readonly from: string;
  readonly secret: boolean;
  /** What the program does without it, as far as this place says. */
  readonly otherwise?: 'none' | 'given' | undefined;
}

/** The environment variable by which Spring's relaxed binding fills a key: dots become underscores, dashes go. */
export function variableOf(key: string): string {
  return key.replace(/\[(\d+)\]/g, '_$1_').replace(/_(?:\.|$)/g, '.').replace(/\.$/, '').replace(/-/g, '').replace(/\./g, '_').toUpperCase();
}

/** Names of settings that hold an address together with a password. */
const addressWithSecret = /^(?:DATABASE_URL|DB_URL|DB_URI|POSTGRES(?:QL)?_(?:URL|URI)|MYSQL_(?:URL|URI)|MONGO(?:DB)?_(?:URL|URI)|AMQP_URL|RABBITMQ_(?:URL|URI)|CLOUDAMQP_URL|CONNECTION_?STRINGS?(?:__\w+)?|\w+_DSN|\w+_CONNECTION_STRING|SENTRY_DSN)$/i;

/** Variables that end like a key of something: most open a door, and in a Secret the others do no harm. */
const keyVariable = /^(?!.*(?:PUBLIC|CACHE|PARTITION|PRIMARY|FOREIGN|SORT|ROUTING|HOT|PREFIX)_?KEY$)[A-Z0-9_]+_KEY$/;

/** Variables that say something about secrets, or switch something on: how long a link holds, whether a password is asked for. */
const aboutSecrets = /(?:_(?:MAX_AGE|TABLE|PATTERN|BROKER|ATTEMPTS_PER_\w+|ALGORITHMS)|(?:^|_)DISPLAY_NAME_KEY)$|(?:^|_)(?:FORGOT|REQUIRE|ALLOW|ENABLE|DISABLE)_/;
/** Keys that sessions and stored data are signed or encrypted with, and passwords of the database. */
const everNeeded = /^(?:(?:(?:DJANGO|FLASK)_)?SECRET_KEY(?:_BASE)?|SECRET|APP_(?:KEY|SECRET)|(?:\w+_)?(?:COOKIE|SESSION|JWT|AUTH)_SECRET(?:_KEY)?|ENCRYPTION_KEY|(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MARIADB|SQL)_?(?:PASSWORD|PASS|PW|PASSWD))$/;

function isSecret(name: string, value = ''): boolean {
  if (aboutSecrets.test(name) || /^(?:true|false|yes|no|on|off)$/i.test(value)) return false;
  return namesSecret(name) || keyVariable.test(name) || (addressWithSecret.test(name) && !value.startsWith('jdbc:')) || maskSecrets(value) !== value || value.includes('***');
}

/** Keys of Spring that say where something outside the process is, and who asks. */
const outside = /(?:^|\.)(?:url|uri|jdbc-?url|host|hosts|hostname|nodes|servers|bootstrap-?servers|brokers|endpoint|username)(?:\[\d+\])?$/i;
/** Last words of a key that say how a secret is sent or checked: the same everywhere. */
const ofTheProtocol = /(?:head|issuer|audience|subject|realm|scheme)$/i;
const ofTheProcess = /^(?:server|logging|management|springdoc|info|spring\.(?:mvc|web|webflux|thymeleaf|jackson|application|messages|servlet|flyway|liquibase|jpa|h2|cloud\.kubernetes|boot\.admin\.ui))\b/i;

/** Properties that Java itself sets. */
const ofTheMachine = /^(?:user\.(?:home|dir|name|timezone|language)|java\.[\w.]+|os\.\w+|(?:file|line|path)\.separator|PID)$/;

function inProduction({ value: { profile } }: Fact<'config.property'>): boolean {
  return !['development', 'test'].includes(profileKind(profile));
}

/** The default of nested placeholders, without what only the environment knows. */
function fallbackOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : withFallbacks(text).replace(/[^\x20-\x7e\p{L}]/gu, '');
}

function fromPlaceholders(facts: readonly Fact<'config.property'>[]): readonly Named[] {
  const known = new Set(facts.map(({ value }) => plainKey(value.key)));
  return facts.flatMap(({ file, value: { key, value } }) => placeholdersIn(value).flatMap(({ kind, name, fallback }): readonly Named[] => {
    if (kind !== 'property' || known.has(plainKey(name)) || ofTheMachine.test(name) || !/^[A-Za-z][\w.-]*$/.test(name)) return [];
    const variable = /^[A-Z0-9_]+$/.test(name) ? name : variableOf(name);
    const secret = (name.includes('.') ? keyOfSecret(name) || isSecret('', fallback) : isSecret(name, fallback)) || keyOfSecret(key);
    return [{ variable, value: secret ? undefined : fallbackOf(fallback), from: basename(file), secret, otherwise: fallback === undefined ? 'none' : 'given' }];
  }));
}

/** Settings that stand in files of the image and differ from place to place; Spring lets the environment go over them. */
function fromFiles(facts: readonly Fact<'config.property'>[]): readonly Named[] {
  return facts.flatMap(({ file, value: { key, value } }): readonly Named[] => {
    if (placeholdersIn(value).length > 0 || ofTheProcess.test(key) || ofTheProtocol.test(key)) return [];
    const secret = keyOfSecret(key) || isSecret('', value);
    if (!secret && !(outside.test(key) && value !== '')) return [];
    if (secret && /^(?:true|false|\d+)$/i.test(value)) return [];
    // A secret that stands in a file of the image is known to everybody who has the image.
    return [{ variable: variableOf(key), value: secret ? undefined : value, from: basename(file), secret, ...(secret ? { otherwise: 'none' as const } : {}) }];
  });
}

/** Whether settings of files give way to the environment: Spring Boot's do, and those that a configurer of Spring fills in. */
function followsEnvironment(model: Model, { dir, kind }: Application): boolean {
  return kind === 'spring-boot' || model.factsFor('spring.placeholders', `${dir}/x`).length > 0;
}

function fromCode(model: Model, code: JoinedCode, application: Application, text: (path: string) => string | undefined): readonly Named[] {
  return environmentReads(model, code, text).flatMap(({ name, fallback, otherwise, file }): readonly Named[] => {
    const dotted = name.includes('.');
    if (dotted && model.factsFor('config.property', file).some(({ value }) => plainKey(value.key) === plainKey(name))) return [];
    if (dotted && !followsEnvironment(model, application)) return [];
    const variable = dotted ? variableOf(name) : name;
    if (variable === application.port.env) return [];
    const secret = isSecret(name, fallback);
    return [{ variable, value: secret ? undefined : fallback, from: basename(file), secret, otherwise }];
  });
}

function fromDotenv(model: Model, code: JoinedCode, application: Application): readonly Named[] {
  return model.facts('config.dotenv').filter(({ file, value }) => value.use !== 'other' && code.folders.some((folder) => isInside(file, folder)) && value.name !== application.port.env && !/^(?:NODE_ENV|TZ|LANG|COMPOSE_\w+)$/.test(value.name))
    .map(({ file, value: { name, value } }) => ({ variable: name, value, from: basename(file), secret: isSecret(name, value) }));
}

/** What the manifests that run the application now give it. */
function fromManifests(model: Model, code: JoinedCode, application: Application): readonly Named[] {
  const files = new Set(code.modules.flatMap(({ dir }) => workloadsRunning(model, { file: `${dir}/x`, module: dir })).map(({ file }) => file));
  return model.facts('config.environment').filter(({ file, value }) => files.has(file) && value.name !== application.port.env && /^[A-Za-z_]\w*$/.test(value.name))
    .map(({ file, value: { name, value } }) => ({ variable: name, value, from: basename(file), secret: isSecret(name, value), otherwise: 'none' as const }));
}

/** What the value of a secret, an address of a desk or a private network, is left out for. */
function valueFor({ value = '', secret }: Named): string {
  // What another variable completes is only known at the start.
  return secret || /\$\{\w+\}/.test(value) ? '' : value.trim();
}

/** What the workspace sets a variable to for users: files of developers and tests do not count, and what only the start knows is unknown. */
function setTo(model: Model, { dir }: Application, variable: string): string | undefined {
  const path = `${dir}/x`;
  const given = model.factsFor('config.environment', path).find((fact) => fact.value.name === variable && !isForDevelopment(fact.file));
  const { text, known } = interpolate((given ? given.value.value : variableSet(model, path, variable)?.value) ?? '');
  return known ? text : undefined;
}

/** Switches that show users what only developers should see, the other way round. */
const switchedOff: Readonly<Record<string, string>> = { true: 'false', True: 'False', '1': '0', on: 'off', yes: 'no' };

function forUsers(variable: string, value: string): string {
  return /(?:^|_)DEBUG$/.test(variable) ? switchedOff[value] ?? value : value;
}

/** Parts of an address that stand in variables of their own, so that the whole one may be missing. */
const hostOfDatabase = /^(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MARIADB)_?HOST(?:NAME)?$/;

function optionalOf(variable: string, same: readonly Named[], names: readonly string[]): AppSetting['optional'] {
  if (everNeeded.test(variable) || same.some(({ otherwise }) => otherwise === 'none')) return 'no';
  if (same.some(({ otherwise }) => otherwise === 'given')) return 'has-own';
  return addressWithSecret.test(variable) && !/SENTRY|BUGSNAG/.test(variable) && !names.some((name) => hostOfDatabase.test(name)) ? 'no' : 'unknown';
}

function joined(model: Model, application: Application, all: readonly Named[]): readonly AppSetting[] {
  const names = [...new Set(all.map(({ variable }) => variable))].sort();
  return names.map((variable) => {
    const same = all.filter((each) => each.variable === variable);
    const named = same.some((each) => each.secret);
    const set = named ? undefined : setTo(model, application, variable);
    // The Service, the probes and the program have to mean one port.
    const known = /^(?:SERVER_)?PORT$/.test(variable) ? String(application.port.port) : [set, ...same.map(valueFor)].find((each) => each !== undefined && each !== '');
    const value = forUsers(variable, known ?? '');
    const secret = named || isSecret(variable, value);
    return { variable, value: secret ? '' : value, from: [...new Set(same.map(({ from }) => from))].join(', '), secret, optional: optionalOf(variable, same, names) };
  });
}

/** Settings that an application takes from its environment, and those that should: by name, each once. */
export function settingsOf(model: Model, application: Application, code: JoinedCode, text: (path: string) => string | undefined): readonly AppSetting[] {
  const all = model.facts('config.property').filter((fact) => code.folders.some((folder) => isInside(fact.file, folder)));
  const boot = application.kind === 'spring-boot';
  const asked = boot || application.platform === 'dotnet' || !followsEnvironment(model, application) ? undefined : askedKeys(model, code, text);
  const inUse = all.filter((fact) => inProduction(fact) && (asked === undefined || asked.has(plainKey(fact.value.key))));
  const facts = boot ? withoutVariants(inUse) : inUse;
  const profile = boot ? springProfile(all) : [];
  const placeholders = fromPlaceholders(facts).filter(({ variable }) => profile.length === 0 || variable !== activeProfiles);
  const files = application.platform === 'dotnet' ? dotnetSettings(facts) : followsEnvironment(model, application) ? [...profile, ...placeholders, ...fromFiles(facts)] : [];
  return joined(model, application, [...fromManifests(model, code, application), ...files, ...fromCode(model, code, application, text), ...fromDotenv(model, code, application)].filter(({ variable }) => /^[A-Za-z_]\w*$/.test(variable) && application.environment?.[variable] === undefined));
}
