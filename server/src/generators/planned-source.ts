import { dirname } from '../base/paths.js';
import type { Finding } from '../contract/finding.js';
import type { Edit, Fix, FixInput } from '../contract/rule.js';
import type { Localized } from '../contract/words.js';
import { addDependencies, dependenciesOf } from '../syntax/json/edit.js';
import { planIn, type Plan } from '../syntax/typescript/plan.js';
import { carriedOut } from './planned-edits.js';

/** The `package.json` that a file's code is run with. */
export function manifestOf({ finding, text }: Pick<FixInput, 'finding' | 'text'>): { readonly path: string; readonly text: string } | undefined {
  for (let dir = dirname(finding.file); ; dir = dirname(dir)) {
    const path = dir === '' ? 'package.json' : `${dir}/package.json`;
    const found = text(path);
    if (found !== undefined) return { path, text: found };
    if (dir === '') return undefined;
  }
}

/** First number of a version range. */
export function majorOf(range: string | undefined): number | undefined {
  const digits = /\d+/.exec(range ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** What a planned change of a Node source file is called, and what it needs. */
export interface PlannedFix {
  readonly key: string;
  readonly title: Localized;
  /** Key of the finding's data that holds the plan. */
  readonly data: string;
  /** Version ranges for what the application has; `undefined` when its versions have another interface. The plan's own when left out. */
  readonly dependencies?: (known: ReadonlyMap<string, string>, plan: Plan) => Readonly<Record<string, string>> | undefined;
  readonly applies?: (finding: Finding) => boolean;
}

/** Edits of the plan and of the nearest `package.json`; `undefined` when the file is no longer what it was. */
export function plannedEdits({ data, dependencies }: Pick<PlannedFix, 'data' | 'dependencies'>, input: FixInput): readonly Edit[] | undefined {
  const { finding } = input;
  const plan = planIn(finding.data, data);
  const source = carriedOut(finding.file, input.text(finding.file), plan);
  if (!plan || !source) return undefined;
  const manifest = manifestOf(input);
  if (!manifest) return source;
  const wanted = dependencies ? dependencies(dependenciesOf(manifest.text), plan) : plan.dependencies;
  const edits = wanted && addDependencies(manifest.path, manifest.text, wanted);
  return edits && [...source, ...edits];
}

/** A fix that carries out what was planned while the tree of the file was there, and adds the packages it needs. */
export function plannedFix(fix: PlannedFix): Fix {
  return {
    key: fix.key,
    title: fix.title,
    safety: 'review',
    applies: (finding) => /\.[cm]?[jt]sx?$/.test(finding.file) && planIn(finding.data, fix.data) !== undefined && (fix.applies?.(finding) ?? true),
    edits: (input) => plannedEdits(fix, input),
  };
}

/** The generation of node-redis whose clients are made and connected like those of the plans; older ones have another interface. */
export function redisIsCurrent(known: ReadonlyMap<string, string>): boolean {
  const client = majorOf(known.get('redis'));
  return client === undefined || client >= 4;
}
