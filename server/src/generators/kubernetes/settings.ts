import { basename, isInside } from '../../base/paths.js';
import { maskSecrets, namesSecret } from '../../base/secrets.js';
import type { Fact, Model } from '../../contract/workspace.js';
import type {} from '../../facts/config-kinds.js';
import { variableSet } from '../../facts/dotenv.js';
import { workloadsRunning, type JoinedCode } from '../../facts/join.js';
import { plainKey } from '../../facts/settings.js';
import { profileKind } from '../../syntax/config-file.js';
import { placeholdersIn, withFallbacks } from '../../syntax/placeholders.js';
import type { Application } from '../application/kinds.js';
import { environmentReads } from './reads.js';

/** An environment variable of the application. */
export interface AppSetting {
  readonly variable: string;
  /** Value known so far; '' when nothing tells. Of a secret none is known. */
  readonly value: string;
  /** Files that ask for it or give it, without their folders. */
  readonly from: string;
  readonly secret: boolean;
}

interface Named {
  readonly variable: string;
  readonly value?: string | undefined;
  readonly from: string;
  readonly secret: boolean;
}

/** The environment variable by which Spring's relaxed binding fills a key: dots become underscores, dashes go. */
export function variableOf(key: string): string {
  return key.replace(/\[(\d+)\]/g, '_$1_').replace(/_(?:\.|$)/g, '.').replace(/\.$/, '').replace(/-/g, '').replace(/\./g, '_').toUpperCase();
}

/** Names of settings that hold an address together with a password. */
const addressWithSecret = /^(?:DATABASE_URL|DB_URL|DB_URI|POSTGRES(?:QL)?_(?:URL|URI)|MYSQL_(?:URL|URI)|MONGO(?:DB)?_(?:URL|URI)|AMQP_URL|RABBITMQ_(?:URL|URI)|CLOUDAMQP_URL|CONNECTION_?STRINGS?(?:__\w+)?|\w+_DSN|\w+_CONNECTION_STRING|SENTRY_DSN)$/i;

/** Variables that end like a key of something: most open a door, and in a Secret the others do no harm. */
const keyVariable = /^(?!.*(?:PUBLIC|CACHE|PARTITION|PRIMARY|FOREIGN|SORT|ROUTING|HOT|PREFIX)_?KEY$)[A-Z0-9_]+_KEY$/;

function isSecret(name: string, value = ''): boolean {
  return namesSecret(name) || keyVariable.test(name) || (addressWithSecret.test(name) && !value.startsWith('jdbc:')) || maskSecrets(value) !== value || value.includes('***');
}

/** Keys of Spring that say where something outside the process is, and who asks. */
const outside = /(?:^|\.)(?:url|uri|jdbc-?url|host|hosts|hostname|nodes|servers|bootstrap-?servers|brokers|endpoint|username)(?:\[\d+\])?$/i;
/** Last words of a key that say how a secret is sent or checked: the same everywhere. */
const ofTheProtocol = /(?:head|issuer|audience|subject|realm|scheme)$/i;
const ofTheProcess = /^(?:server|logging|management|springdoc|info|spring\.(?:mvc|web|webflux|thymeleaf|jackson|application|messages|servlet|flyway|liquibase|jpa|h2|cloud\.kubernetes|boot\.admin\.ui))\b/i;

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
    if (kind !== 'property' || known.has(plainKey(name)) || !/^[A-Za-z][\w.-]*$/.test(name)) return [];
    const variable = /^[A-Z0-9_]+$/.test(name) ? name : variableOf(name);
    const secret = isSecret(name, fallback) || namesSecret(key);
    return [{ variable, value: secret ? undefined : fallbackOf(fallback), from: basename(file), secret }];
  }));
}

/** Settings that stand in files of the image and differ from place to place; Spring lets the environment go over them. */
function fromFiles(facts: readonly Fact<'config.property'>[]): readonly Named[] {
  return facts.flatMap(({ file, value: { key, value } }): readonly Named[] => {
    if (placeholdersIn(value).length > 0 || ofTheProcess.test(key) || ofTheProtocol.test(key)) return [];
    const secret = isSecret(key, value);
    if (!secret && !(outside.test(key) && value !== '')) return [];
    if (secret && /^(?:true|false|\d+)$/i.test(value)) return [];
    return [{ variable: variableOf(key), value: secret ? undefined : value, from: basename(file), secret }];
  });
}

/** Whether settings of files give way to the environment: Spring Boot's do, and those that a configurer of Spring fills in. */
function followsEnvironment(model: Model, { dir, kind }: Application): boolean {
  return kind === 'spring-boot' || model.factsFor('spring.placeholders', `${dir}/x`).length > 0;
}

function fromCode(model: Model, code: JoinedCode, application: Application, text: (path: string) => string | undefined): readonly Named[] {
  return environmentReads(model, code, text).flatMap(({ name, fallback, file }): readonly Named[] => {
    const dotted = name.includes('.');
    if (dotted && model.factsFor('config.property', file).some(({ value }) => plainKey(value.key) === plainKey(name))) return [];
    if (dotted && !followsEnvironment(model, application)) return [];
    const variable = dotted ? variableOf(name) : name;
    if (variable === application.port.env) return [];
    const secret = isSecret(name, fallback);
    return [{ variable, value: secret ? undefined : fallback, from: basename(file), secret }];
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
    .map(({ file, value: { name, value } }) => ({ variable: name, value, from: basename(file), secret: isSecret(name, value) }));
}

/** What the value of a secret, an address of a desk or a private network, is left out for. */
function valueFor({ value = '', secret }: Named): string {
  return secret ? '' : value.trim();
}

function joined(model: Model, application: Application, all: readonly Named[]): readonly AppSetting[] {
  const names = [...new Set(all.map(({ variable }) => variable))].sort();
  return names.map((variable) => {
    const same = all.filter((each) => each.variable === variable);
    const secret = same.some((each) => each.secret);
    const set = secret ? undefined : variableSet(model, `${application.dir}/x`, variable)?.value;
    // The Service, the probes and the program have to mean one port.
    const known = /^(?:SERVER_)?PORT$/.test(variable) ? String(application.port.port) : [set, ...same.map(valueFor)].find((each) => each !== undefined && each !== '');
    const value = known ?? '';
    return { variable, value: secret || isSecret(variable, value) ? '' : value, from: [...new Set(same.map(({ from }) => from))].join(', '), secret: secret || isSecret(variable, value) };
  });
}

/** Settings that an application takes from its environment, and those that should: by name, each once. */
export function settingsOf(model: Model, application: Application, code: JoinedCode, text: (path: string) => string | undefined): readonly AppSetting[] {
  const facts = model.facts('config.property').filter((fact) => code.folders.some((folder) => isInside(fact.file, folder)) && inProduction(fact));
  const files = followsEnvironment(model, application) ? [...fromPlaceholders(facts), ...fromFiles(facts)] : [];
  return joined(model, application, [...fromManifests(model, code, application), ...files, ...fromCode(model, code, application, text), ...fromDotenv(model, code, application)].filter(({ variable }) => /^[A-Za-z_]\w*$/.test(variable)));
}
