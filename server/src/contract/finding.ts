import type { Json } from '../base/json.js';
import type { Range } from '../base/text.js';
import type { Args } from './words.js';

/** `error`: wrong results with two replicas or data lost on a restart. `warning`: a real obstacle or a conditional risk. `info`: hygiene. */
export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'high' | 'medium' | 'low';

export const severityRank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

export function lower(a: Severity, b: Severity): Severity {
  return severityRank[a] <= severityRank[b] ? a : b;
}

/** A place in a file of the workspace. */
export interface Place {
  readonly file: string;
  readonly range: Range;
}

/** A place that explains a finding. `say` names one of the rule's messages. */
export interface Related extends Place {
  readonly say: string;
  readonly args: Args;
}

/** Evidence elsewhere in the workspace that lowered a finding. */
export interface Cleared extends Place {
  readonly fact: string;
}

/** What other files have to name before a place is reached. */
export interface NeededNames {
  /** A class that only those use who write one of these names: its own, or that of the interface that it implements. */
  readonly types?: readonly string[];
  /** Supertypes of the class; it is used by its name alone only if all of them are types of the workspace, for no framework looks for those. */
  readonly above?: readonly string[];
  /**
   * Methods of which one at least has to be named; when there is none, nothing leads to the place. `main` stands for a start by
   * hand, `Files#copy` for a static method: who calls it writes both names.
   */
  readonly methods?: readonly string[];
  /** Supertypes of the class that declares the methods; only interfaces of the workspace that nothing but code names let nobody else call them. */
  readonly through?: readonly string[];
  readonly setting?: NeededSetting;
  readonly attribute?: NeededReader;
  /** The kind of the document that the place stands in, where such documents are read only by their names. */
  readonly document?: NamedDocument;
}

/** A key of an own settings file, which matters only if something reads it. */
export interface NeededSetting {
  /** How code writes the key, whole or as a beginning that it completes. */
  readonly names: readonly string[];
  /** How code writes other keys of the file. */
  readonly others: readonly string[];
  /** Whether the file is read only by its name, and not found by a library itself. */
  readonly named: boolean;
}

/** Documents that have no place of their own: whoever reads one was told its name. */
export type NamedDocument = 'logging' | 'jgroups' | 'beans' | 'hibernate' | 'settings';

/** An attribute of the session that matters only if something reads it in a later request. */
export interface NeededReader {
  /** Names of which one at least has to be read: those of the attribute, and what hands out all attributes. */
  readonly names: readonly string[];
  /** What is written where attributes are read without their names, and names of the constants that stand for them. */
  readonly otherwise: readonly string[];
}

/** What one rule says of one place: JSON only, so that it crosses threads and caches and no syntax tree outlives its file. */
export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly say: string;
  readonly args: Args;
  readonly related: readonly Related[];
  readonly data: Json;
  /** Folder of the module (nearest build file) the file belongs to. */
  readonly module: string;
  /** Findings with the same group share one root cause; the group's root carries the related locations. */
  readonly group?: string;
  /** What other files have to name for the place to be reached at all; absent when it is reached otherwise, or nothing is known. */
  readonly reachedBy?: NeededNames;
  /** Evidence that lowered the severity; absent when nothing did. */
  readonly clearedBy?: readonly Cleared[];
  /** Identity that survives line moves: see engine/fingerprint. */
  readonly fingerprint: string;
}

/** Something about the input that kept a file from being fully analysed; never the fault of the code's design. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly message: import('./words.js').Localized;
  readonly args: Args;
}
