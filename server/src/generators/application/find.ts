import { isInside } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { dotnet } from './dotnet.js';
import { go } from './go.js';
import { java } from './java.js';
import { site } from './static.js';
import type { Application, Platform, PlatformName, Refusal } from './kinds.js';
import { node } from './node.js';
import { php } from './php.js';
import { python } from './python.js';

/** In the order in which a folder that fits several is read: what builds the others comes first. */
const platforms: readonly Platform[] = [java, dotnet, site, node, go, php, python];

const key = {};
const programKey = {};

function eachFolderOnce(found: readonly Application[]): readonly Application[] {
  return found.filter((each, index) => found.findIndex(({ dir }) => dir === each.dir) === index);
}

/** Every application of the workspace, each folder once. */
function all(model: Model): readonly Application[] {
  return model.once(key, () => eachFolderOnce(platforms.flatMap((platform) => platform.find(model))));
}

function programs(model: Model): readonly Application[] {
  return model.once(programKey, () => eachFolderOnce(platforms.flatMap((platform) => platform.programs?.(model) ?? [])));
}

/** The applications at or below a folder; where none answers requests, the programs that could be started there. */
export function applications(model: Model, dir: string): readonly Application[] {
  const inside = (found: readonly Application[]): readonly Application[] => found.filter((each) => isInside(each.dir, dir));
  const servers = inside(all(model));
  return servers.length > 0 ? servers : inside(programs(model));
}

/** The one that is meant by a folder: its own, or the only one below it. */
export function applicationAt(model: Model, dir: string): Application | undefined {
  const found = applications(model, dir);
  return found.find((each) => each.dir === dir) ?? (found.length === 1 ? found[0] : undefined);
}

export function platformOf(name: PlatformName): Platform {
  const platform = platforms.find((each) => each.name === name);
  if (!platform) throw new Error(`no platform ${name}`);
  return platform;
}

/** What stands in a folder or below it that no image can be written for. */
export function refusals(model: Model, dir: string): readonly Refusal[] {
  return platforms.flatMap((platform) => platform.refused?.(model) ?? []).filter((each) => isInside(each.dir, dir));
}
