import { args, callName, declarationOf, descendants, modifiers, plain, type CsNode } from './ask.js';

const units: Readonly<Record<string, number>> = { Milliseconds: 0.001, Seconds: 1, Minutes: 60, Hours: 3600, Days: 86_400 };

/** Seconds that the first duration in a text stands for: `TimeSpan.FromMinutes(5)`, `DateTime.Now.AddHours(1)`; `undefined` without one that is a number. */
export function durationIn(text: string): number | undefined {
  const found = /\b(?:TimeSpan\.From|\.Add)(Milliseconds|Seconds|Minutes|Hours|Days)\(\s*(\d+(?:\.\d+)?)\s*\)/.exec(text);
  const unit = found ? units[found[1] ?? ''] : undefined;
  if (found && unit !== undefined) return unit * Number(found[2]);
  const span = /\bnew\s+TimeSpan\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)/.exec(text);
  return span ? Number(span[1]) * 3600 + Number(span[2]) * 60 + Number(span[3]) : undefined;
}

/** The duration that a statement takes from a constant of the class. */
function named(statement: string, around: CsNode | undefined): number | undefined {
  const name = /=\s*(?:\w+\.)?(\w+)\s*;$/.exec(statement)?.[1];
  const at = name === undefined || !around ? undefined : descendants(around, 'identifier').find(({ text }) => text === name);
  return at && durationIn(declarationOf(at)?.value?.text ?? '');
}

/** After how many seconds an entry that a call puts into a cache is dropped however often it is read; `undefined` when it does not say or only idle time counts. */
export function seconds(call: CsNode, around: CsNode | undefined): number | undefined {
  const own = durationIn(call.text);
  if (own !== undefined) return /Sliding/.test(call.text) && !/Absolute/.test(call.text) ? undefined : own;
  // `Set(key, value, lifetime)`
  const [, , lifetime] = callName(call) === 'Set' ? args(call) : [];
  const given = exactSeconds(lifetime);
  if (given !== undefined) return given;
  const absolute = /Absolute\w*[^;]*;/.exec(around?.text ?? '')?.[0];
  return absolute === undefined ? undefined : (durationIn(absolute) ?? named(absolute, around));
}

/** Whether a call puts an entry that ends at a time of day, however far that is; see `seconds` for one that says when. */
export function endsSometime(call: CsNode): boolean {
  const texts = [call.text, ...descendants(call, 'identifier').map((name) => declarationOf(name)?.value?.text ?? '')];
  return texts.some((text) => /\bDateTime(?:Offset)?\.(?:Utc)?Now\s*\.\s*Add\w*\(|\bAbsoluteExpiration\w*\s*=/.test(text));
}

/** A name that the code gives a duration to and never changes. */
function fixedValue(name: CsNode | undefined): CsNode | undefined {
  const declared = name?.type === 'identifier' ? declarationOf(name) : undefined;
  const words = declared ? modifiers(declared.declaration) : new Set<string>();
  return words.has('const') || words.has('readonly') ? declared?.value : undefined;
}

/**
 * Seconds that an expression is, whether a `TimeSpan` or a number of milliseconds, also by a constant or read-only field of
 * the file; `undefined` for everything that is found at run time.
 */
export function exactSeconds(node: CsNode | undefined): number | undefined {
  const text = plain(node).replaceAll('_', '');
  const [, unit = '', count] = /^(?:System\.)?TimeSpan\.From(Milliseconds|Seconds|Minutes|Hours|Days)\((\d+(?:\.\d+)?)[dDLl]?\)$/.exec(text) ?? [];
  const factor = units[unit];
  if (factor !== undefined) return factor * Number(count);
  const [, hours, minutes, rest] = /^new(?:System\.)?TimeSpan\((\d+),(\d+),(\d+)\)$/.exec(text) ?? [];
  if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  if (/^\d+(?:\*\d+)*$/.test(text)) return text.split('*').reduce((product, each) => product * Number(each), 0.001);
  const value = fixedValue(node);
  return value && value.type !== 'identifier' ? exactSeconds(value) : undefined;
}
