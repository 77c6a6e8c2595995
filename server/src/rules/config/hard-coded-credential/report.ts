import type { Severity } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import type { LiteralSecret } from '../../../syntax/yaml/literal-secret.js';

export type Credential = LiteralSecret;

/** What the fixes and the clearing need to know. */
export interface CredentialData {
  /** Dotted keys of settings that the environment could override; empty for code and manifests. */
  readonly settings: readonly string[];
  /** Set in the default profile. */
  readonly default: boolean;
  /** Set in a profile for development. */
  readonly development?: boolean;
  /** Values that can be replaced, each with the variable that would take its place. */
  readonly places: readonly { readonly start: number; readonly end: number; readonly variable: string }[];
}

/** Two secrets must not share a variable: repeated names get a number. */
export function distinct(places: CredentialData['places']): CredentialData['places'] {
  return places.map((place, at) => {
    const before = places.slice(0, at).filter(({ variable }) => variable === place.variable).length;
    return before === 0 ? place : { ...place, variable: `${place.variable}_${before + 1}` };
  });
}

export interface Standing {
  /** `fallback`: what code says counts only where nothing else is set. */
  readonly say: 'setting' | 'code' | 'fallback' | 'manifest' | 'compose';
  readonly severity?: Severity;
  /** What several places share that hold one credential; absent where each stands alone. */
  readonly cause?: string;
  readonly data: CredentialData;
}

/** One finding for the credentials of one file, profile or object; it stands at the first that is really used. */
export function report(cx: RuleFileContext, found: readonly Credential[], { say, severity, cause, data }: Standing): void {
  const root = found.find(({ kind }) => kind === 'secret') ?? found[0];
  if (!root) return;
  const others = found.filter((each) => each !== root);
  const low = severity ?? (root.kind === 'stand-in' ? 'info' : undefined);
  cx.report({
    at: root.at,
    say: others.length === 0 ? say : `${say}-more`,
    args: { name: root.name, ...(others.length === 0 ? {} : { count: others.length }) },
    by: found.map(({ at }) => at),
    also: others.map(({ at, name }) => ({ at, say: 'here', args: { name } })),
    ...(low === undefined ? {} : { severity: low }),
    ...(cause === undefined ? {} : { cause }),
    ...(root.kind === 'stand-in' ? { confidence: 'medium' as const } : {}),
    data: { settings: [...data.settings], default: data.default, ...(data.development === true ? { development: true } : {}), places: data.places.map((place) => ({ ...place })) },
  });
}
