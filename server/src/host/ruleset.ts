import { compileRuleset, type Ruleset } from '../engine/ruleset.js';
import { factExtractors, rules } from '../generated/registry.js';
import { version } from './version.js';

let compiled: Ruleset | undefined;

/** All rules and facts of this build. */
export function productRuleset(): Ruleset {
  compiled ??= compileRuleset(rules, factExtractors, version);
  return compiled;
}
