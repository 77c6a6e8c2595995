import type { Conclusion } from '../../server/src/engine/conclude.js';
import { MemoryHost } from '../../server/src/host/memory.js';
import { productRuleset } from '../../server/src/host/ruleset.js';
import { Workspace } from '../../server/src/host/workspace.js';
import { AdapterPool } from '../../server/src/syntax/load.js';

export const adapters = new AdapterPool();

/** Analyses a workspace held in memory, in this thread. */
export async function scan(files: ReadonlyMap<string, string>, prefilter = true): Promise<{ readonly workspace: Workspace; readonly conclusion: Conclusion }> {
  const workspace = new Workspace(new MemoryHost(files), productRuleset(), adapters);
  for (const { path } of workspace.tasks()) await workspace.update(path, prefilter);
  await workspace.lookUp();
  return { workspace, conclusion: workspace.conclude() };
}
