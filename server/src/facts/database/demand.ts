import type { Fact, Model } from '../../contract/workspace.js';
import { profileKind } from '../../syntax/config-file.js';
import '../environment.js';
import { isInJoin, joinWorkload, type JoinedCode } from '../join.js';
import type { WorkloadFact } from '../kubernetes/relate.js';
import { inOneDeployment } from '../kubernetes/scaled.js';
import { sameSetting } from '../settings.js';
import './pool.js';
import './server.js';

/** What runs as several replicas: a manifest, there or yet to be written, and the code in its image. */
export interface Running {
  readonly file: string;
  readonly code: JoinedCode | undefined;
}

export function runningAs(model: Model, workload: WorkloadFact): Running {
  return { file: workload.file, code: joinWorkload(model, workload) };
}

export interface Pool {
  readonly fact: Fact<'datasource.pool'>;
  readonly size: number;
}

/** The value that the workload's own manifest gives to a pool, over what the file says. */
function overriding(model: Model, running: Running, { value: { variable, key } }: Fact<'datasource.pool'>): number | undefined {
  const set = model.facts('config.environment').filter(({ file, value }) => file === running.file && (value.name === variable || sameSetting(value.name, key)));
  const [first] = set.map(({ value }) => Number(value.value ?? 'none')).filter((number) => Number.isInteger(number) && number > 0);
  return first;
}

/** The largest pool that each pod opens, as far as its code or its manifest tells the number; profiles of developers and tests aside. */
export function poolOf(model: Model, running: Running): Pool | undefined {
  const { file, code } = running;
  const pools = model.facts('datasource.pool').filter((fact) => (fact.file === file || (code !== undefined && isInJoin(code, fact))) && ['default', 'other'].includes(profileKind(fact.value.profile)));
  const sized = pools.flatMap((fact): Pool[] => {
    const size = overriding(model, running, fact) ?? fact.value.size;
    return size === undefined ? [] : [{ fact, size }];
  });
  return sized.sort((a, b) => b.size - a.size)[0];
}

export interface Database {
  readonly fact: Fact<'database.server'>;
  /** The application is seen to connect to it, in one deployment with it. */
  readonly certain: boolean;
}

function isNamed(model: Model, { file: own, code }: Running, name: string): boolean {
  const host = new RegExp(`(?:^|[/@=,])${name.replace(/[^\w-]/g, '\\$&')}(?:\\.[\\w.-]+)?(?:[:/;,]|$)`);
  const values = [
    ...model.facts('config.environment').filter(({ file }) => file === own).map(({ value }) => value.value),
    ...model.facts('config.property').filter((fact) => code !== undefined && isInJoin(code, fact)).map(({ value }) => value.value),
  ];
  return values.some((value) => value !== undefined && host.test(value));
}

/** The one database that the program can mean: with a number that a file of its engine gives it. */
export function databaseOf(model: Model, running: Running): Database | undefined {
  const all = model.facts('database.server');
  const servers = all.filter(({ value }) => value.runs !== 'file');
  const beside = servers.filter(({ value, file }) => value.runs === 'kubernetes' && inOneDeployment(model, file, running.file));
  const pool = beside.length > 0 ? beside : servers;
  const named = pool.filter(({ value }) => value.name !== undefined && isNamed(model, running, value.name));
  const [first] = named.length > 0 ? named : pool;
  if (!first || new Set((named.length > 0 ? named : pool).map(({ value }) => value.name)).size > 1) return undefined;
  const configured = first.value.from === 'image' ? all.find(({ value }) => value.runs === 'file' && value.engine === first.value.engine) : undefined;
  return { fact: configured ?? first, certain: beside.length > 0 && named.length > 0 };
}

/** Connections that the server keeps for its administrators, and those of other programs, are left over. */
const usable = 0.9;

/** How many replicas the database takes, and what was divided; see {@link connectionsFor}. */
export interface Room {
  readonly replicas: number;
  readonly pool: number;
  readonly connections: number;
}

/** Connections of a database that its clients may share. */
export function connectionsFor(connections: number): number {
  return Math.floor(connections * usable);
}

/** Replicas whose pools fit into the database; `undefined` where one of the two numbers is not known. */
export function roomFor(model: Model, running: Running): Room | undefined {
  const pool = poolOf(model, running);
  const connections = pool && databaseOf(model, running)?.fact.value.connections;
  return pool && connections !== undefined ? { replicas: Math.floor(connectionsFor(connections) / pool.size), pool: pool.size, connections } : undefined;
}
