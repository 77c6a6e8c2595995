import type { Fix } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type { Localized } from '../contract/words.js';
import { needsPackage } from '../facts/build/packages.js';
import type {} from '../facts/php/settings.js';
import { replaceLiteral } from '../syntax/php/edit.js';

/** A default of Laravel's configuration that names something else than what replicas share, or nothing lasting. */
export interface LaravelDefault {
  readonly key: string;
  readonly title: Localized;
  /** The setting, as the finding's data names it under `php`. */
  readonly setting: string;
  /** What it should say. */
  readonly value: string;
  /** A setting of the same file that has to be there for the value to work. */
  readonly beside?: string;
  readonly applies?: (model: Model, file: string) => boolean;
}

/** Whether a build already brings a client for Redis. */
export function hasRedisClient(model: Model, file: string): boolean {
  return needsPackage(model, file, 'predis/predis', 'ext-redis');
}

/** A fix that writes another default into a configuration file of Laravel, where the file and the build are ready for it. */
export function laravelDefault({ key, title, setting, value, beside, applies = () => true }: LaravelDefault): Fix {
  return {
    key, title, safety: 'review',
    applies: ({ data, file }, model) => (data as { readonly php?: string } | null)?.php === setting && applies(model, file)
      && (beside === undefined || model.facts('php.setting').some((fact) => fact.file === file && fact.value.key === beside)),
    edits: (input) => replaceLiteral(input, value),
  };
}
