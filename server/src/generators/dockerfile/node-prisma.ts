import { isInside } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { relative, type Layout } from './layout.js';
import type { PackageManager } from './node-packages.js';
import type { Member } from './node-workspace.js';
import { environmentLines, shell, type Section } from './parts.js';

const generates = /\bprisma\s+generate\b/;

/** Texts of scripts and of those that they run by name. */
function chain(scripts: BuildModule['scripts'], names: readonly string[], seen: Set<string> = new Set()): readonly string[] {
  return names.flatMap((name) => {
    const text = scripts[name];
    if (text === undefined || seen.has(name)) return [];
    seen.add(name);
    return [text, ...chain(scripts, text.split(/[\s"'&|;]+/), seen)];
  });
}

/** The schema of a package, not that of one below it. */
function schemaOf(model: Model, dir: string): string | undefined {
  return model.files.find((file) => /(?:^|\/)schema\.prisma$/.test(file) && isInside(file, dir) && model.moduleOf(file).dir === dir);
}

/**
 * Commands that write the clients of Prisma. The package writes its own when it is installed, but then the schema is not
 * there yet; what a build or install script writes by itself is left to it.
 */
export function prismaClients(model: Model, manager: PackageManager, members: readonly Member[], { context }: Layout): readonly string[] {
  return members.flatMap(({ dir, module }) => {
    const schema = schemaOf(model, dir);
    const { scripts } = module;
    const run = ['build', 'prebuild', ...(dir === context ? ['postinstall', 'prepare'] : [])];
    if (schema === undefined || ![...module.dependencies, ...module.plugins].includes('prisma') || chain(scripts, run).some((text) => generates.test(text))) return [];
    const workspace = dir === context ? undefined : { dir: relative(dir, context), name: module.name };
    const script = Object.keys(scripts).find((name) => /^(?:npx\s+|pnpm\s+|yarn\s+)?prisma\s+generate\b[^&|;]*$/.test(scripts[name] ?? ''));
    return [script === undefined ? manager.executes(`prisma generate --schema ${shell(relative(schema, manager.name === 'npm' ? context : dir))}`, workspace) : manager.runs(script, workspace)];
  });
}

/** An address that the configuration of Prisma asks for while clients are written; nothing connects there. */
export function prismaEnvironment(model: Model, members: readonly Member[]): Section {
  const configured = members.some(({ dir }) => model.files.some((file) => isInside(file, dir) && /(?:^|\/)prisma\.config\.[cm]?[jt]s$/.test(file) && model.moduleOf(file).dir === dir));
  return configured ? ['# The configuration of Prisma asks for an address while it writes its client; nothing connects there.', ...environmentLines({ DATABASE_URL: 'postgresql://localhost:5432/none' })] : [];
}
