import type { Fact, Model } from '../../../contract/workspace.js';
import '../../../facts/database/pool.js';
import '../../../facts/database/server.js';
import '../../../facts/environment.js';
import { isInJoin, joinWorkload } from '../../../facts/join.js';
import { inOneDeployment } from '../../../facts/kubernetes/scaled.js';
import type { WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { sameSetting } from '../../../facts/settings.js';
import { profileKind } from '../../../syntax/config-file.js';

export interface Pool {
  readonly fact: Fact<'datasource.pool'>;
  readonly size: number;
}

/** The value that the workload's own manifest gives to a pool, over what the file says. */
function overriding(model: Model, workload: WorkloadFact, { value: { variable, key } }: Fact<'datasource.pool'>): number | undefined {
  const set = model.facts('config.environment').filter(({ file, value }) => file === workload.file && (value.name === variable || sameSetting(value.name, key)));
  const [first] = set.map(({ value }) => Number(value.value ?? 'none')).filter((number) => Number.isInteger(number) && number > 0);
  return first;
}

/** The largest pool that each pod of a workload opens, as far as its code or its manifest tells the number; profiles of developers and tests aside. */
export function poolOf(model: Model, workload: WorkloadFact): Pool | undefined {
  const join = joinWorkload(model, workload);
  const pools = model.facts('datasource.pool').filter((fact) => (fact.file === workload.file || (join !== undefined && isInJoin(join, fact))) && ['default', 'other'].includes(profileKind(fact.value.profile)));
  const sized = pools.flatMap((fact): Pool[] => {
    const size = overriding(model, workload, fact) ?? fact.value.size;
    return size === undefined ? [] : [{ fact, size }];
  });
  return sized.sort((a, b) => b.size - a.size)[0];
}

export interface Database {
  readonly fact: Fact<'database.server'>;
  /** The application is seen to connect to it, in one deployment with it. */
  readonly certain: boolean;
}

function isNamed(model: Model, workload: WorkloadFact, name: string): boolean {
  const host = new RegExp(`(?:^|[/@=,])${name.replace(/[^\w-]/g, '\\$&')}(?:\\.[\\w.-]+)?(?:[:/;,]|$)`);
  const join = joinWorkload(model, workload);
  const values = [
    ...model.facts('config.environment').filter(({ file }) => file === workload.file).map(({ value }) => value.value),
    ...model.facts('config.property').filter((fact) => join !== undefined && isInJoin(join, fact)).map(({ value }) => value.value),
  ];
  return values.some((value) => value !== undefined && host.test(value));
}

/** The one database that the workload can mean: with a number that a file of its engine gives it. */
export function databaseOf(model: Model, workload: WorkloadFact): Database | undefined {
  const all = model.facts('database.server');
  const servers = all.filter(({ value }) => value.runs !== 'file');
  const beside = servers.filter(({ value, file }) => value.runs === 'kubernetes' && inOneDeployment(model, file, workload.file));
  const pool = beside.length > 0 ? beside : servers;
  const named = pool.filter(({ value }) => value.name !== undefined && isNamed(model, workload, value.name));
  const [first] = named.length > 0 ? named : pool;
  if (!first || new Set((named.length > 0 ? named : pool).map(({ value }) => value.name)).size > 1) return undefined;
  const configured = first.value.from === 'image' ? all.find(({ value }) => value.runs === 'file' && value.engine === first.value.engine) : undefined;
  return { fact: configured ?? first, certain: beside.length > 0 && named.length > 0 };
}
