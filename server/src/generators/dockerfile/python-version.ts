import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { pinFor, pinInImage } from '../../facts/runtime-pin.js';
import type { RuntimeChoice } from '../application/kinds.js';

/** Releases of Python 3, the preferred one first: one that is supported for long and that packages have wheels for. */
const preferred = [13, 14, 12, 11, 10, 9, 8] as const;

type Test = (minor: number) => boolean;

/** One clause of a range, as PEP 440 (`>=3.9`, `~=3.10`, `!=3.11`) or Poetry (`^3.9`, `~3.10`, `3.11.*`) writes it. */
function clause(text: string): Test {
  const match = /^(\^|~=|~|===?|!=|>=|<=|>|<)?\s*v?3(?:\.(\d+|\*))?(\.\d+)?/.exec(text.trim());
  if (!match || match[2] === '*') return text.trim() === '' || match ? () => true : (/^(?:<|<=)\s*4/.test(text.trim()) ? () => true : /^(?:>|>=)\s*2/.test(text.trim()) ? () => true : () => false);
  const minor = Number(match[2] ?? 0);
  switch (match[1]) {
    case '>=': case '^': return (each) => each >= minor;
    // `~=3.10` lets the last stated part grow.
    case '~=': return match[3] === undefined ? (each) => each >= minor : (each) => each === minor;
    case '>': return match[3] === undefined ? (each) => each > minor : (each) => each >= minor;
    case '<=': return (each) => each <= minor;
    case '<': return match[3] === undefined || match[3] === '.0' ? (each) => each < minor : (each) => each <= minor;
    case '!=': return match[3] === undefined ? (each) => each !== minor : () => true;
    default: return match[2] === undefined ? () => true : (each) => each === minor;
  }
}

function inRange(range: string): number | undefined {
  const alternatives = range.split('||').map((each) => each.split(/\s*,\s*|\s+(?=[<>=!~^])/).map(clause));
  return preferred.find((minor) => alternatives.some((tests) => tests.every((test) => test(minor))));
}

/** `3.12.3`, `python-3.12.3`, `3.12` as `3.12`; `undefined` for `latest` and names of other interpreters. */
function release(version: string): string | undefined {
  return /^(?:python-|cpython-)?v?(\d+\.\d+)/.exec(version.trim())?.[1];
}

/** The release of Python that a project is made for: a version that tools take comes before a range, a range before nothing. */
export function pythonFor(model: Model, dir: string, builds: readonly BuildModule[]): RuntimeChoice {
  const pin = pinFor(model, dir, 'python');
  const pinned = pin && release(pin.version);
  if (pin && pinned !== undefined) return { version: pinned, reason: `Python ${pinned}: ${pin.source} names it`, known: true };
  const property = (name: string): string | undefined => builds.map(({ properties }) => properties[name]).find((value) => value !== undefined);
  const piped = release(property('python-version') ?? property('python-full-version') ?? '');
  if (piped !== undefined) return { version: piped, reason: `Python ${piped}: Pipfile names it`, known: true };
  const range = property('requires-python');
  const minor = range === undefined ? undefined : inRange(range);
  if (range !== undefined && minor !== undefined) return { version: `3.${minor}`, reason: `Python 3.${minor}: pyproject.toml allows ${range.replace(/\s+/g, ' ')}`, known: true };
  const [newest] = preferred;
  if (range !== undefined) {
    const stated = release(range.replace(/^[^\d]+/, ''));
    return { version: stated ?? `3.${newest}`, reason: `Python ${stated ?? `3.${newest}`}: pyproject.toml asks for ${range.replace(/\s+/g, ' ')}`, known: false };
  }
  const image = pin ? undefined : pinInImage(model, dir, 'python');
  const run = image && release(image.version);
  if (image && run !== undefined) return { version: run, reason: `Python ${run}: ${image.source} runs it today`, known: true };
  return { version: `3.${newest}`, reason: pin ? `Python 3.${newest}: ${pin.source} asks for ${pin.version}` : `Python 3.${newest}`, known: pin !== undefined };
}
