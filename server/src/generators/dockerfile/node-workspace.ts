import { dirname, isInside } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';

/** A package of a workspace. */
export interface Member {
  readonly dir: string;
  readonly module: BuildModule;
}

/** Packages of the workspace that the one in a folder needs, through others as well, and itself; each after those that it needs. */
export function neededBy(model: Model, context: string, dir: string): readonly Member[] {
  const members = model.facts('build.module').filter(({ file, value }) => value.tool === 'npm' && isInside(file, context)).map(({ file, value }): Member => ({ dir: dirname(file), module: value }));
  const seen = new Set<Member>();
  const order: Member[] = [];
  const visit = (member: Member): void => {
    if (seen.has(member)) return;
    seen.add(member);
    const names = [...member.module.dependencies, ...member.module.plugins];
    members.filter(({ module }) => names.includes(module.name)).forEach(visit);
    order.push(member);
  };
  members.filter((member) => member.dir === dir).forEach(visit);
  return order;
}
