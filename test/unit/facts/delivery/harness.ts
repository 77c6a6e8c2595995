import assert from 'node:assert/strict';
import type { Model } from '../../../../server/src/contract/workspace.js';
import { pipelinesOf, type PipelineReport } from '../../../../server/src/facts/delivery/signs.js';
import { scan } from '../../../harness/run.js';

export async function modelOf(files: Readonly<Record<string, string>>): Promise<Model> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.model;
}

export async function pipelines(files: Readonly<Record<string, string>>): Promise<readonly PipelineReport[]> {
  return pipelinesOf(await modelOf(files));
}

/** The one pipeline of a workspace. */
export async function pipeline(files: Readonly<Record<string, string>>): Promise<PipelineReport> {
  const [found, ...more] = await pipelines(files);
  assert.ok(found);
  assert.deepEqual(more.map(({ file }) => file), []);
  return found;
}

/** What a pipeline does, by the words that tell; properties that nothing is said of are left out. */
export function told(report: PipelineReport): Readonly<Record<string, readonly string[]>> {
  const works = (['tests', 'builds', 'image', 'lints', 'scans'] as const).map((does) => [does, report[does].map(({ via }) => via)] as const);
  const all = [...works, ['deploys', report.deploys.map(({ via, to }) => `${via} > ${to}`)] as const, ['environments', report.environments.map(({ name }) => name)] as const];
  return Object.fromEntries(all.filter(([, list]) => list.length > 0));
}
