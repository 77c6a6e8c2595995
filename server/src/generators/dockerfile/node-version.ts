import type { Pin } from '../../facts/runtime-pin.js';
import { releaseNames } from '../../syntax/dockerfile/release-lines.js';

/** Release lines with long-term support, the one to prefer first. */
const preferred = [24, 22, 20, 18, 16, 14] as const;

type Test = (major: number) => boolean;

/** One comparator: `>=18.17`, `<21`, `^20.1`, `20.x`, `20`, `*`. Minor versions are left to the image, which has the newest. */
function comparator(text: string): Test {
  const match = /^(>=|<=|>|<|\^|~|=)?\s*v?(\d+|[xX*])(?:\.(\d+|[xX*]))?/.exec(text);
  if (!match || !/\d/.test(match[2] ?? '')) return () => true;
  const wanted = Number(match[2]);
  const minor = Number(match[3] ?? 0);
  switch (match[1]) {
    case '>=': return (major) => major >= wanted;
    case '>': return (major) => (match[3] === undefined ? major > wanted : major >= wanted);
    case '<=': return (major) => major <= wanted;
    case '<': return (major) => major < wanted || (major === wanted && minor > 0);
    default: return (major) => major === wanted;
  }
}

function alternative(text: string): Test {
  const hyphen = /^\s*v?(\d+)[\w.]*\s+-\s+v?(\d+)/.exec(text);
  if (hyphen) return (major) => major >= Number(hyphen[1]) && major <= Number(hyphen[2]);
  const tests = text.trim().replace(/(>=|<=|>|<|\^|~|=)\s+/g, '$1').split(/\s+/).filter(Boolean).map(comparator);
  return (major) => tests.every((test) => test(major));
}

export interface NodeChoice {
  readonly major: number;
  readonly reason: string;
}

/** The line that a pin names: `v22.12.0`, `20`, `lts/iron`; `undefined` for `latest`, `lts/*` and what is no version. */
function pinnedLine(version: string): number | undefined {
  const name = /^lts\/(\w+)$/.exec(version.trim())?.[1]?.toLowerCase();
  const known = name === undefined || !Object.hasOwn(releaseNames, name) ? undefined : releaseNames[name];
  if (known?.product === 'node') return Number(known.line);
  const major = /^v?(\d+)(?:\.|$)/.exec(version.trim())?.[1];
  return major === undefined ? undefined : Number(major);
}

/** The release line that a tool is told to take where `engines.node` lets it in, else one for `engines.node`; the preferred one when nothing is said or nothing fits. */
export function nodeFor(engine: string | undefined, pin?: Pin): NodeChoice {
  const [fallback] = preferred;
  const tests = engine === undefined || engine.trim() === '' ? undefined : engine.split('||').map(alternative);
  const line = pin && pinnedLine(pin.version);
  if (pin && line !== undefined && (!tests || tests.some((test) => test(line)))) return { major: line, reason: `Node.js ${line}: ${pin.source} names it` };
  if (engine === undefined || !tests) return { major: fallback, reason: pin ? `Node.js ${fallback}: a release with long-term support; ${pin.source} asks for ${pin.version}` : `Node.js ${fallback}: a release with long-term support; package.json names none` };
  const major = preferred.find((each) => tests.some((test) => test(each)));
  if (major !== undefined) return { major, reason: `Node.js ${major}: engines in package.json asks for ${engine}` };
  const stated = Number(/\d+/.exec(engine)?.[0] ?? fallback);
  return { major: stated, reason: `Node.js ${stated}: engines in package.json asks for ${engine}` };
}
