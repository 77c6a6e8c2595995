import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { pins } from '../../facts/image/pins.js';
import { pinFor } from '../../facts/runtime-pin.js';
import { endedOn, nextSupported } from '../../syntax/dockerfile/release-lines.js';
import type { RuntimeChoice } from '../application/kinds.js';

type Line = readonly [major: number, minor: number];

const releases: readonly Line[] = [[5, 6], [7, 0], [7, 1], [7, 2], [7, 3], [7, 4], [8, 0], [8, 1], [8, 2], [8, 3], [8, 4], [8, 5]];

function compare([a, b]: Line, [c, d]: Line): number {
  return a - c || b - d;
}

/** One clause of a constraint of Composer. */
function clause(text: string): (line: Line) => boolean {
  const match = /^(\^|~|>=|<=|>|<|=|!=)?\s*v?(\d+)(?:\.(\d+|\*))?(\.\d+|\.\*)?/.exec(text.trim());
  if (!match) return () => true;
  const major = Number(match[2]);
  const open = match[3] === undefined || match[3] === '*';
  const stated: Line = [major, open ? 0 : Number(match[3])];
  switch (match[1]) {
    case '^': return (line) => line[0] === major && compare(line, stated) >= 0;
    case '~': return match[4] === undefined ? (line) => line[0] === major && compare(line, stated) >= 0 : (line) => compare(line, stated) === 0;
    case '>=': return (line) => compare(line, stated) >= 0;
    case '>': return (line) => (match[4] === undefined ? compare(line, stated) > 0 : compare(line, stated) >= 0);
    case '<=': return (line) => compare(line, stated) <= 0;
    case '<': return (line) => (match[4] === undefined || match[4] === '.0' ? compare(line, stated) < 0 : compare(line, stated) <= 0);
    case '!=': return (line) => match[4] !== undefined || compare(line, stated) !== 0;
    default: return (line) => line[0] === major && (open || line[1] === stated[1]);
  }
}

/** Releases that a constraint lets in, the oldest first. */
function allowed(constraint: string): readonly Line[] {
  const alternatives = constraint.split(/\s*\|\|?\s*/).map((each) => {
    const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(each.trim());
    const parts = hyphen ? [`>=${hyphen[1] ?? ''}`, `<=${hyphen[2] ?? ''}`] : each.trim().replace(/(>=|<=|!=|>|<|\^|~|=)\s+/g, '$1').split(/[\s,]+/);
    return parts.filter(Boolean).map(clause);
  });
  return releases.filter((line) => alternatives.some((tests) => tests.every((test) => test(line))));
}

const named = ([major, minor]: Line): string => `${major}.${minor}`;

/** The release of PHP that a project is made for; of a range the oldest one that will be supported for a while. */
export function phpFor(model: Model, dir: string, module: BuildModule | undefined): RuntimeChoice {
  const pin = pinFor(model, dir, 'php');
  const exact = /^\d+\.\d+/.exec(pin?.version ?? '')?.[0];
  if (pin && exact !== undefined) return { version: exact, reason: `PHP ${exact}: ${pin.source} names it`, known: true };
  const platform = /^\d+\.\d+/.exec(module?.properties['platform.php'] ?? '')?.[0];
  if (platform !== undefined) return { version: platform, reason: `PHP ${platform}: the platform of composer.json`, known: true };
  const constraint = module?.versions['php'];
  const found = constraint === undefined ? [] : allowed(constraint).map(named);
  const [oldest] = found;
  if (constraint === undefined || oldest === undefined) {
    const newest = pins['php']?.tag ?? '8';
    return { version: newest, reason: constraint === undefined ? `PHP ${newest}` : `PHP ${newest}; composer.json asks for ${constraint}`, known: false };
  }
  const next = endedOn('php', oldest) === undefined ? undefined : nextSupported('php', oldest);
  const version = next !== undefined && found.includes(next) ? next : oldest;
  const because = version === oldest ? `composer.json asks for ${constraint}` : `composer.json asks for ${constraint}, and ${oldest} is no longer supported`;
  return { version, reason: `PHP ${version}: ${because}`, known: true };
}
