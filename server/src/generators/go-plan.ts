import type { Finding } from '../contract/finding.js';
import type { Fix } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type { Localized } from '../contract/words.js';
import type {} from '../facts/build/kinds.js';
import { requireEdits } from '../syntax/go/module-edit.js';
import type { GoPlan } from '../syntax/go/plan.js';
import { carriedOut } from './planned-edits.js';

/** What a planned change of a Go file is called. */
export interface GoPlannedFix {
  readonly key: string;
  readonly title: Localized;
  /** Key of the finding's data that holds the plan. */
  readonly data: string;
  /** Requirements of the module that the new code needs, with versions. */
  readonly requires?: Readonly<Record<string, string>>;
  /** Minor version of Go 1 that the new code needs. */
  readonly since?: number;
}

function planOf(finding: Finding, key: string): GoPlan | undefined {
  return (((finding.data ?? {}) as Readonly<Record<string, unknown>>)[key] ?? undefined) as GoPlan | undefined;
}

/** Whether the module says that it is built with a version as new; without a word it is taken for an old one. */
export function isSince(model: Model, finding: Finding, since: number): boolean {
  const { dir } = model.moduleOf(finding.file);
  const version = model.facts('build.module').find((fact) => fact.module === dir && fact.value.tool === 'go')?.value.properties['go'];
  return Number(/^1\.(\d+)/.exec(version ?? '')?.[1] ?? '0') >= since;
}

/** A fix that carries out what was planned while the tree of the file was there. */
export function goPlannedFix({ key, title, data, requires, since = 0 }: GoPlannedFix): Fix {
  return {
    key, title, safety: 'review',
    applies: (finding, model) => finding.file.endsWith('.go') && planOf(finding, data) !== undefined && isSince(model, finding, since),
    edits({ finding, text, model }) {
      const edits = carriedOut(finding.file, text(finding.file), planOf(finding, data));
      if (!edits) return undefined;
      const { dir } = model.moduleOf(finding.file);
      const manifest = dir === '' ? 'go.mod' : `${dir}/go.mod`;
      const module = requires && text(manifest);
      return module === undefined || !requires ? edits : [...edits, ...requireEdits(manifest, module, requires)];
    },
  };
}
